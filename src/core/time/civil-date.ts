/** A day on the calendar as `YYYY-MM-DD`, with no clock and no time zone; such texts sort as the days do. */
export type CivilDate = string & {readonly civilDate: unique symbol}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** The day that `text` names in ISO form, or undefined where there is no such day. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = SHAPE.exec(text.trim())
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? (match[0] as CivilDate)
    : undefined
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days since 0000-03-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible date algorithms"). */
function dayNumber(date: CivilDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/** `14 Jul`, and `14 Jul 2025` where the year differs from that of `today`. */
export function shortDate(date: CivilDate, today?: CivilDate): string {
  const [year = '', month = '1', day = '1'] = date.split('-')
  const name = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`
  return today?.startsWith(year) === false ? `${name} ${year}` : name
}
