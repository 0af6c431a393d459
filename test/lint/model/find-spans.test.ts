import assert from 'node:assert/strict'
import {CATEGORIES} from '../../../src/lint/entry.ts'
import {findSpans} from '../../../src/lint/model/find-spans.ts'

const CLASSES = CATEGORIES.length + 1
const open = (): boolean => true

/** Probabilities of words that are nothing, or of a category as surely as told. */
function sure(...words: readonly (readonly [category: string, probability: number])[]): Float32Array {
  const rows = new Float32Array(words.length * CLASSES)
  words.forEach(([category, probability], at) => {
    const place = CATEGORIES.findIndex((each) => each === category) + 1
    rows[at * CLASSES] = place > 0 ? 1 - probability : 1
    if (place > 0) rows[at * CLASSES + place] = probability
  })
  return rows
}

const NOTHING = ['', 0] as const

describe('phrases among tagged words', () => {
  it('are words in a row that are part of one', () => {
    const words = sure(NOTHING, ['blame', 0.9], ['blame', 0.7], NOTHING)
    const [span, ...others] = findSpans(words, CLASSES, 4, open)
    assert.deepEqual([span?.category, span?.first, span?.last, others.length], ['blame', 1, 2, 0])
    assert.ok(Math.abs((span?.score ?? 0) - 0.85) < 1e-6)
  })

  it('take the category that most of their words speak for', () => {
    const words = sure(['isolation', 0.5], ['dictating', 0.9], ['isolation', 0.8])
    assert.equal(findSpans(words, CLASSES, 3, open)[0]?.category, 'isolation')
  })

  it('are no single words', () => {
    assert.deepEqual(findSpans(sure(NOTHING, ['blame', 0.9], NOTHING), CLASSES, 3, open), [])
  })

  it('end where a quotation starts', () => {
    const words = sure(['blame', 0.9], ['blame', 0.9], ['blame', 0.9], ['blame', 0.9])
    const spans = findSpans(words, CLASSES, 4, (at) => at < 2)
    assert.deepEqual(
      spans.map(({first, last}) => [first, last]),
      [[0, 1]],
    )
  })
})
