import type {Word} from './words.ts'

/** Every word that some phrase or model names, numbered from 1; whoever reads a text looks each word up once. */
const numbers = new Map<string, number>()
const norms: string[] = ['']

/** Of which words the numbers at hand are, and how many were known when they were looked up. */
let looked: {readonly words: readonly Word[]; readonly known: number} | undefined
let held = new Int32Array(1024)

/** The number of a word, from now on the same everywhere. */
export function know(norm: string): number {
  const known = numbers.get(norm)
  if (known !== undefined) return known
  numbers.set(norm, norms.length)
  return norms.push(norm) - 1
}

/** The word of a number; nothing of 0. */
export const wordOfNumber = (number: number): string | undefined => norms[number] || undefined

/** The numbers of words in their order, 0 for one that nobody names; good until those of other words are asked for. */
export function numbersOf(words: readonly Word[]): Int32Array {
  if (looked?.words === words && looked.known === norms.length) return held
  if (words.length > held.length) held = new Int32Array(2 * words.length)
  words.forEach(({norm}, at) => (held[at] = numbers.get(norm) ?? 0))
  looked = {words, known: norms.length}
  return held
}
