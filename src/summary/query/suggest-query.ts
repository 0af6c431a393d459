import type {Span} from '../../core/text/span.ts'
import {readQuery, type QuerySettings} from './parse-query.ts'

/** One way in which a question could go on. */
export interface QuerySuggestion {
  readonly label: string
  readonly about: string
  /** What it is written over, in the text of the question. */
  readonly span: Span
  readonly insert: string
}

/** Ways in which a question could go on at a place of it; `clients` are the ids that the notes know. */
export function suggestQuery(
  text: string,
  offset: number,
  settings: QuerySettings & {readonly clients: readonly string[]},
): QuerySuggestion[] {
  const before = text.slice(0, offset)
  const typed = /[^\s,"“”]*$/.exec(before)?.[0] ?? ''
  const start = offset - typed.length
  const {options, takesClient} = readQuery(before.slice(0, start), settings)
  const span = {start, end: offset + (/^[^\s,"“”]*/.exec(text.slice(offset))?.[0].length ?? 0)}
  const known = takesClient ? settings.clients.map((word) => ({word, about: 'a person of these notes'})) : []
  const seen = new Set<string>()
  return [...known, ...options].flatMap(({word, about}) => {
    if (seen.has(word)) return []
    seen.add(word)
    return [{label: word, about, span, insert: word}]
  })
}
