import type {CivilDate} from '../../core/time/civil-date.ts'
import {canonicalIds, type ClientList} from '../../core/agency/client-list.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import {compareText} from '../../core/record/said.ts'

/** Another note of the folder, as far as a check needs it. */
export interface KnownNote {
  /** Its path, as people read it. */
  readonly file: string
  readonly record: SessionRecord
  /** Fingerprints of its sentences (`sentencesIn`), never the words; absent where nobody took them. */
  sentences?(): ReadonlySet<number>
}

/** What the notes of a folder say together, as far as the checks on one of them need it. Kept in memory only. */
export class KnownNotes {
  /** Every person whom a note or the client list names. */
  readonly clientIds: ReadonlySet<string>
  readonly #canonical: (id: string) => string
  readonly #byClient = new Map<string, KnownNote[]>()
  /** By specialist and day. */
  readonly #bySpecialist = new Map<string, KnownNote[]>()

  constructor(notes: Iterable<KnownNote>, clients: ClientList) {
    this.#canonical = canonicalIds(clients)
    const ids = new Set(clients.ids)
    const all = [...notes]
    const corrected = new Set(all.flatMap(({record}) => record.corrects?.value ?? []))
    for (const note of all) {
      const {record, file} = note
      for (const {value} of record.clients) ids.add(value)
      // What was corrected no longer says anything; an addendum is no contact of its own, and still speaks of goals.
      if (corrected.has(record.id?.value ?? '') || corrected.has(withoutExtension(file))) continue
      for (const client of new Set(record.clients.map(({value}) => this.#canonical(value))))
        put(this.#byClient, client, note)
      const visit = visitKey(record)
      if (visit !== undefined) put(this.#bySpecialist, visit, note)
    }
    for (const list of this.#byClient.values())
      list.sort((a, b) => compareText(dateOf(a) ?? '', dateOf(b) ?? '') || compareText(a.file, b.file))
    this.clientIds = ids
  }

  /** Ids that stand for the same person as `id`, itself with them. */
  isSamePerson(a: string, b: string): boolean {
    return this.#canonical(a) === this.#canonical(b)
  }

  /** Dated notes of the people of `record` from days before it, oldest first. */
  earlier(record: SessionRecord): readonly KnownNote[] {
    const date = record.date?.value
    if (!date) return []
    return this.#ofPeople(record).filter((note) => (dateOf(note) ?? date) < date)
  }

  /** Other notes of contacts with the same person on the same day; addenda are none. */
  sameDay(record: SessionRecord, file: string | undefined): readonly KnownNote[] {
    return this.#ofPeople(record).filter((note) => isOtherContact(note, record, file))
  }

  /** Other notes of contacts of the same specialist on the same day. */
  sameSpecialist(record: SessionRecord, file: string | undefined): readonly KnownNote[] {
    const notes = this.#bySpecialist.get(visitKey(record) ?? '') ?? []
    return notes.filter((note) => isOtherContact(note, record, file))
  }

  #ofPeople({clients}: SessionRecord): readonly KnownNote[] {
    const [first, ...others] = new Set(clients.map(({value}) => this.#canonical(value)))
    if (first === undefined) return []
    const notes = this.#byClient.get(first) ?? []
    return others.length === 0
      ? notes
      : [...new Set([...notes, ...others.flatMap((client) => this.#byClient.get(client) ?? [])])]
  }
}

const visitKey = ({specialist, date}: SessionRecord): string | undefined =>
  specialist && date ? `${date.value} ${specialist.value}` : undefined

const dateOf = ({record}: KnownNote): CivilDate | undefined => record.date?.value

const withoutExtension = (file: string): string => file.replace(/\.(?:md|markdown)$/i, '')

function isOtherContact(note: KnownNote, record: SessionRecord, file: string | undefined): boolean {
  const date = record.date?.value
  return (
    date !== undefined &&
    note.file !== file &&
    dateOf(note) === date &&
    !note.record.amends &&
    (!note.record.corrects || note.record.corrects.value !== record.id?.value)
  )
}

function put(lists: Map<string, KnownNote[]>, key: string, note: KnownNote): void {
  const list = lists.get(key)
  if (list) list.push(note)
  else lists.set(key, [note])
}
