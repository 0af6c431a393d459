import type {Span} from './span.ts'

/** A run of plain text and the source it came from; of equal length, they correspond unit by unit. */
interface Segment {
  readonly at: number
  readonly size: number
  readonly start: number
  readonly end: number
}

/** Plain text with a way back to the source for every unit of it. All offsets are UTF-16. */
export interface MappedText {
  readonly text: string
  /** The source behind `text.slice(start, end)`; `end > start`. */
  sourceSpan(start: number, end: number): Span
  /** The spans of source behind `text.slice(start, end)`, one for each stretch with no markup inside. */
  sourceRuns(start: number, end: number): readonly Span[]
}

/** Collects plain text and where it came from, in order. */
export class MappedTextBuilder {
  #text = ''
  readonly #segments: Segment[] = []

  get text(): string {
    return this.#text
  }

  /** Adds `text` as the reading of `source.slice(start, end)`. */
  add(text: string, start: number, end: number): void {
    const last = this.#segments.at(-1)
    const even = text.length === end - start
    if (last && even && last.end === start && last.size === last.end - last.start && last.size > 0)
      this.#segments[this.#segments.length - 1] = {...last, size: last.size + text.length, end}
    else this.#segments.push({at: this.#text.length, size: text.length, start, end})
    this.#text += text
  }

  build(): MappedText {
    return mappedText(this.#text, this.#segments)
  }
}

function mappedText(text: string, segments: readonly Segment[]): MappedText {
  const indexOf = (offset: number): number => {
    let low = 0
    let high = segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((segments[middle]?.at ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const within = (segment: Segment, start: number, end: number): Span => {
    if (segment.size !== segment.end - segment.start) return {start: segment.start, end: segment.end}
    const from = Math.max(0, start - segment.at)
    const to = Math.min(segment.size, end - segment.at)
    return {start: segment.start + from, end: segment.start + to}
  }
  const sourceRuns = (start: number, end: number): Span[] => {
    const runs: Span[] = []
    for (let i = indexOf(start); i < segments.length; i++) {
      const segment = segments[i]
      if (!segment || segment.at >= end) break
      if (segment.at + segment.size <= start) continue
      const run = within(segment, start, end)
      const last = runs.at(-1)
      if (last && last.end === run.start) runs[runs.length - 1] = {start: last.start, end: run.end}
      else runs.push(run)
    }
    return runs
  }
  return {
    text,
    sourceRuns,
    sourceSpan(start, end) {
      const first = segments[indexOf(start)]
      const last = segments[indexOf(end - 1)]
      if (!first || !last) return {start: 0, end: 0}
      return {start: within(first, start, end).start, end: within(last, start, end).end}
    },
  }
}

/** What an escape at `offset` of the source reads as, and how many units it takes; undefined where none starts. */
export type ReadEscape = (offset: number) => {readonly text: string; readonly length: number} | undefined

const BREAK = /[ \t]*(?:\r\n|\n|\r)/y

/**
 * Adds `value` as the reading of `source.slice(span)`, where the two differ only by escapes and by how lines
 * are broken and prefixed. False, and nothing added, where they cannot be matched up.
 */
export function alignText(
  builder: MappedTextBuilder,
  {
    source,
    span,
    value,
    escape,
    prefix,
  }: {
    readonly source: string
    readonly span: Span
    readonly value: string
    readonly escape: ReadEscape
    /** What may stand between a line end and the text of the next line; sticky. */
    readonly prefix: RegExp
  },
): boolean {
  const pieces: [string, number, number][] = []
  let at = span.start
  let read = 0
  while (read < value.length) {
    if (at >= span.end) return false
    const next = endOfBreak(source, at, span.end, prefix)
    if (next > at) {
      const blank = leadingBlank(value, read)
      if (blank > 0)
        pieces.push([
          /[\r\n][^\S\r\n]*(?!(?<=\r)\n)[\r\n]/.test(source.slice(at, next)) ? '\n' : ' ',
          at,
          next,
        ])
      read += blank
      at = next
      continue
    }
    const escaped = escape(at)
    if (escaped && value.startsWith(escaped.text, read)) {
      if (escaped.text) pieces.push([escaped.text, at, at + escaped.length])
      read += escaped.text.length
      at += escaped.length
    } else if (source[at] === value[read]) {
      pieces.push([value[read] ?? '', at, at + 1])
      read++
      at++
    } else return false
  }
  for (const [text, start, end] of pieces) builder.add(text, start, end)
  return true
}

function leadingBlank(value: string, from: number): number {
  let end = from
  while (end < value.length && /\s/.test(value[end] ?? '')) end++
  return end - from
}

/** Where the text goes on after the line ends that start at `at`; `at` itself where none does. */
function endOfBreak(source: string, at: number, end: number, prefix: RegExp): number {
  let next = at
  for (;;) {
    BREAK.lastIndex = next
    const lineEnd = BREAK.exec(source)
    if (!lineEnd || BREAK.lastIndex > end) return next
    prefix.lastIndex = BREAK.lastIndex
    const skipped = prefix.exec(source)?.[0].length ?? 0
    next += lineEnd[0].length + skipped
    if (next >= end) return end
  }
}
