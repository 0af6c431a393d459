import {contactTimes, type ContactTime} from '../../core/time/contact-time.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import type {KnownNote} from './known-notes.ts'
import type {Rule} from './rule.ts'

const DAY = 24 * 60
const NOON = 12 * 60

/** `14:05` of minutes after midnight. */
const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const NIGHT_STARTS = 18 * 60
/** A contact past midnight that is longer than this is more likely a slip. */
const LONGEST_NIGHT = 8 * 60

export const endBeforeStart: Rule = {
  id: 'note/end-before-start',
  about:
    'An end that is an earlier time of day than the start. It is counted as past midnight; in the evening it only asks. Leaves alone: ends after their starts, and a contact past midnight whose duration says the same.',
  why: 'Minutes and units are counted from these two times.',
  severity: 'warning',
  *check({record}) {
    for (const {endsEarlier, start, minutes, typedMinutes, endSpan} of contactTimes(record)) {
      if (!endsEarlier || !endSpan || start === undefined || minutes === undefined) continue
      if (typedMinutes === minutes) continue
      const atNight = start >= NIGHT_STARTS && minutes <= LONGEST_NIGHT
      // `11:30` to `1:15`: an afternoon was meant.
      const later = start + minutes - NOON
      const afternoon = later > start && later < DAY ? clockText(later) : undefined
      yield {
        span: endSpan,
        severity: atNight ? 'hint' : 'warning',
        message: atNight
          ? `The end is counted as past midnight, which makes ${minutes} minutes. Is that so?`
          : `The end comes before the start at ${clockText(start)}${afternoon ? `; perhaps ${afternoon}` : ''}.`,
        offers:
          afternoon && !atNight
            ? [{kind: 'ask', text: afternoon, edits: [{span: endSpan, text: afternoon}]}]
            : [],
      }
    }
  },
}

export const durationDiffers: Rule = {
  id: 'note/duration-differs',
  about:
    'A duration that is not the time between start and end. Leaves alone: a difference of up to five minutes, and notes with two of the three.',
  why: 'Two of the three are enough; where all stand, a reader sees two lengths for one meeting.',
  severity: 'warning',
  *check({record}) {
    for (const {minutes, typedMinutes, durationSpan, start, end} of contactTimes(record)) {
      if (minutes === undefined || typedMinutes === undefined || !durationSpan) continue
      if (start === undefined || end === undefined || Math.abs(minutes - typedMinutes) <= 5) continue
      const text = `${minutes} min`
      yield {
        span: durationSpan,
        message: `From ${clockText(start)} to ${clockText(end)} is ${minutes} minutes, and this says ${typedMinutes}.`,
        offers: [{kind: 'ask', text, edits: [{span: durationSpan, text}]}],
      }
    }
  },
}

const overlapping = (a: ContactTime, b: ContactTime): boolean =>
  a.start !== undefined &&
  a.end !== undefined &&
  b.start !== undefined &&
  b.end !== undefined &&
  a.start < b.end &&
  b.start < a.end &&
  a.end - a.start <= DAY &&
  b.end - b.start <= DAY

const isGroup = (record: SessionRecord): boolean =>
  record.clients.length > 1 || /group/i.test(record.kind?.value ?? '')

/** One group is written once for each person: the same hours, by the same specialist. */
const isSameGroup = (record: SessionRecord, other: SessionRecord): boolean =>
  isGroup(record) && isGroup(other)

export const contactsOverlap: Rule = {
  id: 'note/contacts-overlap',
  about:
    'Two contacts that share minutes: two under `contacts` in one note, or those of two notes of one specialist on one day. Leaves alone: a group that is written once for each person, corrections and addenda, and visits that two specialists made together.',
  why: 'One person is in one place at a time, and the minutes of both are counted.',
  severity: 'warning',
  *check({record}, {known, file}) {
    const times = contactTimes(record)
    const others = known && !record.amends && !record.corrects ? known.sameSpecialist(record, file) : []
    for (const [index, time] of times.entries()) {
      const here = times
        .slice(0, index)
        .filter((earlier) => overlapping(time, earlier))
        .map((earlier) => `another contact of this note (${rangeText(earlier)})`)
      const [first, ...more] = [...here, ...others.flatMap((other) => overlapsOf(record, time, other))]
      if (first === undefined) continue
      const rest = more.length === 0 ? '' : ` and with ${more.length} more`
      yield {
        span: time.startSpan ?? time.endSpan ?? {start: 0, end: 0},
        message: `This time overlaps with ${first}${rest}.`,
      }
    }
  },
}

/** The contact of another note that shares minutes with `time`, in words; the first where it has several. */
function overlapsOf(record: SessionRecord, time: ContactTime, other: KnownNote): string[] {
  if (isSameGroup(record, other.record)) return []
  const theirs = contactTimes(other.record).find((each) => overlapping(time, each))
  return theirs ? [`the contact in ${other.file} (${rangeText(theirs)})`] : []
}

const rangeText = ({start = 0, end = 0}: ContactTime): string => `${clockText(start)} to ${clockText(end)}`
