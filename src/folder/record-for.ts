import {canonicalIds} from '../core/agency/client-list.ts'
import type {Note} from '../core/note.ts'
import type {RecordProfile} from '../core/record/record-profile.ts'
import {peopleNamed, type SessionRecord} from '../core/record/record.ts'
import type {CheckContext} from '../lint/checks/rule.ts'
import {otherClient} from '../lint/checks/other-client.ts'
import {otherPeopleIn} from '../lint/other-people.ts'
import {fillBoxes, type FilledBoxes} from '../summary/record-boxes.ts'

/** What goes from a note to one person's record, or why nothing does. */
export type ForRecord =
  | ({readonly kind: 'filled'; readonly client: string} & FilledBoxes)
  /** The note is about several people; each has a record of their own. */
  | {readonly kind: 'which'; readonly clients: readonly string[]}
  /** `line`, from 1, where the note says what stops it. */
  | {readonly kind: 'stopped'; readonly message: string; readonly line: number | undefined}

/**
 * Fills the boxes of a record system for one of the people of a note. It stops where another person's id or name would
 * go along: nobody's record names another person who is served (10A NCAC 26D .0703(j), among others).
 */
export function recordFor(
  {note, record}: {readonly note: Note; readonly record: SessionRecord},
  profile: RecordProfile,
  context: CheckContext,
  client?: string,
): ForRecord {
  const canonical = canonicalIds(context.clients)
  const clients = peopleOf(record, canonical)
  const [first] = clients
  if (first === undefined)
    return {kind: 'stopped', line: 1, message: 'This note names nobody, so it belongs to no record yet.'}
  if (client === undefined && clients.length > 1) return {kind: 'which', clients}
  const wanted = canonical(client ?? first)
  if (!clients.includes(wanted))
    return {kind: 'stopped', line: 1, message: `This note is about ${clients.join(', ')}.`}
  const isGroup = clients.length > 1
  const own = record.each.filter((block) => canonical(block.client.value) === wanted)
  const filled = fillBoxes(profile, {note, record, parts: isGroup ? own : [record, ...own]})
  const said = {value: wanted, span: {start: 0, end: 0}}
  const sightings = () => []
  const [met] = isGroup ? [] : [...otherClient.check({note, record, sightings}, context)]
  if (met) return stopped(note, note.text.slice(met.span.start, met.span.end), met.span.start)
  const texts = filled.boxes.flatMap(({lines}) => lines.map(({text, span}) => ({text, span})))
  for (const {text, span} of texts) {
    const [other] = otherPeopleIn(text, {client: said, record, sightings}, context)
    if (other !== undefined) return stopped(note, other, span.start)
  }
  return {kind: 'filled', client: wanted, ...filled}
}

function stopped({lines}: Note, words: string, offset: number): ForRecord {
  const message = `“${words}” stands for another person. With a role in its place, such as “another member”, the boxes can be copied.`
  return {kind: 'stopped', message, line: lines.positionAt(offset).line}
}

/** Everybody whom the note is about, ids of one person as one. */
const peopleOf = (record: SessionRecord, canonical: (id: string) => string): readonly string[] => [
  ...new Set(peopleNamed(record).map(({value}) => canonical(value))),
]
