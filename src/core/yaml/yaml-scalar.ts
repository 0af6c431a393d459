import type {Scalar} from 'yaml'
import {MappedTextBuilder, type MappedText} from '../text/source-map.ts'
import type {Span} from '../text/span.ts'

const DOUBLE_ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}

const SPECIALS: Readonly<Partial<Record<Scalar.Type, RegExp>>> = {
  QUOTE_SINGLE: /[\r\n]|''/g,
  QUOTE_DOUBLE: /[\r\n\\]/g,
}
const LINE_END = /[\r\n]/g

/** The words of `source.slice(start, end)`: escapes decoded, one blank for a line end and its indentation. */
export function readScalar(source: string, {start, end}: Span, type: Scalar['type']): MappedText {
  const builder = new MappedTextBuilder()
  const special = (type && SPECIALS[type]) ?? LINE_END
  for (let at = start; at < end;) {
    special.lastIndex = at
    const next = Math.min(special.exec(source)?.index ?? end, end)
    const isLineEnd = next < end && /[\r\n]/.test(source[next] ?? '')
    const stop = isLineEnd ? trimBlank(source, at, next) : next
    if (stop > at) builder.add(source.slice(at, stop), at, stop)
    if (isLineEnd) {
      at = Math.min(skipBlank(source, next), end)
      const lineEnds = source.slice(stop, at).match(/\r\n|\n|\r/g)?.length ?? 0
      builder.add(lineEnds > 1 ? '\n' : ' ', stop, at)
    } else if (next < end) {
      const escape = readEscape(source, next)
      if (escape.text) builder.add(escape.text, next, next + escape.length)
      at = next + escape.length
    } else at = end
  }
  return builder.build()
}

/** Where the text goes on after blanks and line ends. */
export function skipBlank(source: string, from: number): number {
  const blank = /[ \t\r\n]*/y
  blank.lastIndex = from
  blank.exec(source)
  return blank.lastIndex
}

/** Where `source.slice(start, end)` ends without its last blanks and line ends. */
export function trimBlank(source: string, start: number, end: number): number {
  let stop = end
  while (stop > start && /[ \t\r\n]/.test(source[stop - 1] ?? '')) stop--
  return stop
}

/** What the two quotation marks or the backslash at `offset` start, and how far it reaches. */
function readEscape(source: string, offset: number): {text: string; length: number} {
  if (source[offset] === "'") return {text: "'", length: 2}
  const unit = source[offset + 1] ?? ''
  const digits = {x: 2, u: 4, U: 8}[unit]
  if (digits !== undefined) {
    const hex = source.slice(offset + 2, offset + 2 + digits)
    const code = Number.parseInt(hex, 16)
    return /^[\dA-Fa-f]+$/.test(hex) && hex.length === digits && code <= 0x10ffff
      ? {text: String.fromCodePoint(code), length: 2 + digits}
      : {text: '\\', length: 1}
  }
  const lineEnd = /\\(?:\r\n|\n|\r)[ \t]*/y
  lineEnd.lastIndex = offset
  const joined = lineEnd.exec(source)
  if (joined) return {text: '', length: joined[0].length}
  return {text: DOUBLE_ESCAPES[unit] ?? unit, length: 2}
}
