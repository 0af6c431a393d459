import {makeMatrixKernel, type MatrixKernel} from './matrix-kernel.ts'
import type {Grid, LayerData, ModelData, NetworkData} from './model-data.ts'
import {MARKS} from './word-marks.ts'
import type {Token} from './word-rows.ts'

/** Words of a sentence at most, a multiple of four. */
export const LONGEST = 80

interface Layer {
  readonly step: number
  readonly input: number
  readonly width: number
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** Projections kept at most, before all are forgotten. */
const KEPT = 20_000
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
  readonly #others: readonly Stacked[]
  readonly #out: Layer
  /** Wider than they were stored, so that nothing has to be widened at each use. */
  readonly #outWeights: Float64Array
  /** What the first layer makes of a word and its marks in each of three places; kept, since few words are most of a text. */
  readonly #projections = new Map<number, Float32Array>()

  constructor(
    {vectors}: Pick<ModelData, 'vectors'>,
    {learned, layers, out}: NetworkData,
    makeKernel = makeMatrixKernel,
  ) {
    const [first, ...others] = layers.map((layer) => inFloats(layer, 3))
    if (!first) throw new Error('The network has no layer.')
    this.#vectors = vectors
    this.#learned = learned
    this.#first = first
    this.#others = others.length > 0 ? stack(others, makeKernel(1)) : []
    this.#out = inFloats(out, 1)
    this.#outWeights = Float64Array.from(this.#out.weights)
    this.classes = this.#out.width
  }

  /** Probabilities, `classes` for each token, of which there are `LONGEST` at most. */
  tag(tokens: readonly Token[]): Float32Array {
    let rows = this.#readWords(tokens)
    for (const layer of this.#others) rows = layer.convolve(rows, tokens.length)
    return this.#classify(rows, tokens.length)
  }

  #readWords(tokens: readonly Token[]): Float32Array {
    const {step, width, biases} = this.#first
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
      }
    }
    for (let i = 0; i < rows.length; i++) if (rows[i]! < 0) rows[i] = 0
    return rows
  }

  #projectionOf(token: Token): Float32Array {
    const {row, learned, marks} = token
    const key = (row * 4 + (learned === row ? 3 : learned)) * (1 << MARKS) + marks
    const known = this.#projections.get(key)
    if (known) return known
    if (this.#projections.size >= KEPT) this.#projections.clear()
    const made = this.#project(token)
    this.#projections.set(key, made)
    return made
  }

  #project({row, learned, marks}: Token): Float32Array {
    const {width, input, weights} = this.#first
    const made = new Float32Array(3 * width)
    const add = (column: number, value: number): void => {
      for (let side = 0; side < 3; side++) {
        const place = (side * input + column) * width
        for (let i = 0; i < width; i++) made[side * width + i]! += value * weights[place + i]!
      }
    }
    const addRow = ({columns, values, scales}: Grid, gridRow: number, offset: number): void => {
      for (let column = 0; column < columns; column++) {
        const value = values[gridRow * columns + column]! * scales[column]!
        if (value !== 0) add(offset + column, value)
      }
    }
    const marksFrom = this.#vectors.columns
    addRow(this.#vectors, row, 0)
    for (let mark = 0; mark < MARKS; mark++) if ((marks >> mark) & 1) add(marksFrom + mark, 1)
    addRow(this.#learned, learned, marksFrom + MARKS)
    return made
  }

  #classify(rows: Float32Array, count: number): Float32Array {
    const {width: classes, biases} = this.#out
    const weights = this.#outWeights
    const hidden = rows.length / Math.max(1, count)
    const shared = Float64Array.from(biases)
    // Rows hold nothing below zero.
    const most = new Float64Array(hidden)
    for (let at = 0; at < count; at++)
      for (let i = 0; i < hidden; i++) if (rows[at * hidden + i]! > most[i]!) most[i] = rows[at * hidden + i]!
    for (let i = 0; i < hidden; i++)
      for (let o = 0; o < classes; o++) shared[o]! += most[i]! * weights[(hidden + i) * classes + o]!
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

/** A layer on top of another. */
interface Stacked {
  /** What it makes of the rows below it, which are added. */
  convolve(rows: Float32Array, count: number): Float32Array
}

/** Rows of nothing before and after a sentence, which its first and last words see. */
const MARGIN = 4

/** Lays layers into the memory of a kernel; they share the place in which they work. */
function stack(layers: readonly Layer[], kernel: MatrixKernel): readonly Stacked[] {
  const width = layers[0]?.width ?? 0
  let top = 0
  const floats = (length: number): Float32Array => {
    const array = new Float32Array(kernel.memory.buffer, top, length)
    top += Math.ceil(length / 4) * 16
    return array
  }
  const below = floats((LONGEST + 2 * MARGIN) * width)
  const sums = floats(LONGEST * width)
  return layers.map(({step, weights, biases}) => {
    const held = floats(weights.length)
    held.set(weights)
    return {
      convolve(rows, count) {
        const padded = Math.ceil(count / 4) * 4
        below.set(rows, MARGIN * width)
        below.fill(0, (MARGIN + count) * width, (2 * MARGIN + padded) * width)
        for (let at = 0; at < count; at++) sums.set(biases, at * width)
        for (let side = 0; side < 3; side++) {
          const from = below.byteOffset + (MARGIN + (side - 1) * step) * width * 4
          const by = held.byteOffset + side * width * width * 4
          kernel.multiply(from, by, sums.byteOffset, padded, width, width)
        }
        const made = new Float32Array(rows.length)
        for (let at = 0; at < made.length; at++) made[at] = Math.max(0, sums[at]!) + rows[at]!
        return made
      },
    }
  })
}

function inFloats({step, weights: {columns, values, scales}, biases}: LayerData, places: number): Layer {
  const weights = Float32Array.from(values, (value, at) => value * (scales[at % columns] ?? 0))
  return {step, input: values.length / columns / places, width: columns, weights, biases}
}
