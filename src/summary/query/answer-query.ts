import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {Policy} from '../../core/agency/policy.ts'
import {plainWord} from '../../core/record/record-words.ts'
import {compareText} from '../../core/record/said.ts'
import type {Page} from '../formats/format.ts'
import {
  plain,
  quote,
  row,
  section,
  soft,
  strong,
  table,
  type Block,
  type Outline,
  type Picture,
  type Row,
} from '../formats/outline.ts'
import {goalTimeline} from '../pictures/goal-timeline.ts'
import {weekStrip} from '../pictures/week-strip.ts'
import {countPerson, daysSinceContact} from '../readers/caseload.ts'
import {dueOf} from '../readers/next-lines.ts'
import {aroundBlocks} from '../readers/resource-lines.ts'
import {sharedPage} from '../readers/shared-page.ts'
import {workingPage} from '../readers/working-page.ts'
import {isOver, isTried, openActions} from '../still-open.ts'
import type {NoteRef, PersonPage, Summary} from '../summary.ts'
import {weekOf} from '../week.ts'
import {nearestWord} from './nearest-word.ts'
import type {Entry} from './query-list.ts'
import type {Condition, ListQuery, Query, QueryPeriod} from './query.ts'

/** What the notes answer. */
export type Answer =
  /** Tables and pictures, each with its notes; `none` is a sentence where the notes hold nothing of it. */
  | {
      readonly kind: 'blocks'
      readonly outline: Outline
      readonly none: string | undefined
      /** Pictures of what the tables tell already. */
      readonly pictures: readonly Picture[]
    }
  | {readonly kind: 'page'; readonly page: Page}
  /** A sentence: no note names the person. */
  | {readonly kind: 'nobody'; readonly message: string}

/** The pages of a folder, all of them or those of everybody whom a question names. */
export type Folded = Pick<Summary, 'asOf' | 'pages'>

/** Answers a question from what the notes of a folder say together, as far as they are for the team. */
export function answerQuery(query: Query, summary: Folded, policy: Policy): Answer {
  const pages: PersonPage[] = []
  for (const typed of query.clients) {
    const page = summary.pages.find(({client, ids}) => client === typed || ids.includes(typed))
    if (!page) return {kind: 'nobody', message: nobody(typed, summary)}
    if (!pages.includes(page)) pages.push(page)
  }
  const asked = query.clients.length > 0 ? pages : summary.pages
  const [only] = asked
  if (query.kind === 'page' && only) return {kind: 'page', page: workingPage(only, {policy})}
  const shared = asked.map((page) => sharedPage(page, 'team').page)
  const blocks = blocksFor(query, shared, summary.asOf).filter((block) => block !== undefined)
  const {blocks: filled} = section('', blocks)
  const none = filled.length > 0 ? undefined : NONE
  const strip = query.kind === 'week' ? weekStrip(shared.flatMap(dueOf), summary.asOf) : undefined
  return {kind: 'blocks', outline: outlineOf(filled, summary.asOf), none, pictures: strip ? [strip] : []}
}

const NONE = 'The notes hold none of these.'

const outlineOf = (blocks: readonly Block[], asOf: CivilDate): Outline => ({
  reader: 'specialist',
  title: '',
  asOf,
  facts: [],
  // One table needs no title of its own above it.
  sections: [{id: 'answer', title: blocks.length === 1 ? (blocks[0]?.title ?? '') : '', blocks}],
  closing: [],
  notice: undefined,
})

function nobody(typed: string, {pages}: Folded): string {
  const known = pages.flatMap(({ids}) => ids)
  const meant = nearestWord(typed, known)
  const near = meant === undefined ? '' : ` Did you mean ${meant}?`
  const about =
    known.length === 0 ? ' No session notes are here yet.' : ` The notes here are about ${known.join(', ')}.`
  return `No note names “${typed}”.${near}${about}`
}

function blocksFor(query: Query, pages: readonly PersonPage[], asOf: CivilDate): (Block | undefined)[] {
  switch (query.kind) {
    case 'list':
      return [listTable(query, pages)]
    case 'week':
      return [weekTable(pages, asOf)]
    case 'caseload':
      return [caseloadTable(query, pages, asOf)]
    case 'map':
      return pages.flatMap((page) => [...aroundBlocks(page)])
    case 'timeline':
      return pages.map(goalTimeline)
    case 'page':
      return []
  }
}

