import {wordsBefore, type Guard} from '../passage.ts'

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
const REACH = 4

export const mention: Guard = {
  id: 'mention',
  about: 'The sentence speaks about the word itself.',
  judge({first, last}, {words, quotations}) {
    for (const {norm} of wordsBefore(words, first, REACH)) if (NAMES_A_WORD.has(norm)) return 'silence'
    const start = words[first]?.start ?? 0
    const end = words[last]?.end ?? 0
    const marked = quotations.some((quotation) => quotation.start <= start && end <= quotation.end)
    if (!marked) return undefined
    const near = words.slice(Math.max(0, first - 8), last + 8)
    return near.some(({norm}) => NAMES_A_WORD.has(norm) || norm === 'hurts' || norm === 'hurt')
      ? 'silence'
      : undefined
  },
}
