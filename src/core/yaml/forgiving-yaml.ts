import {isCollection, isScalar, parseDocument, visit, type Document, type Range} from 'yaml'
import {
  columnsOf,
  coveredFrom,
  itemStart,
  readLines,
  shapeOf,
  wordsStart,
  writeDraft,
  type Change,
  type Changes,
  type Draft,
  type Line,
} from './draft-lines.ts'

/** YAML that was read although some of its lines are none. All places are of what was typed. */
export interface ForgivingYaml {
  readonly document: Document.Parsed
  readonly toSource: (offset: number) => number
  /** What had to be taken otherwise than typed, a line each. */
  readonly mends: readonly Mend[]
  /** What could not be mended. */
  readonly errors: readonly {readonly start: number; readonly end: number; readonly message: string}[]
}

/**
 * `tab`: tabs at the start, taken as `column` blanks. `indent`: the line is taken to begin at `column`. `words`: all
 * that follows the dash and the key is text. `line`: left out.
 */
export interface Mend {
  readonly kind: 'tab' | 'indent' | 'words' | 'line'
  /** Of the indent for `tab` and `indent`, else of the words. */
  readonly start: number
  readonly end: number
  readonly column: number
}

interface Attempt {
  readonly changes: Changes
  readonly draft: Draft
  readonly document: Document.Parsed
}

/** How many characters may be parsed again for the sake of lines that are no YAML. */
const BUDGET = 500_000
const TAB_WIDTHS = [2, 4, 8, 1]

/** Parses `text` with every scalar as text. A line that YAML cannot read is read as its words, the rest as it is. */
export function readForgiving(text: string): ForgivingYaml {
  const lines = readLines(text)
  const first = attempt(lines, new Map())
  const isWhole = first.document.errors.length === 0
  const tabbed = !isWhole && lines.some(({indent}) => indent.includes('\t'))
  const start = tabbed ? withoutTabs(lines, first) : first
  return finish(lines, parted(lines, isWhole ? first : mend(lines, start)), start !== first)
}

function attempt(lines: readonly Line[], changes: Changes): Attempt {
  const draft = writeDraft(lines, changes)
  const document = parseDocument(draft.text, {schema: 'failsafe', uniqueKeys: false, prettyErrors: false})
  return {changes, draft, document}
}

/** The reading with tabs as blanks that leaves the fewest errors. */
function withoutTabs(lines: readonly Line[], first: Attempt): Attempt {
  let best = first
  for (const width of TAB_WIDTHS) {
    const changes = new Map<number, Change>()
    lines.forEach(({indent, rest}, number) => {
      if (indent.includes('\t') && rest !== '') changes.set(number, {column: columnAfter(indent, width)})
    })
    const next = attempt(lines, changes)
    if (isBetter(next, best)) best = next
    if (best.document.errors.length === 0) break
  }
  return best
}

function columnAfter(indent: string, width: number): number {
  let column = 0
  for (const sign of indent) column = sign === '\t' ? (Math.floor(column / width) + 1) * width : column + 1
  return column
}

/** Fewer errors, or as many and the first one further on. */
function isBetter({document: {errors: next}}: Attempt, {document: {errors: best}}: Attempt): boolean {
  return (
    next.length < best.length ||
    (next.length === best.length && (next[0]?.pos[0] ?? 0) > (best[0]?.pos[0] ?? 0))
  )
}

/** Takes one line after another otherwise than typed, as long as that leaves fewer errors. */
function mend(lines: readonly Line[], first: Attempt): Attempt {
  let budget = BUDGET
  let best = first
  while (best.document.errors.length > 0 && budget > 0) {
    let better: Attempt | undefined
    for (const [number, change] of waysOn(lines, best)) {
      const next = attempt(lines, new Map([...best.changes, [number, change]]))
      budget -= next.draft.text.length
      if (isBetter(next, better ?? best)) better = next
      if (next.document.errors.length === 0 || budget <= 0) break
    }
    if (!better) break
    best = better
  }
  return best
}

/** What may help with the first error: another indent first, then words as text, then a line less. */
function* waysOn(lines: readonly Line[], at: Attempt): Generator<readonly [number, Change]> {
  const suspects = suspectsOf(at)
  for (const number of suspects) if (lines[number]?.rest.trimEnd() === '...') yield [number, {covers: 'line'}]
  const columnAt = (number: number): number =>
    at.changes.get(number)?.column ?? lines[number]?.indent.length ?? 0
  for (const number of suspects)
    for (const column of columnsNear(lines, number, columnAt))
      yield [number, {...at.changes.get(number), column}]
  for (const number of suspects) {
    const line = lines[number]
    const change = at.changes.get(number)
    if (!line || change?.covers || line.rest.slice(wordsStart(line.rest)) === '') continue
    yield [number, {...change, covers: 'words'}]
  }
  for (const number of suspects) {
    const line = lines[number]
    const change = at.changes.get(number)
    if (!line || change?.covers === 'item' || change?.covers === 'line' || itemStart(line.rest) === 0)
      continue
    yield [number, {...change, covers: 'item'}]
  }
  for (const number of suspects)
    if (lines[number]?.rest && at.changes.get(number)?.covers !== 'line')
      yield [number, {...at.changes.get(number), covers: 'line'}]
}

