import type {MapEntry, TextValue, Value} from './frontmatter.ts'
import {readPlainFlow} from './plain-yaml-flow.ts'
import {quotedEnd, readQuoted, textAt} from './plain-yaml-scalar.ts'
import {nextLine} from '../text/lines.ts'
import {readScalar, skipBlank, trimBlank} from './yaml-scalar.ts'

/** A value, and where the next thing may stand. */
export interface Placed {
  readonly value: Value
  /** After the line that it ends on; of an empty one, where it would stand. */
  readonly end: number
}

/**
 * The keys of the YAML at `source.slice(start, end)` where it is of the plainest kind: maps and lists in blocks, words
 * on their lines, quotation marks and brackets that close on the line they open. Undefined for everything else: tabs,
 * tags, references, a key that stands twice, a line that YAML may not read. `yaml` reads the same values at the same
 * places, for many times the time; a test holds the two equal.
 */
export function readPlainYaml(source: string, start: number, end: number): readonly MapEntry[] | undefined {
  const lines = linesOf(source, start, end)
  if (!lines || lines.indents.length === 0 || lines.indents[0] !== 0) return undefined
  const reader = new PlainReader(source, lines)
  const root = reader.map(lines.starts[0] ?? start, 0)
  return root?.value.kind === 'map' && reader.isAtEnd ? root.value.entries : undefined
}

/** Lines with words on them; those that are blank or comments at the margin are left out. */
interface Lines {
  readonly starts: number[]
  readonly indents: number[]
  /** Where the words of a line end. */
  readonly ends: number[]
  /** Where the next line begins. */
  readonly nexts: number[]
}

