const LINE_FEED = 10
const RETURN = 13

const isLineEnd = (unit: number): boolean => unit === LINE_FEED || unit === RETURN

/** Where the line of `offset` starts. Line ends are LF, CRLF and a lone CR, as in Markdown. */
export function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--
  return start
}

/** Where the line of `offset` ends, its line end left out. */
export function lineStop(text: string, offset: number): number {
  let stop = offset
  while (stop < text.length && !isLineEnd(text.charCodeAt(stop))) stop++
  return stop
}

/** Where the line after that of `offset` starts; `end` where that is sooner. */
export function nextLine(text: string, offset: number, end = text.length): number {
  for (let at = offset; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === LINE_FEED) return at + 1
    if (unit === RETURN) return Math.min(end, text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1)
  }
  return end
}

/** The line end that a text begins with, for what is written into it anew; LF where it has none. */
export const firstLineEnd = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

/** The lines of a text, each with its line end. */
export const linesWithEnds = (text: string): string[] => text.split(/(?<=\r\n|\n|\r(?!\n))/)
