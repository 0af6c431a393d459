import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node as YamlNode,
  type Scalar,
  type YAMLError,
} from 'yaml'
import type {Problem} from './problem.ts'
import {MappedTextBuilder, type MappedText} from './source-map.ts'
import type {Span} from './span.ts'
import {returnSwallowedKeys} from './swallowed-keys.ts'

/** What stands at a key: text as it was typed, never a number or a date, with its place in the note. */
export type Value = EmptyValue | TextValue | ListValue | MapValue

export interface EmptyValue {
  readonly kind: 'empty'
  readonly span: Span
}
export interface TextValue extends MappedText {
  readonly kind: 'text'
  readonly span: Span
}
export interface ListValue {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly Value[]
}
export interface MapValue {
  readonly kind: 'map'
  readonly span: Span
  readonly entries: readonly MapEntry[]
}
export interface MapEntry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Value
}

/** The YAML block at the top of a note. */
export interface Frontmatter {
  /** The whole block with its fences. */
  readonly span: Span
  readonly entries: readonly MapEntry[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the block that `block` spans in `source`, fences included. Every scalar stays text (`007`, `14:30` and
 * dates are what was typed); what cannot be read becomes a problem with a place, and the rest is still read.
 */
export function readFrontmatter(source: string, block: Span): Frontmatter {
  const start = endOfLine(source, block.start)
  const end = source.lastIndexOf('---', block.end)
  // A lone CR ends a line in Markdown and not in YAML.
  const yaml = source.slice(start, end).replace(/\r(?!\n)/g, '\n')
  const document = parseDocument(yaml, {schema: 'failsafe', uniqueKeys: false, prettyErrors: false})
  const problems: Problem[] = document.errors.map((error) => syntaxProblem(error, start, block))
  const root = document.contents
  if (root === null) return {span: block, entries: [], problems}
  const reader = new ValueReader(source, start, problems)
  const value = reader.read(root)
  if (value.kind === 'map') return {span: block, entries: value.entries, problems}
  if (value.kind !== 'empty' && problems.length === 0)
    problems.push({
      code: 'yaml/not-a-map',
      severity: 'error',
      span: value.span,
      message: 'The block at the top reads as text; lines of the form `client: c-014` make it a record.',
    })
  return {span: block, entries: [], problems}
}

/** The value at `key`, undefined where the key is absent. */
export const valueAt = (entries: readonly MapEntry[], key: string): Value | undefined =>
  entries.findLast((entry) => entry.key === key)?.value

/** Every text value below `entries`, with the keys that lead to it. */
export function* textValues(
  entries: readonly MapEntry[],
  path: readonly string[] = [],
): Generator<{readonly path: readonly string[]; readonly value: TextValue}> {
  for (const {key, value} of entries) yield* textsIn(value, [...path, key])
}

function* textsIn(
  value: Value,
  path: readonly string[],
): Generator<{readonly path: readonly string[]; readonly value: TextValue}> {
  if (value.kind === 'text') yield {path, value}
  else if (value.kind === 'list') for (const item of value.items) yield* textsIn(item, path)
  else if (value.kind === 'map') yield* textValues(value.entries, path)
}

function endOfLine(source: string, from: number): number {
  const match = /\r\n|\n|\r/g
  match.lastIndex = from
  return match.exec(source) ? match.lastIndex : source.length
}

function syntaxProblem(error: YAMLError, base: number, block: Span): Problem {
  const start = Math.min(base + error.pos[0], block.end)
  return {
    code: 'yaml/syntax',
    severity: 'error',
    span: {start, end: Math.max(start, Math.min(base + error.pos[1], block.end))},
    message: `This line of the frontmatter could not be read (${error.message.replace(/\s+/g, ' ').replace(/\.$/, '')}). Quotation marks around the words usually help.`,
  }
}

class ValueReader {
  readonly #source: string
  readonly #base: number
  readonly #problems: Problem[]

  constructor(source: string, base: number, problems: Problem[]) {
    this.#source = source
    this.#base = base
    this.#problems = problems
  }

  read(node: YamlNode | null): Value {
    const span = this.#spanOf(node)
    if (isMap(node)) {
      const read = node.items.flatMap((pair) => {
        const keyNode = pair.key as YamlNode | null
        if (!isScalar(keyNode)) return []
        const value = pair.value as YamlNode | null
        const keySpan = this.#spanOf(keyNode)
        return [{key: wordsOf(keyNode), keySpan, value: value ? this.read(value) : emptyAfter(keySpan)}]
      })
      const entries = returnSwallowedKeys(this.#source, read)
      this.#reportDuplicates(entries)
      return {kind: 'map', span, entries}
    }
    if (isSeq(node))
      return {kind: 'list', span, items: node.items.map((item) => this.read(item as YamlNode | null))}
    if (isAlias(node)) {
      this.#problems.push({
        code: 'yaml/alias',
        severity: 'warning',
        span,
        message:
          'A word that starts with * is a reference in YAML; quotation marks around it keep it as text.',
      })
      return this.#literal(span)
    }
    return isScalar(node) ? this.#text(node, span) : {kind: 'empty', span}
  }

  #spanOf(node: YamlNode | null): Span {
    const [start = 0, end = 0] = node?.range ?? []
    return {start: this.#base + start, end: this.#base + end}
  }

  #text(node: Scalar, span: Span): Value {
    const value = wordsOf(node)
    if (value.trim() === '' || (node.type === 'PLAIN' && /^(?:~|null)$/i.test(value)))
      return {kind: 'empty', span}
    return {kind: 'text', span, ...readScalar(this.#source, this.#contentOf(node, span), node.type)}
  }

  /** The words of a scalar without its quotation marks or its block header. */
  #contentOf(node: Scalar, {start, end}: Span): Span {
    if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
      const closed = end - start > 1 && this.#source[end - 1] === this.#source[start]
      return {start: start + 1, end: closed ? end - 1 : end}
    }
    if (node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL') return {start, end}
    const header = endOfLine(this.#source, start)
    return {start: skipBlank(this.#source, header), end: trimBlank(this.#source, header, end)}
  }

  #literal(span: Span): TextValue {
    const builder = new MappedTextBuilder()
    builder.add(this.#source.slice(span.start, span.end), span.start, span.end)
    return {kind: 'text', span, ...builder.build()}
  }

  #reportDuplicates(entries: readonly MapEntry[]): void {
    const seen = new Set<string>()
    for (const {key, keySpan} of entries) {
      if (seen.has(key))
        this.#problems.push({
          code: 'yaml/duplicate-key',
          severity: 'warning',
          span: keySpan,
          message: `\`${key}\` stands twice here, and the last one counts; one list under one key keeps both.`,
        })
      seen.add(key)
    }
  }
}

/** The value of a scalar; with the failsafe schema that is text, or null where nothing stands. */
const wordsOf = ({value}: Scalar): string => (typeof value === 'string' ? value : '')

const emptyAfter = (keySpan: Span): EmptyValue => ({
  kind: 'empty',
  span: {start: keySpan.end, end: keySpan.end},
})

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
function readScalar(source: string, {start, end}: Span, type: Scalar['type']): MappedText {
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
function skipBlank(source: string, from: number): number {
  const blank = /[ \t\r\n]*/y
  blank.lastIndex = from
  blank.exec(source)
  return blank.lastIndex
}

/** Where `source.slice(start, end)` ends without its last blanks and line ends. */
function trimBlank(source: string, start: number, end: number): number {
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
