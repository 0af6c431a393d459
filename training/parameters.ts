import {makeMatrixKernel, type MatrixKernel} from '../src/lint/model/matrix-kernel.ts'

/** Numbers that a network learns, with what Adam keeps of their slopes. */
export interface Parameter {
  readonly value: Float32Array
  readonly gradient: Float32Array
  readonly mean: Float32Array
  readonly square: Float32Array
  /** True where it is drawn towards zero. */
  readonly decays: boolean
}

export const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to

/** The memory of a network: arrays that the matrix kernel reaches, and the parameters among them. */
export class Parameters {
  readonly kernel: MatrixKernel
  readonly #random: () => number
  readonly #all: Parameter[] = []
  #top = 0
  #updates = 0

  constructor(megabytes: number, random: () => number) {
    this.kernel = makeMatrixKernel(megabytes)
    this.#random = random
  }

  floats(length: number): Float32Array {
    const array = new Float32Array(this.kernel.memory.buffer, this.#top, length)
    this.#top += roundUp(length * 4, 64)
    return array
  }

  /** A new parameter of random numbers around zero, `spread` wide. */
  add(rows: number, columns: number, spread: number): Parameter {
    const length = roundUp(rows, 4) * columns
    const [value, gradient] = [this.floats(length), this.floats(length)]
    for (let at = 0; at < rows * columns; at++) value[at] = this.#normal() * spread
    const [mean, square] = [new Float32Array(length), new Float32Array(length)]
    const parameter = {value, gradient, mean, square, decays: spread > 0}
    this.#all.push(parameter)
    return parameter
  }

  clearGradients(): void {
    for (const {gradient} of this.#all) gradient.fill(0)
  }

  /** One step of Adam, with the weights drawn towards zero. */
  update(rate: number, decay: number): void {
    this.#updates++
    const first = 1 - 0.9 ** this.#updates
    const second = 1 - 0.999 ** this.#updates
    for (const {value, gradient, mean, square, decays} of this.#all) {
      const shrink = decays ? decay * rate : 0
      for (let at = 0; at < value.length; at++) {
        const slope = gradient[at]!
        mean[at] = 0.9 * mean[at]! + 0.1 * slope
        square[at] = 0.999 * square[at]! + 0.001 * slope * slope
        const step = mean[at]! / first / (Math.sqrt(square[at]! / second) + 1e-8)
        value[at]! -= rate * step + shrink * value[at]!
      }
    }
  }

  #normal(): number {
    let sum = -6
    for (let draw = 0; draw < 12; draw++) sum += this.#random()
    return sum
  }
}
