import {shortDate, type CivilDate} from '../../core/civil-date.ts'
import type {NoteRef} from '../summary.ts'

/** How words are meant: `strong` names the line, `quote` is the person's own, `tag` a state, `soft` an aside. */
export type Tone = 'plain' | 'strong' | 'quote' | 'tag' | 'soft'

export interface Phrase {
  readonly tone: Tone
  readonly text: string
}

/** One line of a page; it ends with links to its notes, and details stand under it. */
export interface Line {
  readonly phrases: readonly Phrase[]
  readonly refs: readonly NoteRef[]
  readonly under: readonly Line[]
}

export interface Group {
  readonly title: string | undefined
  readonly lines: readonly Line[]
}

export interface Section {
  /** Sayable in a link: `what-is-next`. */
  readonly id: string
  readonly title: string
  readonly groups: readonly Group[]
}

/** A page as headings and lines, before any format; sections and groups without lines are gone. */
export interface Outline {
  readonly title: string
  readonly asOf: CivilDate
  readonly facts: readonly string[]
  readonly sections: readonly Section[]
}

export const plain = (text: string): Phrase => ({tone: 'plain', text})
export const strong = (text: string): Phrase => ({tone: 'strong', text})
export const soft = (text: string): Phrase => ({tone: 'soft', text})
export const tag = (text: string): Phrase => ({tone: 'tag', text})
export const quote = (text: string): Phrase => ({tone: 'quote', text: unquoted(text)})

export const line = (
  phrases: readonly (Phrase | undefined | false)[],
  refs: readonly NoteRef[],
  under: readonly (Line | undefined | false)[] = [],
): Line => ({
  phrases: phrases.flatMap((phrase) => (phrase && phrase.text !== '' ? [phrase] : [])),
  refs,
  under: under.filter((detail) => detail !== undefined && detail !== false),
})

export const section = (title: string, groups: readonly Group[]): Section => ({
  id: title.toLowerCase().replaceAll(' ', '-'),
  title,
  groups: groups.filter(({lines}) => lines.length > 0),
})

/** What stands between a phrase and the one before it: an aside is set off, a comma or a colon joins by itself. */
export function gapBefore(phrase: Phrase, index: number): string {
  if (index === 0 || /^[,;:.]/.test(phrase.text)) return ''
  return phrase.tone === 'soft' || phrase.tone === 'tag' ? ' · ' : ' '
}

/** The first `count` lines, and one that says how many more there are. */
export function firstOf(lines: readonly Line[], count: number, more: (rest: number) => string): Line[] {
  if (lines.length <= count + 1) return [...lines]
  const rest = lines.slice(count)
  return [
    ...lines.slice(0, count),
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
