import type {Span} from './span.ts'

/** The comments around an answer of the notes that somebody kept; the linter leaves alone what stands between them. */
export const RESULT_START = '<!-- strengths-disable -- result of:'
export const RESULT_END = '<!-- strengths-enable -- end of the result -->'

const RESULT = new RegExp(`^ {0,3}${RESULT_START}[^]*?${RESULT_END}`, 'gm')

/**
 * Where a text holds answers that were kept. They say once more what other notes say, so nothing in them is this note's.
 * One whose end is missing hides nothing: what a person wrote below it must not be lost.
 */
export const keptResults = (text: string): Span[] =>
  text.includes(RESULT_START)
    ? [...text.matchAll(RESULT)].map(({index, 0: result}) => ({start: index, end: index + result.length}))
    : []

/** The same text with blanks in their place: every other offset stays. */
export const withoutResults = (text: string): string =>
  text.includes(RESULT_START) ? text.replace(RESULT, (result) => result.replace(/[^\r\n]/g, ' ')) : text
