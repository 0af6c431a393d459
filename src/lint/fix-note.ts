import {parseNote, type Note} from '../core/note.ts'
import {applyEdits, overlaps, type Edit, type Span} from '../core/span.ts'
import type {Finding} from './finding.ts'
import {checkNote} from './check-note.ts'
import type {Linter, RuleSettings} from './linter.ts'

/**
 * The edits of the first offer to `apply` of every finding, those left out that overlap an earlier one or after which
 * the note, read again, would hold a finding at that place.
 */
export function fixNote(linter: Linter, note: Note, settings: RuleSettings = {}): readonly Edit[] {
  const chosen: (readonly Edit[])[] = []
  for (const edits of checkNote(linter, note, settings).flatMap(editsToApply))
    if (!chosen.some((other) => touch(other, edits))) chosen.push(edits)
  const edits = chosen.flat()
  const again = checkNote(linter, parseNote(applyEdits(note.text, edits)), settings)
  return chosen
    .filter((group) => !group.some((edit) => again.some(({span}) => overlaps(span, placeAfter(edit, edits)))))
    .flat()
}

const editsToApply = ({offers}: Finding): (readonly Edit[])[] => {
  const offer = offers.find(({kind}) => kind === 'apply')
  return offer ? [offer.edits] : []
}

const touch = (some: readonly Edit[], others: readonly Edit[]): boolean =>
  some.some((a) => others.some((b) => a.span.start <= b.span.end && b.span.start <= a.span.end))

/** Where the text of `edit` stands once all `edits` are made. */
function placeAfter(edit: Edit, edits: readonly Edit[]): Span {
  const shift = edits
    .filter(({span}) => span.start < edit.span.start)
    .reduce((sum, {span, text}) => sum + text.length - (span.end - span.start), 0)
  const start = edit.span.start + shift
  return {start, end: start + edit.text.length}
}
