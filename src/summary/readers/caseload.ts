import {daysBetween, type CivilDate} from '../../core/time/civil-date.ts'
import {inOrderOfPractice} from '../../core/record/strategies.ts'
import type {Strategy} from '../../core/record/vocabulary-form.ts'
import {groupBy} from '../group-by.ts'
import {languageReport, type LanguageReport, type NoteLanguage} from '../language-figures.ts'
import type {Goal, PersonPage, Session, Summary} from '../summary.ts'
import {sharedPage} from './shared-page.ts'

/** What a linter said of the notes of the period, counted by whoever has one. */
export interface LanguageCounts {
  /** Words of the notes' own prose. */
  readonly words: number
  readonly suggestions: number
  /** Of those that an earlier run counted, how many are gone; undefined without an earlier run. */
  readonly taken?: {readonly count: number; readonly of: number}
  /** By team and by month; undefined where only the whole was counted. */
  readonly figures?: LanguageReport
}

/** The language of the period's notes; `isCompared` where somebody looked at what was there before. */
export function languageCounts(
  notes: readonly NoteLanguage[],
  {isCompared}: {readonly isCompared: boolean},
): LanguageCounts {
  const figures = languageReport(notes)
  const {words, suggestions, taken} = figures.all
  return {words, suggestions, ...(isCompared && {taken: taken ?? {count: 0, of: 0}}), figures}
}

/** Counts over people, or over one; nothing in it says whose they are. */
export interface CaseloadCounts {
  readonly people: number
  /** Contacts, a group once. */
  readonly sessions: number
  /** Of the contacts whose length is known, a group once. */
  readonly minutes: number
  readonly withoutLength: number
  /** Each person's, as an agency bills them; undefined where the policy names no rounding. */
  readonly units: number | undefined
  readonly triedToReach: number
  readonly lateEntries: number
  readonly pastWindow: number
  readonly withoutGoal: number
  readonly goals: {readonly opened: number; readonly reached: number; readonly paused: number}
  /** Days from the last contact to the day of the report; undefined where nobody had one. */
  readonly medianDaysSinceContact: number | undefined
  /** How many notes show each. */
  readonly strategies: readonly {readonly strategy: Strategy; readonly notes: number}[]
  readonly actions: {readonly byPerson: number; readonly all: number}
  readonly strengthsNoted: number
  readonly reviewItems: number
}

export interface Period {
  /** The first day that counts; undefined for all. */
  readonly since: CivilDate | undefined
  readonly asOf: CivilDate
}

/** Counts over everybody's notes in a period, as far as they are for the team. */
export function countCaseload({pages, review}: Summary, period: Period): CaseloadCounts {
  const shared = pages.map((page) => sharedPage(page, 'team').page)
  const own = new Set(pages.flatMap((page) => page.review))
  const nobodys = review.filter((item) => !own.has(item)).length
  return {
    ...countPages(shared, period),
    reviewItems: countOf(shared, ({review: items}) => items.length) + nobodys,
  }
}

/** The same for one person. */
export const countPerson = (page: PersonPage, period: Period): CaseloadCounts =>
  countPages([sharedPage(page, 'team').page], period)

function countPages(pages: readonly PersonPage[], period: Period): CaseloadCounts {
  const isIn = (day: CivilDate | undefined): boolean =>
    day !== undefined && day <= period.asOf && (period.since === undefined || day >= period.since)
  const held = pages.flatMap(({sessions}) => sessions.filter(({on}) => isIn(on)))
  const contacts = onePerContact(held)
  const met = contacts.filter(isMet)
  const days = pages.flatMap(({serviceDays}) => serviceDays.filter(({on}) => isIn(on)))
  const units = days.flatMap((day) => day.units ?? [])
  const changes = (isOne: (change: Goal['life'][number]) => boolean): number =>
    countOf(
      pages,
      ({goals}) => goals.filter(({life}) => life.some((change) => isIn(change.on) && isOne(change))).length,
    )
  const actions = pages.flatMap((page) =>
    page.actions.filter(({sources}) => sources.some(({date}) => isIn(date))),
  )
  return {
    people: pages.length,
    sessions: met.length,
    minutes: met.reduce((sum, {minutes}) => sum + (minutes ?? 0), 0),
    withoutLength: met.filter(({minutes}) => minutes === undefined).length,
    units: units.length === 0 ? undefined : units.reduce((sum, count) => sum + count, 0),
    triedToReach: contacts.length - met.length,
    lateEntries: oneEach(contacts.filter(({late}) => late?.standing === 'late' || late?.standing === 'past')),
    pastWindow: oneEach(contacts.filter(({late}) => late?.standing === 'past')),
    withoutGoal: withoutGoal(held),
    goals: {
      opened: countOf(pages, ({goals}) => goals.filter(({life, since}) => isIn(life[0]?.on ?? since)).length),
      reached: changes(({status}) => status === 'reached'),
      paused: changes(({status}) => status === 'paused'),
    },
    medianDaysSinceContact: median(pages.flatMap((page) => daysSinceContact(page, period.asOf) ?? [])),
    strategies: strategiesIn(contacts),
    actions: {
      byPerson: actions.filter(({who}) => who === 'person').length,
      all: actions.filter(({who}) => who !== undefined).length,
    },
    strengthsNoted: countOf(
      pages,
      ({strengths}) => strengths.filter(({evidence}) => evidence.some(({on}) => isIn(on))).length,
    ),
    reviewItems: countOf(pages, ({review}) => review.length),
  }
}

const countOf = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0)

const isMet = ({kind}: Session): boolean => kind !== 'no-contact' && kind !== 'supervision'

/** A group's contact stands on the page of each of its people; here it is one. */
const onePerContact = (sessions: readonly Session[]): Session[] =>
  [
    ...groupBy(sessions, ({source: {file, line}, start}) => `${file}:${line}:${start ?? ''}`).values(),
  ].flatMap((same) => same.slice(0, 1))

/** How many notes. */
const oneEach = (sessions: readonly Session[]): number =>
  new Set(sessions.map(({source}) => source.file)).size

/** Notes of counted sessions that speak of no goal of anybody. */
const withoutGoal = (held: readonly Session[]): number =>
  [...groupBy(held, ({source}) => source.file).values()].filter(
    (same) =>
      same.some((session) => isMet(session) && session.counted) &&
      same.every(({goals}) => goals.length === 0),
  ).length

function strategiesIn(contacts: readonly Session[]): CaseloadCounts['strategies'] {
  const notes = [...groupBy(contacts, ({source}) => source.file).values()].map(
    (same) => new Set(same.flatMap(({strategies}) => strategies)),
  )
  return inOrderOfPractice(new Set(notes.flatMap((shown) => [...shown]))).map((strategy) => ({
    strategy,
    notes: notes.filter((shown) => shown.has(strategy)).length,
  }))
}

export function daysSinceContact({sessions}: PersonPage, asOf: CivilDate): number | undefined {
  const last = sessions
    .filter((session) => isMet(session))
    .flatMap(({on}) => (on && on <= asOf ? [on] : []))
    .toSorted()
    .at(-1)
  return last && daysBetween(last, asOf)
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
