import {indexPlaces} from '../core/text/line-index.ts'
import {noteProblems} from '../core/record/note-problems.ts'
import {parseNote, type Note} from '../core/note.ts'
import type {Problem} from '../core/problem.ts'
import type {SessionRecord} from '../core/record/record.ts'
import {strategiesInHeadings} from '../core/record/strategies.ts'
import {recordOf} from '../lint/check-note.ts'
import {sentencesIn} from '../lint/checks/sentences.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import type {NoteInput} from '../summary/summary.ts'

/** The record of a note at `id`, as a fold takes it; undefined for what is no session note. */
export function readInput(id: string, text: string): NoteInput | undefined {
  return isGenerated(text) ? undefined : noteInput(id, parseNote(text))
}

/** The same for a note that is no page of this tool. */
export function noteInput(id: string, note: Note): NoteInput | undefined {
  const reading = recordOf(note)
  if (!reading) return undefined
  const body = [...strategiesInHeadings(note.text, note.frontmatter?.span.end ?? 0)]
  const problems = noteProblems(note, reading).filter(({severity}) => severity !== 'information')
  return {
    id,
    note,
    record: reading.record,
    ...(problems.length > 0 ? {problems} : {}),
    ...(body.length > 0 ? {strategies: [...new Set(body.map(({strategy}) => strategy))]} : {}),
  }
}

/** The same input without the tree of its frontmatter, which most of its memory goes into and no fold asks for. */
export const withoutTree = (input: NoteInput): NoteInput => {
  const {text, frontmatter} = input.note
  const span = frontmatter?.span
  return {...input, note: {text: '', lines: indexPlaces(text), frontmatter: span && {span}}}
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
    ...(input.strategies ? {strategies: input.strategies} : {}),
    ...(input.problems ? {problems: JSON.parse(JSON.stringify(input.problems)) as readonly Problem[]} : {}),
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
