import type {Policy} from '../core/agency/policy.ts'
import {inOrderOfPractice, strategiesInRecord} from '../core/record/strategies.ts'
import type {Strategy} from '../core/record/vocabulary-form.ts'
import {openingRef, type FoldNote} from './fold-note.ts'
import {consentOf, lateOf} from './fold-sessions.ts'
import {groupBy} from './group-by.ts'
import type {Part} from './mentions.ts'
import type {NoteEntry} from './summary.ts'

/** Each note's strategies: those of its body, and those of what it says of this person. */
export function strategiesShown(
  notes: readonly FoldNote[],
  parts: readonly Part[],
): ReadonlyMap<FoldNote, readonly Strategy[]> {
  const partsOf = groupBy(parts, ({note}) => note)
  return new Map(
    notes.map((note) => {
      const recorded = (partsOf.get(note) ?? []).flatMap(({said}) => strategiesInRecord(said))
      const shown = [...(note.input.strategies ?? []), ...recorded.map(({strategy}) => strategy)]
      return [note, inOrderOfPractice(new Set(shown))]
    }),
  )
}

/** A note as the page lists it. */
export function toEntry(
  note: FoldNote,
  {policy, strategies}: {readonly policy: Policy; readonly strategies: readonly Strategy[]},
): NoteEntry {
  const {record} = note.input
  return {
    source: openingRef(note),
    standing: note.standing,
    kind: record.kind?.value,
    mode: record.mode?.value,
    specialist: record.specialist?.value,
    place: record.place?.value,
    people: note.clients.length,
    consent: consentOf(record),
    strategies,
    corrects: note.corrects,
    amends: note.amends,
    correctedBy: note.correctedBy,
    reason: record.reason?.value,
    entered: note.entered?.date,
    late: lateOf(note, policy),
  }
}
