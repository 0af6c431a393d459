import {bodyBlocks} from './body-blocks.ts'

/** HTML blocks that end with a mark of their own rather than with an empty line (CommonMark 0.31, 4.6, kinds 1 to 5). */
const HTML_ENDS: readonly (readonly [start: RegExp, end: RegExp, close: string])[] = [
  [/^<!--/, /-->/, '-->'],
  [/^<\?/, /\?>/, '?>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
  [/^<![a-z]/i, />/, '>'],
  [/^<pre(?=\s|>|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</pre>'],
  [/^<script(?=\s|>|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</script>'],
  [/^<style(?=\s|>|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</style>'],
  [/^<textarea(?=\s|>|$)/i, /<\/(?:pre|script|style|textarea)>/i, '</textarea>'],
]

/**
 * What closes the last block of some Markdown where it would take in all that follows: a fence that is open, or HTML
 * such as a comment without its end. Empty where nothing is open.
 */
export function openEnd(markdown: string, lineEnd: string): string {
  if (!/```|~~~|</.test(markdown)) return ''
  const {block, start = 0} = bodyBlocks(markdown).at(-1) ?? {}
  if (block?.type === 'code') return openFence(markdown, start, lineEnd)
  if (block?.type !== 'html') return ''
  // Up to three blanks may stand before it, and the tree counts them in.
  const html = markdown.slice(start).replace(/^ +/, '')
  const found = HTML_ENDS.find(([begins]) => begins.test(html))
  if (!found) return ''
  const [begins, ends, close] = found
  return ends.test(html.replace(begins, '')) ? '' : lineEnd + close
}

function openFence(markdown: string, start: number, lineEnd: string): string {
  const lines = markdown.slice(start).split(/\r\n|\n|\r/)
  const marks = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0]
  if (marks === undefined) return ''
  const closes = new RegExp(`^ {0,3}${marks[0] ?? ''}{${marks.length},}[ \\t]*$`)
  return lines.slice(1).some((line) => closes.test(line)) ? '' : lineEnd + marks
}

/** Whether `next` begins a block of its own where `gap` alone parts it from the words before. */
export function startsBlock(words: string, gap: string, next: string): boolean {
  const isApart = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(gap)
  const [blanks = ''] = /^[ \t]*/.exec(next) ?? []
  // What is indented goes on with a list or a footnote across any number of empty lines.
  if (isApart && blanks === '') return true
  if (!/[\r\n]/.test(gap)) return false
  const text = words + gap + next
  const wanted = words.length + gap.length
  return bodyBlocks(text).some(({start}) => start >= wanted && start <= wanted + blanks.length)
}
