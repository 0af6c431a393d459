import {counted} from '../../core/text/counted.ts'
import type {Policy} from '../../core/agency/policy.ts'
import {STRATEGIES} from '../../core/record/vocabulary-form.ts'
import {policyItem} from '../exports/export-json.ts'
import type {Page} from '../formats/format.ts'
import {
  line,
  lines,
  longDate,
  plain,
  row,
  section,
  soft,
  strong,
  table,
  type Block,
  type Line,
  type Outline,
  type Section,
} from '../formats/outline.ts'
import type {Summary} from '../summary.ts'
import {
  countCaseload,
  countPerson,
  daysSinceContact,
  type CaseloadCounts,
  type LanguageCounts,
  type Period,
} from './caseload.ts'
import {languageTables} from './language-tables.ts'
import {part2Notice} from './part2-notice.ts'

export interface CaseloadSettings {
  readonly policy: Policy
  readonly since?: Period['since']
  /** Undefined where nobody has looked at the language of the notes; `counting` while somebody does. */
  readonly language?: LanguageCounts | 'counting'
  /** Whether each person's counts stand below those of all. */
  readonly byClient?: boolean
}

/**
 * What a supervisor needs of a caseload and no more: counts over everybody, no names, no sentence of any note, and
 * nobody before anybody else. `byClient` adds a row for each person, by id, with counts alone.
 */
export function caseloadPage(
  summary: Summary,
  {policy, since, language, byClient = false}: CaseloadSettings,
): Page {
  const {asOf} = summary
  const period: Period = {since, asOf}
  const counts = countCaseload(summary, period)
  const people = byClient
    ? summary.pages.map((page) => ({
        id: page.client,
        ...countPerson(page, period),
        daysSinceContact: daysSinceContact(page, asOf),
      }))
    : undefined
  const outline: Outline = {
    reader: 'supervisor',
    title: 'Caseload',
    asOf,
    facts: factsOf(summary, period, counts),
    sections: [
      section('Sessions', [lines(undefined, sessionLines(counts))]),
      section('Goals and steps', [lines(undefined, goalLines(counts))]),
      section('Strategies used', [strategyTable(counts)]),
      section('Language', language ? languageBlocks(language) : []),
      section('Open in the notes', [lines(undefined, openLines(counts))]),
      ...(people ? [clientSection(people)] : []),
    ].filter(({blocks}) => blocks.length > 0),
    closing: [
      'These numbers tell of notes, not of people: how much was written down, not how anybody is doing, or how well anybody works.',
    ],
    notice: part2Notice(policy),
  }
  return {
    outline,
    data: {
      reader: 'supervisor',
      asOf,
      ...(since && {since}),
      policy: policyItem(policy),
      counts,
      ...(language && language !== 'counting' && {language}),
      ...(people && {clients: people}),
    },
  }
}

function factsOf({pages, review, asOf}: Summary, {since}: Period, {people}: CaseloadCounts): string[] {
  const notes = pages.flatMap((page) => page.notes)
  const files = (standing: string): number =>
    new Set(notes.filter((note) => note.standing === standing).map(({source}) => source.file)).size
  const first = pages.flatMap((page) => page.first ?? []).toSorted()[0]
  const last = pages
    .flatMap((page) => page.last ?? [])
    .toSorted()
    .at(-1)
  const unread = new Set(
    review.flatMap(({code, sources}) => (code === 'note/unread' ? sources.map(({file}) => file) : [])),
  ).size
  const [undated, later, corrected] = [files('undated'), files('later'), files('corrected')]
  return [
    `As of ${longDate(asOf)}`,
    counted(people, 'person', 'people'),
    `${counted(files('counted') + undated, 'note')}${first && last ? `, ${longDate(first)} to ${longDate(last)}` : ''}`,
    ...(since ? [`counted from ${longDate(since)}`] : []),
    ...(unread > 0 ? [`left out: ${counted(unread, 'file')} that could not be read`] : []),
    ...(undated > 0 ? [`left out: ${counted(undated, 'note')} without a date`] : []),
    ...(later > 0 ? [`left out: ${counted(later, 'note')} dated later`] : []),
    ...(corrected > 0 ? [`left out: ${counted(corrected, 'note')} that a correction replaced`] : []),
  ]
}

/** A count with its word, and what it counts. */
const countLine = (count: number | string, words: string, about?: string): Line =>
  line([strong(String(count)), plain(words), about ? soft(about) : undefined], [])

