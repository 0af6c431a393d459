import {addDays, weekdayIndex} from '../../core/time/calendar.ts'
import {parseCivilDate, type CivilDate} from '../../core/time/civil-date.ts'

/** First and last day of some time. */
export interface Days {
  readonly first: CivilDate
  readonly last: CivilDate
}

/** What can be said of a time, for whoever asks. */
export const TIMES = [
  'this week',
  'last week',
  'this month',
  'last month',
  'this year',
  'last year',
  'today',
  'yesterday',
  '30 days ago',
] as const

/**
 * The days that words name: `2026`, `2026-05`, `2026-05-14`, `today`, `last month`, `3 weeks ago`. Weeks begin on
 * Monday. Undefined for anything else.
 */
export function daysNamed(typed: string, today: CivilDate): Days | undefined {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const exact = parseCivilDate(words)
  if (exact) return {first: exact, last: exact}
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(words) ?? []
  if (year !== undefined)
    return month === undefined ? yearDays(Number(year)) : monthDays(Number(year), Number(month))
  if (words === 'today') return {first: today, last: today}
  if (words === 'yesterday') return oneDay(addDays(today, -1))
  const [, count, unit] = /^(\d{1,4}) (day|week|month)s? ago$/.exec(words) ?? []
  if (count !== undefined) return ago(Number(count), unit, today)
  const [, which, span] = /^(this|last) (week|month|year)$/.exec(words) ?? []
  return which === undefined ? undefined : around(today, span, which === 'last' ? -1 : 0)
}

const oneDay = (date: CivilDate): Days => ({first: date, last: date})

function ago(count: number, unit: string | undefined, today: CivilDate): Days | undefined {
  if (unit !== 'month') return oneDay(addDays(today, -count * (unit === 'week' ? 7 : 1)))
  const month = shiftMonth(today, -count)
  return month && {first: sameDay(month, today), last: sameDay(month, today)}
}

/** The same day of another month, or its last. */
function sameDay({first, last}: Days, today: CivilDate): CivilDate {
  const wanted = addDays(first, Number(today.slice(8)) - 1)
  return wanted > last ? last : wanted
}

function around(today: CivilDate, span: string | undefined, by: number): Days | undefined {
  if (span === 'year') return yearDays(Number(today.slice(0, 4)) + by)
  if (span === 'month') return shiftMonth(today, by)
  const sinceMonday = (weekdayIndex(today) + 6) % 7
  const first = addDays(today, 7 * by - sinceMonday)
  return {first, last: addDays(first, 6)}
}

function shiftMonth(today: CivilDate, by: number): Days | undefined {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + by
  return monthDays(Math.floor(months / 12), (months % 12) + 1)
}

function yearDays(year: number): Days | undefined {
  const text = String(year).padStart(4, '0')
  const [first, last] = [parseCivilDate(`${text}-01-01`), parseCivilDate(`${text}-12-31`)]
  return first && last && {first, last}
}

function monthDays(year: number, month: number): Days | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  const first = parseCivilDate(`${text}-01`)
  const last = [31, 30, 29, 28]
    .map((day) => parseCivilDate(`${text}-${day}`))
    .find((day) => day !== undefined)
  return first && last && {first, last}
}
