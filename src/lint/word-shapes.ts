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
  ['past', ({norm}) => (norm.length > 3 && norm.endsWith('ed')) || IRREGULAR_PASTS.has(norm)],
  ['gerund', ({norm}) => norm.length > 4 && norm.endsWith('ing') && !NOT_GERUNDS.has(norm)],
  ['adverb', ({norm}) => norm.length > 3 && norm.endsWith('ly')],
])
