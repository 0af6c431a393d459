import {daysBetween, shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {contactTimes} from '../../core/time/contact-time.ts'
import {policyFor} from '../../core/agency/policy.ts'
import {isPast, type Moment} from '../../core/time/write-window.ts'
import type {Offer} from '../finding.ts'
import {offerTopKeys} from './offers.ts'
import type {CheckedNote, Rule} from './rule.ts'

const daysText = (days: number): string => (days === 1 ? 'one day' : `${days} days`)

export const lateEntry: Rule = {
  id: 'note/late-entry',
  about:
    'A note whose `entered` is later after its `date` than `late_after` in policy.yml. Leaves alone: notes that say `late: yes` with a reason, addenda and corrections, and everything where the policy names no time; hours are counted only where times of day are noted.',
  why: 'A reader can tell what was written on the day from what was written afterwards.',
  severity: 'information',
  *check(checked, {policy}) {
    const {record} = checked
    const {entered, date, late, reason, service} = record
    if (!entered || !date || record.amends || record.corrects) return
    const {lateAfter, lateUntil} = policyFor(policy, service.payer?.value)
    const served: Moment = {date: date.value, time: contactTimes(record).at(-1)?.end}
    const past = (window: typeof lateAfter): boolean =>
      window !== undefined && isPast(window, served, entered.value, policy.holidays)
    const isLast = past(lateUntil)
    if (!isLast && (!past(lateAfter) || (late?.value === true && reason))) return
    const written = `Late entry, written ${shortDate(entered.value.date, date.value)}`
    const window = isLast ? lateUntil : lateAfter
    yield {
      span: entered.span,
      message: `${written}: ${daysText(daysBetween(date.value, entered.value.date))} after the contact; the policy of this folder names ${window?.words ?? ''}.`,
      offers: lateOffers(checked),
    }
  },
}

/** `late: yes` and a reason, where they are not there yet. */
function lateOffers({note, record}: CheckedNote): Offer[] {
  const blanks = [
    ...(record.late ? [] : [{key: 'late', value: 'yes'}]),
    ...(record.reason ? [] : [{key: 'reason', value: '"[why it was written later]"'}]),
  ]
  return blanks.length === 0 ? [] : offerTopKeys(note, 'entered', blanks)
}

const isBefore = (a: CivilDate, b: CivilDate): boolean => daysBetween(a, b) > 0

export const enteredBeforeDate: Rule = {
  id: 'note/entered-before-date',
  about: 'A note whose `entered` is a day before its `date`. Leaves alone: notes without one of the two.',
  why: 'One of the two days is probably a slip.',
  severity: 'warning',
  *check({record: {entered, date}}) {
    if (entered && date && isBefore(entered.value.date, date.value))
      yield {
        span: entered.span,
        message: `This says the note was written on ${shortDate(entered.value.date, date.value)}, before the contact on ${shortDate(date.value)}.`,
      }
  },
}

export const dateAhead: Rule = {
  id: 'note/date-ahead',
  about:
    'A note dated more than a day after today. Leaves alone: tomorrow, which may be today where the writer is.',
  why: 'A page takes up a note on its day, so a year or a month that slipped hides it until then.',
  severity: 'information',
  *check({record: {date}}, {asOf}) {
    if (date && asOf && daysBetween(asOf, date.value) > 1)
      yield {
        span: date.span,
        message: `This day is still to come: ${shortDate(date.value, asOf)}, ${daysText(daysBetween(asOf, date.value))} from today.`,
      }
  },
}
