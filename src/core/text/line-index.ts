/** A place as people count it: line and column from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Turns offsets into lines. Line ends are LF, CRLF and a lone CR, as in Markdown. */
export interface LinePlaces {
  readonly count: number
  positionAt(offset: number): Position
}

/** Turns offsets into lines and back. */
export interface LineIndex extends LinePlaces {
  /** Offset of the first unit of a line counted from 1; lines past the end give the length of the text. */
  startOf(line: number): number
  /** The words of a line counted from 1, without its line end. */
  lineText(line: number): string
}

export function indexLines(text: string): LineIndex {
  const starts = lineStarts(text)
  const startOf = (line: number): number => starts[line - 1] ?? text.length
  return {
    ...placesFrom(starts),
    startOf,
    lineText: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/\r\n$|[\r\n]$/, ''),
  }
}

/** Only where lines start, for who keeps places of a text without the text. */
export const indexPlaces = (text: string): LinePlaces => placesFrom(lineStarts(text))

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return starts
}

// Apart from the text, since functions made in one scope keep all of it alive.
const placesFrom = (starts: readonly number[]): LinePlaces => ({
  count: starts.length,
  positionAt(offset) {
    const line = lineAmong(starts, offset)
    return {line: line + 1, column: offset - (starts[line] ?? 0) + 1}
  },
})

/** Which of the lines that begin at `starts` holds `offset`, counted from 0. */
export function lineAmong(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
