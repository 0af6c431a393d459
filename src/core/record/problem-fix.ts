import type {MapEntry, Value} from '../yaml/frontmatter.ts'
import {parseNote, type Note} from '../note.ts'
import {noteProblems} from './note-problems.ts'
import type {Problem, ProposedFix} from '../problem.ts'
import {readRecord, type RecordReading} from './record.ts'
import {applyEdits, contains, overlaps, type Edit, type Span} from '../text/span.ts'

/** A fix that was tried: the note was read again, and nothing but what it is for had changed. */
export interface Fix extends ProposedFix {
  readonly problem: Problem
}

/** How many fixes are tried one by one where they do not hold together, and how many characters are read for it. */
const TRIED = 25
const READ_AGAIN = 200_000

/**
 * The fixes that hold, of those that problems propose. A fix of the kind `same` leaves every value as it was read, in
 * the record and in the writer's own keys; the other kinds leave all values outside their place. Each takes its own
 * problem away and brings none.
 */
export function fixesFor(note: Note, problems: readonly Problem[], reading = readRecord(note)): Fix[] {
  const proposed = problems.flatMap((problem) => (problem.fix ? [{...problem.fix, problem}] : []))
  const before = {note, reading}
  const alike = proposed.filter(({kind}) => kind === 'same')
  if (alike.length > 1 && holds(before, alike))
    return [
      ...alike,
      ...proposed
        .filter(({kind}) => kind !== 'same')
        .slice(0, TRIED)
        .filter((fix) => holds(before, [fix])),
    ]
  const tried = Math.min(TRIED, Math.ceil(READ_AGAIN / Math.max(1, note.text.length)))
  return proposed.slice(0, tried).filter((fix) => holds(before, [fix]))
}

interface ReadNote {
  readonly note: Note
  readonly reading: RecordReading
}

function holds(before: ReadNote, fixes: readonly Fix[]): boolean {
  const edits = fixes.flatMap((fix) => fix.edits).toSorted((a, b) => a.span.start - b.span.start)
  if (edits.some(({span}, i) => i > 0 && span.start < (edits[i - 1]?.span.end ?? 0))) return false
  const note = parseNote(applyEdits(before.note.text, edits))
  const after = {note, reading: readRecord(note)}
  if (!takesAway(before, after, fixes)) return false
  const isSame = fixes.every(({kind}) => kind === 'same')
  if (isSame && valuesOf(before.reading.record) !== valuesOf(after.reading.record)) return false
  if (!before.note.frontmatter) return true
  const spans = edits.map(({span}) => span)
  const was = leaves(before.note.frontmatter.entries, spans)
  const is = leaves(note.frontmatter?.entries ?? [], placesAfter(edits))
  return was.join('\n') === is.join('\n')
}

/** Whether the problems that are fixed are gone, and no problem stands that did not before. */
function takesAway(before: ReadNote, after: ReadNote, fixes: readonly Fix[]): boolean {
  if (fixes.some(({problem}) => problem.code === 'yaml/unclosed'))
    return after.note.frontmatter?.problems.every(({severity}) => severity !== 'error') ?? false
  const left = countCodes(problemsOf(before))
  for (const {problem} of fixes) left.set(problem.code, (left.get(problem.code) ?? 0) - 1)
  return [...countCodes(problemsOf(after))].every(([code, count]) => count <= (left.get(code) ?? 0))
}

const problemsOf = ({note, reading}: ReadNote): readonly Problem[] => noteProblems(note, reading)

function countCodes(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {code} of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** The values of a record without their places. */
const valuesOf = (record: RecordReading['record']): string =>
  JSON.stringify(record, (key, value: unknown) => (key === 'span' ? undefined : value))

/** Where the edits' texts stand once all are made. */
function placesAfter(edits: readonly Edit[]): Span[] {
  let shift = 0
  return edits.map(({span, text}) => {
    const start = span.start + shift
    shift += text.length - (span.end - span.start)
    return {start, end: start + text.length}
  })
}

/** Every value with the way to it, those left out that stand where something was edited. */
function leaves(entries: readonly MapEntry[], edited: readonly Span[]): string[] {
  const found: string[] = []
  const isEdited = (span: Span): boolean => {
    let low = 0
    let high = edited.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((edited[middle]?.end ?? 0) < span.start) low = middle + 1
      else high = middle
    }
    const place = edited[low]
    return place !== undefined && (overlaps(place, span) || contains(place, span))
  }
  const visit = (value: Value, path: string): void => {
    if (value.kind === 'map') visitEntries(value.entries, path)
    else if (value.kind === 'list') value.items.forEach((item, i) => visit(item, `${path}[${i}]`))
    else if (!isEdited(value.span))
      found.push(`${path} ${value.kind === 'text' ? JSON.stringify(value.text) : ''}`)
  }
  const visitEntries = (those: readonly MapEntry[], path: string): void => {
    for (const {key, keySpan, value} of those) if (!isEdited(keySpan)) visit(value, `${path}.${key}`)
  }
  visitEntries(entries, '')
  return found
}
