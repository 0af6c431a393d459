import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {ROUNDINGS, unitsIn, unitsOfDay, type Rounding, type UnitRule} from '../../../src/core/time/units.ts'

/** First and last minute of each number of units, as payers publish them for a unit of 15. */
const TABLES: Readonly<Record<Rounding, readonly (readonly [from: number, to: number])[]>> = {
  floor: [
    [0, 14],
    [15, 29],
    [30, 44],
    [45, 59],
  ],
  up: [
    [0, 0],
    [1, 15],
    [16, 30],
    [31, 45],
  ],
  'eight-minute': [
    [0, 7],
    [8, 22],
    [23, 37],
    [38, 52],
  ],
  nearest: [
    [0, 7],
    [8, 22],
    [23, 37],
    [38, 52],
  ],
}

const rule = (rounding: Rounding, minutes = 15, per: UnitRule['per'] = 'contact'): UnitRule => ({
  minutes,
  rounding,
  per,
})
const roundings = fc.constantFrom(...ROUNDINGS)
const minutes = fc.integer({min: 0, max: 1440})
const unit = fc.integer({min: 1, max: 120})

describe('units', () => {
  for (const rounding of ROUNDINGS)
    it(`by ${rounding} follow its table`, () => {
      for (const [units, [from, to]] of TABLES[rounding].entries())
        for (let each = from; each <= to; each++)
          assert.equal(unitsIn(each, rule(rounding)), units, `${each} minutes`)
    })

  it('of another length part the eight-minute rule from the nearest', () => {
    assert.deepEqual(
      [7, 8, 37, 38].map((each) => unitsIn(each, rule('eight-minute', 30))),
      [0, 1, 1, 2],
    )
    assert.deepEqual(
      [14, 15, 44, 45].map((each) => unitsIn(each, rule('nearest', 30))),
      [0, 1, 1, 2],
    )
  })

  it('differ where two contacts are rounded each or together', () => {
    assert.equal(unitsOfDay([20, 20], rule('floor')), 2)
    assert.equal(unitsOfDay([25, 20], rule('floor', 15, 'day')), 3)
    assert.equal(unitsOfDay([20, 20], rule('up')), 4)
    assert.equal(unitsOfDay([20, 20], rule('up', 15, 'day')), 3)
    assert.equal(unitsOfDay([7, 7], rule('eight-minute')), 0)
    assert.equal(unitsOfDay([7, 7], rule('eight-minute', 15, 'day')), 1)
  })

  it('of nothing, less than nothing and no number are none', () => {
    for (const rounding of ROUNDINGS)
      assert.deepEqual(
        [0, -5, Number.NaN].map((each) => unitsIn(each, rule(rounding))),
        [0, 0, 0],
      )
    assert.equal(unitsOfDay([], rule('up')), 0)
    assert.equal(unitsOfDay([-30, 20], rule('up', 15, 'day')), 2)
  })

  it('never grow fewer with the minutes', () => {
    fc.assert(
      fc.property(roundings, unit, minutes, minutes, (rounding, length, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        assert.ok(unitsIn(less, rule(rounding, length)) <= unitsIn(more, rule(rounding, length)))
      }),
    )
  })

  it('lie between the full ones and the begun ones, and one more unit is one unit more', () => {
    fc.assert(
      fc.property(roundings, unit, minutes, (rounding, length, each) => {
        const units = unitsIn(each, rule(rounding, length))
        assert.ok(Number.isInteger(units))
        assert.ok(units >= unitsIn(each, rule('floor', length)))
        assert.ok(units <= unitsIn(each, rule('up', length)))
        if (each > 0) assert.equal(unitsIn(each + length, rule(rounding, length)), units + 1)
      }),
    )
  })

  it('of a day together are no fewer than the full ones of each, and no more than the begun ones of each', () => {
    fc.assert(
      fc.property(fc.array(minutes, {maxLength: 6}), unit, roundings, (contacts, length, rounding) => {
        const together = unitsOfDay(contacts, rule(rounding, length, 'day'))
        assert.ok(together >= unitsOfDay(contacts, rule('floor', length)))
        assert.ok(together <= unitsOfDay(contacts, rule('up', length)))
      }),
    )
  })
})
