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

/** Text that stands in the source as it is, from `start` on. */
export const straightText = (text: string, start: number): MappedText => ({
  text,
  sourceSpan: (from, to) => ({start: start + Math.max(0, from), end: start + Math.min(text.length, to)}),
  sourceRuns: (from, to) =>
    from < to && from < text.length
      ? [{start: start + Math.max(0, from), end: start + Math.min(text.length, to)}]
      : [],
})

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