/** Lines that may be behind the first error: where a quotation or a bracket above it opened, its own, its neighbours. */
function suspectsOf({document, draft}: Attempt): readonly number[] {
  const [error] = document.errors
  if (!error) return []
  const [position] = error.pos
  const own = draft.lineAt(position)
  const opened: number[] = []
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? []
      if (start === undefined || end === undefined || start > position) return
      const line = draft.lineAt(start)
      if (draft.lineAt(end) < own) return
      const opens = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow
      if (opens === true && line < own) opened.unshift(line)
    },
  })
  return [...new Set([...opened.slice(0, 2), own, own + 1, own - 1])].filter((line) => line >= 0)
}

/** Columns at which a line that opens an item or a key could begin: those open above it, at most two off. */
function columnsNear(
  lines: readonly Line[],
  number: number,
  columnAt: (number: number) => number,
): readonly number[] {
  const line = lines[number]
  const shape = line && shapeOf(line.rest)
  if (!line || !shape) return []
  const own = columnAt(number)
  const open = new Set<number>(number === 0 ? [0] : [])
  let lowest = Infinity
  for (let above = number - 1; above >= 0 && lowest > 0; above--) {
    const other = lines[above]
    if (!other || other.rest === '' || other.rest.startsWith('#')) continue
    const column = columnAt(above)
    if (column > lowest) continue
    lowest = Math.min(lowest, column)
    const {items, keys} = columnsOf(other, column)
    for (const each of shape === 'item' ? items : keys) open.add(each)
  }
  if (lowest === Infinity) open.add(0)
  return open.has(own) && number > 0
    ? []
    : [...open]
        .filter((column) => column !== own && Math.abs(column - own) <= 2)
        .toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a)
}

/** The same with items apart that YAML joins. */
function parted(lines: readonly Line[], at: Attempt): Attempt {
  const joined = joinedItems(at)
  if (joined.size === 0) return at
  const next = attempt(lines, new Map([...at.changes, ...joined]))
  return isBetter(at, next) ? at : next
}

/** Items that YAML takes for more words of the item above, since their dash stands a little deeper. */
function joinedItems({document, draft}: Attempt): Changes {
  const changes = new Map<number, Change>()
  visit(document, {
    Seq(_, seq) {
      if (seq.flow) return
      for (const item of seq.items) {
        if (!isScalar(item) || item.type !== 'PLAIN' || !item.range) continue
        for (const line of joinedLines(draft, item.range)) changes.set(line.number, {column: line.column})
      }
    },
  })
  return changes
}

function joinedLines(
  {text, lineAt}: Draft,
  [start, end]: Range,
): {readonly number: number; readonly column: number}[] {
  const words = text.slice(start, end)
  if (!/\n[ \t]*-[ \t]/.test(words)) return []
  const lineStart = text.lastIndexOf('\n', start) + 1
  const column = text.slice(lineStart, start).lastIndexOf('-')
  return [...words.matchAll(/\n([ \t]*)-[ \t]/g)].flatMap(({index, 1: indent = ''}) =>
    indent.length - column > 0 && indent.length - column <= 2
      ? [{number: lineAt(start + index + 1), column}]
      : [],
  )
}

function finish(lines: readonly Line[], {changes, draft, document}: Attempt, tabs: boolean): ForgivingYaml {
  const mends = [...changes]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([number, change]) => {
      const line = lines[number]
      return line ? mendsOf(line, change, tabs) : []
    })
  const errors = document.errors.map(({pos: [start, end], message}) => ({
    start: draft.toSource(start),
    end: draft.toSource(end),
    message,
  }))
  return {document, toSource: changes.size > 0 ? draft.toSource : (offset) => offset, mends, errors}
}

function mendsOf({start, indent, rest}: Line, {column, covers}: Change, tabs: boolean): Mend[] {
  const text = start + indent.length
  const found: Mend[] = []
  if (column !== undefined)
    found.push({kind: tabs && indent.includes('\t') ? 'tab' : 'indent', start, end: text, column})
  if (covers)
    found.push({
      kind: covers === 'line' ? 'line' : 'words',
      start: text + coveredFrom(rest, covers),
      end: text + rest.trimEnd().length,
      column: column ?? indent.length,
    })
  return found
}
