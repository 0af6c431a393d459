import {meantKey} from './unread-keys.ts'
import {keyNamed, NOTE_KEYS, plainKey} from './vocabulary.ts'

/** Keys that make a Markdown file a session note. */
const SESSION_KEYS = new Set([
  'client',
  'clients',
  'each',
  'strengths',
  'goals',
  'resources',
  'wins',
  'corrects',
  'amends',
])

/** Whether keys of a frontmatter speak of a person, as those of a session note do. */
export const speakOfPerson = (keys: readonly string[]): boolean =>
  keys.some((key) => SESSION_KEYS.has(plainKey(key))) || areMeantForOne(keys)

/** Two keys or more that look like those of a note: in another language, or with a slip of the hand. */
function areMeantForOne(keys: readonly string[]): boolean {
  const meant = keys.flatMap((key) => meantKey(key) ?? [])
  const known = keys.filter((key) => keyNamed(NOTE_KEYS, key) !== undefined)
  return meant.some((key) => SESSION_KEYS.has(key)) && meant.length + known.length > 1
}
