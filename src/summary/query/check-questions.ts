import type {Span} from '../../core/text/span.ts'
import {parseQuery, type QuerySettings} from './parse-query.ts'
import {queryLines, queryWords} from './query-words.ts'
import type {QueryProblem} from './query.ts'

/** What is not understood in some text with a question on each line, where it stands in that text. */
export interface QuestionProblem extends QueryProblem {
  /** Of the whole question. */
  readonly line: Span
}

/** What is not understood of the questions in `text`. Where a question stops too early, its last word is told of. */
export const questionProblems = (text: string, settings: QuerySettings): readonly QuestionProblem[] =>
  queryLines(text).flatMap(({start, end, text: line}) => {
    const parsed = parseQuery(line, settings)
    if (!('problem' in parsed)) return []
    const {span, ...problem} = parsed.problem
    const {start: from, end: to} = span.start < span.end ? span : (queryWords(line).at(-1) ?? span)
    return [{...problem, span: {start: start + from, end: start + to}, line: {start, end}}]
  })