/** Everything of a list that fits, by person and then as their page has it. */
function listTable(query: ListQuery, pages: readonly PersonPage[]): Block {
  const {list, clients} = query
  const withPerson = pages.length !== 1 || clients.length !== 1
  const rows = pages.flatMap((page) =>
    list
      .entries(page)
      .filter((entry) => fits(entry, query))
      .map((entry) => row([...(withPerson ? [[plain(page.client)]] : []), ...entry.cells], entry.refs)),
  )
  return table(list.name, withPerson ? ['Person', ...list.columns] : list.columns, rows)
}

const fits = (entry: Entry, {phrases, where, ...period}: ListQuery): boolean =>
  phrases.every((phrase) => entry.fits.includes(phrase)) &&
  where.every((condition) => holds(entry, condition)) &&
  isIn(entry.refs, period)

function holds({facts}: Entry, {field, test, values}: Condition): boolean {
  const said = (facts[field] ?? []).filter((fact) => fact !== undefined)
  if (test === 'has')
    return said.some((fact) => values.some((value) => fact.toLowerCase().includes(value.toLowerCase())))
  const wanted = new Set(values.map(plainWord))
  const isOne = said.some((fact) => wanted.has(plainWord(fact)))
  return test === 'is' ? isOne : !isOne
}

/** Whether a note of those days speaks of it. */
const isIn = (refs: readonly NoteRef[], {since, until}: QueryPeriod): boolean =>
  (since === undefined && until === undefined) ||
  refs.some(
    ({date}) =>
      date !== undefined && (since === undefined || date >= since) && (until === undefined || date <= until),
  )

function weekTable(pages: readonly PersonPage[], asOf: CivilDate): Block {
  const rows = weekOf({pages, asOf, review: []}).people.flatMap(({client, meetings, steps, earlier, ask}) => [
    ...meetings.map(({on, start, place, about, sources}) => ({
      day: on,
      row: weekRow(on, client, ['meeting', [start, place, about].filter(Boolean).join(', ')], sources, asOf),
    })),
    ...[...steps, ...earlier].map(({action: {what, who, by, past, sources}, goal}) => ({
      day: by,
      row: weekRow(
        by,
        client,
        [past ? 'step, its day is past' : 'step', `${what}${who ? ` (${who})` : ''}`, goal?.words],
        sources,
        asOf,
      ),
    })),
    ...ask.map(({name, next, nextBy, sources}) => ({
      day: nextBy,
      row: weekRow(
        nextBy,
        client,
        ['worth asking about', [name, next].filter(Boolean).join(': ')],
        sources,
        asOf,
      ),
    })),
  ])
  const byDay = rows.toSorted((a, b) => compareText(a.day ?? '~', b.day ?? '~'))
  return table(
    'Day by day',
    ['Day', 'Person', 'What', 'In words'],
    byDay.map((each) => each.row),
  )
}

const weekRow = (
  day: CivilDate | undefined,
  client: string,
  [kind, what, goal]: readonly [string, string, (string | undefined)?],
  refs: readonly NoteRef[],
  asOf: CivilDate,
): Row =>
  row(
    [
      [day && plain(shortDate(day, asOf))],
      [plain(client)],
      [plain(kind)],
      [plain(what), goal ? quote(goal) : undefined],
    ],
    refs,
  )

function caseloadTable({since, until}: QueryPeriod, pages: readonly PersonPage[], asOf: CivilDate): Block {
  const last = until !== undefined && until < asOf ? until : asOf
  return table(
    'Everybody',
    [
      'Person',
      'Last contact',
      'Contacts',
      'Goals in motion',
      'Reached',
      'Steps open',
      'Worth asking about',
      'Worth a look',
    ],
    pages.map((page) => {
      const {sessions, goals} = countPerson(page, {since, asOf: last})
      const days = daysSinceContact(page, asOf)
      const contact = page.sessions.findLast(({on}) => on !== undefined && on <= asOf)
      return row(
        [
          [strong(page.client)],
          [
            page.last && plain(shortDate(page.last, asOf)),
            days !== undefined && soft(days === 1 ? '1 day ago' : `${days} days ago`),
          ],
          ...[
            sessions,
            page.goals.filter(({status}) => !isOver(status)).length,
            goals.reached,
            openActions(page).length,
            page.resources.filter((resource) => resource.askAbout && !isTried(resource)).length,
            page.review.length,
          ].map((count) => [plain(String(count))]),
        ],
        contact ? [contact.source] : [],
      )
    }),
  )
}
