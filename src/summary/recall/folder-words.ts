import type {CivilDate} from '../../core/civil-date.ts'
import {compareText, type Said} from '../../core/said.ts'
import type {SessionRecord} from '../../core/record.ts'
import type {NoteInput} from '../summary.ts'

/** Words that stand in notes of a folder and may be wanted again, the most used first. */
export interface FolderWords {
  /** By the day of their latest note. */
  readonly clients: readonly {readonly id: string; readonly last: CivilDate | undefined}[]
  readonly places: readonly string[]
  readonly specialists: readonly string[]
  /** Who else was there, by role. */
  readonly participants: readonly string[]
  readonly codes: readonly string[]
  readonly payers: readonly string[]
}

/** The words of `notes`; of those that name `client`, they come before the others'. */
export function folderWords(notes: readonly NoteInput[], client?: string): FolderWords {
  const counted = (pick: (record: SessionRecord) => readonly (Said<string> | undefined)[]): string[] => {
    const counts = new Map<string, number>()
    for (const {record} of notes) {
      const weight = record.clients.some(({value}) => value === client) ? notes.length + 1 : 1
      for (const said of pick(record))
        if (said) counts.set(said.value, (counts.get(said.value) ?? 0) + weight)
    }
    return [...counts].toSorted(([a, m], [b, n]) => n - m || compareText(a, b)).map(([word]) => word)
  }
  const last = new Map<string, CivilDate | undefined>()
  for (const {record} of notes)
    for (const {value} of record.clients) {
      const [known, date] = [last.get(value), record.date?.value]
      last.set(value, known && (!date || known > date) ? known : date)
    }
  return {
    clients: [...last]
      .map(([id, date]) => ({id, last: date}))
      .toSorted((a, b) => compareText(b.last ?? '', a.last ?? '') || compareText(a.id, b.id)),
    places: counted(({place, contacts}) => [place, ...contacts.map((contact) => contact.place)]),
    specialists: counted(({specialist}) => [specialist]),
    participants: counted(({participants}) => participants),
    codes: counted(({service}) => [service.code]),
    payers: counted(({service}) => [service.payer]),
  }
}
