import type {Span} from '../core/text/span.ts'
import {GENERATED_MARKER} from '../summary/formats/generated.ts'

/** The marks around what this tool renews in a Markdown file of a person's own, each on a line of its own. */
const BEGIN = /^<!-- strengths:begin\b[^\n>]*-->[ \t]*(?:\r\n|\n|$)/m
const END = /^<!-- strengths:end\b[^\n>]*-->/m

/** The span between the marks of a region; undefined where there is none, or no end. */
export function regionIn(text: string): Span | undefined {
  const begin = BEGIN.exec(text)
  if (!begin) return undefined
  const start = begin.index + begin[0].length
  const end = END.exec(text.slice(start))
  return end ? {start, end: start + end.index} : undefined
}

/**
 * The text with a page in its region, all around it as it was. The page keeps the mark of a generated page, by which
 * a reader sees what made it.
 */
export function withRegion(text: string, {start, end}: Span, page: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const body = page.startsWith(GENERATED_MARKER) ? page.slice(GENERATED_MARKER.length) : page
  const inside = ['', '<!-- strengths-disable -->', '', body.trim(), '', '<!-- strengths-enable -->', '', '']
  return text.slice(0, start) + inside.join('\n').replaceAll('\n', lineEnd) + text.slice(end)
}
