import {indexLines} from '../core/text/line-index.ts'
import type {Linted} from './lint-note.ts'

/**
 * The findings as JSON, an array with one object a file: lines and columns from 1, offsets in UTF-16 units from
 * the start of the file. A file that could not be read holds one finding that says why.
 */
export function jsonReport(files: readonly Linted[]): string {
  return `${JSON.stringify(files.map(fileReport), undefined, 2)}\n`
}

function fileReport({file, text = '', findings, problem}: Linted): object {
  const lines = indexLines(text)
  const at = (offset: number): object => ({...lines.positionAt(offset), offset})
  const start = {line: problem?.line ?? 1, column: 1, offset: 0}
  const unread = problem && {
    rule: problem.code,
    category: 'file',
    severity: 'error',
    message: problem.message,
    text: '',
    start,
    end: start,
    offers: [],
  }
  return {
    file,
    findings: [
      ...(unread ? [unread] : []),
      ...findings.map(({rule, category, severity, message, span, offers}) => ({
        rule,
        category,
        severity,
        message,
        text: text.slice(span.start, span.end),
        start: at(span.start),
        end: at(span.end),
        offers: offers.map((offer) => ({kind: offer.kind, text: offer.text})),
      })),
    ],
  }
}
