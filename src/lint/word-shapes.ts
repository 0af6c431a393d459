import {isFunctionWord} from './function-words.ts'
import {IRREGULAR_PASTS} from './inflect.ts'
import type {Word} from './words.ts'

const NOT_GERUNDS = new Set(
  'thing nothing something anything everything morning evening during spring string bring ceiling wedding sibling darling'.split(
    ' ',
  ),
)

/** Classes that hold for a word by its shape, so that nobody has to list their members. */
export const SHAPES: ReadonlyMap<string, (word: Word) => boolean> = new Map<string, (word: Word) => boolean>([
  ['any', () => true],
  ['name', (word) => word.capital && !word.leads && word.norm.length > 1],
  ['content', (word) => !isFunctionWord(word.norm) && !word.norm.endsWith('ly')],
  ['number', (word) => /^\d+$/.test(word.norm)],
  ['past', (word) => /[a-z]{2}ed$/.test(word.norm) || IRREGULAR_PASTS.has(word.norm)],
  ['gerund', (word) => /[a-z]{2}ing$/.test(word.norm) && !NOT_GERUNDS.has(word.norm)],
  ['adverb', (word) => /[a-z]{2}ly$/.test(word.norm)],
])
