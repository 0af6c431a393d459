import type {Item, PersonalRecord} from '../core/record/record-items.ts'
import type {Span} from '../core/text/span.ts'
import {refOf, type FoldNote} from './fold-note.ts'
import type {NoteRef, Sourced} from './summary.ts'

/** What one note says of one person. */
export interface Part {
  readonly note: FoldNote
  readonly said: PersonalRecord
}

/** One entry of a note's list, with the place it stands at. */
export interface Mention<T> {
  readonly item: T
  readonly note: FoldNote
  readonly ref: NoteRef
}

/** Every entry that `pick` finds in the parts, in the order of the notes. */
export const mentionsIn = <T extends {readonly span: Span}>(
  parts: readonly Part[],
  pick: (said: PersonalRecord) => readonly T[],
): Mention<T>[] => {
  const found: Mention<T>[] = []
  for (const {note, said} of parts)
    for (const item of pick(said)) found.push({item, note, ref: refOf(note, item.span)})
  return found
}

/** The last that any mention says. */
export function latest<T, V>(
  mentions: readonly Mention<T>[],
  pick: (item: T) => {readonly value: V} | undefined,
): V | undefined {
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at]
    const said = mention && pick(mention.item)
    if (said) return said.value
  }
  return undefined
}

/** The places of `mentions`, each once, in their order. */
export function refsOf(mentions: readonly {readonly ref: NoteRef}[]): NoteRef[] {
  if (mentions.length === 1) return mentions.map(({ref}) => ref)
  const seen = new Set<string>()
  return mentions.flatMap(({ref}) => {
    const key = `${ref.file}:${ref.line}:${ref.endLine}`
    if (seen.has(key)) return []
    seen.add(key)
    return [ref]
  })
}

/** What every line of a page carries, from the mentions it rests on. */
export const sourced = (
  mentions: readonly {readonly item: Pick<Item, 'share'>; readonly ref: NoteRef}[],
): Sourced => ({sources: refsOf(mentions), share: lastShare(mentions.map(({item}) => item.share))})

/** The latest word for each audience. */
export const lastShare = (shares: readonly Sourced['share'][]): Sourced['share'] =>
  shares.every((share) => share === shares[0])
    ? (shares[0] ?? {})
    : (Object.assign({}, ...shares) as Sourced['share'])

/** What may be shown where both must allow it: a no of either stays. */
export function narrowed(own: Sourced['share'], other: Sourced['share']): Sourced['share'] {
  const closed = Object.entries(other).filter(([, allowed]) => !allowed)
  return {...other, ...own, ...(Object.fromEntries(closed) as Sourced['share'])}
}
