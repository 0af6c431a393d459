import type {Value} from './frontmatter.ts'
import {straightText} from '../text/source-map.ts'
import {readScalar} from './yaml-scalar.ts'

/** The escapes that people write; the others are left to the full reader. */
const ESCAPES = new Set(['"', '\\', '/', 'n', 't'])

/** Where the quotation that opens at `from` has closed; -1 where it does not before `lineEnd`, or has rare escapes. */
export function quotedEnd(source: string, from: number, lineEnd: number): number {
  const mark = source[from]
  for (let at = from + 1; at < lineEnd; at++) {
    const unit = source[at]
    if (unit === '\\' && mark === '"') {
      if (!ESCAPES.has(source[at + 1] ?? '') || at + 1 >= lineEnd) return -1
      at++
    } else if (unit === mark) {
      if (mark === '"' || source[at + 1] !== mark) return at + 1
      at++
    }
  }
  return -1
}

/** The words between the marks at `start` and before `end`. */
export function readQuoted(source: string, start: number, end: number): Value {
  const span = {start, end}
  const isDouble = source[start] === '"'
  const inside = source.slice(start + 1, end - 1)
  const words = inside.includes(isDouble ? '\\' : "'")
    ? readScalar(source, {start: start + 1, end: end - 1}, isDouble ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE')
    : straightText(inside, start + 1)
  return words.text.trim() === '' ? {kind: 'empty', span} : {kind: 'text', span, ...words}
}

/** Words without marks, on one line. */
export function textAt(source: string, start: number, end: number): Value {
  const text = source.slice(start, end)
  const span = {start, end}
  return text === '~' || text.trim() === '' || (text.length === 4 && text.toLowerCase() === 'null')
    ? {kind: 'empty', span}
    : {kind: 'text', span, ...straightText(text, start)}
}
