import {frontmatterAt} from '../core/yaml/frontmatter-at.ts'
import {valueAt} from '../core/yaml/frontmatter.ts'
import type {Note} from '../core/note.ts'
import type {GoalItem} from '../core/record/record-items.ts'
import {firstLineEnd, lineStart, lineStop} from '../core/text/lines.ts'
import {contains, type Edit} from '../core/text/span.ts'

/** The splice that keeps a goal's earlier id under `was`; undefined where it stands there, or no place is sure. */
export function formerId(note: Note, goal: GoalItem, id: string): Edit | undefined {
  const {text, frontmatter} = note
  if (!goal.id || goal.was.some(({value}) => value === id)) return undefined
  const idSpan = goal.id.span
  const mark = note.marks.find(({attributes}) => attributes.some(({value}) => contains(value.span, idSpan)))
  if (mark) return {span: {start: mark.span.end - 1, end: mark.span.end - 1}, text: ` was=${id}`}
  const place = frontmatterAt(frontmatter?.entries ?? [], goal.id.span.start)
  if (!place) return undefined
  const was = valueAt(place.around, 'was')
  if (was?.kind === 'text') {
    const typed = text.slice(was.span.start, was.span.end).trimEnd()
    return {span: {start: was.span.start, end: was.span.start + typed.length}, text: `[${typed}, ${id}]`}
  }
  if (was?.kind === 'list') {
    const last = was.items.at(-1)?.span
    return last && text[was.span.start] === '['
      ? {span: {start: last.end, end: last.end}, text: `, ${id}`}
      : undefined
  }
  // An empty `was:` waits for something else; nobody's line is filled unasked.
  if (was) return undefined
  const key = place.around.find((entry) => entry.key === place.path.at(-1))
  if (!key) return undefined
  const {start} = key.keySpan
  const line = lineStart(text, start)
  const inBraces = !/^[ \t]*(?:-[ \t]+)*$/.test(text.slice(line, start))
  if (inBraces) return {span: {start: goal.id.span.end, end: goal.id.span.end}, text: `, was: ${id}`}
  const stop = lineStop(text, goal.id.span.end)
  return {span: {start: stop, end: stop}, text: `${firstLineEnd(text)}${' '.repeat(start - line)}was: ${id}`}
}
