import {lineAmong} from '../text/line-index.ts'

/** One line of YAML as typed. */
export interface Line {
  readonly start: number
  readonly indent: string
  readonly rest: string
  readonly end: string
}

/** How a line is handed to the parser where it could not be read as typed. */
export interface Change {
  /** Blanks before it. */
  readonly column?: number
  /** `words`: what stands after its dash and its key is covered. `item`: all after its dash. `line`: all of it. */
  readonly covers?: 'words' | 'item' | 'line'
}

export type Changes = ReadonlyMap<number, Change>

export function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/([ \t]*)([^\r\n]*)(\r\n|\n|$)/g)) {
    if (match[0] === '' && lines.length > 0) break
    lines.push({start: match.index, indent: match[1] ?? '', rest: match[2] ?? '', end: match[3] ?? ''})
  }
  return lines
}

/** Where an item of a list begins: after its dashes. */
export const itemStart = (rest: string): number => /^(?:-[ \t]+)*/.exec(rest)?.[0].length ?? 0

/** Where the words of a line begin: after its dashes and its key. */
export function wordsStart(rest: string): number {
  const dashes = itemStart(rest)
  const key = /^(?:"[^"]*"|'[^']*'|[^-?*&!|>%@`:#"'[\]{}][^:#"'[\]{}]*):(?:[ \t]+|$)/.exec(rest.slice(dashes))
  return dashes + (key?.[0].length ?? 0)
}

/** Whether a line opens an item or a key, and which. */
export const shapeOf = (rest: string): 'item' | 'key' | undefined =>
  /^-(?:[ \t]|$)/.test(rest) ? 'item' : /^[\w"'][^:#]*:(?:[ \t]|$)/.test(rest) ? 'key' : undefined

/** The columns at which a line opens items and keys. */
export function columnsOf({rest}: Line, column: number): {readonly items: number[]; readonly keys: number[]} {
  const items: number[] = []
  let at = 0
  for (let dash = /^-[ \t]+/.exec(rest); dash; dash = /^-[ \t]+/.exec(rest.slice(at))) {
    items.push(column + at)
    at += dash[0].length
  }
  if (rest === '-') items.push(column)
  return {items, keys: shapeOf(rest.slice(at)) === 'key' ? [column + at] : []}
}

/** The text that is parsed, each line written as its change says, and the way back to what was typed. */
export interface Draft {
  readonly text: string
  readonly lineAt: (offset: number) => number
  readonly toSource: (offset: number) => number
}

export function writeDraft(lines: readonly Line[], changes: Changes): Draft {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  lines.forEach((line, number) => {
    const written = writeLine(line, changes.get(number))
    starts.push(length)
    parts.push(written)
    length += written.length
  })
  const lineAt = (offset: number): number => lineAmong(starts, offset)
  return {
    text: parts.join(''),
    lineAt,
    toSource(offset) {
      const number = lineAt(offset)
      const line = lines[number]
      if (!line) return offset
      const column = changes.get(number)?.column ?? line.indent.length
      const within = offset - (starts[number] ?? 0)
      return (
        line.start +
        (within < column ? Math.min(within, line.indent.length) : within - column + line.indent.length)
      )
    },
  }
}

function writeLine({indent, rest, end}: Line, change: Change | undefined): string {
  if (!change) return indent + rest + end
  const before = change.column === undefined ? indent : ' '.repeat(change.column)
  return before + cover(rest, change.covers) + end
}

/** Where that begins which a change covers. */
export const coveredFrom = (rest: string, covers: Change['covers']): number =>
  covers === 'words' ? wordsStart(rest) : covers === 'item' ? itemStart(rest) : 0

/** Letters and signs of a comment are as long as what they cover, so that places stay. */
function cover(rest: string, covers: Change['covers']): string {
  if (covers === undefined || rest === '') return rest
  if (covers === 'line') return '#'.repeat(rest.length)
  const start = coveredFrom(rest, covers)
  const words = rest.slice(start).trimEnd()
  return rest.slice(0, start) + 'x'.repeat(words.length) + rest.slice(start + words.length)
}
