import type {Grid, ModelData} from './model-data.ts'
import {exponential} from './tagger.ts'
import {MARKS} from './word-marks.ts'
import {marksIn, rowOf, type Token} from './word-rows.ts'

/** Projections kept at most, before all are forgotten. */
const KEPT = 20_000
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
  readonly #width: number
  readonly #weights: Float64Array
  readonly #biases: Float64Array
  /** How much each number of a word's row, then of its sentence's greatest, speaks for a phrase. */
  readonly #out: Float64Array
  readonly #bias: number
  /** What the layer makes of a word and its marks in each of three places; kept, since few words are most of a text. */
  readonly #projections = new Map<Token, Float64Array>()
  readonly #nothing: Float64Array
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
    this.#nothing = new Float64Array(PLACES * columns)
    this.#most = new Float64Array(columns)
  }

  /** How sure it is, 0 to 1, that some word of a sentence is part of a phrase. */
  score(tokens: readonly Token[]): number {
    const width = this.#width
    const [biases, out, most, nothing] = [this.#biases, this.#out, this.#most, this.#nothing]
    most.fill(0)
    let surest = -Infinity
    let before = nothing
    let own = this.#projectionOf(tokens[0]!)
    for (let at = 0; at < tokens.length; at++) {
      const after = at + 1 < tokens.length ? this.#projectionOf(tokens[at + 1]!) : nothing
      let sum = 0
      for (let i = 0; i < width; i++) {
        const value = biases[i]! + before[i]! + own[width + i]! + after[2 * width + i]!
        if (value <= 0) continue
        sum += value * out[i]!
        if (value > most[i]!) most[i] = value
      }
      if (sum > surest) surest = sum
      before = own
      own = after
    }
    let shared = this.#bias
    for (let i = 0; i < width; i++) shared += most[i]! * out[width + i]!
    return 1 / (1 + exponential(-shared - surest))
  }

  #projectionOf(token: Token): Float64Array {
    const known = this.#projections.get(token)
    if (known) return known
    if (this.#projections.size >= KEPT) this.#projections.clear()
    const made = this.#project(token)
    this.#projections.set(token, made)
    return made
  }

  #project(token: Token): Float64Array {
    const width = this.#width
    const made = new Float64Array(PLACES * width)
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
    const row = rowOf(token)
    const marks = marksIn(token)
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
