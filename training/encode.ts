import type {Grid} from '../src/lint/model/model-data.ts'
import {LONGEST} from '../src/lint/model/tagger.ts'
import {MARKS} from '../src/lint/model/word-marks.ts'
import {learnedRow, marksIn, rowOf, spelled, WordRows} from '../src/lint/model/word-rows.ts'
import type {Batch} from './network.ts'
import type {Example} from './read-examples.ts'
import type {WordTable} from './word-table.ts'

/** A word has to be written this often to be learned. */
const OFTEN = 5

/** The words of a model: those that are learned come first, after three that stand for what is not in the list. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly learned: number
  readonly vectors: Grid
  readonly rows: WordRows
}

/** How often each word is written in the examples, as the table spells it. */
export function countWords(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {words} of examples)
    for (const {norm} of words) counts.set(spelled(norm), (counts.get(spelled(norm)) ?? 0) + 1)
  return counts
}

/** Lists the words that the examples use often, then the others of the table. */
export function makeVocabulary(table: WordTable, examples: readonly Example[]): Vocabulary {
  const often = [...countWords(examples)]
    .filter(([word, count]) => count >= OFTEN && !/^\d/.test(word))
    .map(([word]) => word)
    .toSorted()
  const stands = ['<other>', '<name>', '<number>']
  const known = new Set(often)
  // In the order of the alphabet they take less room.
  const words = [...stands, ...often, ...table.words.filter((word) => !known.has(word)).toSorted()]
  const {columns, values, scales} = table.vectors
  const rowOf = new Map(table.words.map((word, row) => [word, row]))
  const vectors = new Int8Array(words.length * columns)
  words.forEach((word, row) => {
    const from = rowOf.get(word)
    if (from !== undefined) vectors.set(values.subarray(from * columns, (from + 1) * columns), row * columns)
  })
  const learned = stands.length + often.length
  return {words, learned, vectors: {columns, values: vectors, scales}, rows: new WordRows(words)}
}

/** How many numbers a word comes with. */
export const givenBy = ({vectors}: Vocabulary): number => vectors.columns + MARKS

/**
 * Examples side by side as a network reads them. Where `random` is given, some words are left out of the learned
 * table or of both, so that the network does not lean on single words.
 */
export function encode(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  hide: {readonly share: number; readonly random: () => number} | undefined,
): Batch {
  const {vectors, rows} = vocabulary
  const {columns, values, scales} = vectors
  const width = givenBy(vocabulary)
  const starts = [0]
  for (const {words} of examples) starts.push((starts.at(-1) ?? 0) + Math.min(LONGEST, words.length))
  const count = starts.at(-1) ?? 0
  const learned = new Int32Array(count)
  const given = new Float32Array(count * width)
  let at = 0
  for (const {words, quoted} of examples)
    for (const token of rows.tokensOf(words, 0, Math.min(LONGEST, words.length), quoted)) {
      const draw = hide ? hide.random() : 1
      const share = hide?.share ?? 0
      learned[at] = draw < share ? 0 : learnedRow(token, vocabulary.learned)
      if (draw >= share * 0.3)
        for (let column = 0; column < columns; column++)
          given[at * width + column] = values[rowOf(token) * columns + column]! * scales[column]!
      for (let mark = 0; mark < MARKS; mark++)
        if ((marksIn(token) >> mark) & 1) given[at * width + columns + mark] = 1
      at++
    }
  return {starts, learned, given}
}
