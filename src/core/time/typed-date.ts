import {parseCivilDate, type CivilDate} from './civil-date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as somebody typed it; `iso` says whether it was typed as `2026-07-14`. */
export interface TypedDate {
  readonly date: CivilDate
  readonly iso: boolean
}

/**
 * Reads `2026-07-14`, `7/14/26`, `7/14/2026`, `2026/7/14`, `14.7.2026`, `July 14, 2026` and `14 Jul 2026`, also
 * with a time or a weekday beside it. Between slashes the month comes first unless that is no month; between
 * dots the day comes first; two-digit years are of this century.
 */
export function readTypedDate(typed: string): TypedDate | undefined {
  const text = typed.trim()
  const iso = parseCivilDate(text)
  if (iso) return {date: iso, iso: true}
  const date = readYearFirst(text) ?? readNumbers(text) ?? readMonthName(text)
  return date && {date, iso: false}
}

/** Whether no other day could be meant by a date that can be read, as by `3/4/26`. */
export function isPlainDate(typed: string): boolean {
  const [first = 0, second = 0] = typed
    .trim()
    .split(/[^\d]+/)
    .map(Number)
  return /^\d{4}|[a-z]{3}/i.test(typed.trim()) || first > 12 || second > 12 || first === second
}

function readYearFirst(text: string): CivilDate | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s,].*)?$/.exec(text) ?? []
  return toDate(year, month, day)
}

function readNumbers(text: string): CivilDate | undefined {
  const [, first = '', mark, second = '', year] =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T\s,].*)?$/.exec(text) ?? []
  const dayFirst = mark === '.' || Number(first) > 12
  return dayFirst ? toDate(year, second, first) : toDate(year, first, second)
}

function readMonthName(text: string): CivilDate | undefined {
  const words = text
    .toLowerCase()
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+/, '')
  const [, monthFirst, dayAfter, yearAfter] =
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(words) ?? []
  if (monthFirst) return toDate(yearAfter, monthNumber(monthFirst), dayAfter)
  const [, day, month, year] =
    /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(words) ?? []
  return month ? toDate(year, monthNumber(month), day) : undefined
}

/** `'0'`, which is no month, where the word names none. */
const monthNumber = (word: string): string => String(MONTHS.indexOf(word.slice(0, 3)) + 1)

function toDate(year?: string, month?: string, day?: string): CivilDate | undefined {
  if (!year || !month || !day) return undefined
  const fullYear = year.length === 2 ? `20${year}` : year
  return parseCivilDate(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
