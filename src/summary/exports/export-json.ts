import type {PayerPolicy, Policy} from '../../core/agency/policy.ts'
import {GENERATED_WORDS} from '../formats/generated.ts'
import type {PersonPage} from '../summary.ts'
import type {ExportFormat, ExportInput} from './export-input.ts'
import {fileNameOf} from './export-name.ts'
import {
  actionItem,
  goalItem,
  noteItem,
  plainItem,
  resourceItem,
  reviewItem,
  serviceDayItem,
  sessionItem,
  strengthItem,
  type Item,
} from './json-items.ts'

/** Raised when a program that reads an earlier version could be misled. `schema/summary.schema.json` has its shape. */
export const EXPORT_VERSION = 1

/** Everything as one document: people with what their notes say, each value with the notes that it rests on. */
export const exportJson: ExportFormat = {
  id: 'json',
  files: (input) => [
    {
      name: input.client === undefined ? 'export.json' : `export-${fileNameOf(input.client)}.json`,
      text: `${JSON.stringify(exportDocument(input), null, 2)}\n`,
    },
  ],
}

/** The document of `schema/summary.schema.json`. */
export const exportDocument = ({asOf, reader, policy, notice, pages, review}: ExportInput): Item => ({
  generated: GENERATED_WORDS,
  version: EXPORT_VERSION,
  asOf,
  reader,
  notice: notice && {title: notice.title, paragraphs: notice.paragraphs},
  policy: policyItem(policy),
  clients: pages.map(clientItem),
  review: review.map(reviewItem),
})

/** The rules of an agency as data. */
export const policyItem = ({general, payers, holidays, part2}: Policy): Item => ({
  ...payerItem(general),
  payers: Object.fromEntries(Object.entries(payers).map(([name, payer]) => [name, payerItem(payer)])),
  holidays: [...holidays].toSorted(),
  part2: part2 !== undefined,
})

const payerItem = ({units, limitPerDay, lateAfter, lateUntil}: PayerPolicy): Item => ({
  unitMinutes: units?.minutes,
  rounding: units?.rounding,
  per: units?.per,
  limitPerDay,
  lateAfter: lateAfter?.words,
  lateUntil: lateUntil?.words,
})

const clientItem = (page: PersonPage): Item => ({
  id: page.client,
  ids: page.ids,
  first: page.first,
  last: page.last,
  notes: page.notes.map(noteItem),
  sessions: page.sessions.map(sessionItem),
  serviceDays: page.serviceDays.map(serviceDayItem),
  goals: page.goals.map(goalItem),
  strengths: page.strengths.map(strengthItem),
  skills: page.skills.map((item) => plainItem(item, ['name', 'from', 'goals'])),
  resources: page.resources.map(resourceItem),
  actions: page.actions.map(actionItem),
  followUps: page.followUps.map((item) => plainItem(item, ['on', 'start', 'place', 'about'])),
  wins: page.wins.map((item) => plainItem(item, ['what', 'on', 'strengths', 'goals'])),
  stories: page.stories.map((item) => plainItem(item, ['text', 'on'])),
  reflections: page.reflections.map((item) => plainItem(item, ['text', 'on'])),
  affirmations: page.affirmations.map((item) => plainItem(item, ['text', 'on', 'reply'])),
  feedback: page.feedback.map((item) => plainItem(item, ['text', 'on', 'from'])),
  preferences: page.preferences.map((item) => plainItem(item, ['about', 'says'])),
  assessments: page.assessments.map((item) => plainItem(item, ['tool', 'on', 'results'])),
})
