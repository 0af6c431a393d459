import pico from 'picocolors'
import {weekday} from '../core/time/calendar.ts'
import {shortDate, type CivilDate} from '../core/time/civil-date.ts'
import {compareText} from '../core/record/said.ts'
import type {FollowUp, Resource} from '../summary/summary.ts'
import type {PersonWeek, PlannedStep, Week} from '../summary/week.ts'
import type {Shell} from './shell.ts'

/** Longest words of a note on a line of the terminal. */
const LONGEST = 100

/** How many resources are shown for a person, those with a day for their next step first. */
const MOST_ASKED = 5

/** The coming days for people at a terminal. */
export function weekText({asOf, until, people}: Week, {color}: Pick<Shell, 'color'>): string {
  const paint = pico.createColors(color)
  const days = `${shortDate(asOf)} to ${shortDate(until)} ${until.slice(0, 4)}`
  if (people.length === 0) return `${days}: nothing is planned, and nothing is waiting to be asked about.\n`
  const blocks = people.map((person) =>
    [paint.bold(headOf(person, asOf)), ...linesOf(person, asOf).map((line) => `  ${line}`), ''].join('\n'),
  )
  return [`${days}\n`, ...blocks].join('\n')
}

const headOf = ({client, last}: PersonWeek, asOf: CivilDate): string =>
  last === undefined ? words(client) : `${words(client)}  (last note ${shortDate(last, asOf)})`

function linesOf({meetings, steps, earlier, ask}: PersonWeek, asOf: CivilDate): string[] {
  return [
    ...[
      ...meetings.map((meeting) => ({on: meeting.on, line: meetingLine(meeting)})),
      ...steps.map((step) => ({
        on: step.action.by ?? asOf,
        line: `${dayOf(step.action.by)}  ${stepWords(step)}`,
      })),
    ]
      .toSorted((a, b) => compareText(a.on, b.on))
      .map(({line}) => line),
    ...earlier.map(
      (step) =>
        `${step.action.by ? `was planned for ${shortDate(step.action.by, asOf)}` : ''}  ${stepWords(step)}`,
    ),
    ...ask.slice(0, MOST_ASKED).map((resource) => `worth asking about  ${askWords(resource, asOf)}`),
    ...(ask.length > MOST_ASKED ? [`and ${ask.length - MOST_ASKED} more, on their page`] : []),
  ]
}

const dayOf = (day: CivilDate | undefined): string =>
  day === undefined ? '' : `${weekday(day).slice(0, 3)} ${shortDate(day)}`

const meetingLine = ({on, start, place, about}: FollowUp): string =>
  `${dayOf(on)}${start ? ` ${start}` : ''}  ${['meeting', place, about].flatMap((part) => (part ? words(part) : [])).join(', ')}`

const stepWords = ({action: {what, who}, goal}: PlannedStep): string => {
  const whose =
    who === 'person' ? 'their step: ' : who === 'specialist' ? 'your step: ' : who ? `${words(who)}: ` : ''
  return `${whose}${words(what)}${goal ? `, for “${words(goal.words)}”` : ''}`
}

function askWords({name, next, nextBy, lastHeard}: Resource, asOf: CivilDate): string {
  const step = next ? `: ${words(next)}${nextBy ? `, by ${shortDate(nextBy, asOf)}` : ''}` : ''
  return `${words(name)}${step}${lastHeard ? ` (last heard ${shortDate(lastHeard, asOf)})` : ''}`
}

/** Words of a note on one line, without signs that a terminal would take for commands. */
function words(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
