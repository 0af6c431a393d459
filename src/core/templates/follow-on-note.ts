import type {Note} from '../note.ts'
import {frontmatterSpan} from '../text/frontmatter-span.ts'
import type {SessionRecord} from '../record/record.ts'
import {asTemplateText} from './template-parts.ts'
import type {TemplateValues} from './template-values.ts'

/** What a new note does to the one before it; of the three, only a correction stands in its place. */
export type FollowOn = 'correction' | 'addendum' | 'late-addition'

export interface OriginalNote {
  readonly record: SessionRecord
  /** Its path from the notes folder. */
  readonly path: string
}

/** The id by which other notes speak of it. */
const idOf = ({record, path}: OriginalNote): string => record.id?.value ?? path.replace(/\.[^./]+$/, '')

/** Where the new note goes: beside the original. */
export const followOnPath = ({path}: OriginalNote, how: FollowOn): string =>
  path.replace(/(?:\.[^./]+)?$/, `-${how}.md`)

/** What the new note needs to know of the original; `people` for a template that has a line for each of them. */
export function followOnValues(original: OriginalNote): {
  readonly values: TemplateValues
  readonly people: readonly TemplateValues[]
} {
  const {record, path} = original
  const day = record.date?.value ?? ''
  const file = encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
  return {
    values: {
      client: record.clients.map(({value}) => value).join(', '),
      'original.note': idOf(original),
      'original.date': day,
      'original.link': `[${day || 'the note'}](${file})`,
    },
    people: record.clients.map(({value}) => ({client: value})),
  }
}

/** Keys of the note itself, which the one that stands in its place says anew. */
const OWN_KEYS = new Set(['note', 'corrects', 'amends', 'entered', 'late', 'reason'])

/**
 * The text of a note that corrects another, as a template: all that the original says, to be put right, with what
 * it corrects, the day of writing and a tab stop for the reason. The original is not touched.
 */
export function correctionTemplate({text, frontmatter}: Note): string {
  if (!frontmatter) return text
  const bodyStart = frontmatter.span.end
  const head = frontmatter.entries
    .toReversed()
    .filter(({key}) => OWN_KEYS.has(key))
    .reduce(
      (kept, entry) => {
        const next = frontmatter.entries.find(({keySpan}) => keySpan.start > entry.keySpan.start)
        const end = next?.keySpan.start ?? kept.lastIndexOf('---')
        return kept.slice(0, entry.keySpan.start) + kept.slice(end)
      },
      text.slice(0, bodyStart),
    )
  const fence = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(head)?.[0] ?? ''
  const lineEnd = fence.replace(/^[^\r\n]*/, '')
  const keys = [
    'note: "{{note}}"',
    'corrects: "{{original.note}}"',
    'entered: {{entered}}',
    'reason: "${1:{{reason}}}" # what was not right',
  ]
  const body = text.slice(bodyStart).replace(/^(?:\r\n|\n|\r)+/, '')
  return [
    `${fence}${keys.join(lineEnd)}${lineEnd}${asTemplateText(head.slice(fence.length))}`,
    '',
    'Correction of {{original.link}}, written {{entered}}.',
    '',
    `\${0}${asTemplateText(body)}`,
  ].join(lineEnd)
}

/**
 * A template for a contact that is written down on another day: the day of writing stands below that of the
 * contact; for a late entry, also that it is one and a first tab stop for the reason.
 */
export function enteredLater(template: string, late: boolean): string {
  const head = template.slice(0, frontmatterSpan(template)?.end ?? 0)
  const date = /^date:.*(?:\r\n|\n|\r)/m.exec(head)
  if (!date) return template
  const at = date.index + date[0].length
  const keys = late
    ? 'entered: {{entered}}\nlate: yes\nreason: "${1:{{reason}}}" # why it is written now\n'
    : 'entered: {{entered}}\n'
  const shifted = (text: string): string => (late ? text.replace(STOP_NUMBER, shiftStop) : text)
  return shifted(template.slice(0, at)) + keys + shifted(template.slice(at))
}

const STOP_NUMBER = /(?<!\\)\$(\{?)(\d+)/g
const shiftStop = (whole: string, brace: string, number: string): string =>
  Number(number) === 0 ? whole : `$${brace}${Number(number) + 1}`
