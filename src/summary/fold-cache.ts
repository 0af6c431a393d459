import {joinIds} from '../core/agency/client-list.ts'
import {compareText} from '../core/record/said.ts'
import {aboutContested, aboutGroup, aboutLater, aboutProblems, aboutUnread} from './about-notes.ts'
import {isSameNote, type FoldNote} from './fold-note.ts'
import {foldPage} from './fold-page.ts'
import type {FoldSettings} from './fold.ts'
import {groupBy} from './group-by.ts'
import {orderNotes} from './order-notes.ts'
import {personNotes} from './person-notes.ts'
import type {NoteInput, PersonPage, ReviewItem, Summary} from './summary.ts'

/** A page, and what it was folded from. */
interface Kept {
  readonly notes: readonly FoldNote[]
  readonly about: readonly ReviewItem[]
  readonly page: PersonPage
}

/**
 * Folds a folder again and again: the page of somebody whose notes are the same objects, in the same standing, is the
 * same object as before. A changed note so costs one person's fold, and that of those whose notes it corrects.
 */
export class FoldCache {
  #settings: FoldSettings | undefined
  #kept = new Map<string, Kept>()

  /** What `fold` gives for the same notes and settings. */
  fold(inputs: readonly NoteInput[], settings: FoldSettings): Summary {
    const {asOf} = settings
    const known = this.#settings && isSameSettings(this.#settings, settings) ? this.#kept : undefined
    const {canonical, contested} = joinIds(settings.joined ?? {}, settings.contested)
    const {notes, review} = orderNotes(inputs, {asOf, canonical})
    const byClient = groupBy(
      notes.flatMap((note) => note.clients.map((client) => ({client, note}))),
      ({client}) => client,
    )
    const reviewOf = groupBy(
      [
        ...review,
        ...notes.flatMap((note) => [...aboutGroup(note, canonical), ...aboutProblems(note)]),
        ...aboutContested(notes, contested),
      ],
      ({client}) => client,
    )
    this.#settings = settings
    this.#kept = new Map(
      [...byClient]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([client, named]): [string, Kept] => {
          const own = named.map(({note}) => note)
          const about = [...(reviewOf.get(client) ?? []), ...aboutLater(own, client, asOf)]
          const before = known?.get(client)
          if (before && isSame(before, own, about)) return [client, before]
          const page = foldPage(personNotes(client, own, {asOf, canonical}), settings)
          return [client, {notes: own, about, page: {...page, review: inOrder([...about, ...page.review])}}]
        }),
    )
    const pages = [...this.#kept.values()].map(({page}) => page)
    const nobodys = [...(reviewOf.get(undefined) ?? []), ...aboutUnread(settings.unread ?? [])]
    return {asOf, pages, review: inOrder([...nobodys, ...pages.flatMap((page) => page.review)])}
  }
}

const isSame = ({notes, about}: Kept, own: readonly FoldNote[], questions: readonly ReviewItem[]): boolean =>
  notes.length === own.length &&
  own.every((note, at) => isSameNote(note, notes[at])) &&
  about.length === questions.length &&
  (about.length === 0 || JSON.stringify(about) === JSON.stringify(questions))

/** Whether pages would come out the same; what could not be read is on no page. */
function isSameSettings(a: FoldSettings, b: FoldSettings): boolean {
  const data = (settings: FoldSettings): string =>
    JSON.stringify({...settings, unread: undefined, policy: undefined})
  return a === b || (a.policy === b.policy && data(a) === data(b))
}

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
