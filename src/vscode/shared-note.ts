import {parseNote, type Note} from '../core/note.ts'
import {isGenerated} from '../summary/formats/generated.ts'

/** Past this many characters a file is no note of a session, and reading it would be felt while typing. */
export const LARGEST_READ = 200_000

/** False for what nobody wrote as a session note: a page that was made, and what is longer than any note. */
export const mayRead = (text: string): boolean => text.length <= LARGEST_READ && !isGenerated(text)

let latest: Note | undefined

/**
 * The note of a text, one object for all who ask of the same text one after another: after each rest of the keys
 * findings, hovers, completions and the strip above a note do.
 */
export function sharedNote(text: string): Note {
  if (latest?.text !== text) latest = parseNote(text)
  return latest
}
