import {quotationAround, wordsBefore, type Guard} from '../passage.ts'

const NAMES_A_WORD = new Set([
  'word',
  'words',
  'term',
  'terms',
  'phrase',
  'phrases',
  'label',
  'labels',
  'labelled',
  'labeled',
  'saying',
  'language',
  'instead',
  'replaced',
  'replace',
])
/** `long-term`, `in terms of` speak of no word. */
const OF_TIME = new Set(['long', 'short', 'near', 'mid', 'in', 'full', 'school'])
/** What one does with a word that stands in marks. */
const EDITS = new Set('hurt hurts removed deleted erased typed crossed struck changed'.split(' '))
const REACH = 4

export const mention: Guard = {
  id: 'mention',
  about: 'The sentence speaks about the word itself.',
  judge(candidate, passage) {
    const {first, last} = candidate
    const {words} = passage
    const before = [...wordsBefore(words, first, REACH)]
    if (before.some(({norm}, at) => NAMES_A_WORD.has(norm) && !OF_TIME.has(before[at + 1]?.norm ?? '')))
      return 'silence'
    if (!quotationAround(candidate, passage)) return undefined
    const near = words.slice(Math.max(0, first - 8), last + 8)
    return near.some(
      ({norm}, at) =>
        NAMES_A_WORD.has(norm) || EDITS.has(norm) || (norm === 'took' && near[at + 1]?.norm === 'out'),
    )
      ? 'silence'
      : undefined
  },
}
