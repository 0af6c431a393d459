import type {Note} from '../core/note.ts'
import type {FilledBoxes} from '../summary/record-boxes.ts'

/** Raised when a program that reads an earlier version could be misled. `schema/boxes.schema.json` has its shape. */
export const BOXES_VERSION = 1

/** A note in the boxes of a record system, as JSON; each line with its place in the note. */
export function boxesJson(
  {
    client,
    date,
    format,
    boxes,
    kept,
    unplaced,
  }: FilledBoxes & {readonly client: string; readonly date: string | undefined; readonly format: string},
  note: Note,
): string {
  const shown = boxes.map(({id, title, text, isEmpty, lines}) => ({
    id,
    title,
    isEmpty,
    text: isEmpty ? '' : text,
    lines: lines.map((line) => ({text: line.text, line: note.lines.positionAt(line.span.start).line})),
  }))
  const all = {version: BOXES_VERSION, client, date, format, boxes: shown, kept, unplaced}
  return `${JSON.stringify(all, undefined, 2)}\n`
}
