import {indexPlaces} from '../core/line-index.ts'
import {parseNote} from '../core/note.ts'
import {readRecord, type SessionRecord} from '../core/record.ts'
import {isSessionNote} from '../lint/check-note.ts'
import {sentencesIn} from '../lint/checks/sentences.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import type {NoteInput} from '../summary/summary.ts'

/** The record of a note at `id`, as a fold takes it; undefined for what is no session note. */
export function readInput(id: string, text: string): NoteInput | undefined {
  if (isGenerated(text)) return undefined
  const note = parseNote(text)
  return isSessionNote(note) ? {id, note, record: readRecord(note).record} : undefined
}

/**
 * The same, made to be kept for thousands of notes: the record and where its lines start, and nothing else of the
 * text. A copy by way of JSON, since a piece cut from a string keeps the whole of it in memory.
 */
export function readLeanInput(id: string, text: string): NoteInput | undefined {
  const input = readInput(id, text)
  if (!input) return undefined
  const record = JSON.parse(JSON.stringify(input.record)) as SessionRecord
  const span = input.note.frontmatter?.span
  const lean = {
    id,
    record,
    note: {text: '', lines: indexPlaces(text), frontmatter: span && {span: {...span}}},
  }
  const sentences = sentencesIn(text, span?.end ?? 0)
  fingerprints.set(
    lean,
    sentences.map(({fingerprint}) => fingerprint),
  )
  return lean
}

const fingerprints = new WeakMap<NoteInput, readonly number[]>()

/** Numbers that stand for the longer sentences of a lean input's text; none for any other. */
export const fingerprintsOfInput = (input: NoteInput): ReadonlySet<number> => new Set(fingerprints.get(input))
