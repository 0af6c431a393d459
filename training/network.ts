import {exponential} from '../src/lint/model/tagger.ts'
import {Parameters, roundUp, type Parameter} from './parameters.ts'
import {seededRandom} from './seeded-random.ts'

/** Sizes of a network; `given`, `learned` and `hidden` are multiples of eight. */
export interface Shape {
  /** Numbers that a word comes with: of the word table, then of its marks. */
  readonly given: number
  /** Numbers that the network learns of each of the first `words` words. */
  readonly learned: number
  readonly words: number
  readonly hidden: number
  /** How far apart the three words are that each layer sees. */
  readonly steps: readonly number[]
  readonly classes: number
}

/** Sentences side by side: `starts` holds where each begins, and the end of the last. */
export interface Batch {
  readonly starts: readonly number[]
  /** Row of the learned table for each word. */
  readonly learned: Int32Array
  /** `given` numbers for each word. */
  readonly given: Float32Array
}

export interface Lesson extends Batch {
  /** The share that each class should have, for each word. */
  readonly wanted: Float32Array
  /** How much each word counts. */
  readonly weights: Float32Array
}

/** A layer, and what went through it last. */
interface Layer {
  readonly weight: Parameter
  readonly bias: Parameter
  readonly input: number
  readonly width: number
  readonly step: number
  readonly columns: Float32Array
  readonly result: Float32Array
  readonly kept: Float32Array
  readonly slope: Float32Array
}

/** Words in one batch at most. */
export const MOST = 768

/**
 * A convolutional tagger in training. Each word's class follows from the words around it, layer by layer, and from
 * the greatest number of its sentence in every column. `lint/model/tagger.ts` does the same with what comes of it.
 */
export class Network {
  readonly shape: Shape
  readonly table: Parameter
  readonly layers: readonly Layer[]
  readonly out: Layer
  readonly #parameters: Parameters
  readonly #random: () => number
  readonly #input: Float32Array
  readonly #inputKept: Float32Array
  readonly #inputSlope: Float32Array
  readonly #turned: Float32Array
  readonly #turnedWeight: Float32Array
  readonly #columnSlope: Float32Array
  readonly #delta: Float32Array
  readonly #best: Int32Array

  constructor(shape: Shape, seed: number) {
    this.shape = shape
    this.#random = seededRandom(seed)
    this.#parameters = new Parameters(64, this.#random)
    const {given, learned, words, hidden, steps, classes} = shape
    const width = given + learned
    const outputs = roundUp(classes, 8)
    const widest = 3 * Math.max(width, hidden)
    const floats = (length: number): Float32Array => this.#parameters.floats(length)
    this.table = this.#parameters.add(words, learned, 0.1)
    this.layers = steps.map((step, at) => this.#layer(at === 0 ? width : hidden, 3, hidden, step, 2))
    this.out = this.#layer(2 * hidden, 1, outputs, 0, 1)
    this.#input = floats(MOST * width)
    this.#inputKept = new Float32Array(MOST * width)
    this.#inputSlope = new Float32Array(MOST * width)
    this.#turned = floats(MOST * widest)
    this.#turnedWeight = floats(widest * Math.max(hidden, outputs))
    this.#columnSlope = floats(MOST * widest)
    this.#delta = floats(MOST * Math.max(hidden, outputs))
    this.#best = new Int32Array(MOST * hidden)
  }

  #layer(input: number, places: number, width: number, step: number, gain: number): Layer {
    const parameters = this.#parameters
    return {
      weight: parameters.add(places * input, width, Math.sqrt(gain / (places * input))),
      bias: parameters.add(1, width, 0),
      input,
      width,
      step,
      columns: parameters.floats(MOST * places * input),
      result: parameters.floats(MOST * width),
      kept: new Float32Array(MOST * width).fill(1),
      slope: new Float32Array(MOST * width),
    }
  }

