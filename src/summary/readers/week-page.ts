import {counted} from '../../core/text/counted.ts'
import {weekday} from '../../core/time/calendar.ts'
import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {Policy} from '../../core/agency/policy.ts'
import type {Page} from '../formats/format.ts'
import {
  capital,
  firstOf,
  line,
  lines,
  longDate,
  plain,
  quote,
  section,
  soft,
  strong,
  type Line,
  type Lines,
  type Outline,
  type Section,
} from '../formats/outline.ts'
import {weekStrip, type Due} from '../pictures/week-strip.ts'
import {statusWords} from '../standing-words.ts'
import type {FollowUp, Resource, Summary} from '../summary.ts'
import {weekOf, type PersonWeek, type PlannedStep} from '../week.ts'
import {dueAmong} from './next-lines.ts'
import {part2Notice} from './part2-notice.ts'
import {plannedFor} from './resource-lines.ts'
import {weekData} from './week-data.ts'

export interface WeekSettings {
  readonly policy: Policy
  /** Only people whose latest note is by this specialist; undefined for everybody. */
  readonly specialist: string | undefined
}

/** How many resources to ask about stand under a person; the rest are on their page. */
const MOST_ASKED = 5

/**
 * The next fourteen days of a specialist: the days at a glance, then each person, those with the nearest day first,
 * with meetings, steps and what is worth asking about. Nothing that the notes keep from the team.
 */
export function weekPage(summary: Summary, {policy, specialist}: WeekSettings): Page {
  const week = weekOf(summary, specialist)
  const {asOf, until, people} = week
  const outline: Outline = {
    reader: 'specialist',
    title: specialist === undefined ? 'The next two weeks' : 'My week',
    asOf,
    facts: [
      `${longDate(asOf)} to ${longDate(until)}`,
      ...(specialist === undefined ? [] : [`people whose latest note is by ${specialist}`]),
      counted(people.length, 'person', 'people'),
    ],
    sections: [
      section('The days', [
        weekStrip(people.flatMap(dueOf), asOf),
        lines(undefined, people.length > 0 ? [] : [line([plain(NOTHING)], [])]),
      ]),
      ...people.map((person, index) => personSection(person, asOf, index + 1)),
    ].filter(({blocks}) => blocks.length > 0),
    closing: [],
    notice: part2Notice(policy),
  }
  return {outline, data: {...(specialist !== undefined && {specialist}), ...weekData(week)}}
}

const NOTHING = 'Nothing is planned for these days, and nothing is waiting to be asked about.'

/** Ids of people may hold any sign, so the section has a number of its own. */
const personSection = (person: PersonWeek, asOf: CivilDate, number: number): Section => {
  const {client, meetings, steps, earlier, ask, last} = person
  return {
    ...section(client, [
      lines(undefined, last === undefined ? [] : [line([soft(`Last note ${shortDate(last, asOf)}`)], [])]),
      lines(
        'Meeting',
        meetings.map((meeting) => meetingLine(meeting, asOf)),
      ),
      ...stepLists(steps, asOf),
      lines(
        'Planned for a day before',
        earlier.map((step) => stepLine(step, asOf)),
      ),
      lines(
        'Worth asking about',
        firstOf(
          ask.map((resource) => askLine(resource, asOf)),
          MOST_ASKED,
          (rest) => `and ${rest} more, on their page`,
        ),
      ),
    ]),
    id: `person-${number}`,
  }
}

function stepLists(steps: readonly PlannedStep[], asOf: CivilDate): Lines[] {
  const list = (title: string, isOne: (who: string | undefined) => boolean): Lines =>
    lines(
      title,
      steps.filter(({action}) => isOne(action.who)).map((step) => stepLine(step, asOf)),
    )
  return [
    list('Their steps', (who) => who === 'person'),
    list('The specialist’s steps', (who) => who === 'specialist'),
    list('More steps', (who) => who !== 'person' && who !== 'specialist'),
  ]
}

const dayOf = (day: CivilDate, asOf: CivilDate): string =>
  `${weekday(day).slice(0, 3)} ${shortDate(day, asOf)}`

const meetingLine = ({on, start, place, about, sources}: FollowUp, asOf: CivilDate): Line =>
  line(
    [
      strong([dayOf(on, asOf), start].filter(Boolean).join(', ')),
      soft([place, about].filter(Boolean).join('; ')),
    ],
    sources,
  )

const stepLine = ({action: {what, who, by, sources}, goal}: PlannedStep, asOf: CivilDate): Line =>
  line(
    [
      who && who !== 'person' && who !== 'specialist' ? strong(`${capital(statusWords(who))}:`) : undefined,
      plain(what),
      by && soft(by < asOf ? plannedFor(by, asOf) : `by ${dayOf(by, asOf)}`),
      goal && soft('for'),
      goal && quote(goal.words),
    ],
    sources,
  )

const askLine = ({name, next, nextBy, lastHeard, sources}: Resource, asOf: CivilDate): Line =>
  line(
    [
      strong(capital(name)),
      next ? soft(next) : undefined,
      nextBy && soft(plannedFor(nextBy, asOf)),
      lastHeard && soft(`last heard ${shortDate(lastHeard, asOf)}`),
    ],
    sources.slice(-1),
  )

/** What of a person has a day, with their id before it. */
const dueOf = ({client, meetings, steps, ask}: PersonWeek): Due[] =>
  dueAmong({followUps: meetings, actions: steps.map(({action}) => action), resources: ask}, (words) =>
    [client, words].filter(Boolean).join(': '),
  )
