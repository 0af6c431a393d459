import type {ForgivingYaml, Mend} from './forgiving-yaml.ts'
import type {Problem} from '../problem.ts'
import {quotationMarks, shortened} from './quotation-marks.ts'
import {lineStop} from '../text/lines.ts'
import type {Edit, Span} from '../text/span.ts'

/** What YAML could not read at all. */
export function syntaxProblem(error: ForgivingYaml['errors'][number], base: number, block: Span): Problem {
  const start = Math.min(base + error.start, block.end)
  return {
    code: 'yaml/syntax',
    severity: 'error',
    span: {start, end: Math.max(start, Math.min(base + error.end, block.end))},
    message: `This line of the frontmatter could not be read (${error.message.replace(/\s+/g, ' ').replace(/\.$/, '')}). Quotation marks around the words usually help.`,
  }
}

/** What was read otherwise than YAML would, tabs as one problem, words left out whose start is in `met`. */
export function mendProblems(
  source: string,
  mends: readonly Mend[],
  base: number,
  met: ReadonlySet<number>,
): Problem[] {
  const tabs = mends.filter(({kind}) => kind === 'tab')
  return mends.flatMap((mend): Problem[] => {
    const span = {start: base + mend.start, end: base + mend.end}
    const blanks = ({start, end, column}: Mend): Edit => ({
      span: {start: base + start, end: base + end},
      text: ' '.repeat(column),
    })
    switch (mend.kind) {
      case 'tab':
        return mend === tabs[0]
          ? [
              {
                code: 'yaml/tab',
                severity: 'warning',
                span,
                message: 'Tabs at the start of a line are read as blanks here; YAML takes blanks only.',
                fix: {title: 'Write blanks for tabs', kind: 'same', edits: tabs.map(blanks)},
              },
            ]
          : []
      case 'indent':
        return [
          {
            code: 'yaml/indent',
            severity: 'warning',
            span: lineFrom(source, span.end),
            message:
              'This line is read as one step with its neighbours, though it stands a little beside them.',
            fix: {title: 'Line it up', kind: 'same', edits: [blanks(mend)]},
          },
        ]
      case 'words':
        return met.has(span.start) ? [] : [wordsProblem(source, span)]
      case 'line':
        return [
          {
            code: 'yaml/syntax',
            severity: 'error',
            span,
            message: 'This line could not be read; lines here have the form `key: words` or `- words`.',
          },
        ]
    }
  })
}

/** Words that were read as they stand. */
export const wordsProblem = (source: string, span: Span): Problem => ({
  code: 'yaml/syntax',
  severity: 'warning',
  span,
  message: `Read as “${shortened(source.slice(span.start, span.end))}”; YAML takes some of these signs otherwise, and quotation marks keep the words whole.`,
  fix: quotationMarks(source, span),
})

/** A list that was read up to the end of its line. */
export const openListProblem = (span: Span): Problem => ({
  code: 'yaml/syntax',
  severity: 'warning',
  span,
  message: 'Read as a list that ends here; a closing bracket says so to every reader of YAML.',
  fix: {title: 'Close the list', kind: 'same', edits: [{span: {start: span.end, end: span.end}, text: ']'}]},
})

/** From `start` to the last word of its line. */
const lineFrom = (source: string, start: number): Span => ({
  start,
  end: start + source.slice(start, lineStop(source, start)).trimEnd().length,
})
