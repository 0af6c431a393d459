import type {CivilDate} from '../core/time/civil-date.ts'
import {compareText} from '../core/record/said.ts'
import type {NoteInput} from '../summary/summary.ts'

/** Somebody that notes are about. */
export interface Person {
  readonly id: string
  /** The day of their latest note. */
  readonly last: CivilDate | undefined
}

/** Everybody that the notes name, most recent first. */
export function people(notes: readonly NoteInput[]): Person[] {
  const last = new Map<string, CivilDate | undefined>()
  for (const {record} of notes)
    for (const {value: id} of record.clients) {
      const known = last.get(id)
      const date = record.date?.value
      last.set(id, known && (!date || known > date) ? known : date)
    }
  return [...last]
    .map(([id, day]) => ({id, last: day}))
    .toSorted((a, b) => compareText(b.last ?? '', a.last ?? '') || compareText(a.id, b.id))
}
