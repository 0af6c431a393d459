import assert from 'node:assert/strict'
import {parseCivilDate, type CivilDate} from '../../../src/core/time/civil-date.ts'
import {isPast} from '../../../src/core/time/write-window.ts'
import type {TimeWindow} from '../../../src/core/agency/policy.ts'

const day = (text: string): CivilDate => parseCivilDate(text) ?? assert.fail(text)
const window = (count: number, of: TimeWindow['of']): TimeWindow => ({count, of, words: ''})
const past = (
  within: TimeWindow,
  from: string,
  to: string,
  [served, entered]: readonly (number | undefined)[] = [],
  holidays: readonly string[] = [],
): boolean =>
  isPast(within, {date: day(from), time: served}, {date: day(to), time: entered}, new Set(holidays.map(day)))

describe('the time to write a note', () => {
  it('of the same day ends with it', () => {
    assert.equal(past(window(0, 'days'), '2026-07-14', '2026-07-14'), false)
    assert.equal(past(window(0, 'days'), '2026-07-14', '2026-07-15'), true)
  })

  it('in hours is told by times of day, and without them only where it is sure', () => {
    const hours = window(24, 'hours')
    assert.equal(past(hours, '2026-07-14', '2026-07-15', [14 * 60, 13 * 60]), false)
    assert.equal(past(hours, '2026-07-14', '2026-07-15', [14 * 60, 14 * 60 + 1]), true)
    assert.equal(past(hours, '2026-07-14', '2026-07-15'), false)
    assert.equal(past(hours, '2026-07-14', '2026-07-16'), true)
  })

  it('in business days leaves out weekends and holidays', () => {
    const three = window(3, 'business days')
    // Friday 10 July; Wednesday is the third business day after it.
    assert.equal(past(three, '2026-07-10', '2026-07-15'), false)
    assert.equal(past(three, '2026-07-10', '2026-07-16'), true)
    assert.equal(past(three, '2026-07-10', '2026-07-16', [], ['2026-07-13']), false)
    assert.equal(past(three, '2026-07-10', '2026-07-16', [], ['2026-07-12']), true)
    assert.equal(past(window(0, 'business days'), '2026-07-10', '2026-07-12'), false)
    assert.equal(past(window(10, 'business days'), '2026-07-10', '2026-07-24'), false)
    assert.equal(past(window(10, 'business days'), '2026-07-10', '2026-07-27'), true)
  })

  it('is never past for what was written before', () => {
    for (const of of ['hours', 'days', 'business days'] as const)
      assert.equal(past(window(0, of), '2026-07-14', '2026-07-10'), false)
  })
})
