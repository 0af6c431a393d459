import type {CivilDate} from '../core/time/civil-date.ts'
import {FoldCache} from './fold-cache.ts'
import type {PageSettings} from './fold-page.ts'
import type {NoteInput, Summary, UnreadFile} from './summary.ts'

export interface FoldSettings extends PageSettings {
  readonly asOf: CivilDate
  /** Ids that mean one person, as the client list says: `{'c-014': ['c-099']}`. */
  readonly joined?: Readonly<Record<string, readonly string[]>>
  /** Ids that the client list has with two people or more, as it says; they join nobody. */
  readonly contested?: Readonly<Record<string, readonly string[]>>
  /** Files that could not be read, for the review list. */
  readonly unread?: readonly UnreadFile[]
}

/**
 * Folds notes into a page for each person, as of one day. Pure, and the same for the same notes in any order:
 * what was said later stands over what was said before, nothing is guessed, and every line keeps its places. Who
 * folds the same notes again and again keeps a `FoldCache`.
 */
export const fold = (inputs: readonly NoteInput[], settings: FoldSettings): Summary =>
  new FoldCache().fold(inputs, settings)
