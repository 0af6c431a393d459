import type {MapEntry, Value} from '../core/yaml/frontmatter.ts'
import {parseNote, type Note} from '../core/note.ts'
import {quoteYaml} from '../core/yaml/quote-yaml.ts'
import type {PersonalRecord} from '../core/record/record-items.ts'
import {partsOf, peopleNamed, readRecord, type SessionRecord} from '../core/record/record.ts'
import {compareText, type Said} from '../core/record/said.ts'
import {applyEdits, contains, overlaps, type Edit, type Span} from '../core/text/span.ts'
import {formerId} from './former-id.ts'
import {plainWords} from './same-thing.ts'
import type {PersonPage} from './summary.ts'

/** What gets another name. A goal goes by its id; a strength by one word for it; a resource by its id or its name. */
export type Renamed =
  | {readonly kind: 'client'; readonly from: string}
  | {readonly kind: 'goal' | 'strength'; readonly client: string; readonly from: string}
  | {readonly kind: 'resource'; readonly client: string; readonly from: string; readonly by: 'id' | 'name'}

/** What a rename changes in one note. */
export interface NoteRename {
  readonly edits: readonly Edit[]
  /** The same words in the text of the note, where only its writer knows whether they mean the same. */
  readonly mentions: readonly Edit[]
  /** The note speaks of the thing and would read otherwise than meant after the splices, so there are none. */
  readonly isUnsure: boolean
}

