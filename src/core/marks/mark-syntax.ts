import type {Code, Construct, Extension, State, Tokenizer} from 'micromark-util-types'

/** What somebody may mark in the text of a note, and the key whose item it is. */
export const MARKED_KEYS = {
  strength: 'strengths',
  resource: 'resources',
  goal: 'goals',
  win: 'wins',
} as const
export type MarkName = keyof typeof MARKED_KEYS

/** A text without any of these has no mark. */
export const MARK_OPENING = /:(?:strength|resource|goal|win)\[/

const OPENINGS = Object.keys(MARKED_KEYS).map((name) => `:${name}[`)

export const COLON = 58
const OPEN = 91
const BACKSLASH = 92
const CLOSE = 93

/** How long and how deep the marked words may be, as for the labels of generic directives. */
const LONGEST = 999
const DEEPEST = 32

/**
 * The construct of a generic text directive, for the four names only and where the brackets close. The whole of generic
 * directives would also take `10:30`, `Note:word[1]` and lines of colons, which are what they are in ordinary prose.
 */
export function marksOnly(directive: Construct): Extension {
  const mark: Construct = {
    name: 'mark',
    tokenize(effects, ok, nok) {
      return effects.check(opening, directive.tokenize.call(this, effects, ok, nok), nok)
    },
    previous(code) {
      return !isWordPart(code) && (directive.previous?.call(this, code) ?? true)
    },
  }
  return {text: {[COLON]: mark}}
}

/** A letter or a digit right before the colon makes it a colon: `Team:goal[1]`. */
const isWordPart = (code: Code): boolean =>
  code !== null && code > 0 && /[\p{L}\p{N}_]/u.test(String.fromCharCode(code))

const opening: Construct = {tokenize: tokenizeOpening, partial: true}

/** From the colon to the bracket that closes the marked words; what is met here is only looked at. */
function tokenizeOpening(...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let names = OPENINGS
  let at = 0
  let depth = 0
  let size = 0
  const start: State = (code) => {
    effects.enter('data')
    return name(code)
  }
  const name: State = (code) => {
    names = code === null || code < 0 ? [] : names.filter((each) => each.charCodeAt(at) === code)
    if (names.length === 0) return nok(code)
    at++
    effects.consume(code)
    return code === OPEN ? words : name
  }
  const words: State = (code) => {
    if (code === null || ++size > LONGEST || (code === OPEN && ++depth > DEEPEST)) return nok(code)
    if (code === CLOSE && depth-- === 0) {
      effects.consume(code)
      effects.exit('data')
      return ok
    }
    effects.consume(code)
    return code === BACKSLASH ? escaped : words
  }
  const escaped: State = (code) => {
    if (code !== OPEN && code !== BACKSLASH && code !== CLOSE) return words(code)
    effects.consume(code)
    return words
  }
  return start
}
