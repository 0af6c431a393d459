import type {CivilDate} from './civil-date.ts'
import {valueAt, type MapEntry} from './frontmatter.ts'
import type {Problem} from './problem.ts'
import type {Note} from './note.ts'
import {clockMinutes} from './clock-time.ts'
import {readPersonal} from './read-personal.ts'
import {Fields, fieldsFrom, type Reading} from './record-fields.ts'
import type {PersonalRecord} from './record-items.ts'
import type {Said} from './said.ts'
import type {Span} from './span.ts'
import {readTypedDate} from './typed-date.ts'

/** What a note says as a record. Absent keys and empty values are undefined or an empty list. */
export interface SessionRecord extends PersonalRecord {
  /** The note's own id (`note:`), which stays when the file moves. */
  readonly id: Said<string> | undefined
  /** From `client` and `clients`, each once, as typed: `007` stays `007`. */
  readonly clients: readonly Said<string>[]
  /** One block a person, from `each`. */
  readonly each: readonly EachRecord[]
  readonly date: Said<CivilDate> | undefined
  readonly start: Said<string> | undefined
  readonly end: Said<string> | undefined
  readonly duration: Said<string> | undefined
  readonly kind: Said<string> | undefined
  readonly mode: Said<string> | undefined
  readonly place: Said<string> | undefined
  readonly specialist: Said<string> | undefined
  readonly participants: readonly Said<string>[]
  readonly contacts: readonly Contact[]
  readonly service: Service
  readonly consent: Consent
  /** When the note was written, where that is another day than the service. */
  readonly entered: Said<Entered> | undefined
  readonly late: Said<boolean> | undefined
  /** Id or path of the note that this one corrects, or adds to. */
  readonly corrects: Said<string> | undefined
  readonly amends: Said<string> | undefined
  readonly reason: Said<string> | undefined
}

/** What a group note says of one person. */
export interface EachRecord extends PersonalRecord {
  readonly client: Said<string>
  readonly span: Span
}

/** One of several contacts that a file holds. */
export interface Contact {
  readonly start: Said<string> | undefined
  readonly end: Said<string> | undefined
  readonly mode: Said<string> | undefined
  readonly place: Said<string> | undefined
}

export interface Service {
  readonly code: Said<string> | undefined
  readonly modifiers: readonly Said<string>[]
  readonly planGoal: Said<string> | undefined
  readonly payer: Said<string> | undefined
}

export interface Consent {
  readonly together: Said<boolean> | undefined
  readonly sharedWithClient: Said<boolean> | undefined
  readonly release: Said<boolean> | undefined
}

export interface Entered {
  readonly date: CivilDate
  /** Minutes after midnight, where a time is given. */
  readonly time: number | undefined
}

export interface RecordReading {
  readonly record: SessionRecord
  /** What could not be read as the vocabulary has it, with its place; the rest is in `record`. */
  readonly problems: readonly Problem[]
}

/**
 * Reads what a note's frontmatter says. Everything but `client` and `date` may be absent; bare strings stand for
 * items, a single item for a list; keys that the vocabulary does not have are left to whoever wrote them.
 */
export function readRecord(note: Note): RecordReading {
  const problems: Problem[] = []
  const {frontmatter, text} = note
  const reading: Reading = {source: text, end: endOfEntries(note), problems}
  const fields = frontmatter
    ? fieldsFrom(reading, {entries: frontmatter.entries, span: frontmatter.span, flow: false})
    : new Fields(reading, {start: 0, end: 0}, new Map())
  const record = readFields(reading, fields, frontmatter?.entries ?? [])
  const opening = openingLine(note)
  if (record.clients.length === 0)
    problems.push({
      code: 'note/client-missing',
      severity: 'error',
      span: opening,
      message: "A line such as `client: c-014` brings this note to a person's page.",
    })
  if (!fields.slot('date') && !record.corrects && !record.amends)
    problems.push({
      code: 'note/date-missing',
      severity: 'error',
      span: opening,
      message: 'A line such as `date: 2026-07-14` gives this note its place in time.',
    })
  return {record, problems: problems.toSorted((a, b) => a.span.start - b.span.start)}
}

