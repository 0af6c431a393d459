import type {CivilDate} from '../core/time/civil-date.ts'
import {clockMinutes} from '../core/time/clock-time.ts'
import {compareText, type Said} from '../core/record/said.ts'
import type {Entered} from '../core/record/record.ts'
import type {Span} from '../core/text/span.ts'
import type {NoteInput, NoteRef, NoteStanding} from './summary.ts'

/** A note on its way into the fold: who it is about, and where it stands among the others. */
export interface FoldNote {
  readonly input: NoteInput
  /** `note:` where the note says one, else its path without the extension. */
  readonly id: string
  readonly file: string
  /** Everybody whom the note or its `each` names, ids joined. */
  readonly clients: readonly string[]
  /** The day of service: of the note that this one adds to, where it adds to one. */
  readonly date: CivilDate | undefined
  readonly standing: NoteStanding
  readonly addendum: boolean
  /** Minutes after midnight. */
  readonly start: number | undefined
  readonly entered: Entered | undefined
  readonly corrects: string | undefined
  readonly amends: string | undefined
  readonly correctedBy: string | undefined
}

/** True for the same note in the same standing among the others. */
export const isSameNote = (a: FoldNote, b: FoldNote | undefined): boolean =>
  b !== undefined &&
  a.input === b.input &&
  a.date === b.date &&
  a.standing === b.standing &&
  a.addendum === b.addendum &&
  a.corrects === b.corrects &&
  a.amends === b.amends &&
  a.correctedBy === b.correctedBy &&
  a.clients.length === b.clients.length &&
  a.clients.every((client, at) => client === b.clients[at])

/** The note's own id where it says none: its path without the extension. */
export const stemOf = (file: string): string => file.replace(/\.[^./]+$/, '')

export const startOf = (start: Said<string> | undefined): number | undefined =>
  start && clockMinutes(start.value)

/** A place in `note`, as lines. */
export function refOf({input, id, file, date}: FoldNote, span: Span): NoteRef {
  const {lines} = input.note
  return {
    note: id,
    file,
    line: lines.positionAt(span.start).line,
    endLine: lines.positionAt(Math.max(span.start, span.end - 1)).line,
    date,
  }
}

/** The place where a note as a whole is meant. */
export const openingRef = (note: FoldNote): NoteRef => {
  const start = note.input.note.frontmatter?.span.start ?? 0
  return refOf(note, {start, end: start})
}

/**
 * By day of service, addenda after originals, then start, entry and id; notes without a day come first, so that
 * none of them has the last word. File times play no part.
 */
export const compareNotes = (a: FoldNote, b: FoldNote): number =>
  compareText(a.date ?? '', b.date ?? '') ||
  Number(a.addendum) - Number(b.addendum) ||
  (a.start ?? -1) - (b.start ?? -1) ||
  compareEntered(a.entered, b.entered) ||
  compareText(a.id, b.id) ||
  compareText(a.file, b.file) ||
  compareText(a.input.note.text, b.input.note.text)

export const compareEntered = (a: Entered | undefined, b: Entered | undefined): number =>
  compareText(a?.date ?? '', b?.date ?? '') || (a?.time ?? -1) - (b?.time ?? -1)
