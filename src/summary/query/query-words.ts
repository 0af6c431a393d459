import type {Span} from '../../core/text/span.ts'

/** A word of a question, or several between quotation marks. */
export interface QueryWord extends Span {
  /** Without its quotation marks. */
  readonly text: string
  readonly isQuoted: boolean
  /** A comma stands behind it. */
  readonly hasComma: boolean
}

/** The words of a question. A line that begins with `#` is a remark, as is all behind a `#` that stands alone. */
export function queryWords(text: string): QueryWord[] {
  const words: QueryWord[] = []
  for (const match of text.matchAll(/["“]([^"”]*)["”]?(,?)|(#(?=\s|$).*$)|(,)|([^\s,]+)(,?)/gm)) {
    const [whole, quoted, quotedComma, remark, comma, plain = '', plainComma] = match
    if (remark !== undefined || comma !== undefined) continue
    const isQuoted = quoted !== undefined
    const hasComma = (isQuoted ? quotedComma : plainComma) === ','
    const end = match.index + whole.length - (hasComma ? 1 : 0)
    words.push({start: match.index, end, text: quoted ?? plain, isQuoted, hasComma})
  }
  return words
}

/** The questions of a cell: one a line, empty lines and remarks left out. */
export function queryLines(text: string): readonly (Span & {readonly text: string})[] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .map(({index, 0: line}) => ({start: index, end: index + line.length, text: line}))
    .filter((line) => queryWords(line.text).length > 0)
}
