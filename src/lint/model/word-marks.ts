import type {Word} from '../words.ts'

/** What can be seen on a word without knowing it. */
const SHAPES: readonly ((norm: string) => boolean)[] = [
  (norm) => norm >= '0' && norm < ':',
  (norm) => norm.endsWith('ed'),
  (norm) => norm.endsWith('ing'),
  (norm) => norm.length > 3 && norm.endsWith('s'),
  (norm) => norm.endsWith('ly'),
  (norm) => norm.length <= 3,
  (norm) => norm.endsWith('er') || norm.endsWith('or') || norm.endsWith('ist'),
  (norm) => norm.endsWith('ness') || norm.endsWith('ment') || norm.endsWith('tion'),
  (norm) => norm.length > 4 && norm.startsWith('un'),
]

/** One bit for every shape that a word has. */
export function shapeOf(norm: string): number {
  let bits = 0
  for (let at = 0; at < SHAPES.length; at++) if (SHAPES[at]?.(norm)) bits |= 1 << at
  return bits
}

/** A capital where no sentence opens. */
export const CAPITAL_INSIDE = 1 << 9

/** One bit for everything that is so of a word at its place, above those of its shape. */
export function marksOf(word: Word, quoted: boolean, known: boolean, shape: number): number {
  let bits = shape
  if (word.capital) bits |= word.opens ? 1 << 10 : CAPITAL_INSIDE
  if (word.opens) bits |= 1 << 11
  if (word.apart) bits |= 1 << 12
  if (word.leads) bits |= 1 << 13
  if (quoted) bits |= 1 << 14
  if (!known) bits |= 1 << 15
  return bits
}

/** How many marks there are. */
export const MARKS = 16
