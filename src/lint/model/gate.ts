import type {Grid, ModelData, NetworkData} from './model-data.ts'
import {exponential, LONGEST} from './tagger.ts'
import {MARKS} from './word-marks.ts'
import type {Token} from './word-rows.ts'

/** Projections kept at most, before all are forgotten. */
const KEPT = 50_000
/** Places that a word is seen from: by the word after it, by itself, by the word before it. */
const PLACES = 3

/** What a gate needs of a model. */
type Read = Pick<ModelData, 'words' | 'vectors' | 'gate' | 'taggers'>

/**
 * The first look at a sentence, which nearly all of them get: a network of one layer and two classes that has learned
 * which sentences the first tagger tells something of. It knows words as that tagger does, so its own numbers are few.
 */
export class Gate {
  readonly #data: Read
  readonly #network: NetworkData
  readonly #width: number
  readonly #weights: Float32Array
  /** How much each number of a word's row, then of its sentence's greatest, speaks for a phrase. */
  readonly #out: Float32Array
  readonly #bias: number
  readonly #rows: Float32Array
  /** What the layer makes of a word and its marks in each of three places; kept, since few words are most of a text. */
  readonly #projections = new Map<number, Float32Array>()
  /** Marks as they are met, counted, so that a key stays a small number. */
  readonly #marks = new Map<number, number>()

  constructor(data: Read) {
    const [layer, ...others] = data.gate.layers
    if (!layer || others.length > 0) throw new Error('A gate has one layer.')
    const {columns, values, scales} = layer.weights
    this.#data = data
    this.#network = data.gate
    this.#width = columns
    this.#weights = Float32Array.from(values, (value, at) => value * (scales[at % columns] ?? 0))
    const {weights, biases} = data.gate.out
    const weight = (row: number, column: number): number =>
      (weights.values[row * weights.columns + column] ?? 0) * (weights.scales[column] ?? 0)
    this.#out = Float32Array.from({length: 2 * columns}, (_, row) => weight(row, 1) - weight(row, 0))
    this.#bias = (biases[1] ?? 0) - (biases[0] ?? 0)
    this.#rows = new Float32Array((LONGEST + PLACES) * columns)
  }

  /** How sure it is, 0 to 1, that some word of a sentence is part of a phrase; `LONGEST` tokens at most. */
  score(tokens: readonly Token[]): number {
    const width = this.#width
    const rows = this.#readWords(tokens)
    const out = this.#out
    let shared = this.#bias
    for (let i = 0; i < width; i++) {
      let most = 0
      for (let at = i + width; at < (tokens.length + 1) * width; at += width)
        if (rows[at]! > most) most = rows[at]!
      shared += most * out[width + i]!
    }
    let surest = -Infinity
    for (let at = 1; at <= tokens.length; at++) {
      let sum = shared
      for (let i = 0; i < width; i++) {
        const value = rows[at * width + i]!
        if (value > 0) sum += value * out[i]!
      }
      if (sum > surest) surest = sum
    }
    return 1 / (1 + exponential(-surest))
  }

  /** The layer before its zeros are cut off, with a row of no word before the first and after the last. */
  #readWords(tokens: readonly Token[]): Float32Array {
    const width = this.#width
    const rows = this.#rows
    const {biases} = this.#network.layers[0]!
    for (let at = 1; at <= tokens.length; at++) rows.set(biases, at * width)
    for (let at = 0; at < tokens.length; at++) {
      const projection = this.#projectionOf(tokens[at]!)
      // A word stands after the one behind it: its first place belongs to the next row, its last to the one before.
      const [next, own, before] = [(at + 2) * width, (at + 1) * width, at * width]
      for (let i = 0; i < width; i++) {
        rows[next + i]! += projection[i]!
        rows[own + i]! += projection[width + i]!
        rows[before + i]! += projection[2 * width + i]!
      }
    }
    return rows
  }

  #projectionOf({row, marks}: Token): Float32Array {
    let met = this.#marks.get(marks)
    if (met === undefined) this.#marks.set(marks, (met = this.#marks.size))
    const key = met * this.#data.words.length + row
    const known = this.#projections.get(key)
    if (known) return known
    if (this.#projections.size >= KEPT) this.#projections.clear()
    const made = this.#project(row, marks)
    this.#projections.set(key, made)
    return made
  }

  #project(row: number, marks: number): Float32Array {
    const width = this.#width
    const made = new Float32Array(PLACES * width)
    const input = this.#weights.length / width / PLACES
    const add = (column: number, value: number): void => {
      for (let place = 0; place < PLACES; place++)
        for (let i = 0; i < width; i++)
          made[place * width + i]! += value * this.#weights[(place * input + column) * width + i]!
    }
    const addRow = ({columns, values, scales}: Grid, gridRow: number, offset: number): number => {
      for (let column = 0; column < columns; column++)
        add(offset + column, values[gridRow * columns + column]! * scales[column]!)
      return offset + columns
    }
    const {vectors, taggers} = this.#data
    const marksFrom = taggers[0]
      ? addRow(taggers[0].learned, rowIn(taggers[0].learned, row), addRow(vectors, row, 0))
      : addRow(vectors, row, 0)
    for (let mark = 0; mark < MARKS; mark++) if ((marks >> mark) & 1) add(marksFrom + mark, 1)
    return made
  }
}

/** A word's row in what a tagger learned of the first words; the others share the first row. */
export const rowIn = ({columns, values}: Grid, row: number): number =>
  row * columns < values.length ? row : 0
