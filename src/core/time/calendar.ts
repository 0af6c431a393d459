import {counted} from '../text/counted.ts'
import {daysBetween, parseCivilDate, shortDate, type CivilDate} from './civil-date.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** A Sunday to count from. */
const SUNDAY = '2023-01-01' as CivilDate

/** `Tuesday`. */
export const weekday = (date: CivilDate): string => WEEKDAYS[weekdayIndex(date)] ?? ''

/** 0 for a Sunday to 6 for a Saturday. */
export const weekdayIndex = (date: CivilDate): number => ((daysBetween(SUNDAY, date) % 7) + 7) % 7

/**
 * The day `days` after `date`, before it where they are negative.
 * @throws RangeError past the years 0 to 9999, which nobody's plans reach.
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  // In UTC, where every day has 24 hours.
  const moved = new Date(Date.UTC(2000, 0, 1))
  moved.setUTCFullYear(year, month - 1, day + days)
  const found = parseCivilDate(moved.toISOString().slice(0, 10))
  if (!found) throw new RangeError(`No day ${days} days from ${date}.`)
  return found
}

/** `today`, `3 days ago`, `in 2 weeks`: how far a day is from today, in words. */
export function farFrom(today: CivilDate, date: CivilDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  const count = Math.abs(days)
  const far = count % 7 === 0 && count < 70 ? counted(count / 7, 'week') : counted(count, 'day')
  return days > 0 ? `in ${far}` : `${far} ago`
}

/** A day with the words that people use for it. */
export interface DayInWords {
  readonly words: string
  readonly date: CivilDate
}

/** Days that a plan may name, nearest first: today, tomorrow, each weekday of the coming week, then one to four weeks on. */
export function daysAhead(today: CivilDate): DayInWords[] {
  const week = [2, 3, 4, 5, 6, 7].map((days) => ({
    words: `next ${weekday(addDays(today, days))}`,
    date: addDays(today, days),
  }))
  const later = [1, 2, 3, 4].map((weeks) => ({
    words: `+${counted(weeks, 'week')}`,
    date: addDays(today, 7 * weeks),
  }))
  return [{words: 'today', date: today}, {words: 'tomorrow', date: addDays(today, 1)}, ...week, ...later]
}

/** Days that something may have happened on, nearest first: today, yesterday, each weekday of the week before. */
export function daysBack(today: CivilDate): DayInWords[] {
  const week = [2, 3, 4, 5, 6, 7].map((days) => ({
    words: `last ${weekday(addDays(today, -days))}`,
    date: addDays(today, -days),
  }))
  return [{words: 'today', date: today}, {words: 'yesterday', date: addDays(today, -1)}, ...week]
}

/** `Tuesday, 14 Jul, 3 days ago`. */
export const dayInFull = (date: CivilDate, today: CivilDate): string =>
  `${weekday(date)}, ${shortDate(date, today)}, ${farFrom(today, date)}`