export interface RenameInput {
  /** Path relative to the folder. */
  readonly id: string
  readonly text: string
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** Why a name cannot be taken, in one plain sentence; undefined where it can. `clients`: everybody's ids. */
export function renameRefusal(
  renamed: Renamed,
  to: string,
  {page, clients}: {readonly page: PersonPage | undefined; readonly clients: readonly string[]},
): string | undefined {
  const isId =
    renamed.kind === 'client' ||
    renamed.kind === 'goal' ||
    (renamed.kind === 'resource' && renamed.by === 'id')
  if (to.trim() === '') return 'A new name is one word at least.'
  if (to.trim() === renamed.from) return 'That is its name already.'
  if (isId && !ID.test(to)) return 'An id is one word of letters, digits, dots and dashes.'
  if (renamed.kind === 'client' && clients.includes(to))
    return `${to} is another person’s id. Two ids of one person are joined in .strengths/clients.yml.`
  if (renamed.kind === 'goal' && page?.goals.some(({id}) => id === to.toLowerCase()))
    return `${to} is another goal of theirs. \`was: ${renamed.from}\` beside it makes the two one.`
  if (renamed.kind === 'resource' && page?.resources.some(({id}) => id === to.toLowerCase()))
    return `${to} is another resource of theirs.`
  return undefined
}

/**
 * The splices that give a thing another name in every note that speaks of it, by path. An earlier id of a goal stays
 * as `was:` in the latest note that has it, so that notes elsewhere still lead there.
 */
export function renameEverywhere(
  notes: readonly RenameInput[],
  renamed: Renamed,
  to: string,
): ReadonlyMap<string, NoteRename> {
  const read = notes
    .map(({id, text}) => {
      const note = parseNote(text)
      return {id, note, record: readRecord(note).record}
    })
    .toSorted((a, b) => compareText(a.record.date?.value ?? '', b.record.date?.value ?? ''))
  const latest =
    renamed.kind === 'goal'
      ? read.findLast(({record}) => partsAbout(record, renamed).some((part) => goalWith(part, renamed.from)))
      : undefined
  return new Map(
    read.flatMap(({id, note, record}): [string, NoteRename][] => {
      const found = renameIn({note, record}, renamed, to, id === latest?.id)
      return found.edits.length > 0 || found.isUnsure ? [[id, found]] : []
    }),
  )
}

function renameIn(
  {note, record}: {readonly note: Note; readonly record: SessionRecord},
  renamed: Renamed,
  to: string,
  keepsFormer: boolean,
): NoteRename {
  const spans = placesIn(record, renamed).map(({span}) => span)
  const unique = [...new Map(spans.map((span) => [span.start, span])).values()]
  const edits: Edit[] = unique.map((span) => ({span, text: writtenAt(note, span, to.trim())}))
  const goal = keepsFormer
    ? partsAbout(record, renamed).flatMap((part) => goalWith(part, renamed.from) ?? [])[0]
    : undefined
  const former = goal ? formerId(note, goal, renamed.from) : undefined
  const isSafe = edits.length === 0 || readsAs(note, edits, to.trim())
  if (!isSafe) return {edits: [], mentions: [], isUnsure: true}
  const all = former ? [...edits, former].toSorted((a, b) => a.span.start - b.span.start) : edits
  const mentions = edits.length > 0 ? mentionsIn(note, renamed, to.trim()) : []
  return {
    edits: all,
    mentions: mentions.filter((mention) => !edits.some((edit) => overlaps(mention.span, edit.span))),
    isUnsure: false,
  }
}

/** A name as it is written where `span` stands: as YAML, as words of the text, or as a value in a mark's braces. */
function writtenAt({text, frontmatter, marks}: Note, span: Span, name: string): string {
  if (span.start < (frontmatter?.span.end ?? 0)) return quoteYaml(name, {flow: true})
  if (marks.some(({words}) => contains(words.span, span))) return name.replace(/[[\]\\]/g, '\\$&')
  const value = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
  const around = marks.flatMap(({attributes}) => attributes).find((each) => contains(each.value.span, span))
  const isQuoted = /["']/.test(text[(around?.value.span.start ?? 0) - 1] ?? '')
  return isQuoted || !/[\s"'<=>`}]/.test(name) ? value : `"${value}"`
}

/** What a note says of the person whose thing it is. */
function partsAbout(record: SessionRecord, renamed: Renamed): readonly PersonalRecord[] {
  if (renamed.kind === 'client') return partsOf(record)
  const {client} = renamed
  const own = record.each.filter((part) => part.client.value === client)
  return record.clients.length === 1 && record.clients[0]?.value === client ? [record, ...own] : own
}

const sameId = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

const goalWith = ({goals}: PersonalRecord, id: string) =>
  goals.find((goal) => goal.id && sameId(goal.id.value, id))

/** Every place of the frontmatter and of marks that means the thing. */
function placesIn(record: SessionRecord, renamed: Renamed): Said<string>[] {
  const parts = partsAbout(record, renamed)
  const {from} = renamed
  const all = (pick: (part: PersonalRecord) => readonly (Said<string> | undefined)[]): Said<string>[] =>
    parts.flatMap(pick).filter((said) => said !== undefined)
  const byId = (said: readonly Said<string>[]): Said<string>[] =>
    said.filter(({value}) => sameId(value, from))
  const byWords = (said: readonly Said<string>[]): Said<string>[] =>
    said.filter(({value}) => plainWords(value) === plainWords(from))
  switch (renamed.kind) {
    case 'client': {
      const who = all(({goals, strengths}) => [
        ...strengths.map(({namedBy}) => namedBy),
        ...goals.flatMap(({progress, actions}) => [progress?.by, ...actions.map((action) => action.who)]),
      ])
      return [...peopleNamed(record), ...who].filter(({value}) => value.trim() === from)
    }
    case 'goal':
      return byId(
        all(({goals, strengths, skills, resources, wins}) => [
          ...goals.flatMap(({id, became}) => [id, ...became]),
          ...strengths.flatMap(({usedFor}) => usedFor),
          ...skills.flatMap(({useFor}) => useFor),
          ...resources.flatMap((resource) => resource.for),
          ...wins.flatMap((win) => win.goals),
        ]),
      )
    case 'strength':
      return byWords(
        all(({strengths, goals, wins}) => [
          ...strengths.map(({name}) => name),
          ...goals.flatMap((goal) => goal.strengths),
          ...wins.flatMap((win) => win.strengths),
        ]),
      )
    case 'resource': {
      const links = all(({goals}) => goals.flatMap((goal) => goal.resources))
      if (renamed.by === 'id') return byId([...all(({resources}) => resources.map(({id}) => id)), ...links])
      const ids = all(({resources}) => resources.map(({id}) => id)).map(({value}) => value)
      const names = all(({resources}) =>
        resources.map(({id, name}) => (id?.span === name.span ? undefined : name)),
      )
      return byWords([...names, ...links.filter(({value}) => !ids.some((id) => sameId(id, value)))])
    }
  }
}

/** Names in the body; ids that mean nothing to a reader stand there seldom, and a client's for a reason. */
function mentionsIn({text, frontmatter}: Note, renamed: Renamed, to: string): Edit[] {
  const start = frontmatter?.span.end ?? 0
  const words = renamed.from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])${words}(?![\\p{L}\\p{N}_-])`, 'giu')
  return [...text.slice(start).matchAll(pattern)].map((match) => ({
    span: {start: start + match.index, end: start + match.index + match[0].length},
    text: to,
  }))
}

/** Whether the note reads as before after the splices, but for the new name at its places. */
function readsAs(note: Note, edits: readonly Edit[], to: string): boolean {
  const after = parseNote(applyEdits(note.text, edits))
  if (after.problems.length > note.problems.length) return false
  const starts = new Set(edits.map(({span}) => span.start))
  const was = textsOfNote(note).map(({text, span}) => (starts.has(span.start) ? to : text))
  const is = textsOfNote(after).map(({text}) => text)
  return was.length === is.length && was.every((text, index) => text === is[index])
}

/** What the frontmatter and the marks say, in the order in which it stands. */
const textsOfNote = ({frontmatter, marks}: Note): readonly {readonly text: string; readonly span: Span}[] => [
  ...textsIn(frontmatter?.entries ?? []),
  ...marks.flatMap(({words, attributes}) => [
    words,
    ...attributes.flatMap(({value}) => partsBetweenCommas(value)),
  ]),
]

const partsBetweenCommas = ({value, span}: Said<string>): {readonly text: string; readonly span: Span}[] =>
  [...value.matchAll(/[^\s,][^,]*/g)].map(({0: text, index}) => {
    const start = span.start + index
    return {text: text.trimEnd(), span: {start, end: start + text.trimEnd().length}}
  })

/** Keys and texts in the order in which they stand. */
const textsIn = (entries: readonly MapEntry[]): {readonly text: string; readonly span: Span}[] =>
  entries.flatMap(({key, keySpan, value}) => [{text: key, span: keySpan}, ...textsOf(value)])

function textsOf(value: Value): {readonly text: string; readonly span: Span}[] {
  if (value.kind === 'text') return [{text: value.text, span: value.span}]
  if (value.kind === 'list') return value.items.flatMap(textsOf)
  return value.kind === 'map' ? textsIn(value.entries) : []
}
