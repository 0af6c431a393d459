import type {Entry} from '../entry.ts'
import {isFunctionWord} from '../function-words.ts'
import type {Candidate, Guard} from '../passage.ts'
import type {Word} from '../words.ts'

const ABOUT: ReadonlySet<Entry['category']> = new Set(['blame', 'hopeless', 'deficit'])

/** Words with which a statement about a subject begins, besides verbs that the pack inflects. */
const STATES = new Set(
  'is was are were be been has have had will would can could may might must do does did never always still keeps kept beyond hits hit goes went gets got'.split(
    ' ',
  ),
)
const HELPS = new Set(
  "is was are were be been has have had will would can could may might must do does did not never always still just also only really simply again soon now then 's 'd very too".split(
    ' ',
  ),
)
const DETERMINES = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'their',
  'our',
  'my',
  'this',
  'that',
  'each',
  'another',
  "'s",
])
const PEOPLE = new Set(
  'client clients cl cls pt pts patient patients peer peers member members participant participants resident residents consumer consumers guest guests student students individual individuals person people folks youth veteran veterans vet teen teens mom mother moms dad father dads parent parents sister brother siblings wife husband spouse partner boyfriend girlfriend son daughter aunt uncle cousin cousins grandmother grandma grandfather grandpa nana family ex kid kids child children baby infant man men woman women guy guys girl girls boy boys lady ladies roommate roommates neighbor neighbour landlord boss manager supervisor staff nurse doctor dr tech therapist counselor counsellor coach worker caseworker provider clinician po officer judge lawyer attorney teacher sponsor friend friends group team crew couple stepfather stepmother stepdad stepmom fiance mate housemate tenant tenants addict addicts alcoholic alcoholics user users drinker one ones somebody someone everybody everyone nobody anyone'.split(
    ' ',
  ),
)

const THINGS = new Set(['nothing', 'anything', 'something', 'everything', 'all'])

export const thing: Guard = {
  id: 'thing',
  about: 'This is said of a thing, not of a person.',
  judge(candidate, {words}) {
    if (!ABOUT.has(candidate.entry.category) || !statesOf(candidate, words)) return undefined
    return subjectIsThing(words, candidate.first) ? 'silence' : undefined
  },
}

function statesOf({entry, first, captures}: Candidate, words: readonly Word[]): boolean {
  const norm = words[first]?.norm ?? ''
  const leading = captures[0]
  const inflects =
    leading?.form !== undefined && leading.form !== 'plural' && entry.forms[leading.of] === 'verb'
  return (
    STATES.has(norm) ||
    (inflects && norm.startsWith(leading.of.slice(0, 2))) ||
    (norm.length > 3 && /(?:[^s]s|ed)$/.test(norm) && !isFunctionWord(norm))
  )
}

/** True where the word that the statement is about is known to name no person; what cannot be told is a person. */
function subjectIsThing(words: readonly Word[], first: number): boolean {
  let at = first - 1
  for (; at >= 0 && !words[at + 1]?.apart; at--) {
    const word = words[at]
    if (!word) return false
    if (HELPS.has(word.norm) || word.norm.endsWith('ly') || /^\d+$/.test(word.norm)) continue
    if (word.norm === 'which') return true
    if (word.norm === 'that') return THINGS.has(words[at - 1]?.norm ?? '')
    if (word.capital || isFunctionWord(word.norm) || PEOPLE.has(word.norm)) return false
    return isNamedByNoun(words, at)
  }
  return false
}

/** A noun behind a determiner, or one that opens its clause. */
function isNamedByNoun(words: readonly Word[], at: number): boolean {
  for (let back = 0; back < 4; back++) {
    const word = words[at - back]
    if (!word) return true
    if (DETERMINES.has(word.norm)) return true
    if (PEOPLE.has(word.norm) && words[at - back + 1]?.norm !== "'s") return false
    if (word.leads) return !word.capital
    if (word.apart) return true
    if (isFunctionWord(word.norm)) return false
  }
  return false
}
