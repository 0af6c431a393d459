import {parseNote, type Note} from '../core/note.ts'
import {applyEdits, overlaps, type Edit} from '../core/text/span.ts'
import type {Finding} from './finding.ts'
import {checkNote} from './check-note.ts'
import type {Linter, RuleSettings} from './linter.ts'

/**
 * The edits of the first offer to `apply` of every finding, those left out that overlap an earlier one or after which
 * the note, read again, would hold a finding at that place.
 */
export function fixNote(linter: Linter, note: Note, settings: RuleSettings = {}): readonly Edit[] {
  const chosen: (readonly Edit[])[] = []
  let reached = -1
  for (const edits of checkNote(linter, note, settings).flatMap(editsToApply)) {
    if (edits.some(({span}) => span.start <= reached)) continue
    chosen.push(edits)
    reached = Math.max(reached, ...edits.map(({span}) => span.end))
  }
  if (chosen.length === 0) return []
  const edits = chosen.flat().toSorted((a, b) => a.span.start - b.span.start)
  const again = checkNote(linter, parseNote(applyEdits(note.text, edits)), settings).map(({span}) => span)
  const seenAgain = new Set<Edit>()
  let shift = 0
  let next = 0
  for (const edit of edits) {
    const start = edit.span.start + shift
    const placed = {start, end: start + edit.text.length}
    shift += edit.text.length - (edit.span.end - edit.span.start)
    while (next < again.length && (again[next]?.end ?? 0) <= placed.start) next++
    const finding = again[next]
    if (finding && overlaps(finding, placed)) seenAgain.add(edit)
  }
  return chosen.filter((group) => !group.some((edit) => seenAgain.has(edit))).flat()
}

const editsToApply = ({offers}: Finding): (readonly Edit[])[] => {
  const offer = offers.find(({kind}) => kind === 'apply')
  return offer ? [offer.edits] : []
}
