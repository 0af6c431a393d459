import {addDays} from '../core/time/calendar.ts'
import type {CivilDate} from '../core/time/civil-date.ts'
import {compareText} from '../core/record/said.ts'
import {sharedPage} from './readers/shared-page.ts'
import {isTried, openActions} from './still-open.ts'
import type {Action, FollowUp, Goal, PersonPage, Resource, Summary} from './summary.ts'

/** How many days a week looks ahead, the day itself counted: two, since plans are made from one meeting to the next. */
export const WEEK_DAYS = 14

/** What the coming days hold, by person: those with the nearest day first. */
export interface Week {
  readonly asOf: CivilDate
  /** The last day of it. */
  readonly until: CivilDate
  readonly people: readonly PersonWeek[]
}

export interface PersonWeek {
  readonly client: string
  /** Who wrote the latest note that says who did. */
  readonly specialist: string | undefined
  /** The last day of a note that counts. */
  readonly last: CivilDate | undefined
  readonly meetings: readonly FollowUp[]
  /** Open steps planned for one of the days. */
  readonly steps: readonly PlannedStep[]
  /** Open steps that were planned for a day before. */
  readonly earlier: readonly PlannedStep[]
  /** Resources worth asking about: their next step has its day, or nothing was heard of them for a while. */
  readonly ask: readonly Resource[]
}

export interface PlannedStep {
  readonly action: Action
  /** Its goal, where the page has it. */
  readonly goal: Goal | undefined
}

/**
 * The fourteen days from the day of a fold on. With `specialist`, only people whose latest note is theirs. People for
 * whom nothing is planned and nothing is worth asking are not in it.
 */
export function weekOf({pages, asOf}: Summary, specialist?: string): Week {
  const until = addDays(asOf, WEEK_DAYS - 1)
  const people = pages
    .map((page) => personWeek(sharedPage(page, 'team').page, until))
    .filter((person) => specialist === undefined || person.specialist === specialist)
    .filter(
      ({meetings, steps, earlier, ask}) => meetings.length + steps.length + earlier.length + ask.length > 0,
    )
  return {
    asOf,
    until,
    people: people.toSorted(
      (a, b) => compareText(firstDay(a), firstDay(b)) || compareText(a.client, b.client),
    ),
  }
}

/** Sorts what has no day behind what has one. */
const NO_DAY = '~'

function personWeek(page: PersonPage, until: CivilDate): PersonWeek {
  const {asOf, client, last, followUps, goals, notes} = page
  const steps = openActions(page)
    .toSorted((a, b) => compareText(a.by ?? '', b.by ?? ''))
    .map((action): PlannedStep => ({action, goal: goals.find(({id}) => id === action.goal)}))
  const isIn = (day: CivilDate | undefined): boolean => day !== undefined && day >= asOf && day <= until
  return {
    client,
    specialist: notes.findLast((note) => note.standing === 'counted' && note.specialist !== undefined)
      ?.specialist,
    last,
    meetings: followUps.filter(({on}) => isIn(on)),
    steps: steps.filter(({action}) => isIn(action.by)),
    earlier: steps.filter(({action}) => action.past),
    ask: page.resources
      .filter((resource) => !isTried(resource) && (resource.askAbout !== undefined || isIn(resource.nextBy)))
      .toSorted(
        (a, b) =>
          compareText(a.nextBy ?? NO_DAY, b.nextBy ?? NO_DAY) ||
          compareText(a.lastHeard ?? NO_DAY, b.lastHeard ?? NO_DAY),
      ),
  }
}

const firstDay = ({meetings, steps}: PersonWeek): string =>
  [...meetings.map(({on}) => on), ...steps.flatMap(({action}) => action.by ?? [])].toSorted(compareText)[0] ??
  NO_DAY