function sessionLines(counts: CaseloadCounts): Line[] {
  const {sessions, minutes, withoutLength, units, triedToReach, lateEntries, pastWindow, withoutGoal} = counts
  const {medianDaysSinceContact: days} = counts
  return [
    countLine(sessions, sessions === 1 ? 'session' : 'sessions', 'a group counts once'),
    countLine(
      minutes.toLocaleString('en-US'),
      'minutes',
      withoutLength > 0 ? `${counted(withoutLength, 'session')} without a length` : undefined,
    ),
    ...(units === undefined
      ? [line([plain('Units are counted once .strengths/policy.yml names a rounding.')], [])]
      : [countLine(units, units === 1 ? 'unit' : 'units', 'for each person, under the policy')]),
    ...(triedToReach > 0
      ? [countLine(triedToReach, triedToReach === 1 ? 'try to reach somebody' : 'tries to reach somebody')]
      : []),
    countLine(
      lateEntries,
      lateEntries === 1 ? 'late entry' : 'late entries',
      pastWindow > 0 ? `${pastWindow} past the last day that the policy gives` : undefined,
    ),
    countLine(
      withoutGoal,
      withoutGoal === 1 ? 'note that names no goal' : 'notes that name no goal',
      'a link to one shows what the time was for',
    ),
    ...(days === undefined
      ? []
      : [
          countLine(
            days,
            days === 1 ? 'day since the last contact' : 'days since the last contact',
            'the median over all people',
          ),
        ]),
  ]
}

function goalLines({goals, actions, strengthsNoted}: CaseloadCounts): Line[] {
  const {byPerson, all} = actions
  return [
    countLine(goals.opened, goals.opened === 1 ? 'goal opened' : 'goals opened'),
    countLine(goals.reached, 'reached'),
    countLine(goals.paused, 'paused', 'also those that were picked up again since'),
    countLine(
      strengthsNoted,
      strengthsNoted === 1 ? 'strength noted' : 'strengths noted',
      'each with something that was seen',
    ),
    ...(all === 0
      ? []
      : [
          countLine(
            `${byPerson} of ${all}`,
            'steps are the person’s own',
            `${Math.round((100 * byPerson) / all)} %`,
          ),
        ]),
  ]
}

const strategyTable = ({strategies}: CaseloadCounts) =>
  table(
    'Strategies used',
    ['Strategy', 'Notes that show it'],
    strategies.length === 0
      ? []
      : Object.entries(STRATEGIES).map(([id, name]) =>
          row(
            [[strong(name)], [plain(String(strategies.find(({strategy}) => strategy === id)?.notes ?? 0))]],
            [],
          ),
        ),
  )

const languageBlocks = (language: LanguageCounts | 'counting'): Block[] =>
  language === 'counting'
    ? [
        lines(undefined, [
          line([plain('The notes are being read for this; the numbers follow shortly.')], []),
        ]),
      ]
    : [
        lines(undefined, languageLines(language)),
        ...(language.figures ? languageTables(language.figures) : []),
      ]

function languageLines({words, suggestions, taken}: LanguageCounts): Line[] {
  const perThousand = words === 0 ? 0 : Math.round((10_000 * suggestions) / words) / 10
  return [
    countLine(
      perThousand,
      'suggestions per 1,000 words',
      `${suggestions} in ${words.toLocaleString('en-US')} words, all notes together`,
    ),
    ...(taken
      ? [
          countLine(
            `${taken.count} of ${taken.of}`,
            'earlier suggestions taken',
            'no longer there since the earlier report',
          ),
        ]
      : []),
  ]
}

const openLines = ({reviewItems}: CaseloadCounts): Line[] => [
  countLine(
    reviewItems,
    reviewItems === 1 ? 'thing worth a look' : 'things worth a look',
    'listed on each person’s working page',
  ),
]

function clientSection(
  people: readonly (CaseloadCounts & {readonly id: string; readonly daysSinceContact: number | undefined})[],
): Section {
  return section('Each person', [
    table(
      'Each person',
      [
        'Person',
        'Sessions',
        'Minutes',
        'Units',
        'Late',
        'No goal',
        'Opened',
        'Reached',
        'Paused',
        'Days since',
        'Own steps',
        'To look at',
      ],
      people.map((person) =>
        row(
          [
            [strong(person.id)],
            ...[
              person.sessions,
              person.minutes,
              person.units,
              person.lateEntries,
              person.withoutGoal,
              person.goals.opened,
              person.goals.reached,
              person.goals.paused,
              person.daysSinceContact,
              person.actions.all === 0 ? undefined : `${person.actions.byPerson} of ${person.actions.all}`,
              person.reviewItems,
            ].map((count) => [count === undefined ? undefined : plain(String(count))]),
          ],
          [],
        ),
      ),
    ),
  ])
}
