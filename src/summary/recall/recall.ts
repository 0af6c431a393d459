import type {CivilDate} from '../../core/time/civil-date.ts'
import type {Note} from '../../core/note.ts'
import type {Policy} from '../../core/agency/policy.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import type {Span} from '../../core/text/span.ts'
import type {PersonPage} from '../summary.ts'
import type {FolderWords} from './folder-words.ts'

/** What the editor answers from: the note at hand, and what the other notes of the folder say. */
export interface Recall {
  /** The note at hand, half-written as it may be. */
  readonly note: Note
  readonly record: SessionRecord
  readonly today: CivilDate
  /** The time of day, `14:05`. */
  readonly time: string
  /** The agency's rules about units and time. */
  readonly policy: Policy
  /** A person's page from their other notes; undefined where there are none. */
  pageOf(client: string): PersonPage | undefined
  /** Words that the notes of the whole folder use. */
  folderWords(): FolderWords
}

/** Something to write at a place. */
export interface Suggestion {
  readonly kind: SuggestionKind
  /** What people read in the list: a goal in the person's words, never its id. */
  readonly label: string
  /** Beside the label: a state, a day. */
  readonly detail: string
  /** One line more. */
  readonly about: string
  readonly span: Span
  /** What is written in place of `span`. */
  readonly insert: string
  /** What typing is matched against. */
  readonly filter: string
  /** There is something to choose right after it. */
  readonly again: boolean
}

export type SuggestionKind =
  | 'key'
  | 'choice'
  | 'goal'
  | 'strength'
  | 'resource'
  | 'skill'
  | 'action'
  | 'date'
  | 'place'
  | 'person'
  | 'words'

/** The person that a path of keys speaks of: under `each` that one, else the only one of the note. */
export function clientAt(path: readonly string[], {clients}: SessionRecord): string | undefined {
  if (path[0] === 'each') return path[1]
  return clients.length === 1 ? clients[0]?.value : undefined
}
