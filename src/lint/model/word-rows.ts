import {know, numbersOf} from '../known-words.ts'
import type {Word} from '../words.ts'
import {CAPITAL_INSIDE, MARKS, marksOf, shapeOf} from './word-marks.ts'

/** A word as the networks see it: its row in the word table over its marks, as one number. */
export type Token = number

/** Row of the word table. */
export const rowOf = (token: Token): number => token >>> MARKS
/** What can be seen on the word, one bit each. */
export const marksIn = (token: Token): number => token & ((1 << MARKS) - 1)

/** Row of what a network learned, which holds the first `learned` words only. */
export function learnedRow(token: Token, learned: number): number {
  const row = rowOf(token)
  if (row !== OTHER && row < learned) return row
  return token & CAPITAL_INSIDE ? NAME : OTHER
}

const OTHER = 0
const NAME = 1
const NUMBER = 2
/** Words of charts that stand for another one; names of the person alike. */
const SAME_AS = new Map([
  ['pt', 'client'],
  ['pts', 'clients'],
  ['cl', 'client'],
  ['cls', 'clients'],
  ['clt', 'client'],
])

/** Where a word is looked up, as the table spells it. */
export const spelled = (norm: string): string => SAME_AS.get(norm) ?? norm

/** The rows that words have in a model's table. */
export class WordRows {
  /** By the number of the word; 0 for one that is not in the table. */
  readonly #rows: Uint16Array
  readonly #shapes: Uint16Array

  constructor(words: readonly string[]) {
    const numbers = words.map(know)
    const others = [...SAME_AS].map(([other, word]) => [know(other), words.indexOf(word)] as const)
    this.#rows = new Uint16Array(Math.max(...numbers, ...others.map(([number]) => number)) + 1)
    numbers.forEach((number, row) => (this.#rows[number] = row))
    for (const [number, row] of others) this.#rows[number] = Math.max(OTHER, row)
    this.#shapes = Uint16Array.from(words, shapeOf)
  }

  /** The words from `first` to before `end` as tokens; `quoted` tells which of all words stand in a quotation. */
  tokensOf(
    words: readonly Word[],
    first: number,
    end: number,
    quoted?: ArrayLike<number | boolean>,
  ): Token[] {
    const numbers = numbersOf(words)
    const tokens: Token[] = []
    for (let at = first; at < end; at++) {
      const word = words[at]
      if (!word) continue
      const row = this.#rows[numbers[at] ?? 0] ?? OTHER
      const known = row !== OTHER
      const shape = known ? (this.#shapes[row] ?? 0) : shapeOf(word.norm)
      const marks = marksOf(word, Boolean(quoted?.[at]), known, shape)
      tokens.push((((shape & 1) === 1 ? NUMBER : row) << MARKS) | marks)
    }
    return tokens
  }
}
