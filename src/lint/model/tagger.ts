import {makeMatrixKernel, type MatrixKernel} from './matrix-kernel.ts'
import type {Grid, LayerData, ModelData, NetworkData} from './model-data.ts'
import {MARKS} from './word-marks.ts'
import {learnedRow, marksIn, rowOf, type Token} from './word-rows.ts'

/** Words of a sentence at most, a multiple of four. */
export const LONGEST = 80

interface Layer {
  readonly step: number
  readonly input: number
  readonly width: number
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** Places that a word is seen from: by the word after it, by itself, by the word before it. */
export const PLACES = 3
/** Projections kept at most, before all are forgotten. */
const KEPT = 20_000
const SQUARINGS = 20

/** `e` to the power of each of the first `count` numbers, by multiplication alone: engines differ in the last bits of their own. */
function exponentials(numbers: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) numbers[at] = Math.max(0, 1 + numbers[at]! / 2 ** SQUARINGS)
  // Side by side, since each multiplication waits for the one before it.
  for (let round = 0; round < SQUARINGS; round++)
    for (let at = 0; at < count; at++) numbers[at]! *= numbers[at]!
}

const single = new Float64Array(1)

/** `e` to the power of `x`, the same on every machine. */
export function exponential(x: number): number {
  single[0] = x
  exponentials(single, 1)
  return single[0]
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
  readonly #others: readonly Convolution[]
  readonly #classify: Classifier
  /** What the first layer makes of a word and its marks in each of three places; kept, since few words are most of a text. */
  readonly #projections = new Map<Token, Float32Array>()
  readonly #nothing: Float32Array

  constructor(
    {vectors}: Pick<ModelData, 'vectors'>,
    {learned, layers, out}: NetworkData,
    makeKernel = makeMatrixKernel,
  ) {
    const [first, ...others] = layers.map((layer) => inFloats(layer, PLACES))
    if (!first) throw new Error('The network has no layer.')
    const desk = new Desk(makeKernel(MEGABYTES), first.width)
    this.#vectors = vectors
    this.#learned = learned
    this.#first = first
    this.#others = others.map((layer) => convolution(layer, desk))
    const last = inFloats(out, 1)
    this.#classify = classifier(last, desk)
    this.classes = last.width
    this.#nothing = new Float32Array(PLACES * first.width)
  }

  /** Probabilities, `classes` for each token, of which there are `LONGEST` at most. */
  tag(tokens: readonly Token[]): Float32Array {
    let rows = this.#readWords(tokens)
    for (const convolve of this.#others) rows = convolve(rows, tokens.length)
    return this.#classify(rows, tokens.length)
  }

  #readWords(tokens: readonly Token[]): Float32Array {
    const {step, width, biases} = this.#first
    const nothing = this.#nothing
    const projections = tokens.map((token) => this.#projectionOf(token))
    const rows = new Float32Array(tokens.length * width)
    for (let at = 0; at < tokens.length; at++) {
      const before = projections[at - step] ?? nothing
      const own = projections[at]!
      const after = projections[at + step] ?? nothing
      for (let i = 0; i < width; i++) {
        const value = biases[i]! + before[i]! + own[width + i]! + after[2 * width + i]!
        if (value > 0) rows[at * width + i] = value
      }
    }
    return rows
  }

  #projectionOf(token: Token): Float32Array {
    const known = this.#projections.get(token)
    if (known) return known
    if (this.#projections.size >= KEPT) this.#projections.clear()
    const made = this.#project(token)
    this.#projections.set(token, made)
    return made
  }

  #project(token: Token): Float32Array {
    const {width, input, weights} = this.#first
    const made = new Float32Array(PLACES * width)
    const add = (column: number, value: number): void => {
      for (let place = 0; place < PLACES; place++) {
        const from = (place * input + column) * width
        for (let i = 0; i < width; i++) made[place * width + i]! += value * weights[from + i]!
      }
    }
    const addRow = ({columns, values, scales}: Grid, gridRow: number, offset: number): void => {
      for (let column = 0; column < columns; column++) {
        const value = values[gridRow * columns + column]! * scales[column]!
        if (value !== 0) add(offset + column, value)
      }
    }
    const marksFrom = this.#vectors.columns
    addRow(this.#vectors, rowOf(token), 0)
    const marks = marksIn(token)
    for (let mark = 0; mark < MARKS; mark++) if ((marks >> mark) & 1) add(marksFrom + mark, 1)
    const {values, columns} = this.#learned
    addRow(this.#learned, learnedRow(token, values.length / columns), marksFrom + MARKS)
    return made
  }
}

/** Rows of nothing before and after a sentence, which its first and last words see. */
const MARGIN = 4
const MEGABYTES = 1

/** Where the matrices of one network lie; its layers share the place in which they work. */
class Desk {
  readonly kernel: MatrixKernel
  /** A sentence, with `MARGIN` rows before and after it. */
  readonly rows: Float32Array
  readonly sums: Float32Array
  #top = 0

  constructor(kernel: MatrixKernel, width: number) {
    this.kernel = kernel
    this.rows = this.floats((LONGEST + 2 * MARGIN) * width)
    this.sums = this.floats(LONGEST * Math.max(width, COLUMNS))
  }

  floats(length: number): Float32Array {
    const array = new Float32Array(this.kernel.memory.buffer, this.#top, length)
    this.#top += Math.ceil(length / 4) * 16
    return array
  }

  /** Lays a sentence's rows down; gives how many rows are worked on. */
  lay(rows: Float32Array, count: number, width: number): number {
    const padded = Math.ceil(count / 4) * 4
    this.rows.set(rows, MARGIN * width)
    this.rows.fill(0, (MARGIN + count) * width, (2 * MARGIN + padded) * width)
    return padded
  }
}

/** What a layer makes of the rows below it, which are added. */
type Convolution = (rows: Float32Array, count: number) => Float32Array

function convolution({step, width, weights, biases}: Layer, desk: Desk): Convolution {
  const {kernel, sums} = desk
  const held = desk.floats(weights.length)
  held.set(weights)
  return (rows, count) => {
    const padded = desk.lay(rows, count, width)
    for (let at = 0; at < count; at++) sums.set(biases, at * width)
    for (let place = 0; place < PLACES; place++) {
      const from = desk.rows.byteOffset + (MARGIN + (place - 1) * step) * width * 4
      const by = held.byteOffset + place * width * width * 4
      kernel.multiply(from, by, sums.byteOffset, padded, width, width)
    }
    const made = new Float32Array(rows.length)
    for (let at = 0; at < made.length; at++) made[at] = Math.max(0, sums[at]!) + rows[at]!
    return made
  }
}

/** Classes as the kernel works on them. */
const COLUMNS = 16

/** Probabilities of the classes, from each row and from the greatest of all rows in every column. */
type Classifier = (rows: Float32Array, count: number) => Float32Array

function classifier({width: classes, input, weights, biases}: Layer, desk: Desk): Classifier {
  const hidden = input / 2
  const {kernel, sums} = desk
  const held = desk.floats(hidden * COLUMNS)
  for (let i = 0; i < hidden; i++) held.set(weights.subarray(i * classes, (i + 1) * classes), i * COLUMNS)
  const shared = new Float32Array(COLUMNS)
  return (rows, count) => {
    const padded = desk.lay(rows, count, hidden)
    shared.set(biases)
    for (let i = 0; i < hidden; i++) {
      // Rows hold nothing below zero.
      let most = 0
      for (let at = i; at < rows.length; at += hidden) if (rows[at]! > most) most = rows[at]!
      const from = (hidden + i) * classes
      if (most > 0) for (let o = 0; o < classes; o++) shared[o]! += most * weights[from + o]!
    }
    for (let at = 0; at < count; at++) sums.set(shared, at * COLUMNS)
    const from = desk.rows.byteOffset + MARGIN * hidden * 4
    kernel.multiply(from, held.byteOffset, sums.byteOffset, padded, hidden, COLUMNS)
    const result = new Float32Array(count * classes)
    for (let at = 0; at < count; at++) softmax(sums, at * COLUMNS, result, at * classes, classes)
    return result
  }
}

const powers = new Float64Array(COLUMNS)

/** Shares of `count` sums, which add up to 1. */
function softmax(sums: Float32Array, first: number, into: Float32Array, from: number, count: number): void {
  let most = sums[first]!
  for (let o = 1; o < count; o++) if (sums[first + o]! > most) most = sums[first + o]!
  for (let o = 0; o < count; o++) powers[o] = sums[first + o]! - most
  exponentials(powers, count)
  let total = 0
  for (let o = 0; o < count; o++) total += powers[o]!
  for (let o = 0; o < count; o++) into[from + o] = powers[o]! / total
}

function inFloats({step, weights: {columns, values, scales}, biases}: LayerData, places: number): Layer {
  const weights = Float32Array.from(values, (value, at) => value * (scales[at % columns] ?? 0))
  return {step, input: values.length / columns / places, width: columns, weights, biases}
}
