import {FUNCTION_WORDS} from './function-words.ts'
import {IRREGULAR_PASTS} from './inflect.ts'
import type {Word} from './words.ts'

const NOT_GERUNDS = new Set(
  'thing nothing something anything everything morning evening during spring string bring ceiling wedding sibling darling'.split(
    ' ',
  ),
)

/** Classes that hold for a word by its shape, so that nobody has to list their members. */
const NAMES = ['any', 'name', 'content', 'number', 'past', 'gerund', 'adverb'] as const
type Shape = (typeof NAMES)[number]

export const SHAPES: ReadonlySet<string> = new Set(NAMES)

/** How many bits the shapes of a word take. */
export const SHAPE_BITS = NAMES.length

/** The bit of a shape, the same in every key. */
export const shapeBit = (name: string): number => 1 << NAMES.indexOf(name as Shape)

const ANY = shapeBit('any')
const CONTENT = shapeBit('content')
const NUMBER = shapeBit('number')
const PAST = shapeBit('past')
const GERUND = shapeBit('gerund')
const ADVERB = shapeBit('adverb')
export const NAME_BIT = shapeBit('name')

/** The words whose shapes are not those of their ending. */
export const SHAPED_WORDS: readonly string[] = [...FUNCTION_WORDS, ...IRREGULAR_PASTS, ...NOT_GERUNDS]

export const isName = (word: Word): boolean => word.capital && !word.leads && word.norm.length > 1

/** One bit for each shape of a word, but for that of a name, which its place decides. */
export function shapesOf(norm: string): number {
  let shapes = shapesByEnding(norm)
  if (FUNCTION_WORDS.has(norm)) shapes &= ~CONTENT
  if (IRREGULAR_PASTS.has(norm)) shapes |= PAST
  if (NOT_GERUNDS.has(norm)) shapes &= ~GERUND
  return shapes
}

/** The shapes of a word that is none of `SHAPED_WORDS`. */
export function shapesByEnding(norm: string): number {
  if (isNumber(norm)) return ANY | CONTENT | NUMBER
  if (norm.endsWith('ly')) return norm.length > 3 ? ANY | ADVERB : ANY
  if (norm.length > 3 && norm.endsWith('ed')) return ANY | CONTENT | PAST
  if (norm.length > 4 && norm.endsWith('ing')) return ANY | CONTENT | GERUND
  return ANY | CONTENT
}

const isNumber = (norm: string): boolean => {
  const unit = norm.charCodeAt(0)
  return unit >= 0x30 && unit <= 0x39 && /^\d+$/.test(norm)
}
