import {daysBetween} from '../core/time/civil-date.ts'
import {contactTimes, type ContactTime} from '../core/time/contact-time.ts'
import {isCountedKind} from '../core/time/counted-kinds.ts'
import {policyFor, type Policy} from '../core/agency/policy.ts'
import type {SessionRecord} from '../core/record/record.ts'
import {unitsIn, unitsOfDay} from '../core/time/units.ts'
import type {Strategy} from '../core/record/vocabulary-form.ts'
import {isPast} from '../core/time/write-window.ts'
import {openingRef, refOf, type FoldNote} from './fold-note.ts'
import {groupBy} from './group-by.ts'
import {refsOf} from './mentions.ts'
import type {LateEntry, NoteConsent, NoteRef, ReviewItem, ServiceDay, Session} from './summary.ts'

/**
 * The contacts of the notes that count, each with its length and its units under the policy. A note without times is
 * one contact of unknown length; an addendum belongs to the contact that it adds to.
 */
export function foldSessions(
  notes: readonly FoldNote[],
  {
    policy,
    goals,
    strategies,
  }: {
    readonly policy: Policy
    readonly goals: (note: FoldNote) => readonly string[]
    readonly strategies: ReadonlyMap<FoldNote, readonly Strategy[]>
  },
): {readonly sessions: readonly Session[]; readonly review: readonly Omit<ReviewItem, 'client'>[]} {
  const held = notes.filter(({standing, addendum}) => !addendum && ['counted', 'undated'].includes(standing))
  const sessions = held.flatMap((note) => {
    const about = {goals: goals(note), strategies: strategies.get(note) ?? [], late: lateOf(note, policy)}
    return contactsOf(note).map((contact) => ({...toSession(note, contact, policy), ...about}))
  })
  return {sessions, review: held.flatMap(pastMidnight)}
}

/** One contact as its note states it: its time, and the mode and place where it has its own. */
interface StatedContact {
  readonly time: ContactTime | undefined
  readonly mode: string | undefined
  readonly place: string | undefined
}

function contactsOf({input: {record}}: FoldNote): StatedContact[] {
  const times = contactTimes(record)
  const mode = record.mode?.value
  const place = record.place?.value
  if (record.contacts.length === 0) return [{time: times[0], mode, place}]
  return record.contacts.map((contact, index) => ({
    time: times[index],
    mode: contact.mode?.value ?? mode,
    place: contact.place?.value ?? place,
  }))
}

function toSession(
  note: FoldNote,
  {time, mode, place}: StatedContact,
  policy: Policy,
): Omit<Session, 'goals' | 'strategies' | 'late'> {
  const {record} = note.input
  const {service, kind, specialist, participants} = record
  const rule = policyFor(policy, service.payer?.value).units
  const counted = isCountedKind(kind?.value)
  const minutes = time?.minutes
  return {
    source: placeOf(note, time),
    on: note.date,
    start: clockOf(time?.start),
    end: clockOf(time?.end),
    minutes,
    units: counted && rule?.per === 'contact' && minutes !== undefined ? unitsIn(minutes, rule) : undefined,
    counted,
    kind: kind?.value,
    mode,
    place,
    specialist: specialist?.value,
    participants: participants.map(({value}) => value),
    people: note.clients.length,
    service: {
      code: service.code?.value,
      modifiers: service.modifiers.map(({value}) => value),
      planGoal: service.planGoal?.value,
      payer: service.payer?.value,
    },
    consent: consentOf(record),
  }
}

/** The lines of the times; the note's opening where it has none. */
function placeOf(note: FoldNote, time: ContactTime | undefined): NoteRef {
  const spans = [time?.startSpan, time?.endSpan, time?.durationSpan].flatMap((span) => span ?? [])
  return spans.length === 0
    ? openingRef(note)
    : refOf(note, {
        start: Math.min(...spans.map(({start}) => start)),
        end: Math.max(...spans.map(({end}) => end)),
      })
}

/** `14:00` of minutes after midnight of the day of service. */
function clockOf(minutes: number | undefined): string | undefined {
  if (minutes === undefined) return undefined
  const inDay = ((minutes % DAY) + DAY) % DAY
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`
}

const DAY = 24 * 60

export const consentOf = ({consent}: SessionRecord): NoteConsent => ({
  together: consent.together?.value,
  sharedWithClient: consent.sharedWithClient?.value,
  release: consent.release?.value,
})

/** How late a note was written, for one that tells of an earlier day or says that it is late. */
export function lateOf({input: {record}, date, entered}: FoldNote, policy: Policy): LateEntry | undefined {
  const days = date && entered && daysBetween(date, entered.date)
  const isSaid = record.late?.value === true
  if (!isSaid && (days === undefined || days <= 0)) return undefined
  const {lateAfter, lateUntil} = policyFor(policy, record.service.payer?.value)
  const isAfter = (window: typeof lateAfter): boolean =>
    window !== undefined &&
    date !== undefined &&
    entered !== undefined &&
    isPast(window, {date, time: contactTimes(record).at(-1)?.end}, entered, policy.holidays)
  if (isAfter(lateUntil)) return {days, standing: 'past'}
  if (isSaid || isAfter(lateAfter)) return {days, standing: 'late'}
  return {days, standing: lateAfter ? 'in time' : 'open'}
}

/** An end before its start is counted as past midnight, and asked about where no duration says the same. */
function pastMidnight(note: FoldNote): Omit<ReviewItem, 'client'>[] {
  return contactTimes(note.input.record)
    .filter(({endsEarlier, minutes, typedMinutes}) => endsEarlier && minutes !== typedMinutes)
    .map((time) => ({
      code: 'note/past-midnight',
      message: `The end at ${clockOf(time.end)} comes before the start at ${clockOf(time.start)}, so ${time.minutes} minutes past midnight are counted.`,
      todo: `Where that is so, \`duration: ${time.minutes}\` beside it settles it; else the right \`end\` does.`,
      sources: [placeOf(note, time)],
    }))
}

/** Minutes and units of each day under one service and payer; contacts that are not counted are left out. */
export function serviceDays(sessions: readonly Session[], policy: Policy): ServiceDay[] {
  const days = groupBy(
    sessions.filter(({counted, on}) => counted && on !== undefined),
    ({on, service: {code, modifiers, payer}}) => JSON.stringify([on, code, modifiers, payer?.toLowerCase()]),
  )
  return [...days.values()].flatMap((same): ServiceDay[] => {
    const first = same[0]
    if (first?.on === undefined) return []
    const {code, modifiers, payer} = first.service
    const {units: rule, limitPerDay} = policyFor(policy, payer)
    const lengths = same.flatMap(({minutes}) => minutes ?? [])
    return [
      {
        on: first.on,
        code,
        modifiers,
        payer,
        contacts: same.length,
        minutes: lengths.reduce((sum, minutes) => sum + minutes, 0),
        withoutLength: same.length - lengths.length,
        units: rule && unitsOfDay(lengths, rule),
        limit: limitPerDay,
        sources: refsOf(same.map(({source}) => ({ref: source}))),
      },
    ]
  })
}
