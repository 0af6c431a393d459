import type {Span} from '../text/span.ts'

/** A place between brackets or braces; `path` from the outermost of them. */
interface FlowPlace {
  readonly kind: 'key' | 'value'
  readonly path: readonly string[]
  readonly span: Span
  readonly typed: string
  readonly flow: true
  readonly inList: boolean
  readonly siblings: readonly string[]
}

interface FlowFrame {
  readonly isList: boolean
  key: string | undefined
  readonly keys: string[]
}

/** Reads from the bracket or brace at `from` to where it closes, or to the place of `offset` inside it. */
export function scanFlow(
  text: string,
  from: number,
  offset: number,
): {readonly end: number; readonly place?: FlowPlace | undefined} {
  const frames: FlowFrame[] = []
  let token = from
  const startToken = (at: number): void => {
    token = at
    while (token < text.length && /[ \t\r\n]/.test(text[token] ?? '') && token < offset) token++
  }
  for (let at = from; at < text.length;) {
    const unit = text[at] ?? ''
    if (at >= offset && frames.length > 0) return {end: at, place: placeIn(text, token, offset, frames)}
    if (unit === '"' || unit === "'") {
      const isToken = text.slice(token, at).trim() === ''
      const close = isToken ? endOfQuote(text, at) : at + 1
      if (offset < close && offset > at) return {end: at, place: placeIn(text, token, offset, frames)}
      at = close
      continue
    }
    at++
    if (unit === '[' || unit === '{') frames.push({isList: unit === '[', key: undefined, keys: []})
    else if (unit === ']' || unit === '}') {
      frames.pop()
      if (frames.length === 0) return {end: at}
    } else if (unit === ',') {
      const top = frames.at(-1)
      if (top) top.key = undefined
    } else if (unit === ':' && /[ \t\r\n,[\]{}"']/.test(text[at] ?? ' ')) {
      const top = frames.at(-1)
      if (!top || top.isList || top.key !== undefined) continue
      top.key = bare(text.slice(token, at - 1))
      top.keys.push(top.key)
    } else continue
    startToken(at)
  }
  return {end: text.length, place: offset >= text.length ? placeIn(text, token, offset, frames) : undefined}
}

function placeIn(
  text: string,
  token: number,
  offset: number,
  frames: readonly FlowFrame[],
): FlowPlace | undefined {
  const top = frames.at(-1)
  if (!top || offset < token) return undefined
  const isQuoted = text[token] === '"' || text[token] === "'"
  const stop = isQuoted ? endOfQuote(text, token) : token + text.slice(token).search(/[,[\]{}\r\n]|$/)
  const isKey = !top.isList && top.key === undefined
  const colon = isKey && !isQuoted ? text.slice(token, stop).search(/[ \t]*:(?:[ \t]|$)/) : -1
  const lineEnd = token + text.slice(token).search(/[\r\n]|$/)
  const end = Math.min(colon < 0 ? trimmedEnd(text, offset, stop) : token + colon, lineEnd)
  if (offset > end) return undefined
  return {
    kind: isKey ? 'key' : 'value',
    path: frames.flatMap(({key}) => key ?? []),
    span: {start: token, end},
    typed: text.slice(token, offset),
    flow: true,
    inList: top.isList,
    siblings: [...top.keys, ...keysAfter(text, end)],
  }
}

/** Keys of the same braces after `from`; what stands in brackets of their own is passed over. */
function keysAfter(text: string, from: number): string[] {
  const keys: string[] = []
  let depth = 0
  let token = from
  // What follows up to the next comma belongs to the place itself.
  let isKey = false
  for (let at = from; at < text.length && depth >= 0; at++) {
    const unit = text[at] ?? ''
    if (unit === '"' || unit === "'") {
      if (text.slice(token, at).trim() === '') at = endOfQuote(text, at) - 1
    } else if ('[{'.includes(unit)) depth++
    else if (']}'.includes(unit)) depth--
    else if (depth > 0) continue
    else if (unit === ',') {
      isKey = true
      token = at + 1
    } else if (unit === ':' && /[ \t\r\n]/.test(text[at + 1] ?? ' ')) {
      if (isKey) keys.push(bare(text.slice(token, at)))
      isKey = false
      token = at + 1
    }
  }
  return keys
}

const bare = (key: string): string => key.trim().replace(/^(["'])(.*)\1$/, '$2')

function trimmedEnd(text: string, from: number, end: number): number {
  let stop = end
  while (stop > from && /[ \t]/.test(text[stop - 1] ?? '')) stop--
  return stop
}

/** After the mark that closes the one at `from`; the end of the text where none does. */
export function endOfQuote(text: string, from: number): number {
  const mark = text[from]
  for (let at = from + 1; at < text.length; at++) {
    if (mark === '"' && text[at] === '\\') at++
    else if (text[at] === mark) {
      if (mark === "'" && text[at + 1] === mark) at++
      else return at + 1
    }
  }
  return text.length
}
