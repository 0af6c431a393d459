import type {CivilDate} from './civil-date.ts'
import type {Problem} from './problem.ts'
import type {PersonalRecord} from './record-items.ts'
import type {Said} from './said.ts'
import type {Span} from './span.ts'

/** What a note says as a record. Absent keys and empty values are undefined or an empty list. */
export interface SessionRecord extends PersonalRecord {
  /** The note's own id (`note:`), which stays when the file moves. */
  readonly id: Said<string> | undefined
  /** From `client` and `clients`, each once, as typed: `007` stays `007`. */
  readonly clients: readonly Said<string>[]
  /** One block a person, from `each`. */
  readonly each: readonly EachRecord[]
  readonly date: Said<CivilDate> | undefined
  readonly start: Said<string> | undefined
  readonly end: Said<string> | undefined
  readonly duration: Said<string> | undefined
  readonly kind: Said<string> | undefined
  readonly mode: Said<string> | undefined
  readonly place: Said<string> | undefined
  readonly specialist: Said<string> | undefined
  readonly participants: readonly Said<string>[]
  readonly contacts: readonly Contact[]
  readonly service: Service
  readonly consent: Consent
  /** When the note was written, where that is another day than the service. */
  readonly entered: Said<Entered> | undefined
  readonly late: Said<boolean> | undefined
  /** Id or path of the note that this one corrects, or adds to. */
  readonly corrects: Said<string> | undefined
  readonly amends: Said<string> | undefined
  readonly reason: Said<string> | undefined
}

/** What a group note says of one person. */
export interface EachRecord extends PersonalRecord {
  readonly client: Said<string>
  readonly span: Span
}

/** One of several contacts that a file holds. */
export interface Contact {
  readonly start: Said<string> | undefined
  readonly end: Said<string> | undefined
  readonly mode: Said<string> | undefined
  readonly place: Said<string> | undefined
}

export interface Service {
  readonly code: Said<string> | undefined
  readonly modifiers: readonly Said<string>[]
  readonly planGoal: Said<string> | undefined
  readonly payer: Said<string> | undefined
}

export interface Consent {
  readonly together: Said<boolean> | undefined
  readonly sharedWithClient: Said<boolean> | undefined
  readonly release: Said<boolean> | undefined
}

export interface Entered {
  readonly date: CivilDate
  /** Minutes after midnight, where a time is given. */
  readonly time: number | undefined
}

export interface RecordReading {
  readonly record: SessionRecord
  /** What could not be read as the vocabulary has it, with its place; the rest is in `record`. */
  readonly problems: readonly Problem[]
}
