import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {makeMatrixKernel, makePlainKernel, type MatrixKernel} from '../../../src/lint/model/matrix-kernel.ts'
import {seededRandom} from '../../../training/seeded-random.ts'

/** What a kernel makes of the same numbers, drawn by a seed. */
function product(kernel: MatrixKernel, m: number, k: number, n: number, seed: number): Float32Array {
  const random = seededRandom(seed)
  const numbers = new Float32Array(kernel.memory.buffer, 0, m * k + k * n + m * n)
  for (let at = 0; at < numbers.length; at++) numbers[at] = random() < 0.3 ? 0 : random() * 2 - 1
  const [b, c] = [m * k, m * k + k * n]
  kernel.multiply(0, b * 4, c * 4, m, k, n)
  return numbers.slice(c)
}

describe('the matrix product', () => {
  const [fast, plain] = [makeMatrixKernel(1), makePlainKernel(1)]

  it('is the same to the last bit in WebAssembly and without it', () => {
    const sizes = fc.tuple(
      fc.integer({min: 1, max: 6}),
      fc.integer({min: 1, max: 40}),
      fc.integer({min: 1, max: 4}),
    )
    fc.assert(
      fc.property(sizes, fc.nat(), ([rows, k, columns], seed) => {
        const size = [rows * 4, k, columns * 8, seed] as const
        assert.deepEqual(product(fast, ...size), product(plain, ...size))
      }),
    )
  })

  it('adds to what is there', () => {
    const numbers = new Float32Array(fast.memory.buffer)
    numbers.fill(0)
    numbers.set([1, 2], 0)
    numbers.set([3, 3, 3, 3, 3, 3, 3, 3, 4], 8)
    numbers[64] = 5
    fast.multiply(0, 32, 256, 4, 2, 8)
    assert.equal(numbers[64], 5 + 1 * 3 + 2 * 4)
  })
})
