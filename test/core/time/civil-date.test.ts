import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {daysBetween, parseCivilDate, shortDate, type CivilDate} from '../../../src/core/time/civil-date.ts'

const DAY = 24 * 60 * 60 * 1000

const civil = (text: string): CivilDate => {
  const date = parseCivilDate(text)
  assert.ok(date, text)
  return date
}

/** Days from 0001-01-01 to 9999-12-31 with the number that the calendar of JavaScript gives them. */
const days = fc
  .integer({min: Date.UTC(2000, 0, 1) / DAY - 730119, max: Date.UTC(9999, 11, 31) / DAY})
  .map((number) => ({number, text: new Date(number * DAY).toISOString().slice(0, 10)}))

describe('parseCivilDate', () => {
  it('reads every day of the calendar', () => {
    fc.assert(fc.property(days, ({text}) => assert.equal(parseCivilDate(` ${text} `), text)))
  })

  it('knows no day that the calendar does not have', () => {
    fc.assert(
      fc.property(fc.integer({min: 1000, max: 9999}), fc.nat(99), fc.nat(99), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const time = Date.parse(`${text}T00:00:00Z`)
        const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)

        assert.equal(parseCivilDate(text), isDay ? text : undefined)
      }),
      {numRuns: 2000},
    )
  })

  it('knows leap years', () => {
    for (const text of ['2024-02-29', '2000-02-29', '0000-02-29']) assert.equal(parseCivilDate(text), text)
    for (const text of ['2025-02-29', '1900-02-29', '2024-02-30'])
      assert.equal(parseCivilDate(text), undefined)
  })

  it('reads nothing from other shapes', () => {
    for (const text of [
      '',
      '2025',
      '2025-7-1',
      '25-07-01',
      '2025-07-01T10:00',
      '2025/07/01',
      '12025-07-01',
      '٢٠٢٥-٠٧-٠١',
    ])
      assert.equal(parseCivilDate(text), undefined)
  })
})

describe('daysBetween', () => {
  it('counts as the calendar does, whatever the clocks do', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        assert.equal(daysBetween(civil(a.text), civil(b.text)), b.number - a.number)
      }),
    )
  })
})

describe('shortDate', () => {
  it('leaves out the year of today', () => {
    assert.equal(shortDate(civil('2025-07-04'), civil('2025-12-31')), '4 Jul')
    assert.equal(shortDate(civil('2024-12-31'), civil('2025-01-01')), '31 Dec 2024')
    assert.equal(shortDate(civil('2024-12-31')), '31 Dec')
  })
})
