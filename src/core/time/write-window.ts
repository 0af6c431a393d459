import {weekdayIndex} from './calendar.ts'
import {daysBetween, type CivilDate} from './civil-date.ts'
import type {TimeWindow} from '../agency/policy.ts'

/** A day, and the minutes after its midnight where a time of day is known. */
export interface Moment {
  readonly date: CivilDate
  readonly time: number | undefined
}

const DAY = 24 * 60

/**
 * Whether something written at `entered` about a service at `service` is past `window`; false where that cannot be
 * told, as with hours when no time of day was noted. Business days leave out Saturdays, Sundays and `holidays`.
 */
export function isPast(
  window: TimeWindow,
  service: Moment,
  entered: Moment,
  holidays: ReadonlySet<CivilDate> = new Set(),
): boolean {
  const days = daysBetween(service.date, entered.date)
  switch (window.of) {
    case 'days':
      return days > window.count
    case 'business days':
      return businessDays(service.date, days, holidays) > window.count
    case 'hours': {
      // Without times of day the service may have been late on its day and the writing early on its own.
      const least = days * DAY + (entered.time ?? 0) - (service.time ?? DAY - 1)
      return least > window.count * 60
    }
  }
}

function businessDays(from: CivilDate, days: number, holidays: ReadonlySet<CivilDate>): number {
  if (days <= 0) return 0
  const first = weekdayIndex(from)
  const isWeekend = (day: number): boolean => (first + day) % 7 === 0 || (first + day) % 7 === 6
  let count = Math.floor(days / 7) * 5
  for (let day = days - (days % 7) + 1; day <= days; day++) if (!isWeekend(day)) count++
  for (const holiday of holidays) {
    const day = daysBetween(from, holiday)
    if (day > 0 && day <= days && !isWeekend(day)) count--
  }
  return count
}
