import type {CivilDate} from '../core/time/civil-date.ts'
import type {PersonalRecord} from '../core/record/record-items.ts'
import {peopleNamed} from '../core/record/record.ts'
import type {FoldNote} from './fold-note.ts'
import type {PersonNotes} from './fold-page.ts'
import type {Part} from './mentions.ts'

/** Everything that `notes`, which all name `client`, say of them; `canonical` joins ids. */
export const personNotes = (
  client: string,
  notes: readonly FoldNote[],
  {asOf, canonical}: {readonly asOf: CivilDate; readonly canonical: (client: string) => string},
): PersonNotes => ({
  client,
  ids: [...new Set([client, ...notes.flatMap((note) => idsIn(note, client, canonical))])],
  notes,
  parts: notes.flatMap((note) => partsOf(note, client, canonical)),
  asOf,
})

/** The ids that `note` has for `client`. */
const idsIn = (
  {input: {record}}: FoldNote,
  client: string,
  canonical: (client: string) => string,
): readonly string[] =>
  peopleNamed(record)
    .map(({value}) => value)
    .filter((id) => canonical(id) === client)

/** What `note` says of `client`, where it counts: all of a note about one, their own block of a note about several. */
function partsOf(note: FoldNote, client: string, canonical: (client: string) => string): Part[] {
  if (note.standing !== 'counted' && note.standing !== 'undated') return []
  const {record} = note.input
  const blocks = record.each.filter((block) => canonical(block.client.value) === client)
  const said: readonly PersonalRecord[] = note.clients.length === 1 ? [record, ...blocks] : blocks
  return said.map((personal) => ({note, said: personal}))
}
