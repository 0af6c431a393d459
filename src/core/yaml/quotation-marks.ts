import type {ProposedFix} from '../problem.ts'
import {doubleQuoted} from './quote-yaml.ts'
import type {Span} from '../text/span.ts'

/** Words as YAML takes them whole, on one line. */
const quoted = (words: string): string => doubleQuoted(words.replace(/\s*[\r\n]\s*/g, ' '))

/** Puts quotation marks around the words at `span`, or in place of those that do not close. */
export function quotationMarks(
  source: string,
  span: Span,
  words = source.slice(span.start, span.end),
): ProposedFix {
  const inside = /^"([^"]*)"?$|^'([^']*)'$/.exec(words)
  return {
    title: 'Add quotation marks',
    kind: 'same',
    edits: [{span, text: quoted(inside?.[1] ?? inside?.[2] ?? words)}],
  }
}

const LONGEST = 120

/** Words as a message shows them: on one line, and no longer than a line. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`
}