function readFields(reading: Reading, fields: Fields, entries: readonly MapEntry[]): SessionRecord {
  const each = readEach(reading, entries)
  const service = fields.map('service')
  const consent = fields.map('consent')
  return {
    ...readPersonal(fields),
    id: fields.plain('note'),
    clients: readClients(fields, each),
    each,
    date: fields.date('date'),
    start: fields.plain('start'),
    end: fields.plain('end'),
    duration: fields.plain('duration'),
    kind: fields.plain('kind'),
    mode: fields.plain('mode'),
    place: fields.text('place'),
    specialist: fields.plain('specialist'),
    participants: fields.plains('participants'),
    contacts: fields.items('contacts', 'start', ['end', 'mode', 'place']).map((contact) => ({
      start: contact.plain('start'),
      end: contact.plain('end'),
      mode: contact.plain('mode'),
      place: contact.text('place'),
    })),
    service: {
      code: (service ?? fields).plain(service ? 'code' : 'service'),
      modifiers: service?.plains('modifiers') ?? [],
      planGoal: service?.plain('plan_goal'),
      payer: service?.plain('payer'),
    },
    consent: {
      together: consent?.yesNo('together'),
      sharedWithClient: consent?.yesNo('shared_with_client'),
      release: consent?.yesNo('release'),
    },
    entered: readEntered(fields),
    late: fields.yesNo('late'),
    corrects: fields.plain('corrects'),
    amends: fields.plain('amends'),
    reason: fields.text('reason'),
  }
}

/** An id is a word or two of letters and digits; a text with blanks in it reads like somebody's name. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._/@-]*$/u

function readClients(fields: Fields, each: readonly EachRecord[]): Said<string>[] {
  const named = [...fields.plains('client'), ...fields.plains('clients')]
  for (const {value, span} of named)
    if (!ID.test(value))
      fields.report(
        'note/client-unreadable',
        'warning',
        span,
        'A short id such as c-014 stands for the person here, so that no name travels with the notes.',
      )
  const clients = named.length > 0 ? named : each.map(({client}) => client)
  return clients.filter(({value}, index) => clients.findIndex((other) => other.value === value) === index)
}

function readEach(reading: Reading, entries: readonly MapEntry[]): EachRecord[] {
  const each = valueAt(entries, 'each')
  if (each?.kind !== 'map') return []
  return each.entries.flatMap(({key, keySpan, value}) => {
    if (value.kind !== 'map') return []
    const flow = reading.source[value.span.start] === '{'
    const fields = fieldsFrom(reading, {entries: value.entries, span: value.span, flow})
    return [{...readPersonal(fields), client: {value: key.trim(), span: keySpan}, span: value.span}]
  })
}

/** A day, with or without a time of day: `2026-07-15`, `2026-07-15 09:30`. */
function readEntered(fields: Fields): Said<Entered> | undefined {
  const typed = fields.plain('entered')
  if (!typed) return undefined
  const date = readTypedDate(typed.value)?.date
  const time = /[\sT,](\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?)/i.exec(typed.value)?.[1]
  if (date)
    return {value: {date, time: time === undefined ? undefined : clockMinutes(time)}, span: typed.span}
  fields.report(
    'note/value-unreadable',
    'warning',
    typed.span,
    '`entered` is read as a day such as 2026-07-15, with or without a time.',
  )
  return undefined
}

/** Where the last line of the keys ends: before the closing fence. */
const endOfEntries = ({text, frontmatter}: Note): number =>
  frontmatter ? Math.max(frontmatter.span.start, text.lastIndexOf('---', frontmatter.span.end)) : 0

function openingLine({text, frontmatter}: Note): Span {
  const start = frontmatter?.span.start ?? 0
  return {start, end: Math.min(start + 3, text.length)}
}
