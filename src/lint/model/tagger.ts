import type {Grid, LayerData, ModelData, NetworkData} from './model-data.ts'
import {MARKS} from './word-marks.ts'
import type {Token} from './word-rows.ts'

interface Layer {
  readonly step: number
  readonly input: number
  readonly width: number
  readonly weights: Float32Array
  readonly biases: Float32Array
}

const SQUARINGS = 20

/** `e` to the power of `x`, by multiplication alone: engines differ in the last bits of their own. */
export function exponential(x: number): number {
  let result = Math.max(0, 1 + x / 2 ** SQUARINGS)
  for (let at = 0; at < SQUARINGS; at++) result *= result
  return result
}

/**
 * One network at work. It reads a sentence's tokens and gives the probability of every class for each of them. All
 * numbers are made in a fixed order by plain arithmetic, so that they are the same on every machine.
 */
export class Tagger {
  readonly classes: number
  readonly #vectors: Grid
  readonly #learned: Grid
  readonly #first: Layer
  readonly #others: readonly Layer[]
  readonly #out: Layer
  /** What the first layer makes of a word in each of its three places, by the word; kept, since few words are many. */
  readonly #projections = new Map<number, Float32Array>()

  constructor({vectors}: ModelData, {learned, layers, out}: NetworkData) {
    const [first, ...others] = layers.map((layer) => inFloats(layer, 3))
    if (!first) throw new Error('The network has no layer.')
    this.#vectors = vectors
    this.#learned = learned
    this.#first = first
    this.#others = others
    this.#out = inFloats(out, 1)
    this.classes = this.#out.width
  }

  /** Probabilities, `classes` for each token. */
  tag(tokens: readonly Token[]): Float32Array {
    let rows = this.#readWords(tokens)
    for (const layer of this.#others) rows = convolve(layer, rows, tokens.length)
    return this.#classify(rows, tokens.length)
  }

  #readWords(tokens: readonly Token[]): Float32Array {
    const {step, width, input, weights, biases} = this.#first
    const marksFrom = this.#vectors.columns
    const rows = new Float32Array(tokens.length * width)
    for (let at = 0; at < tokens.length; at++) rows.set(biases, at * width)
    for (let from = 0; from < tokens.length; from++) {
      const token = tokens[from]
      if (!token) continue
      const projection = this.#projectionOf(token)
      for (let side = 0; side < 3; side++) {
        const to = from - (side - 1) * step
        if (to < 0 || to >= tokens.length) continue
        for (let i = 0; i < width; i++) rows[to * width + i]! += projection[side * width + i]!
        for (let mark = 0; mark < MARKS; mark++) {
          if ((token.marks & (1 << mark)) === 0) continue
          const place = (side * input + marksFrom + mark) * width
          for (let i = 0; i < width; i++) rows[to * width + i]! += weights[place + i]!
        }
      }
    }
    for (let i = 0; i < rows.length; i++) if (rows[i]! < 0) rows[i] = 0
    return rows
  }

  #projectionOf({row, learned}: Token): Float32Array {
    const key = row * 4 + (learned === row ? 3 : learned)
    const known = this.#projections.get(key)
    if (known) return known
    const {width, input, weights} = this.#first
    const made = new Float32Array(3 * width)
    const learnedFrom = this.#vectors.columns + MARKS
    const addAll = (grid: Grid, gridRow: number, offset: number): void => {
      for (let column = 0; column < grid.columns; column++) {
        const value = (grid.values[gridRow * grid.columns + column] ?? 0) * (grid.scales[column] ?? 0)
        if (value === 0) continue
        for (let side = 0; side < 3; side++) {
          const place = (side * input + offset + column) * width
          for (let i = 0; i < width; i++) made[side * width + i]! += value * weights[place + i]!
        }
      }
    }
    addAll(this.#vectors, row, 0)
    addAll(this.#learned, learned, learnedFrom)
    this.#projections.set(key, made)
    return made
  }

  #classify(rows: Float32Array, count: number): Float32Array {
    const {width: classes, weights, biases} = this.#out
    const hidden = rows.length / Math.max(1, count)
    const shared = Float64Array.from(biases)
    for (let i = 0; i < hidden; i++) {
      let most = 0
      for (let at = 0; at < count; at++) most = Math.max(most, rows[at * hidden + i]!)
      for (let o = 0; o < classes; o++) shared[o]! += most * weights[(hidden + i) * classes + o]!
    }
    const result = new Float32Array(count * classes)
    const sums = new Float64Array(classes)
    for (let at = 0; at < count; at++) {
      sums.set(shared)
      for (let i = 0; i < hidden; i++) {
        const value = rows[at * hidden + i]!
        if (value !== 0) for (let o = 0; o < classes; o++) sums[o]! += value * weights[i * classes + o]!
      }
      softmax(sums, result, at * classes)
    }
    return result
  }
}

function softmax(sums: Float64Array, into: Float32Array, from: number): void {
  let most = -Infinity
  for (const sum of sums) most = Math.max(most, sum)
  let total = 0
  for (let o = 0; o < sums.length; o++) {
    const value = exponential(sums[o]! - most)
    into[from + o] = value
    total += value
  }
  for (let o = 0; o < sums.length; o++) into[from + o]! /= total
}

/** A layer on top of another, with what it started from added. */
function convolve({step, width, weights, biases}: Layer, rows: Float32Array, count: number): Float32Array {
  const made = new Float32Array(count * width)
  const sums = new Float64Array(width)
  for (let at = 0; at < count; at++) {
    sums.set(biases)
    for (let side = 0; side < 3; side++) {
      const from = at + (side - 1) * step
      if (from < 0 || from >= count) continue
      for (let i = 0; i < width; i++) {
        const value = rows[from * width + i]!
        if (value === 0) continue
        const place = (side * width + i) * width
        for (let o = 0; o < width; o++) sums[o]! += value * weights[place + o]!
      }
    }
    for (let o = 0; o < width; o++) made[at * width + o] = Math.max(0, sums[o]!) + rows[at * width + o]!
  }
  return made
}

function inFloats({step, weights: {columns, values, scales}, biases}: LayerData, places: number): Layer {
  const weights = Float32Array.from(values, (value, at) => value * (scales[at % columns] ?? 0))
  return {step, input: values.length / columns / places, width: columns, weights, biases}
}
