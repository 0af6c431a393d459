import {lineStart} from '../../core/text/lines.ts'
import {yamlSpan} from '../../core/yaml/yaml-place.ts'
import {knownGoals, knownResources} from './known-things.ts'
import type {Recall, Suggestion} from './recall.ts'

const MARK = /(?:^|[\s([“"'])([@#])([\p{L}\p{N}][\p{L}\p{N}' -]*|)$/u

/** In the body of a note `@` brings the resources of its people and `#` their goals, as words to go on with. */
export function suggestInProse(offset: number, recall: Recall): Suggestion[] {
  const {text} = recall.note
  const yaml = yamlSpan(text)
  if (yaml && offset <= yaml.end) return []
  const margin = lineStart(text, offset)
  const before = text.slice(margin, offset)
  const [, mark, typed = ''] = MARK.exec(before) ?? []
  const start = offset - typed.length - 1
  // At the start of a line it begins a heading.
  if (!mark || (mark === '#' && start === margin)) return []
  const span = {start, end: offset}
  const pages = recall.record.clients.map(({value}) => recall.pageOf(value))
  const found =
    mark === '@'
      ? pages.flatMap((page) =>
          knownResources(page, recall).map((known) => ({
            ...known,
            kind: 'resource' as const,
            insert: known.label,
          })),
        )
      : pages.flatMap((page) =>
          knownGoals(page, recall).map((known) => ({
            ...known,
            kind: 'goal' as const,
            insert: `“${known.label}”`,
          })),
        )
  return found.map(({kind, label, detail, about = '', insert}) => ({
    kind,
    label,
    detail,
    about,
    span,
    insert,
    filter: `${mark}${label}`,
    again: false,
  }))
}
