import {isAlias, isMap, isScalar, isSeq, type Node as YamlNode, type Scalar} from 'yaml'
import {readForgiving, type ForgivingYaml} from './forgiving-yaml.ts'
import {mendProblems, openListProblem, syntaxProblem, wordsProblem} from './mend-problems.ts'
import {readPlainYaml} from './plain-yaml.ts'
import type {Problem} from '../problem.ts'
import {quotationMarks} from './quotation-marks.ts'
import {closingDashes} from '../text/frontmatter-span.ts'
import {nextLine} from '../text/lines.ts'
import {MappedTextBuilder, type MappedText} from '../text/source-map.ts'
import type {Span} from '../text/span.ts'
import {returnSwallowedKeys} from './swallowed-keys.ts'
import {keyAt} from '../record/vocabulary.ts'
import {readScalar, skipBlank, trimBlank} from './yaml-scalar.ts'

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
  const entries = readPlainYaml(source, nextLine(source, block.start), closingDashes(source, block))
  return entries ? {span: block, entries, problems: []} : readWholeYaml(source, block)
}

/** The same for any YAML, and for what is none, at its price. */
export function readWholeYaml(source: string, block: Span): Frontmatter {
  const start = nextLine(source, block.start)
  const end = closingDashes(source, block)
  // A lone CR ends a line in Markdown and not in YAML.
  const yaml = source.slice(start, end).replace(/\r(?!\n)/g, '\n')
  const forgiving = readForgiving(yaml)
  const problems = forgiving.errors.map((error) => syntaxProblem(error, start, block))
  const root = forgiving.document.contents
  const reader = new ValueReader(source, start, forgiving, problems)
  const value = root && reader.read(root)
  problems.push(...mendProblems(source, forgiving.mends, start, reader.met))
  if (!value) return {span: block, entries: [], problems}
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

class ValueReader {
  readonly #source: string
  readonly #base: number
  readonly #problems: Problem[]
  readonly #toSource: ForgivingYaml['toSource']
  /** Where words stand that YAML did not read. */
  readonly #mended: ReadonlySet<number>
  /** Which of these were read. */
  readonly met = new Set<number>()

  constructor(source: string, base: number, {toSource, mends}: ForgivingYaml, problems: Problem[]) {
    this.#source = source
    this.#base = base
    this.#toSource = toSource
    this.#mended = new Set(mends.filter(({kind}) => kind === 'words').map(({start}) => base + start))
    this.#problems = problems
  }

  read(node: YamlNode | null, path: readonly string[] = [], isItem = false): Value {
    const span = this.#spanOf(node)
    if (isMap(node)) {
      const read = node.items.flatMap((pair) => {
        const keyNode = pair.key as YamlNode | null
        if (!isScalar(keyNode)) return []
        const value = pair.value as YamlNode | null
        const keySpan = this.#spanOf(keyNode)
        const key = wordsOf(keyNode)
        return [{key, keySpan, value: value ? this.read(value, [...path, key]) : emptyAfter(keySpan)}]
      })
      // Maps and lists for keys: `? twice: she`.
      if (read.length === 0 && node.items.length > 0) {
        const words = {start: span.start, end: trimBlank(this.#source, span.start, span.end)}
        this.#problems.push(wordsProblem(this.#source, words))
        return this.#literal(words)
      }
      const entries = returnSwallowedKeys(this.#source, read)
      this.#reportDuplicates(entries, path)
      return {kind: 'map', span, entries}
    }
    if (isSeq(node))
      return {
        kind: 'list',
        span,
        items: node.items.map((item) => this.read(item as YamlNode | null, path, true)),
      }
    if (isAlias(node)) {
      this.#problems.push({
        code: 'yaml/alias',
        severity: 'warning',
        span,
        message:
          'A word that starts with * is a reference in YAML; quotation marks around it keep it as text.',
        fix: quotationMarks(this.#source, span),
      })
      return this.#literal(span)
    }
    if (!isScalar(node)) return {kind: 'empty', span}
    return this.#mended.has(span.start) ? this.#words(node, span, path, isItem) : this.#text(node, span)
  }

  #spanOf(node: YamlNode | null): Span {
    const [start = 0, end = 0] = node?.range ?? []
    return {start: this.#base + this.#toSource(start), end: this.#base + this.#toSource(end)}
  }

  #text(node: Scalar, span: Span): Value {
    const value = wordsOf(node)
    if (value.trim() === '' || (node.type === 'PLAIN' && /^(?:~|null)$/i.test(value)))
      return {kind: 'empty', span}
    return {kind: 'text', span, ...readScalar(this.#source, this.#contentOf(node, span), node.type)}
  }

  /** Words that are no YAML. */
  #words(node: Scalar, span: Span, path: readonly string[], isItem: boolean): Value {
    this.met.add(span.start)
    const isList = !isItem && keyAt(path)?.form.kind === 'list'
    const items = isList ? this.#openList(span) : undefined
    this.#problems.push(items ? openListProblem(span) : wordsProblem(this.#source, span))
    if (items) return {kind: 'list', span, items}
    const words = readScalar(this.#source, this.#insideMarks(span), node.type)
    return words.text.trim() === '' ? {kind: 'empty', span} : {kind: 'text', span, ...words}
  }

  /** The items of a list whose closing bracket is missing; undefined where it holds more than plain words. */
  #openList({start, end}: Span): TextValue[] | undefined {
    if (!/^\[[^[\]{}"']*$/.test(this.#source.slice(start, end))) return undefined
    return [...this.#source.slice(start + 1, end).matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map(
      ({index, 0: words}) => this.#literal({start: start + 1 + index, end: start + 1 + index + words.length}),
    )
  }

  /** The words of a scalar without its quotation marks or its block header. */
  #contentOf(node: Scalar, {start, end}: Span): Span {
    if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
      const closed = end - start > 1 && this.#source[end - 1] === this.#source[start]
      return {start: start + 1, end: closed ? end - 1 : end}
    }
    if (node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL') return {start, end}
    const header = nextLine(this.#source, start)
    return {start: skipBlank(this.#source, header), end: trimBlank(this.#source, header, end)}
  }

  /** The words without the quotation marks around them, also where they hold a sign that YAML does not know. */
  #insideMarks({start, end}: Span): Span {
    const marks = /^"[^"]*("?)$|^'[^']*(')$/.exec(this.#source.slice(start, end))
    return marks ? {start: start + 1, end: end - (marks[1] ?? marks[2] ?? '').length} : {start, end}
  }

  #literal(span: Span): TextValue {
    const builder = new MappedTextBuilder()
    builder.add(this.#source.slice(span.start, span.end), span.start, span.end)
    return {kind: 'text', span, ...builder.build()}
  }

  /** Of a list both count; of anything else the last. */
  #reportDuplicates(entries: readonly MapEntry[], path: readonly string[]): void {
    const seen = new Set<string>()
    for (const {key, keySpan} of entries) {
      if (seen.has(key)) {
        const counts = keyAt([...path, key])?.form.kind === 'list' ? 'both are read' : 'the last one counts'
        this.#problems.push({
          code: 'yaml/duplicate-key',
          severity: 'warning',
          span: keySpan,
          message: `\`${key}\` stands twice here, and ${counts}; once is plainer to every reader of YAML.`,
        })
      }
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
