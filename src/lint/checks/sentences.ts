import type {Note} from '../../core/note.ts'
import {withoutResults} from '../../core/text/kept-results.ts'
import type {Span} from '../../core/text/span.ts'

/** A sentence of a note's body: where it stands, how long it is, and a number that equal sentences share. */
export interface Sentence extends Span {
  readonly words: number
  readonly fingerprint: number
}

/** Sentences shorter than this are everybody's: "He will call on Tuesday." */
const FEWEST_WORDS = 8

/**
 * The longer sentences of the body of `text`, which starts at `from`. Headings, quoted blocks, code, tables and what
 * stands in quotation marks are left out: what a form or a person says is the same each time with good reason.
 * Lines are read plainly, without a Markdown tree, so that a folder of notes costs next to nothing.
 */
export function sentencesIn(text: string, from: number): Sentence[] {
  const found: Sentence[] = []
  for (const block of blocksIn(withoutResults(text), from))
    for (const {start, end} of splitSentences(text, block)) {
      const words = wordsIn(text.slice(start, end))
      if (words.length >= FEWEST_WORDS)
        found.push({start, end, words: words.length, fingerprint: fingerprintOf(words)})
    }
  return found
}

/** The fingerprints of a note's longer sentences, taken when somebody first asks. */
export function fingerprintsOf({text, frontmatter}: Note): () => ReadonlySet<number> {
  let found: ReadonlySet<number> | undefined
  return () =>
    (found ??= new Set(sentencesIn(text, frontmatter?.span.end ?? 0).map(({fingerprint}) => fingerprint)))
}

const LEFT_OUT = /^\s*(?:#|>|\||<|```|~~~|---|===)/
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/

/** Paragraphs and list items as stretches of the text. */
function* blocksIn(text: string, from: number): Generator<Span> {
  let start: number | undefined
  let end = from
  let fence: string | undefined
  for (const match of text.slice(from).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const line = match[1] ?? ''
    const at = from + match.index
    const mark = /^\s*(```|~~~)/.exec(line)?.[1]
    if (mark) fence = fence === undefined ? mark : fence === mark ? undefined : fence
    const isText = fence === undefined && line.trim() !== '' && !LEFT_OUT.test(line)
    const item = isText ? ITEM.exec(line) : null
    if (start !== undefined && (!isText || item)) {
      yield {start, end}
      start = undefined
    }
    if (isText) {
      start ??= at + (item ? item[0].length : line.length - line.trimStart().length)
      end = at + line.trimEnd().length
    }
  }
  if (start !== undefined) yield {start, end}
}

function* splitSentences(text: string, {start, end}: Span): Generator<Span> {
  const block = text.slice(start, end)
  let from = 0
  for (const match of block.matchAll(/[.!?]+["”’')\]]*(?=\s|$)\s*/g)) {
    yield {start: start + from, end: start + match.index + match[0].trimEnd().length}
    from = match.index + match[0].length
  }
  if (from < block.length) yield {start: start + from, end}
}

/** Words as compared: small letters, no marks, and without what somebody is quoted to have said. */
const wordsIn = (sentence: string): readonly string[] =>
  sentence
    .replace(/["“„][^"”]*["”]?/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** 53 bits of the words (cyrb53, public domain): enough that two sentences of a caseload do not meet by chance. */
function fingerprintOf(words: readonly string[]): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const word of words)
    for (let at = 0; at <= word.length; at++) {
      const unit = at < word.length ? word.charCodeAt(at) : 32
      high = Math.imul(high ^ unit, 2654435761)
      low = Math.imul(low ^ unit, 1597334677)
    }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
