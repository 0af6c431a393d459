import {
  FRONTMATTER_LANGUAGE,
  QUERY_FENCE,
  QUERY_LANGUAGE,
  readFence,
  readFrontmatterFences,
  SECTION_LANGUAGE,
  shownText,
  usualLineEnd,
  type CellOrigin,
} from './note-cells.ts'

import {linesWithEnds} from '../text/lines.ts'

/** A cell as it stands in an editor now. */
export interface EditedCell {
  readonly language: string
  /** Lines ended by LF. */
  readonly text: string
  /** Absent for a cell that is new. */
  readonly origin?: CellOrigin | undefined
}

/** The source of one cell: its own words, and the fences around them with their line ends. */
export interface CellSource {
  readonly before: string
  readonly own: string
  readonly close: string
}

/** The source that a cell has if nobody edited it; undefined for one that is edited or new. */
export function asItWas({language, text, origin}: EditedCell): CellSource | undefined {
  if (origin?.language !== language) return undefined
  const shown = shownText(origin)
  // An editor takes a byte order mark out of the start of any text.
  if (text !== shown && text !== shown.replace(/^\uFEFF/, '')) return undefined
  const {raw} = origin
  if (language === SECTION_LANGUAGE) return {before: '', own: raw, close: ''}
  if (language === FRONTMATTER_LANGUAGE) {
    const {opening, content, closing} = readFrontmatterFences(raw)
    return {before: opening, own: content, close: closing}
  }
  const before = /^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(raw)?.[0] ?? ''
  const {closing} = readFence(raw)
  const inside = raw.slice(before.length, raw.length - closing.length)
  const own = closing === '' ? inside : inside.replace(/(?:\r\n|\n|\r)$/, '')
  return {before, own, close: raw.slice(before.length + own.length)}
}

/** The source of edited frontmatter: the lines of dashes stay as they were. */
export function writeFrontmatter({text, origin}: EditedCell, lineEnd: string): CellSource {
  const fences = readFrontmatterFences(origin?.raw ?? '')
  const dashes = fences.closing.replace(/^[\r\n]+/, '') || '---'
  const own = withLineEnds(text, fences.content, lineEndOf(origin, lineEnd))
  return {
    before: fences.opening || `---${lineEnd}`,
    own,
    close: own === '' ? dashes : lineEndOf(origin, lineEnd) + dashes,
  }
}

/** The source of an edited section. `raw` is what it was, with what was joined to it since. */
export function writeSection(text: string, raw: string, lineEnd: string): CellSource {
  const words = text.replace(/\n+$/, '')
  const mark = raw.startsWith('\uFEFF') && !words.startsWith('\uFEFF') ? '\uFEFF' : ''
  return {before: '', own: withLineEnds(mark + words, raw, usualLineEnd(raw) ?? lineEnd), close: ''}
}

/** The source of an edited question to the notes, or of any other code; the fence grows where its words hold one. */
export function writeFence({text, language, origin}: EditedCell, lineEnd: string): CellSource {
  const known = origin?.language === language && language === QUERY_LANGUAGE ? origin : undefined
  const ownEnd = lineEndOf(known, lineEnd)
  const fence = known && readFence(known.raw)
  const words = text.replace(/\n+$/, '')
  const {indent = '', marks = '```'} = fence ?? {}
  const runs = [...words.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)].map(([, run = '']) => run.length)
  const longest = Math.max(0, ...runs)
  const fitting = longest < marks.length ? marks : (marks[0] ?? '').repeat(longest + 1)
  const opening = fence?.opening.replace(marks, fitting) ?? fitting + fenceWord(language)
  const inside = known?.raw.replace(/^[^\r\n]*(?:\r\n|\n|\r)/, '') ?? ''
  const own = withLineEnds(words.replace(/^(?=.)/gm, indent), inside, ownEnd)
  const closing = fence?.closing.replace(/[`~]+/, fitting) || indent + fitting
  return {before: opening + ownEnd, own, close: (own === '' ? '' : ownEnd) + closing}
}

const fenceWord = (language: string): string => (language === QUERY_LANGUAGE ? QUERY_FENCE : language)

const lineEndOf = (origin: CellOrigin | undefined, lineEnd: string): string =>
  (origin && usualLineEnd(origin.raw)) ?? lineEnd

/** `text` with line ends of the note: lines that also open or close what it was keep theirs, a new one gets `lineEnd`. */
function withLineEnds(text: string, raw: string, lineEnd: string): string {
  const old = linesWithEnds(raw).map((line) => {
    const words = line.replace(/[\r\n]+$/, '')
    return {words, end: line.slice(words.length) || lineEnd}
  })
  const lines = text.split('\n')
  const most = Math.min(lines.length, old.length)
  let head = 0
  while (head < most && lines[head] === old[head]?.words) head++
  let tail = 0
  while (tail < most - head && lines.at(-1 - tail) === old.at(-1 - tail)?.words) tail++
  return lines
    .map((line, index) => {
      const fromEnd = lines.length - index
      if (fromEnd === 1) return line
      const before = index < head ? old[index] : fromEnd <= tail ? old.at(-fromEnd) : undefined
      return line + (before?.end ?? lineEnd)
    })
    .join('')
}
