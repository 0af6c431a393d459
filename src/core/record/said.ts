import type {Span} from '../text/span.ts'

/** What a note says, with the place where it says it. */
export interface Said<T> {
  readonly value: T
  readonly span: Span
}

/** `a` before, with or after `b` in the order of their code units: the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
