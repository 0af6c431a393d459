import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {Choice} from '../../core/record/vocabulary-form.ts'
import {plain, type Phrase} from '../formats/outline.ts'
import type {NoteRef, PersonPage} from '../summary.ts'

/** One thing that a list may hold, ready to be asked about and shown. */
export interface Entry {
  /** What its fields say, as the notes say it. */
  readonly facts: Readonly<Record<string, readonly (string | undefined)[]>>
  /** Words that fit it, such as `worth asking about`. */
  readonly fits: readonly string[]
  readonly cells: readonly (readonly (Phrase | undefined | false)[])[]
  readonly refs: readonly NoteRef[]
}

interface Field {
  /** Where only these words can stand; else any will do. */
  readonly choices?: readonly Choice[]
}

/** Something that can be asked for, by its name. */
export interface QueryList {
  readonly name: string
  readonly also: readonly string[]
  /** One plain line. */
  readonly about: string
  readonly columns: readonly string[]
  readonly phrases: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, Field>>
  entries(page: PersonPage): readonly Entry[]
}

/** A day as a cell shows it, from the day of the page. */
export const day = (date: CivilDate | undefined, {asOf}: PersonPage): Phrase | undefined =>
  date && plain(shortDate(date, asOf))
export const words = (text: string | undefined): Phrase | undefined =>
  text === undefined ? undefined : plain(text)
