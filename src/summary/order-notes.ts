import {parseCivilDate, type CivilDate} from '../core/time/civil-date.ts'
import {compareText} from '../core/record/said.ts'
import {peopleNamed} from '../core/record/record.ts'
import type {Span} from '../core/text/span.ts'
import {compareEntered, compareNotes, openingRef, refOf, startOf, stemOf, type FoldNote} from './fold-note.ts'
import {settleCorrections, type Linkable} from './settle-corrections.ts'
import type {NoteInput, ReviewItem} from './summary.ts'

export interface OrderedNotes {
  readonly notes: readonly FoldNote[]
  readonly review: readonly ReviewItem[]
}

interface Entry extends Linkable {
  readonly input: NoteInput
  readonly date: CivilDate | undefined
}

/**
 * Puts notes in order, whatever order they are given in, with corrections and addenda resolved and each note's
 * standing on a page of `asOf`. `canonical` gives the id under which a person's notes are joined.
 */
export function orderNotes(
  inputs: readonly NoteInput[],
  {asOf, canonical}: {readonly asOf: CivilDate; readonly canonical: (client: string) => string},
): OrderedNotes {
  const entries = inputs.map(toEntry).toSorted(compareEntries)
  const links = settleCorrections(
    entries,
    (a, b) =>
      compareEntered(a.input.record.entered?.value, b.input.record.entered?.value) || compareEntries(a, b),
  )
  const dateOf = (entry: Entry): CivilDate | undefined => {
    const target = links.corrects.get(entry)
    const amended = links.amends.get(entry) ?? (target && links.amends.get(target))
    return amended ? (amended.date ?? entry.date) : (entry.date ?? (target && dateOf(target)))
  }
  const placed = entries.map((entry): FoldNote => {
    const {input, id, file} = entry
    const date = dateOf(entry)
    const correctedBy = links.correctedBy.get(entry)
    const corrects = links.corrects.get(entry)
    const amends = links.amends.get(entry) ?? (corrects && links.amends.get(corrects))
    return {
      input,
      id,
      file,
      clients: clientsOf(input, canonical),
      date,
      standing: correctedBy ? 'corrected' : !date ? 'undated' : date > asOf ? 'later' : 'counted',
      addendum: amends !== undefined,
      start: startOf(input.record.start),
      entered: input.record.entered?.value,
      corrects: corrects?.id,
      amends: amends?.id,
      correctedBy: correctedBy?.id,
    }
  })
  const notes = placed.toSorted(compareNotes)
  const byFile = new Map(placed.map((note) => [note.input, note]))
  const linkReview = links.questions.flatMap(({note, at, ...question}) => {
    const found = byFile.get(note.input)
    return found ? aboutNote(found, question, at.span) : []
  })
  return {
    notes,
    review: [...notes.flatMap(aboutStanding), ...sameIds(notes), ...linkReview],
  }
}

/** One review item for each person of the note; one for nobody where it names nobody. */
export function aboutNote(
  note: FoldNote,
  {code, message, todo}: Pick<ReviewItem, 'code' | 'message' | 'todo'>,
  span?: Span,
): ReviewItem[] {
  const sources = [span ? refOf(note, span) : openingRef(note)]
  const clients = note.clients.length > 0 ? note.clients : [undefined]
  return clients.map((client) => ({code, client, message, todo, sources}))
}

function toEntry(input: NoteInput): Entry {
  const {record, id: file} = input
  return {
    input,
    file,
    id: record.id?.value ?? stemOf(file),
    corrects: record.corrects,
    amends: record.amends,
    date: record.date?.value ?? dateInName(file),
  }
}

const compareEntries = (a: Entry, b: Entry): number =>
  compareText(a.file, b.file) || compareText(a.input.note.text, b.input.note.text)

function dateInName(file: string): CivilDate | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1)
  return parseCivilDate(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(name)?.[0] ?? '')
}

function clientsOf({record}: NoteInput, canonical: (client: string) => string): string[] {
  const [first] = record.clients
  if (first && record.clients.length === 1 && record.each.length === 0) return [canonical(first.value)]
  return [...new Set(peopleNamed(record).map(({value}) => canonical(value)))]
}

function aboutStanding(note: FoldNote): ReviewItem[] {
  const {record} = note.input
  const items: ReviewItem[] = []
  if (note.clients.length === 0)
    items.push(
      ...aboutNote(note, {
        code: 'note/no-client',
        message: 'This note names no client, so it is on nobody’s page.',
        todo: 'A line such as `client: c-014` brings it to a page.',
      }),
    )
  if (note.standing === 'undated')
    items.push(
      ...aboutNote(note, {
        code: 'note/no-date',
        message: 'This note needs a date: what it saw is on the page, what it says of statuses waits.',
        todo: 'A line such as `date: 2026-07-14` gives it its place in time.',
      }),
    )
  if (!record.date && note.date && !note.amends && !note.corrects)
    items.push(
      ...aboutNote(note, {
        code: 'note/date-from-name',
        message: `The date ${note.date} is taken from the name of the file.`,
        todo: `\`date: ${note.date}\` in the note settles it, or the day that it was.`,
      }),
    )
  return items
}

function sameIds(notes: readonly FoldNote[]): ReviewItem[] {
  const first = new Map<string, FoldNote>()
  return notes.flatMap((note) => {
    const other = first.get(note.id)
    if (!other) first.set(note.id, note)
    return other
      ? aboutNote(
          note,
          {
            code: 'note/same-id',
            message: `This note and ${other.file} share the id ${note.id}; both count as notes of their own.`,
            todo: 'Another id under `note` tells them apart; where one is a copy, one of the two can go.',
          },
          note.input.record.id?.span,
        )
      : []
  })
}
