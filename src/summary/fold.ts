import type {CivilDate} from '../core/civil-date.ts'
import type {PersonalRecord} from '../core/record-items.ts'
import {compareText} from '../core/said.ts'
import {openingRef, type FoldNote} from './fold-note.ts'
import {foldPage, type PageSettings} from './fold-page.ts'
import {groupBy} from './group-by.ts'
import type {Part} from './mentions.ts'
import {aboutNote, orderNotes} from './order-notes.ts'
import type {NoteInput, PersonPage, ReviewItem, Summary} from './summary.ts'

export interface FoldSettings extends PageSettings {
  readonly asOf: CivilDate
  /** Ids that mean one person, as the client list says: `{'c-014': ['c-099']}`. */
  readonly joined?: Readonly<Record<string, readonly string[]>>
}

/**
 * Folds notes into a page for each person, as of one day. Pure, and the same for the same notes in any order:
 * what was said later stands over what was said before, nothing is guessed, and every line keeps its places.
 */
export function fold(inputs: readonly NoteInput[], settings: FoldSettings): Summary {
  const {asOf, joined = {}} = settings
  const canonicalIds = new Map(
    Object.entries(joined).flatMap(([id, others]) => others.map((other) => [other, id] as const)),
  )
  const canonical = (client: string): string => canonicalIds.get(client) ?? client
  const {notes, review} = orderNotes(inputs, {asOf, canonical})
  const all = [...review, ...notes.flatMap((note) => aboutGroup(note, canonical))]
  const byClient = groupBy(
    notes.flatMap((note) => note.clients.map((client) => ({client, note}))),
    ({client}) => client,
  )
  const reviewOf = groupBy(all, ({client}) => client)
  const pages = [...byClient]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([client, named]): PersonPage => {
      const own = named.map(({note}) => note)
      const parts = own.flatMap((note) => partOf(note, client, canonical))
      const ids = [...new Set([client, ...own.flatMap((note) => idsIn(note, client, canonical))])]
      const page = foldPage({client, ids, notes: own, parts, asOf}, settings)
      const about = [...(reviewOf.get(client) ?? []), ...aboutLater(own, client, asOf)]
      return {...page, review: inOrder([...about, ...page.review])}
    })
  return {
    asOf,
    pages,
    review: inOrder([...(reviewOf.get(undefined) ?? []), ...pages.flatMap((page) => page.review)]),
  }
}

/** The ids that `note` has for `client`. */
const idsIn = (
  {input: {record}}: FoldNote,
  client: string,
  canonical: (client: string) => string,
): readonly string[] =>
  [...record.clients, ...record.each.map((block) => block.client)]
    .map(({value}) => value)
    .filter((id) => canonical(id) === client)

/** What `note` says of `client`, where it counts: all of a note about one, their own block of a note about several. */
function partOf(note: FoldNote, client: string, canonical: (client: string) => string): Part[] {
  if (note.standing !== 'counted' && note.standing !== 'undated') return []
  const {record} = note.input
  const blocks = record.each.filter((block) => canonical(block.client.value) === client)
  const said: readonly PersonalRecord[] = note.clients.length === 1 ? [record, ...blocks] : blocks
  return said.map((personal) => ({note, said: personal}))
}

function aboutGroup(note: FoldNote, canonical: (client: string) => string): ReviewItem[] {
  const {record} = note.input
  if (note.standing === 'corrected') return []
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
  const shared = firstPersonal(record)
  if (note.clients.length < 2 || !shared) return strangers
  const message =
    'In a note about several people, what stands at the top reaches nobody’s page; under `each` it reaches one person’s.'
  const todo = 'Moved below `each`, under the id of whose it is, it reaches that page.'
  return [...strangers, ...aboutNote(note, {code: 'group/shared-keys', message, todo}, shared.span)]
}

function aboutLater(notes: readonly FoldNote[], client: string, asOf: CivilDate): ReviewItem[] {
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
  [
    ...record.strengths,
    ...record.skills,
    ...record.resources,
    ...record.goals,
    ...record.wins,
    ...record.preferences,
    ...record.stories,
    ...record.reflections,
    ...record.affirmations,
    ...record.feedback,
    ...record.assessments,
    ...record.followUps,
  ].toSorted((a, b) => a.span.start - b.span.start)[0]

const inOrder = (items: readonly ReviewItem[]): ReviewItem[] =>
  items.toSorted(
    (a, b) =>
      compareText(a.client ?? '', b.client ?? '') ||
      compareText(a.sources[0]?.date ?? '', b.sources[0]?.date ?? '') ||
      compareText(a.sources[0]?.file ?? '', b.sources[0]?.file ?? '') ||
      (a.sources[0]?.line ?? 0) - (b.sources[0]?.line ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  )
