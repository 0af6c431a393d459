import type {CivilDate} from '../time/civil-date.ts'
import type {MapEntry} from '../yaml/frontmatter.ts'
import type {Problem} from '../problem.ts'
import {openingOf, type Note} from '../note.ts'
import {marksInGroup, withMarked} from '../marks/marked-items.ts'
import {clockMinutes} from '../time/clock-time.ts'
import {durationMinutes} from '../time/contact-time.ts'
import {readPersonal} from './read-personal.ts'
import {Fields, fieldsFrom, type Reading} from './record-fields.ts'
import type {PersonalRecord} from './record-items.ts'
import type {Said} from './said.ts'
import {closingDashes} from '../text/frontmatter-span.ts'
import {firstLineEnd, nextLine} from '../text/lines.ts'
import type {Edit, Span} from '../text/span.ts'
import {readTypedDate} from '../time/typed-date.ts'
import {meantKey, unreadKeys} from './unread-keys.ts'
import {keyNamed, NOTE_KEYS} from './vocabulary.ts'
import {PERSONAL_KEYS} from './vocabulary-personal.ts'

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

/** Everybody whom a note names, at its top and under `each`; somebody whom both name comes twice. */
export const peopleNamed = ({clients, each}: Pick<SessionRecord, 'clients' | 'each'>): Said<string>[] => [
  ...clients,
  ...each.map(({client}) => client),
]

/** All that a note says of anybody: its top, and each block of a group note. */
export const partsOf = (record: SessionRecord): readonly PersonalRecord[] => [record, ...record.each]

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
 * Reads what a note's frontmatter says, and the words that are marked in its text. Everything but `client` and `date`
 * may be absent; bare strings stand for items, a single item for a list; keys that the vocabulary does not have are
 * left to whoever wrote them.
 */
export function readRecord(note: Note): RecordReading {
  const problems: Problem[] = []
  const {frontmatter, text} = note
  const reading: Reading = {source: text, end: endOfEntries(note), problems}
  const fields = frontmatter
    ? fieldsFrom(reading, {entries: frontmatter.entries, span: frontmatter.span, flow: false}, NOTE_KEYS)
    : new Fields(reading, {start: 0, end: 0}, NOTE_KEYS, new Map())
  const written = readFields(reading, fields, frontmatter?.entries ?? [])
  const isGroup = written.clients.length > 1
  const record = isGroup ? written : withMarked(reading, written, note.marks)
  if (isGroup) problems.push(...marksInGroup(note.marks))
  problems.push(...unreadKeys(frontmatter?.entries ?? []), ...missingKeys(note, record, fields))
  return {record, problems: problems.toSorted((a, b) => a.span.start - b.span.start)}
}

/** What a page cannot do without; a key that is not there has its place at the opening line. */
function missingKeys(note: Note, record: SessionRecord, fields: Fields): Problem[] {
  const span = openingOf(note)
  const insert = (key: 'client' | 'date', sample: string): Pick<Problem, 'fix'> =>
    (note.frontmatter?.entries ?? []).some((entry) => meantKey(entry.key) === key) || fields.has(key)
      ? {}
      : {fix: {title: `Add \`${key}\``, kind: 'asks', edits: [insertion(note, `${key}: [${sample}]`)]}}
  const missing: Problem[] = []
  if (record.clients.length === 0)
    missing.push({
      code: 'note/client-missing',
      severity: 'error',
      span,
      message: "A line such as `client: c-014` brings this note to a person's page.",
      ...(fields.has('clients') ? {} : insert('client', 'c-014')),
    })
  if (!fields.slot('date') && !fields.has('corrects') && !fields.has('amends'))
    missing.push({
      code: 'note/date-missing',
      severity: 'error',
      span,
      message: 'A line such as `date: 2026-07-14` gives this note its place in time.',
      ...insert('date', '2026-07-14'),
    })
  return missing
}

/** A line below the opening one, in a block of its own where the note has none. */
function insertion({text, frontmatter}: Note, line: string): Edit {
  const lineEnd = firstLineEnd(text)
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  if (!frontmatter) return {span: {start: mark, end: mark}, text: ['---', line, '---', '', ''].join(lineEnd)}
  const below = nextLine(text, frontmatter.span.start)
  return {span: {start: below, end: below}, text: line + lineEnd}
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
    start: fields.time('start'),
    end: fields.time('end'),
    duration: readDuration(fields),
    kind: fields.choiceOrTyped('kind'),
    mode: fields.choiceOrTyped('mode'),
    place: fields.text('place'),
    specialist: fields.plain('specialist'),
    participants: fields.plains('participants'),
    contacts: fields.items('contacts').map((contact) => ({
      start: contact.time('start'),
      end: contact.time('end'),
      mode: contact.choiceOrTyped('mode'),
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
      release: consent?.yesNo('release') ?? fields.yesNo('release'),
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
      fields.report({
        code: 'note/client-unreadable',
        severity: 'warning',
        span,
        message:
          'A short id such as c-014 stands for the person here, so that no name travels with the notes.',
      })
  const clients = named.length > 0 ? named : each.map(({client}) => client)
  return clients.filter(({value}, index) => clients.findIndex((other) => other.value === value) === index)
}

function readEach(reading: Reading, entries: readonly MapEntry[]): EachRecord[] {
  const each = entries.findLast(({key}) => keyNamed(NOTE_KEYS, key) === 'each')?.value
  if (each?.kind !== 'map') return []
  return each.entries.flatMap(({key, keySpan, value}) => {
    if (value.kind !== 'map') return []
    const flow = reading.source[value.span.start] === '{'
    const fields = fieldsFrom(reading, {entries: value.entries, span: value.span, flow}, PERSONAL_KEYS)
    return [{...readPersonal(fields), client: {value: key.trim(), span: keySpan}, span: value.span}]
  })
}

/** `50`, `50 min`, `0:50` or `PT50M`, kept as it was typed. */
function readDuration(fields: Fields): Said<string> | undefined {
  const said = fields.plain('duration')
  if (said && durationMinutes(said.value) === undefined)
    fields.report({
      code: 'note/time-unreadable',
      severity: 'warning',
      span: said.span,
      message: '`duration` is read as minutes such as 50 or 50 min, or as 0:50.',
    })
  return said
}

/** A day, with or without a time of day: `2026-07-15`, `2026-07-15 09:30`. */
function readEntered(fields: Fields): Said<Entered> | undefined {
  const typed = fields.plain('entered')
  if (!typed) return undefined
  const date = readTypedDate(typed.value)?.date
  const time = /[\sT,](\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?)/i.exec(typed.value)?.[1]
  if (date)
    return {value: {date, time: time === undefined ? undefined : clockMinutes(time)}, span: typed.span}
  fields.report({
    code: 'note/value-unreadable',
    severity: 'warning',
    span: typed.span,
    message: '`entered` is read as a day such as 2026-07-15, with or without a time.',
  })
  return undefined
}

/** Where the last line of the keys ends: before the closing fence. */
const endOfEntries = ({text, frontmatter}: Note): number =>
  frontmatter ? closingDashes(text, frontmatter.span) : 0
