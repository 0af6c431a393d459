import type {Guard} from '../passage.ts'
import type {Word} from '../words.ts'

const LINKS = new Set(['for', 'of'])

export const name: Guard = {
  id: 'name',
  about: 'The words are part of a name, of a group, an agency, a form or a place.',
  judge({first, last}, {words, named, prose}) {
    for (let at = first; at <= last; at++) if (named.has(at)) return 'silence'
    for (let at = first; at <= last; at++) {
      const word = words[at]
      if (!word?.capital || isShouted(prose.text.slice(word.start, word.end))) continue
      const next = words[at + 1]
      const previous = words[at - 1]
      const isPart = (neighbor: Word | undefined): boolean =>
        neighbor?.capital === true &&
        neighbor.norm !== 'i' &&
        !isShouted(prose.text.slice(neighbor.start, neighbor.end))
      // `Alcoholics for Christ`: small words stand inside names.
      const after = next?.apart === false && LINKS.has(next.norm) ? words[at + 2] : next
      const joinsNext = next?.apart === false && after?.apart === false && isPart(after)
      const joinsPrevious = !word.apart && previous?.opens === false && isPart(previous)
      if (joinsNext || (!word.opens && joinsPrevious)) return 'silence'
    }
    return undefined
  },
}

/** Capitals all through are emphasis or an abbreviation, not a name. */
const isShouted = (text: string): boolean => text.length > 1 && text === text.toUpperCase()
