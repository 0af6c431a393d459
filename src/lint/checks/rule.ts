import type {CivilDate} from '../../core/time/civil-date.ts'
import {NO_CLIENTS, type ClientList} from '../../core/agency/client-list.ts'
import type {Note} from '../../core/note.ts'
import {NO_POLICY, type Policy} from '../../core/agency/policy.ts'
import type {PersonalRecord} from '../../core/record/record-items.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import type {Span} from '../../core/text/span.ts'
import type {Specialist} from '../../core/agency/specialist-list.ts'
import type {Offer, Severity} from '../finding.ts'
import type {Sighting} from '../linter.ts'
import type {KnownNotes} from './known-notes.ts'

/** Category of every note check's findings: they are about what a note holds, not about a phrase. */
export const CHECK = 'check'

/** A session note as the checks see it. */
export interface CheckedNote {
  readonly note: Note
  readonly record: SessionRecord
  /** Strengths-based language in it; asking reads the body. */
  readonly sightings: () => readonly Sighting[]
}

/** What a check may know beside the note. Where something is absent, the checks that rest on it are silent. */
export interface CheckContext {
  /** The day on which the note is looked at. */
  readonly asOf?: CivilDate | undefined
  readonly policy: Policy
  readonly clients: ClientList
  readonly specialists: readonly Specialist[]
  /** Other notes of the folder; absent where one file is read alone. */
  readonly known?: KnownNotes | undefined
  /** The path of this note among those that are known. */
  readonly file?: string | undefined
}

export const NO_CONTEXT: CheckContext = {policy: NO_POLICY, clients: NO_CLIENTS, specialists: []}

/** One thing that a check saw. */
export interface Seen {
  readonly span: Span
  readonly message: string
  readonly offers?: readonly Offer[]
  /** Where it weighs other than the rule does as a rule. */
  readonly severity?: Severity
}

/** One check on a whole note. */
export interface Rule {
  /** Stable code `group/what`: it stands in settings, in switches and in reports. */
  readonly id: string
  /** What it looks for and what it leaves alone, in plain sentences for its page. */
  readonly about: string
  /** The reason, one plain sentence. */
  readonly why: string
  readonly severity: Severity
  check(checked: CheckedNote, context: CheckContext): Iterable<Seen>
}

/** What a note says of persons: at its top, and in each block of a group note, where its top is nobody's. */
export const personalsOf = (record: SessionRecord): readonly PersonalRecord[] =>
  record.clients.length > 1 ? record.each : [record, ...record.each]

/** What an item's findings stand at: its own words rather than all its lines. */
export const placeOfItem = (said: {readonly span: Span} | undefined, item: {readonly span: Span}): Span =>
  said?.span ?? item.span

/** Where the text after the closing fence starts. */
export const bodyStart = ({frontmatter}: Note): number => frontmatter?.span.end ?? 0
