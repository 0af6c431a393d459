import {clockMinutes} from './clock-time.ts'
import type {SessionRecord} from '../record/record.ts'
import type {Said} from '../record/said.ts'
import type {Span} from '../text/span.ts'

/** When one contact was. Civil times: counted as they were typed, on the nights when clocks change too. */
export interface ContactTime {
  /** Minutes after midnight of the day of the note. */
  readonly start: number | undefined
  /** Minutes after the same midnight: more than a day's where the contact went past it. */
  readonly end: number | undefined
  /** Length in minutes: from start and end, else as typed. */
  readonly minutes: number | undefined
  /** As typed under `duration`. */
  readonly typedMinutes: number | undefined
  /** True where the end was typed as an earlier time of day than the start. */
  readonly endsEarlier: boolean
  readonly startSpan: Span | undefined
  readonly endSpan: Span | undefined
  readonly durationSpan: Span | undefined
}

const DAY = 24 * 60

/** The contacts that a note states, in its order: those under `contacts`, else the one of `start`, `end`, `duration`. */
export function contactTimes(record: SessionRecord): ContactTime[] {
  const several = record.contacts.map(({start, end}) => contactTime(start, end, undefined))
  if (several.length > 0) return several
  const {start, end, duration} = record
  return start || end || duration ? [contactTime(start, end, duration)] : []
}

function contactTime(
  startSaid: Said<string> | undefined,
  endSaid: Said<string> | undefined,
  durationSaid: Said<string> | undefined,
): ContactTime {
  const start = startSaid && clockMinutes(startSaid.value)
  const endOfDay = endSaid && clockMinutes(endSaid.value)
  const typedMinutes = durationSaid && durationMinutes(durationSaid.value)
  const endsEarlier = start !== undefined && endOfDay !== undefined && endOfDay < start
  const stated = endsEarlier ? endOfDay + DAY : endOfDay
  const end = stated ?? (start !== undefined && typedMinutes !== undefined ? start + typedMinutes : undefined)
  return {
    start: start ?? (end !== undefined && typedMinutes !== undefined ? end - typedMinutes : undefined),
    end,
    minutes: start !== undefined && end !== undefined ? end - start : typedMinutes,
    typedMinutes,
    endsEarlier,
    startSpan: startSaid?.span,
    endSpan: endSaid?.span,
    durationSpan: durationSaid?.span,
  }
}

const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?$/i
const CLOCK = /^(\d{1,2}):(\d{2})$/
const WORDS =
  /^(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)\.?)?\s*(?:and\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?)?\.?)?$/i

/** Minutes of `50`, `50 min`, `0:50`, `1 h 20`, `1.5 hours` and `PT50M`; undefined where the text is no length. */
export function durationMinutes(typed: string): number | undefined {
  const text = typed.trim()
  const [, hours, minutes] = ISO.exec(text) ?? CLOCK.exec(text) ?? WORDS.exec(text) ?? []
  if (hours === undefined && minutes === undefined) return undefined
  return Math.round(numberOf(hours) * 60 + numberOf(minutes))
}

const numberOf = (digits: string | undefined): number => Number((digits ?? '0').replace(',', '.'))
