import {speakOfPerson} from './record/session-keys.ts'

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/
const CLOSING = /^---[ \t]*$/
/** A key at any depth, in quotes or not, after the dash of a list or not. */
const KEY = /^[\s-]*(["']?)([^\s"'#&!?{[:][^"':]*)\1\s*:(?:\s|$)/
/** Lines that hold no key: blank, a comment, an item of a list, and below a key the next line of a text. */
const KEYLESS = /^ *(?:$|#|-(?:\s|$))/
const GOES_ON = /^ +[^\s"'&!?{[]/

/**
 * A look at the frontmatter that costs next to nothing: false only for what is no session note. True for one, and for
 * what it takes a real reader of YAML to tell.
 */
export function mayBeSessionNote(text: string): boolean {
  const opening = OPENING.exec(text)
  if (!opening) return false
  const keys: string[] = []
  let isPlain = true
  for (const [, line = '', end] of text.slice(opening[0].length).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (CLOSING.test(line)) return !isPlain || speakOfPerson(keys)
    const key = KEY.exec(line)?.[2]
    if (key !== undefined) keys.push(key)
    else if (!KEYLESS.test(line) && !(keys.length > 0 && GOES_ON.test(line))) isPlain = false
    if (end === '') break
  }
  // Nobody has closed the block yet.
  return false
}
