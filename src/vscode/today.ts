import {parseCivilDate, type CivilDate} from '../core/time/civil-date.ts'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The day and the time of day where the writer is. */
export function now(): {readonly date: CivilDate; readonly time: string} {
  const clock = new Date()
  const day = [clock.getFullYear(), twoDigits(clock.getMonth() + 1), twoDigits(clock.getDate())].join('-')
  const date = parseCivilDate(day)
  if (!date) throw new RangeError(`The clock shows no day of the calendar: ${day}.`)
  return {date, time: `${twoDigits(clock.getHours())}:${twoDigits(clock.getMinutes())}`}
}
