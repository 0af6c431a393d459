import type {RootContent} from 'mdast'
import {bodyBlocks} from '../text/body-blocks.ts'
import {frontmatterSpan} from '../text/frontmatter-span.ts'
import {lineStart, linesWithEnds} from '../text/lines.ts'
import {RESULT_END, RESULT_START} from '../text/kept-results.ts'

/** Languages of cells that are more than a fenced block: the block at the top, a section, a question to the notes. */
export const FRONTMATTER_LANGUAGE = 'yaml'
export const SECTION_LANGUAGE = 'markdown'
export const QUERY_LANGUAGE = 'strengths-query'

/** The word behind a fence that makes its block a question to the notes. */
export const QUERY_FENCE = 'strengths'

/** What a cell was in its note. It stays with the cell, which is written back from it while nobody edits it. */
export interface CellOrigin {
  readonly language: string
  /** The cell as it stands in the note, fences and line ends included. */
  readonly raw: string
  /** What stands between it and the next cell, or the end: line ends and blanks. */
  readonly after: string
  /** Its place in the note, counted from 0. */
  readonly index: number
}

/** A piece of a note as it is shown: without its fences, lines ended by LF. */
export interface NoteCell {
  readonly language: string
  readonly text: string
  readonly origin: CellOrigin
}

/** A note as cells. `lead`, each `raw` and its `after`, one behind the other, are the note. */
export interface NoteCells {
  /** A byte order mark and empty lines before the first cell. */
  readonly lead: string
  /** The line end that the note uses most, for what is written anew. */
  readonly lineEnd: string
  readonly cells: readonly NoteCell[]
}

/**
 * Cuts a note into its frontmatter, a cell for each section that a heading begins, and a cell for each question to the
 * notes. Only headings and fences of the Markdown tree count, and only those that stand in no list or quote; a kept
 * result is never cut.
 */
export function splitNote(text: string): NoteCells {
  const block = frontmatterSpan(text)
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const body = startOfWords(text, block?.end ?? mark)
  const cuts: Cut[] = block ? [{start: block.start, language: FRONTMATTER_LANGUAGE}] : []
  if (body < text.length) cuts.push(...cutsFrom(text, body))
  const lead = text.slice(0, cuts[0]?.start ?? text.length)
  const cells = cuts.map(({start, language}, index): NoteCell => {
    const next = cuts[index + 1]?.start ?? text.length
    const end = language === FRONTMATTER_LANGUAGE && block ? block.end : endOfWords(text, start, next)
    const origin = {language, raw: text.slice(start, end), after: text.slice(end, next), index}
    return {language, text: shownText(origin), origin}
  })
  return {lead, lineEnd: usualLineEnd(text) ?? '\n', cells}
}

/** What somebody sees of a cell that nobody edited. */
export function shownText({language, raw}: CellOrigin): string {
  const text = withLineFeeds(raw)
  if (language === FRONTMATTER_LANGUAGE) return readFrontmatterFences(text).content
  return language === QUERY_LANGUAGE ? readFence(text).content : text
}

/** Line ends as a document of an editor has them. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')

/** The line end that a text uses most; undefined where it has none. */
export function usualLineEnd(text: string): string | undefined {
  const counts = new Map<string, number>()
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

/** The lines of dashes around a block of frontmatter, each with the line end that parts it from the content. */
export interface FrontmatterFences {
  readonly opening: string
  readonly content: string
  readonly closing: string
}

export function readFrontmatterFences(raw: string): FrontmatterFences {
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(raw)?.[0] ?? ''
  const closing = /(?:^|\r\n|\n|\r)---[ \t]*$/.exec(raw.slice(opening.length))?.[0] ?? ''
  return {opening, content: raw.slice(opening.length, raw.length - closing.length), closing}
}

/** A fenced block: the blanks before its fence, its first line, what is inside, and the fence that closes it. */
export interface Fence {
  readonly indent: string
  readonly marks: string
  readonly opening: string
  /** Without the indentation of the fence. */
  readonly content: string
  /** Empty where the block ends with the note. */
  readonly closing: string
}

/** Reads a block that the Markdown tree says is fenced. */
export function readFence(raw: string): Fence {
  const [first = '', ...rest] = linesWithEnds(raw)
  const [, indent = '', marks = ''] = /^( *)(`+|~+)/.exec(first) ?? []
  const last = rest.at(-1) ?? ''
  const isClosed = new RegExp(`^ {0,3}${marks[0] ?? '`'}{${marks.length},}[ \\t]*$`).test(last)
  const inside = isClosed ? rest.slice(0, -1) : rest
  const least = new RegExp(`^ {0,${indent.length}}`)
  const content = inside.map((line) => line.replace(least, '')).join('')
  return {
    indent,
    marks,
    opening: first.replace(/[\r\n]+$/, ''),
    content: isClosed ? content.replace(/(?:\r\n|\n|\r)$/, '') : content,
    closing: isClosed ? last : '',
  }
}

interface Cut {
  readonly start: number
  readonly language: string
}

/** Where the cells of a body begin, the first at `body`. */
function cutsFrom(text: string, body: number): Cut[] {
  const cuts: Cut[] = []
  let cutNext = true
  let inResult = false
  for (const {block, start: at} of bodyBlocks(text.slice(body))) {
    const start = cuts.length === 0 ? body : lineStart(text, body + at)
    if (inResult) {
      inResult = !isComment(block, RESULT_END)
      continue
    }
    inResult = isComment(block, RESULT_START) && !isComment(block, RESULT_END)
    const isQuery = block.type === 'code' && block.lang === QUERY_FENCE
    if (cutNext || isQuery || block.type === 'heading')
      cuts.push({start, language: isQuery ? QUERY_LANGUAGE : SECTION_LANGUAGE})
    cutNext = isQuery
  }
  return cuts
}

const isComment = (block: RootContent, words: string): boolean =>
  block.type === 'html' && block.value.includes(words)

/** The start of the first line from `from` on that holds more than blanks. */
function startOfWords(text: string, from: number): number {
  let start = from
  for (let at = from; at < text.length; at++) {
    const unit = text[at]
    if (unit === '\n' || unit === '\r') start = at + 1
    else if (unit !== ' ' && unit !== '\t') return start
  }
  return text.length
}

/** The end of the last line before `end` that holds more than blanks, without its line end. */
function endOfWords(text: string, start: number, end: number): number {
  let words = end
  for (let at = end; at > start; at--) {
    const unit = text[at - 1]
    if (unit === '\n' || unit === '\r') words = at - 1
    else if (unit !== ' ' && unit !== '\t') break
  }
  return words
}
