import {wordsBefore, type Guard} from '../passage.ts'

const NEGATES = new Set(['not', 'never', 'nor', 'neither', 'without', 'hardly'])
const TURNS = new Set([
  'because',
  'but',
  'and',
  'so',
  'since',
  'when',
  'who',
  'which',
  'if',
  'though',
  'although',
  'while',
  'until',
  'or',
])
const REACH = 6

export const negated: Guard = {
  id: 'negated',
  about: 'The sentence says that this is not so, or no longer so.',
  judge({first}, {words}) {
    let later = ''
    for (const {norm} of wordsBefore(words, first, REACH)) {
      if (NEGATES.has(norm) && later !== 'only' && later !== 'just') return 'silence'
      if (norm === 'no' && (later === 'longer' || later === 'more')) return 'silence'
      if (norm === 'than' && ['', 'a', 'an', 'the'].includes(later)) return undefined
      if (TURNS.has(norm)) return undefined
      later = norm
    }
    return undefined
  },
}
