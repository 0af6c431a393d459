import type {Grid, ModelData} from './model-data.ts'
import {exponential, LONGEST, PLACES} from './tagger.ts'
import {MARKS} from './word-marks.ts'
import {marksIn, rowOf, type Token} from './word-rows.ts'

/** Marks kept at most, before all are forgotten: a text has some hundreds. */
const KEPT = 2000

/** Steps in which a word's numbers are kept: two bytes each, so that many words lie close together in memory. */
const STEPS = 2048
const inSteps = (value: number): number => Math.max(-0x8000, Math.min(0x7fff, Math.round(value * STEPS)))

/** What a gate needs of a model. */
type Read = Pick<ModelData, 'words' | 'vectors' | 'gate' | 'taggers'>

/**
 * The first look at a sentence, which nearly all of them get: a network of one layer and two classes that has learned
 * which sentences the first tagger tells something of. It knows words as that tagger does, so its own numbers are few.
 */
export class Gate {
  readonly #data: Read
  readonly #width: number
  readonly #weights: Float64Array
  readonly #biases: Float64Array
  /** How much each number of a word's row, then of its sentence's greatest, speaks for a phrase. */
  readonly #out: Float64Array
  readonly #bias: number
  /** What the layer makes of each word of the table in each of three places, made when first met. */
  readonly #words: Int16Array
  readonly #isMade: Uint8Array
  /** The same of marks, those met so far one after the other. */
  readonly #marks: Float32Array
  readonly #marksAt = new Map<number, number>()
  readonly #most: Float64Array

  constructor(data: Read) {
    const [layer, ...others] = data.gate.layers
    if (!layer || others.length > 0) throw new Error('A gate has one layer.')
    const {columns, values, scales} = layer.weights
    this.#data = data
    this.#width = columns
    this.#weights = Float64Array.from(values, (value, at) => value * (scales[at % columns] ?? 0))
    this.#biases = Float64Array.from(layer.biases)
    const {weights, biases} = data.gate.out
    const weight = (row: number, column: number): number =>
      (weights.values[row * weights.columns + column] ?? 0) * (weights.scales[column] ?? 0)
    this.#out = Float64Array.from({length: 2 * columns}, (_, row) => weight(row, 1) - weight(row, 0))
    this.#bias = (biases[1] ?? 0) - (biases[0] ?? 0)
    const size = PLACES * columns
    // A row of nothing follows the last word, for what stands before a sentence and after it.
    this.#words = new Int16Array((data.words.length + 1) * size)
    this.#isMade = new Uint8Array(data.words.length)
    this.#marks = new Float32Array((KEPT + 1) * size)
    this.#most = new Float64Array(columns)
  }

  /** How sure it is, 0 to 1, that some word of a sentence is part of a phrase. */
  score(tokens: readonly Token[]): number {
    const width = this.#width
    const size = PLACES * width
    const nothing = this.#isMade.length * size
    const [biases, out, most, words, marks] = [this.#biases, this.#out, this.#most, this.#words, this.#marks]
    most.fill(0)
    // Between sentences, as one sentence looks at several places at once.
    if (this.#marksAt.size > KEPT - LONGEST) this.#marksAt.clear()
    let surest = -Infinity
    let [before, own] = [nothing, this.#wordAt(tokens[0]!)]
    let [marksBefore, marksOwn] = [0, this.#marksOf(tokens[0]!)]
    for (let at = 0; at < tokens.length; at++) {
      const next = tokens[at + 1]
      const after = next === undefined ? nothing : this.#wordAt(next)
      const marksAfter = next === undefined ? 0 : this.#marksOf(next)
      let sum = 0
      for (let i = 0; i < width; i++) {
        const value =
          biases[i]! +
          (words[before + i]! + words[own + width + i]! + words[after + 2 * width + i]!) / STEPS +
          (marks[marksBefore + i]! + marks[marksOwn + width + i]! + marks[marksAfter + 2 * width + i]!)
        if (value <= 0) continue
        sum += value * out[i]!
        if (value > most[i]!) most[i] = value
      }
      if (sum > surest) surest = sum
      before = own
      own = after
      marksBefore = marksOwn
      marksOwn = marksAfter
    }
    let shared = this.#bias
    for (let i = 0; i < width; i++) shared += most[i]! * out[width + i]!
    return 1 / (1 + exponential(-shared - surest))
  }

  /** Where a word's numbers stand. */
  #wordAt(token: Token): number {
    const row = rowOf(token)
    const place = row * PLACES * this.#width
    if (!this.#isMade[row]) {
      this.#isMade[row] = 1
      const {vectors, taggers} = this.#data
      const learned = taggers[0]?.learned
      const made = new Float32Array(PLACES * this.#width)
      const from = this.#addRow(made, vectors, row, 0)
      if (learned) this.#addRow(made, learned, rowIn(learned, row), from)
      for (let i = 0; i < made.length; i++) this.#words[place + i] = inSteps(made[i]!)
    }
    return place
  }

  /** Where the numbers of a word's marks stand; the first place is for none. */
  #marksOf(token: Token): number {
    const marks = marksIn(token)
    const known = this.#marksAt.get(marks)
    if (known !== undefined) return known
    const place = (this.#marksAt.size + 1) * PLACES * this.#width
    this.#marksAt.set(marks, place)
    const into = this.#marks.subarray(place, place + PLACES * this.#width).fill(0)
    const {vectors, taggers} = this.#data
    const from = vectors.columns + (taggers[0]?.learned.columns ?? 0)
    for (let mark = 0; mark < MARKS; mark++) if ((marks >> mark) & 1) this.#add(into, from + mark, 1)
    return place
  }

  #addRow(into: Float32Array, {columns, values, scales}: Grid, row: number, from: number): number {
    for (let column = 0; column < columns; column++)
      this.#add(into, from + column, values[row * columns + column]! * scales[column]!)
    return from + columns
  }

  /** What the layer makes of one number of a word, in each of the places that it is seen from. */
  #add(into: Float32Array, column: number, value: number): void {
    const width = this.#width
    const input = this.#weights.length / width / PLACES
    for (let place = 0; place < PLACES; place++)
      for (let i = 0; i < width; i++)
        into[place * width + i]! += value * this.#weights[(place * input + column) * width + i]!
  }
}

/** A word's row in what a tagger learned of the first words; the others share the first row. */
export const rowIn = ({columns, values}: Grid, row: number): number =>
  row * columns < values.length ? row : 0
