import {peopleNamed} from '../../core/record/record.ts'
import type {CheckedNote, CheckContext, Rule} from './rule.ts'
import {offerInstead} from './offers.ts'

/** Words and numbers joined by marks that ids are made of. */
const TOKEN = /[\p{L}\p{N}]+(?:[-_.@][\p{L}\p{N}]+)*/gu

/** An id that no word and no number of everyday life looks like: `c-014`, `k7f2`, `100234`; not `jm`, `12`, `2026`. */
const isDistinct = (id: string): boolean =>
  /^\d+$/.test(id)
    ? id.length > 4 || /^0\d/.test(id)
    : /\d/.test(id) && /\p{L}/u.test(id) && (id.length > 3 || /[-_.@]/.test(id)) && !EVERYDAY.test(id)

/** Times, doses, ordinals and model numbers that an id could be taken for. */
const EVERYDAY =
  /^(?:\d+(?:st|nd|rd|th|am|pm|mg|ml|kg|lbs?|min|mins|hrs?|h|m|k|x|s|yo|ish)|covid-?19|a1c|cd4|h\d{4}|o2|b12|vb6)$/i

export const otherClient: Rule = {
  id: 'privacy/other-client',
  about:
    'The id of another person whom the folder knows, in the text or the frontmatter of this note. Leaves alone: the ids of the note’s own people, those that clients.yml joins to them, and ids that look like everyday words or numbers.',
  why: 'What is in one person’s record does not name another person who is served.',
  severity: 'error',
  *check(checked, context) {
    const ids = distinctIds(context.known ? context.known.clientIds : context.clients.ids)
    if (ids.size === 0) return
    const {note} = checked
    const own = ownIds(checked, context)
    for (const {span, id} of idsIn(note.text, (token) => ids.has(token) && !own.has(token)))
      yield {
        span,
        message: `\`${id}\` is another person’s id; a role such as “a friend from group” says who it was.`,
        offers: offerInstead(note, span, 'a role, such as another member'),
      }
  },
}

const distinct = new WeakMap<Iterable<string>, ReadonlySet<string>>()

/** Those of `ids` that say surely who is meant, in small letters; found once for a folder. */
function distinctIds(ids: Iterable<string> & object): ReadonlySet<string> {
  const known = distinct.get(ids)
  if (known) return known
  const found = new Set([...ids].filter(isDistinct).map((id) => id.toLowerCase()))
  distinct.set(ids, found)
  return found
}

/** The ids of the note's own people, with those that mean the same persons, in small letters. */
function ownIds({record}: CheckedNote, {clients}: CheckContext): Set<string> {
  const own = new Set(peopleNamed(record).map(({value}) => value))
  for (const [id, also] of Object.entries(clients.joined)) {
    const group = [id, ...also]
    if (group.some((each) => own.has(each))) for (const each of group) own.add(each)
  }
  return new Set([...own].map((id) => id.toLowerCase()))
}

function* idsIn(
  text: string,
  isOther: (token: string) => boolean,
): Generator<{readonly id: string; readonly span: {readonly start: number; readonly end: number}}> {
  for (const {0: token, index} of text.matchAll(TOKEN)) {
    // `c-099.md` is the id with something after it.
    let id = token
    while (!isOther(id.toLowerCase()) && id.includes('.')) id = id.slice(0, id.lastIndexOf('.'))
    if (isOther(id.toLowerCase())) yield {id, span: {start: index, end: index + id.length}}
  }
}
