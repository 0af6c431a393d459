import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {CATEGORIES, type Category} from '../../src/lint/entry.ts'
import {settle} from '../../src/lint/settle.ts'

const item = (category: Category, start: number, end: number) => ({category, start, end})

const items = fc.array(
  fc
    .record({
      category: fc.constantFrom(...CATEGORIES),
      start: fc.nat(40),
      length: fc.integer({min: 1, max: 12}),
    })
    .map(({category, start, length}) => item(category, start, start + length)),
  {maxLength: 25},
)

describe('settling', () => {
  it('lets the category that comes first win, the shorter one too', () => {
    assert.deepEqual(settle([item('blame', 0, 9), item('label', 2, 4)]), [item('label', 2, 4)])
    assert.deepEqual(settle([item('one-size', 0, 9), item('dictating', 8, 20)]), [item('dictating', 8, 20)])
  })

  it('lets the longer of one category win', () => {
    assert.deepEqual(settle([item('blame', 0, 4), item('blame', 0, 9)]), [item('blame', 0, 9)])
  })

  it('lets the first of two that are equally long win', () => {
    assert.deepEqual(settle([item('blame', 3, 8), item('blame', 0, 5)]), [item('blame', 0, 5)])
  })

  it('keeps a shorter reading of what loses, where it stands clear', () => {
    assert.deepEqual(settle([item('one-size', 0, 25), item('label', 18, 25), item('one-size', 0, 13)]), [
      item('one-size', 0, 13),
      item('label', 18, 25),
    ])
  })

  it('keeps what only touches', () => {
    assert.deepEqual(settle([item('blame', 4, 8), item('label', 0, 4)]), [
      item('label', 0, 4),
      item('blame', 4, 8),
    ])
  })

  it('keeps nothing that overlaps, in the order of the text, and of each that is left out a better one', () => {
    fc.assert(
      fc.property(items, (met) => {
        const kept = settle(met)
        for (const [index, {start}] of kept.entries())
          assert.ok(index === 0 || (kept[index - 1]?.end ?? 0) <= start)
        for (const left of met) assert.ok(kept.some(({start, end}) => start < left.end && left.start < end))
      }),
    )
  })

  it('is independent of the order in which things were met', () => {
    fc.assert(
      fc.property(
        items.chain((met) => fc.tuple(fc.constant(met), fc.shuffledSubarray(met, {minLength: met.length}))),
        ([met, shuffled]) => {
          assert.deepEqual(settle(shuffled), settle(met))
        },
      ),
    )
  })

  it('takes time that grows with what was met', () => {
    const many = Array.from({length: 100_000}, (_, index) => item('label', index * 2, index * 2 + 1))
    const started = performance.now()
    assert.equal(settle(many).length, many.length)
    assert.ok(performance.now() - started < 2000)
  })
})
