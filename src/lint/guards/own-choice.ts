import type {Entry} from '../entry.ts'
import {wordsBefore, type Guard} from '../passage.ts'

const CHOOSES = new Set(
  'chose choose chooses choosing chosen decided decides deciding decide prefer prefers preferred want wants wanted plan plans planned opted opts vowed swore promised wish wishes hopes hoped hope intends intend asked picked'.split(
    ' ',
  ),
)
/** These are nouns as often, so a `to` has to follow. */
const NOUNS_TOO = new Set(['plan', 'plans', 'hope', 'hopes', 'wish', 'wishes'])
const AFTER = new Set(['decided', 'decides', 'vowed', 'swears', 'promised'])
const ABOUT: ReadonlySet<Entry['category']> = new Set(['isolation', 'hopeless', 'dictating'])

export const ownChoice: Guard = {
  id: 'own-choice',
  about: 'The person chose this or set this limit.',
  judge({entry, first, last}, {words}) {
    if (!ABOUT.has(entry.category)) return undefined
    let later = ''
    for (const {norm} of wordsBefore(words, first, 4)) {
      if (norm === 'i' || norm === 'we') return undefined
      if (CHOOSES.has(norm) && (later === 'to' || !NOUNS_TOO.has(norm))) return 'silence'
      later = norm
    }
    return words.slice(last + 1, last + 8).some(({norm}) => AFTER.has(norm)) ? 'silence' : undefined
  },
}