  /** Probabilities of the classes, row by row. */
  predict(batch: Batch): Float32Array {
    const {classes} = this.shape
    const count = batch.learned.length
    this.#forward(batch, 0)
    this.#softmax(count)
    const {result, width} = this.out
    const probabilities = new Float32Array(count * classes)
    for (let row = 0; row < count; row++)
      probabilities.set(result.subarray(row * width, row * width + classes), row * classes)
    return probabilities
  }

  /** One step down the slope of the loss. */
  learn(lesson: Lesson, rate: number, dropout: number, decay: number): void {
    this.#parameters.clearGradients()
    this.#forward(lesson, dropout)
    this.#backward(lesson)
    this.#parameters.update(rate, decay)
  }

  #forward({starts, learned: ids, given: numbers}: Batch, dropout: number): void {
    const {given, learned} = this.shape
    const width = given + learned
    const count = ids.length
    for (let row = 0; row < count; row++) {
      const id = ids[row]!
      this.#input.set(numbers.subarray(row * given, (row + 1) * given), row * width)
      this.#input.set(this.table.value.subarray(id * learned, (id + 1) * learned), row * width + given)
    }
    this.#drop(this.#input, this.#inputKept, count * width, dropout * 0.6)
    let from = this.#input
    for (const layer of this.layers) {
      const {result, kept} = layer
      const size = count * layer.width
      spreadOut(starts, from, layer)
      this.#multiply(layer, count, 3 * layer.input)
      for (let at = 0; at < size; at++) if (result[at]! < 0) result[at] = 0
      this.#drop(result, kept, size, dropout)
      if (layer !== this.layers[0]) for (let at = 0; at < size; at++) result[at]! += from[at]!
      from = result
    }
    this.#join(starts, from)
    this.#multiply(this.out, count, this.out.input)
  }

  #drop(values: Float32Array, kept: Float32Array, length: number, share: number): void {
    if (share === 0) return
    const scale = 1 / (1 - share)
    for (let at = 0; at < length; at++) {
      const keep = this.#random() < share ? 0 : scale
      kept[at] = keep
      values[at]! *= keep
    }
  }

  #multiply({columns, weight, bias, width, result}: Layer, count: number, inputs: number): void {
    const rows = roundUp(count, 4)
    columns.fill(0, count * inputs, rows * inputs)
    for (let row = 0; row < rows; row++) result.set(bias.value.subarray(0, width), row * width)
    this.#parameters.kernel.multiply(
      columns.byteOffset,
      weight.value.byteOffset,
      result.byteOffset,
      rows,
      inputs,
      width,
    )
  }

  /** Each word's row beside the greatest of its sentence, column by column. */
  #join(starts: readonly number[], from: Float32Array): void {
    const {hidden} = this.shape
    const joined = this.out.columns
    eachSentence(starts, (first, end, sentence) => {
      for (let column = 0; column < hidden; column++) {
        let best = first
        for (let row = first + 1; row < end; row++)
          if (from[row * hidden + column]! > from[best * hidden + column]!) best = row
        this.#best[sentence * hidden + column] = best
        for (let row = first; row < end; row++) {
          joined[row * 2 * hidden + column] = from[row * hidden + column]!
          joined[(row * 2 + 1) * hidden + column] = from[best * hidden + column]!
        }
      }
    })
  }

  #softmax(count: number): void {
    const {classes} = this.shape
    const {result, width} = this.out
    for (let from = 0; from < count * width; from += width) {
      let most = -Infinity
      for (let o = 0; o < classes; o++) most = Math.max(most, result[from + o]!)
      let total = 0
      for (let o = 0; o < classes; o++) total += result[from + o] = exponential(result[from + o]! - most)
      for (let o = 0; o < classes; o++) result[from + o]! /= total
    }
  }

  #backward({starts, learned: ids, wanted, weights}: Lesson): void {
    const {hidden, classes, given, learned} = this.shape
    const count = ids.length
    this.#softmax(count)
    const {width, result, input} = this.out
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    this.#delta.fill(0, 0, roundUp(count, 4) * width)
    for (let row = 0; row < count; row++)
      for (let o = 0; o < classes; o++)
        this.#delta[row * width + o] =
          (weights[row]! / whole) * (result[row * width + o]! - wanted[row * classes + o]!)
    this.#multiplyBack(this.out, count, input)
    const {slope} = this.layers.at(-1)!
    slope.fill(0, 0, count * hidden)
    eachSentence(starts, (first, end, sentence) => {
      for (let row = first; row < end; row++)
        for (let column = 0; column < hidden; column++) {
          slope[row * hidden + column]! += this.#columnSlope[row * 2 * hidden + column]!
          const best = this.#best[sentence * hidden + column]!
          slope[best * hidden + column]! += this.#columnSlope[(row * 2 + 1) * hidden + column]!
        }
    })
    for (let at = this.layers.length - 1; at >= 0; at--) this.#layerBack(at, starts, count)
    for (let row = 0; row < count; row++)
      for (let column = 0; column < learned; column++)
        this.table.gradient[ids[row]! * learned + column]! +=
          this.#inputSlope[row * (given + learned) + given + column]!
  }

  #layerBack(at: number, starts: readonly number[], count: number): void {
    const layer = this.layers[at]!
    const {width, input, result, slope, kept, step} = layer
    const below = at > 0 ? this.layers[at - 1]! : undefined
    const size = count * width
    this.#delta.fill(0, 0, roundUp(count, 4) * width)
    for (let i = 0; i < size; i++)
      if (result[i]! - (below ? below.result[i]! : 0) > 0) this.#delta[i] = slope[i]! * kept[i]!
    this.#multiplyBack(layer, count, 3 * input)
    const to = below ? below.slope : this.#inputSlope
    if (below) to.set(slope.subarray(0, size))
    else to.fill(0, 0, count * input)
    const columns = this.#columnSlope
    eachSentence(starts, (first, end) => {
      for (let row = first; row < end; row++)
        for (let side = 0; side < 3; side++) {
          const other = row + (side - 1) * step
          if (other < first || other >= end) continue
          const place = (row * 3 + side) * input
          for (let i = 0; i < input; i++) to[other * input + i]! += columns[place + i]!
        }
    })
    if (!below) for (let i = 0; i < count * input; i++) to[i]! *= this.#inputKept[i]!
  }

  /** The slopes of a product: of its weights, into them, and of its input, into `#columnSlope`. */
  #multiplyBack({columns, weight, bias, width}: Layer, count: number, inputs: number): void {
    const {kernel} = this.#parameters
    const rows = roundUp(count, 4)
    const turned = this.#turned
    for (let row = 0; row < rows; row++)
      for (let i = 0; i < inputs; i++) turned[i * rows + row] = columns[row * inputs + i]!
    kernel.multiply(
      turned.byteOffset,
      this.#delta.byteOffset,
      weight.gradient.byteOffset,
      inputs,
      rows,
      width,
    )
    for (let row = 0; row < count; row++)
      for (let o = 0; o < width; o++) bias.gradient[o]! += this.#delta[row * width + o]!
    for (let i = 0; i < inputs; i++)
      for (let o = 0; o < width; o++) this.#turnedWeight[o * inputs + i] = weight.value[i * width + o]!
    this.#columnSlope.fill(0, 0, rows * inputs)
    kernel.multiply(
      this.#delta.byteOffset,
      this.#turnedWeight.byteOffset,
      this.#columnSlope.byteOffset,
      rows,
      width,
      inputs,
    )
  }
}

function eachSentence(
  starts: readonly number[],
  visit: (first: number, end: number, sentence: number) => void,
): void {
  for (let at = 0; at + 1 < starts.length; at++) visit(starts[at]!, starts[at + 1]!, at)
}

/** Puts each word's row between those of its neighbours, `step` words away. */
function spreadOut(starts: readonly number[], from: Float32Array, {columns, input, step}: Layer): void {
  eachSentence(starts, (first, end) => {
    for (let row = first; row < end; row++)
      for (let side = 0; side < 3; side++) {
        const other = row + (side - 1) * step
        const place = (row * 3 + side) * input
        if (other < first || other >= end) columns.fill(0, place, place + input)
        else columns.set(from.subarray(other * input, (other + 1) * input), place)
      }
  })
}
