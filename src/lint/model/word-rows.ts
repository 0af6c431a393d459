import type {Word} from '../words.ts'
import {marksOf, shapeOf} from './word-marks.ts'

/** A word as the networks see it. */
export interface Token {
  /** Row of the word table. */
  readonly row: number
  /** Row of what a network learned, which holds the first words only. */
  readonly learned: number
  readonly marks: number
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
  readonly #rows: ReadonlyMap<string, number>
  readonly #shapes: Uint16Array
  readonly #learned: number

  /** `learned` of the `words` have something in the networks' own tables. */
  constructor(words: readonly string[], learned: number) {
    const rows = new Map(words.map((word, row) => [word, row]))
    for (const [other, word] of SAME_AS) rows.set(other, rows.get(word) ?? OTHER)
    this.#rows = rows
    this.#shapes = Uint16Array.from(words, shapeOf)
    this.#learned = learned
  }

  tokenOf(word: Word, quoted: boolean): Token {
    const row = this.#rows.get(word.norm)
    const known = row !== undefined
    const shape = known ? (this.#shapes[row] ?? 0) : shapeOf(word.norm)
    const marks = marksOf(word, quoted, known, shape)
    if ((shape & 1) === 1) return {row: NUMBER, learned: NUMBER, marks}
    const other = word.capital && !word.opens ? NAME : OTHER
    return {row: row ?? OTHER, learned: known && row < this.#learned ? row : other, marks}
  }
}
