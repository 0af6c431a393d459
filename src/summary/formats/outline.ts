import type {Element} from './markup.ts'
import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {NoteRef} from '../summary.ts'

/** How words are meant: `strong` names the line, `quote` is the person's own, `tag` a state, `soft` an aside. */
export type Tone = 'plain' | 'strong' | 'quote' | 'tag' | 'soft'

export interface Phrase {
  readonly tone: Tone
  readonly text: string
  /** Words that lead to a note themselves, such as a question that its answer belongs to. */
  readonly ref?: NoteRef
}

/** One line of a page; it ends with links to its notes, and details stand under it. */
export interface Line {
  readonly phrases: readonly Phrase[]
  readonly refs: readonly NoteRef[]
  readonly under: readonly Line[]
}

export interface Lines {
  readonly kind: 'lines'
  readonly title: string | undefined
  readonly lines: readonly Line[]
}

export interface Row {
  readonly cells: readonly (readonly Phrase[])[]
  readonly refs: readonly NoteRef[]
}

/** The first cell of a row names it. */
export interface Table {
  readonly kind: 'table'
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** A drawing, and the same in words for whoever cannot see it, or wants to know exactly. */
export interface Picture {
  readonly kind: 'picture'
  /** Sayable in a link: `resource-map`. */
  readonly id: string
  readonly title: string
  /** One sentence or two: what it shows, and how to read it. */
  readonly description: string
  /** An `svg` element; its width is the most it is drawn at, in CSS pixels. */
  readonly drawing: Element
  readonly table: Table
}

/** Text to be copied as it is. */
export interface CopyText {
  readonly kind: 'text'
  readonly title: string
  readonly text: string
}

export type Block = Lines | Table | Picture | CopyText

export interface Section {
  /** Sayable in a link: `what-is-next`. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** What the law asks to go with a page that is handed on. */
export interface Notice {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** A page as headings and lines, before any format; sections and blocks without anything in them are gone. */
export interface Outline {
  readonly reader: Reader
  readonly title: string
  readonly asOf: CivilDate
  readonly facts: readonly string[]
  readonly sections: readonly Section[]
  /** Sentences at the foot. */
  readonly closing: readonly string[]
  readonly notice: Notice | undefined
}

/** Whom a page is for: what it holds and how it speaks follow from that. */
export type Reader = 'person' | 'specialist' | 'supervisor'

export const plain = (text: string): Phrase => ({tone: 'plain', text: shown(text)})
export const strong = (text: string): Phrase => ({tone: 'strong', text: shown(text)})
export const soft = (text: string): Phrase => ({tone: 'soft', text: shown(text)})
export const tag = (text: string): Phrase => ({tone: 'tag', text: shown(text)})
export const quote = (text: string): Phrase => ({tone: 'quote', text: shown(unquoted(text))})

/** A name that is quoted is a line of its own. */
export const named = (words: string): Phrase => ({tone: 'strong', text: `“${quote(words).text}”`})

type Maybe<T> = T | undefined | false

export const line = (
  phrases: readonly Maybe<Phrase>[],
  refs: readonly NoteRef[],
  under: readonly Maybe<Line>[] = [],
): Line => ({
  phrases: phrasesOf(phrases),
  refs,
  under: under.filter((detail) => detail !== undefined && detail !== false),
})

export const row = (cells: readonly (readonly Maybe<Phrase>[])[], refs: readonly NoteRef[]): Row => ({
  cells: cells.map(phrasesOf),
  refs,
})

const phrasesOf = (phrases: readonly Maybe<Phrase>[]): Phrase[] =>
  phrases.flatMap((phrase) => (phrase && phrase.text !== '' ? [phrase] : []))

export const lines = (title: string | undefined, all: readonly Line[]): Lines => ({
  kind: 'lines',
  title,
  lines: all,
})

export const table = (title: string, columns: readonly string[], rows: readonly Row[]): Table => ({
  kind: 'table',
  title,
  columns,
  rows,
})

/** The heads of a table, with one for the links to notes where rows have some. */
export const withNoted = ({columns, rows}: Table): readonly string[] =>
  rows.some(({refs}) => refs.length > 0) ? [...columns, 'Noted'] : columns

export const section = (title: string, blocks: readonly Maybe<Block>[]): Section => ({
  id: title
    .toLowerCase()
    .replaceAll(' ', '-')
    .replaceAll(/[^a-z-]/g, ''),
  title,
  blocks: blocks.flatMap((block) => (block && !isEmpty(block) ? [block] : [])),
})

function isEmpty(block: Block): boolean {
  if (block.kind === 'lines') return block.lines.length === 0
  return block.kind === 'table' ? block.rows.length === 0 : block.kind === 'text' && block.text === ''
}

/** What stands between a phrase and the one before it: an aside is set off, a comma or a colon joins by itself. */
export function gapBefore(phrase: Phrase, index: number): string {
  if (index === 0 || /^[,;:.]/.test(phrase.text)) return ''
  return phrase.tone === 'soft' || phrase.tone === 'tag' ? ' · ' : ' '
}

/** The first `count` lines, and one that says how many more there are. */
export function firstOf(all: readonly Line[], count: number, more: (rest: number) => string): Line[] {
  if (all.length <= count + 1) return [...all]
  const rest = all.slice(count)
  return [
    ...all.slice(0, count),
    line(
      [soft(more(rest.length))],
      rest.flatMap(({refs}) => refs),
    ),
  ]
}

/** `persistence` as the start of a line: `Persistence`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `14 Jul 2026` */
export const longDate = (date: CivilDate): string => `${shortDate(date)} ${date.slice(0, 4)}`

/** Words without quotation marks around the whole of them: a page sets its own. */
function unquoted(text: string): string {
  const inner = /^(?:"([^"]*)"|“([^”]*)”)$/.exec(text.trim())
  return inner?.[1] ?? inner?.[2] ?? text.trim()
}

/** More than anybody writes on a line. */
const LONGEST = 2000

/** Text as a page can hold it: signs that no page shows are gone, and of a text without end the start is kept. */
function shown(text: string): string {
  const visible = text.slice(0, LONGEST + 1).replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
  return text.length <= LONGEST
    ? visible
    : `${clip(visible, LONGEST)} (${text.length.toLocaleString('en-US')} signs in the note)`
}

/** At most `length` units, with an ellipsis where something is left out; no sign is cut in half. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF\s]+$/u, '')}…`
}
