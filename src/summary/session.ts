import type {CivilDate} from '../core/time/civil-date.ts'
import type {Strategy} from '../core/record/vocabulary-form.ts'
import type {NoteRef} from './summary.ts'

/** What a note says the person agreed to; undefined where it says nothing. */
export interface NoteConsent {
  readonly together: boolean | undefined
  readonly sharedWithClient: boolean | undefined
  readonly release: boolean | undefined
}

/** A note written later than the day it tells of. */
export interface LateEntry {
  /** Whole days from the service to the entry; undefined where the note only says that it is late. */
  readonly days: number | undefined
  /**
   * `late`: past the policy's `late_after`, or the note says so. `past`: past its `late_until` too. `in time`: within
   * the policy's time. `open`: no policy says what late is.
   */
  readonly standing: 'in time' | 'open' | 'late' | 'past'
}

/** One contact of a note that counts. Addenda have none of their own; a correction has those of what it replaced. */
export interface Session {
  readonly source: NoteRef
  readonly on: CivilDate | undefined
  /** `14:00`, of a day with 24 hours; the end may lie past midnight. */
  readonly start: string | undefined
  readonly end: string | undefined
  readonly minutes: number | undefined
  /** Of this contact alone; undefined where the policy names no rule, or counts a day's minutes together. */
  readonly units: number | undefined
  /** False for kinds that are no service to the person: no-contact, collateral, supervision. */
  readonly counted: boolean
  readonly kind: string | undefined
  readonly mode: string | undefined
  readonly place: string | undefined
  readonly specialist: string | undefined
  readonly participants: readonly string[]
  /** How many people the note is about: more than one for a group, which is on each one's page. */
  readonly people: number
  readonly service: ServiceCode
  readonly consent: NoteConsent
  readonly late: LateEntry | undefined
  /** Goals of this page that the note speaks of, by id. */
  readonly goals: readonly string[]
  readonly strategies: readonly Strategy[]
}

export interface ServiceCode {
  readonly code: string | undefined
  readonly modifiers: readonly string[]
  /** The goal's number in the agency's plan. */
  readonly planGoal: string | undefined
  readonly payer: string | undefined
}

/** All contacts of one day under one service and payer that count. */
export interface ServiceDay {
  readonly on: CivilDate
  readonly code: string | undefined
  readonly modifiers: readonly string[]
  readonly payer: string | undefined
  readonly contacts: number
  /** Of the contacts whose length is known. */
  readonly minutes: number
  /** Contacts whose length no note says. */
  readonly withoutLength: number
  /** Undefined where the policy names no rule for units. */
  readonly units: number | undefined
  /** The most that the policy names for a day. */
  readonly limit: number | undefined
  readonly sources: readonly NoteRef[]
}
