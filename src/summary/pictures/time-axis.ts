import type {Element} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {addDays} from '../../core/time/calendar.ts'
import {daysBetween, parseCivilDate, shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {round, text} from './svg.ts'

/** Days on a line from left to right. */
export interface TimeAxis {
  readonly at: (day: CivilDate) => number
  /** Firsts of months, thinned so that their names have room; the first of them with its year. */
  readonly ticks: readonly {readonly x: number; readonly words: string}[]
}

/** Room that the name of a month takes. */
const ROOM = 44

export function timeAxis(
  first: CivilDate,
  last: CivilDate,
  {left, right}: {readonly left: number; readonly right: number},
): TimeAxis {
  const days = Math.max(1, daysBetween(first, last))
  const at = (day: CivilDate): number =>
    left + ((right - left) * Math.min(days, Math.max(0, daysBetween(first, day)))) / days
  const months = firstsOfMonths(first, last)
  const step = STEPS.find((each) => (months.length / each) * ROOM <= right - left) ?? months.length
  const shown = months.filter((day) => monthsOf(day) % step === 0)
  const ticks = shown.map((day, index) => ({
    x: round(at(day)),
    words: monthWords(day, index === 0 || day.slice(5, 7) === '01'),
  }))
  return {at, ticks: ticks.length > 0 ? ticks : [{x: round(left), words: shortDate(first)}]}
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120]

const monthsOf = (day: CivilDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

function monthWords(day: CivilDate, withYear: boolean): string {
  const month = shortDate(day).split(' ')[1] ?? ''
  return withYear ? `${month} ${day.slice(0, 4)}` : month
}

function firstsOfMonths(first: CivilDate, last: CivilDate): CivilDate[] {
  const found: CivilDate[] = []
  for (let day = firstOfMonth(first); day <= last; day = firstOfMonth(addDays(day, 32)))
    if (day >= first) found.push(day)
  return found
}

function firstOfMonth(day: CivilDate): CivilDate {
  const found = parseCivilDate(`${day.slice(0, 7)}-01`)
  if (!found) throw new RangeError(`${day} has no month.`)
  return found
}

/** Fine lines down from the names of the months. */
export const axisLines = ({ticks}: TimeAxis, {top, bottom}: {top: number; bottom: number}): Element[] =>
  ticks.flatMap(({x, words}) => [
    s('path', {
      d: `M${x} ${round(top)}V${round(bottom)}`,
      stroke: 'currentColor',
      strokeOpacity: 0.3,
      strokeDasharray: '1 3',
    }),
    text(x + 2, top + 9, words, {size: 11, soft: true}),
  ])