/** Signs that YAML forbids, treats in a way of its own, or ends lines with where Markdown does not. */
// oxlint-disable-next-line no-control-regex
const ODD = /[\0-\x08\t\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/

function linesOf(source: string, start: number, end: number): Lines | undefined {
  const odd = ODD.exec(source.slice(start, end))
  if (odd) return undefined
  const lines: Lines = {starts: [], indents: [], ends: [], nexts: []}
  for (let at = start; at < end;) {
    const found = source.indexOf('\n', at)
    const next = found < 0 || found >= end ? end : found + 1
    let words = at
    while (words < next && source[words] === ' ') words++
    let stop = found < 0 || found >= end ? end : found
    while (stop > words && (source[stop - 1] === ' ' || source[stop - 1] === '\r')) stop--
    if (stop > words && !(words === at && source[at] === '#')) {
      lines.starts.push(words)
      lines.indents.push(words - at)
      lines.ends.push(stop)
      lines.nexts.push(next)
    }
    at = next
  }
  return lines
}

/** A sign that no plain word begins with, or only where more follows that is left to the full reader. */
const OPENS_OTHER = /[-?:,[\]{}#&*!|>'"%@`]/

class PlainReader {
  readonly #source: string
  readonly #lines: Lines
  /** The line being read. */
  #at = 0

  constructor(source: string, lines: Lines) {
    this.#source = source
    this.#lines = lines
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#lines.indents.length
  }

  /** The map whose first key stands at `from` on this line, and whose others stand at `indent` below. */
  map(from: number, indent: number): Placed | undefined {
    if (indent > DEEPEST) return undefined
    const entries: MapEntry[] = []
    const keys = new Set<string>()
    let end = from
    for (let keyStart = from; ; keyStart = this.#lines.starts[this.#at] ?? 0) {
      const colon = this.#keyColon(keyStart)
      if (colon < 0) return undefined
      const keyEnd = trimBlank(this.#source, keyStart, colon)
      const key = this.#source.slice(keyStart, keyEnd)
      const isNew = !keys.has(key) && !(indent === 0 && key.startsWith('...'))
      const placed = isNew ? this.#valueAfter(colon + 1, indent) : undefined
      if (!placed) return undefined
      keys.add(key)
      entries.push({key, keySpan: {start: keyStart, end: keyEnd}, value: placed.value})
      end = placed.end
      const below = this.#lines.indents[this.#at]
      if (below === undefined || below < indent) break
      if (below > indent) return undefined
    }
    return {value: {kind: 'map', span: {start: from, end}, entries}, end}
  }

  /** The list whose dashes stand at `indent`, from this line on. */
  #list(indent: number): Placed | undefined {
    const items: Value[] = []
    const from = this.#lines.starts[this.#at] ?? 0
    let end = from
    while (this.#lines.indents[this.#at] === indent && this.#isDash()) {
      const placed = this.#item((this.#lines.starts[this.#at] ?? 0) + 1, indent)
      if (!placed) return undefined
      items.push(placed.value)
      end = placed.end
    }
    return (this.#lines.indents[this.#at] ?? -1) > indent
      ? undefined
      : {value: {kind: 'list', span: {start: from, end}, items}, end}
  }

  #item(afterDash: number, indent: number): Placed | undefined {
    const lineEnd = this.#lines.ends[this.#at] ?? 0
    const from = this.#skipSpaces(afterDash)
    if (from >= lineEnd) return this.#empty(from, indent)
    if (this.#source[from] === '-') return undefined
    const column = indent + from - afterDash + 1
    return this.#keyColon(from) >= 0 ? this.map(from, column) : this.#inline(from, indent)
  }

  /** What stands after the colon of a key, on its line or below it. */
  #valueAfter(colonEnd: number, indent: number): Placed | undefined {
    const from = this.#skipSpaces(colonEnd)
    if (from < (this.#lines.ends[this.#at] ?? 0)) return this.#inline(from, indent)
    const below = this.#lines.indents[this.#at + 1] ?? -1
    if (below < indent) return this.#empty(from, indent)
    this.#at++
    if (this.#isDash()) return this.#list(below)
    if (below > indent) return this.map(this.#lines.starts[this.#at] ?? 0, below)
    this.#at--
    return this.#empty(from, indent)
  }

  #empty(at: number, indent: number): Placed | undefined {
    this.#at++
    return (this.#lines.indents[this.#at] ?? -1) > indent
      ? undefined
      : {value: {kind: 'empty', span: {start: at, end: at}}, end: at}
  }

  /** Words, a quotation or brackets that begin at `from`, below a key or a dash at `indent`. */
  #inline(from: number, indent: number): Placed | undefined {
    const source = this.#source
    const lineEnd = this.#lines.ends[this.#at] ?? 0
    const first = source[from] ?? ''
    if (first === '|' || first === '>') return this.#block(from, indent)
    if (first === '"' || first === "'") {
      const close = quotedEnd(source, from, lineEnd)
      return close < 0 ? undefined : this.#closed(readQuoted(source, from, close), close, indent)
    }
    if (first === '[' || first === '{') {
      const value = readPlainFlow(source, from, lineEnd)
      return value && this.#closed(value, value.span.end, indent)
    }
    return OPENS_OTHER.test(first) ? undefined : this.#words(from, indent)
  }

  /** A value that ends at `close`: only a comment may follow, and nothing may stand deeper below it. */
  #closed(value: Value, close: number, indent: number): Placed | undefined {
    const lineEnd = this.#lines.ends[this.#at] ?? 0
    if (close < lineEnd && (this.#source[close] !== ' ' || this.#source[this.#skipSpaces(close)] !== '#'))
      return undefined
    const end = this.#lines.nexts[this.#at] ?? close
    this.#at++
    return (this.#lines.indents[this.#at] ?? -1) > indent ? undefined : {value, end}
  }

  /** Words without marks, on this line and those below that stand deeper. */
  #words(from: number, indent: number): Placed | undefined {
    const source = this.#source
    const lineEnd = this.#lines.ends[this.#at] ?? 0
    const comment = commentIn(source, from, lineEnd)
    if (comment >= 0) {
      const stop = trimBlank(source, from, comment)
      return colonIn(source, from, stop) >= 0
        ? undefined
        : this.#closed(textAt(source, from, stop), stop, indent)
    }
    if (colonIn(source, from, lineEnd) >= 0) return undefined
    let stop = lineEnd
    let end = this.#lines.nexts[this.#at] ?? stop
    let isOneLine = true
    for (this.#at++; (this.#lines.indents[this.#at] ?? -1) > indent; this.#at++) {
      const words = this.#lines.starts[this.#at] ?? 0
      stop = this.#lines.ends[this.#at] ?? 0
      const isPlain = !/[-#]/.test(source[words] ?? '') && colonIn(source, words, stop) < 0
      if (!isPlain || commentIn(source, words, stop) >= 0) return undefined
      end = this.#lines.nexts[this.#at] ?? stop
      isOneLine = false
    }
    if (isOneLine) return {value: textAt(source, from, stop), end}
    if (this.#hasMarginComment(from, stop)) return undefined
    const span = {start: from, end: stop}
    return {value: textOf(span, readScalar(source, span, 'PLAIN')), end}
  }

  /** The lines below `|` or `>`. */
  #block(from: number, indent: number): Placed | undefined {
    const source = this.#source
    const header = source.slice(from, this.#lines.ends[this.#at] ?? from)
    const below = this.#lines.indents[this.#at + 1] ?? -1
    if (!/^[|>]-?$/.test(header) || below <= indent) return undefined
    const first = this.#lines.starts[this.#at + 1] ?? 0
    if (first - below !== nextLine(source, from)) return undefined
    let end = from
    for (this.#at++; (this.#lines.indents[this.#at] ?? -1) > indent; this.#at++) {
      if ((this.#lines.indents[this.#at] ?? 0) < below) return undefined
      end = this.#lines.nexts[this.#at] ?? end
    }
    if (source[end - 1] !== '\n' || this.#hasMarginComment(from, end)) return undefined
    const content = {start: skipBlank(source, first - below), end: trimBlank(source, first, end)}
    const type = header.startsWith('|') ? 'BLOCK_LITERAL' : 'BLOCK_FOLDED'
    return {value: textOf({start: from, end}, readScalar(source, content, type)), end}
  }

  /** Where the colon of the key at `from` stands on this line; -1 where the line begins with no plain key. */
  #keyColon(from: number): number {
    const lineEnd = this.#lines.ends[this.#at] ?? 0
    if (OPENS_OTHER.test(this.#source[from] ?? '-')) return -1
    const at = colonIn(this.#source, from, lineEnd)
    return at < 0 || at - from > LONGEST_KEY || commentIn(this.#source, from, at) >= 0 ? -1 : at
  }

  #isDash(): boolean {
    const start = this.#lines.starts[this.#at] ?? 0
    const after = start + 1
    return (
      this.#source[start] === '-' && (after === this.#lines.ends[this.#at] || this.#source[after] === ' ')
    )
  }

  #skipSpaces(from: number): number {
    let at = from
    while (this.#source[at] === ' ') at++
    return at
  }

  #hasMarginComment(start: number, end: number): boolean {
    return this.#source.slice(start, end).includes('\n#')
  }
}

/** Indents that are followed, so that no note is read deeper than the stack. */
const DEEPEST = 100

/** YAML gives up on a key that is longer than 1024. */
const LONGEST_KEY = 1000

const COLON = 58
const BLANK = 32
const HASH = 35

/** The colon between `start` and `end` that ends a key: before a blank, or last; -1 where there is none. */
function colonIn(source: string, start: number, end: number): number {
  for (let at = start; at < end; at++)
    if (source.charCodeAt(at) === COLON && (at + 1 === end || source.charCodeAt(at + 1) === BLANK)) return at
  return -1
}

/** The blank before the hash of a comment between `start` and `end`; -1 where there is none. */
function commentIn(source: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++)
    if (source.charCodeAt(at) === HASH && source.charCodeAt(at - 1) === BLANK) return at - 1
  return -1
}

const textOf = (span: TextValue['span'], words: Omit<TextValue, 'kind' | 'span'>): Value =>
  words.text.trim() === '' ? {kind: 'empty', span} : {kind: 'text', span, ...words}
