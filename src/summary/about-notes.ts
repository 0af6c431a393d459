import type {CivilDate} from '../core/time/civil-date.ts'
import type {Problem} from '../core/problem.ts'
import {itemsIn, type PersonalRecord} from '../core/record/record-items.ts'
import {openingRef, stemOf, type FoldNote} from './fold-note.ts'
import {aboutNote} from './order-notes.ts'
import type {NoteRef, ReviewItem, UnreadFile} from './summary.ts'

/** Of a note that leaves nothing open. */
const NONE: readonly ReviewItem[] = []

/** Problems that the fold asks about in its own words. */
const ASKED: ReadonlySet<string> = new Set(['note/client-missing', 'note/date-missing'])

/** What could not be read of a note as it was meant. */
export function aboutProblems(note: FoldNote): readonly ReviewItem[] {
  const {problems} = note.input
  if (note.standing === 'corrected' || !problems) return NONE
  return problems
    .filter(({code, severity}) => severity !== 'information' && !ASKED.has(code))
    .flatMap(({code, message, span, fix}) => aboutNote(note, {code, message, todo: wayOut(fix)}, span))
}

const wayOut = (fix: Problem['fix']): string =>
  fix ? `${fix.title}.` : 'Written as the vocabulary has it, it reaches the page.'

/** Files of the folder that could not be read at all; nobody’s page has them. */
export const aboutUnread = (files: readonly UnreadFile[]): ReviewItem[] =>
  files.map(({file, line, message}) => {
    const source: NoteRef = {note: stemOf(file), file, line, endLine: line, date: undefined}
    const todo = 'Saved as UTF-8 text, it is read; a file that is no note can leave the folder.'
    return {code: 'note/unread', client: undefined, message, todo, sources: [source]}
  })

/** Ids that the client list has with two people or more, where notes name them. */
export function aboutContested(
  notes: readonly FoldNote[],
  contested: Readonly<Record<string, readonly string[]>>,
): ReviewItem[] {
  const ids = new Set(Object.entries(contested).flatMap(([id, groups]) => [id, ...groups]))
  const first = new Map<string, FoldNote>()
  if (ids.size > 0)
    for (const note of notes)
      for (const client of note.clients) if (ids.has(client) && !first.has(client)) first.set(client, note)
  return Object.entries(contested).flatMap(([id, groups]) => {
    const together = groups.map((group) => `\`${group}\``).join(' and with ')
    return [...new Set([id, ...groups])].flatMap((client): ReviewItem[] => {
      const note = first.get(client)
      return note
        ? [
            {
              code: 'client/two-people',
              client,
              message: `In clients.yml \`${id}\` stands with ${together}, so these ids are kept apart.`,
              todo: `Taking \`${id}\` out of one of the lines joins it to the other.`,
              sources: [openingRef(note)],
            },
          ]
        : []
    })
  })
}

export function aboutGroup(note: FoldNote, canonical: (client: string) => string): readonly ReviewItem[] {
  const {record} = note.input
  const isAboutOne = note.clients.length < 2
  if (note.standing === 'corrected' || (isAboutOne && record.each.length === 0)) return NONE
  const named = new Set(record.clients.map(({value}) => canonical(value)))
  const strangers = record.each
    .filter(({client}) => !named.has(canonical(client.value)))
    .flatMap(({client}) =>
      aboutNote(
        {...note, clients: [canonical(client.value)]},
        {
          code: 'group/not-a-member',
          message:
            '`each` has a block for this person, and `clients` does not name them; both belong together.',
          todo: `\`${client.value}\` under \`clients\` makes them one of the group; where another id was meant, it goes here.`,
        },
        client.span,
      ),
    )
  const shared = isAboutOne ? undefined : firstPersonal(record)
  if (!shared) return strangers
  const message =
    'In a note about several people, what stands at the top reaches nobody’s page; under `each` it reaches one person’s.'
  const todo = 'Moved below `each`, under the id of whose it is, it reaches that page.'
  return [...strangers, ...aboutNote(note, {code: 'group/shared-keys', message, todo}, shared.span)]
}

export function aboutLater(notes: readonly FoldNote[], client: string, asOf: CivilDate): ReviewItem[] {
  const later = notes.filter(({standing}) => standing === 'later')
  const count = later.length === 1 ? 'One note is' : `${later.length} notes are`
  const message = `${count} dated after ${asOf}, so a later page takes them up.`
  return later.length === 0
    ? []
    : [
        {
          code: 'note/after-page',
          client,
          message,
          todo: 'Where the day is a slip of the hand, the right `date` brings the note to this page.',
          sources: later.map(openingRef),
        },
      ]
}

const firstPersonal = (record: PersonalRecord) =>
  itemsIn(record).toSorted((a, b) => a.span.start - b.span.start)[0]
