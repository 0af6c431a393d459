import type {CivilDate} from '../../core/time/civil-date.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import {compareText, type Said} from '../../core/record/said.ts'

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

type Word = Said<string> | undefined
const PICKS = {
  places: ({place, contacts}: SessionRecord): readonly Word[] => [
    place,
    ...contacts.map((each) => each.place),
  ],
  specialists: ({specialist}: SessionRecord): readonly Word[] => [specialist],
  participants: ({participants}: SessionRecord): readonly Word[] => participants,
  codes: ({service}: SessionRecord): readonly Word[] => [service.code],
  payers: ({service}: SessionRecord): readonly Word[] => [service.payer],
} as const
type Kind = keyof typeof PICKS
const KINDS = Object.keys(PICKS) as Kind[]

/** Counts words as notes come and go, so that an answer about thousands of notes reads none of them. */
export class WordCounts {
  readonly #counts = new Map<Kind, Map<string, number>>(KINDS.map((kind) => [kind, new Map()]))
  /** How many notes of a person there are of each day; `''` for those without one. */
  readonly #days = new Map<string, Map<CivilDate | '', number>>()

  add(record: SessionRecord): void {
    this.#count(record, 1)
  }

  /** Takes back what the same record had added. */
  remove(record: SessionRecord): void {
    this.#count(record, -1)
  }

  /** All words, those of the records of `own` before the others. */
  words(own: readonly SessionRecord[] = []): FolderWords {
    const first = new WordCounts()
    for (const record of own) first.add(record)
    const ordered = (kind: Kind): string[] => [
      ...new Set([...first.#mostUsed(kind), ...this.#mostUsed(kind)]),
    ]
    return {
      clients: this.#clients(),
      places: ordered('places'),
      specialists: ordered('specialists'),
      participants: ordered('participants'),
      codes: ordered('codes'),
      payers: ordered('payers'),
    }
  }

  #mostUsed(kind: Kind): string[] {
    return [...(this.#counts.get(kind) ?? [])]
      .toSorted(([a, m], [b, n]) => n - m || compareText(a, b))
      .map(([word]) => word)
  }

  #clients(): FolderWords['clients'] {
    return [...this.#days]
      .map(([id, days]) => {
        let last: CivilDate | undefined
        for (const day of days.keys()) if (day !== '' && day > (last ?? '')) last = day
        return {id, last}
      })
      .toSorted((a, b) => compareText(b.last ?? '', a.last ?? '') || compareText(a.id, b.id))
  }

  #count(record: SessionRecord, by: 1 | -1): void {
    for (const kind of KINDS)
      for (const said of PICKS[kind](record))
        if (said) change(this.#counts.get(kind) ?? new Map(), said.value, by)
    for (const {value} of record.clients) {
      const days = this.#days.get(value) ?? new Map<CivilDate | '', number>()
      change(days, record.date?.value ?? '', by)
      if (days.size > 0) this.#days.set(value, days)
      else this.#days.delete(value)
    }
  }
}

function change<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}
