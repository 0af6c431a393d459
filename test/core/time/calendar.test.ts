import assert from 'node:assert/strict'
import {assert as holdsFor, integer, property} from 'fast-check'
import {addDays, dayInFull, daysAhead, daysBack, farFrom, weekday} from '../../../src/core/time/calendar.ts'
import {daysBetween} from '../../../src/core/time/civil-date.ts'
import {day} from '../../summary/folded.ts'

const TODAY = day('2026-11-22')

describe('days in words', () => {
  it('know their weekday', () => {
    assert.equal(weekday(TODAY), 'Sunday')
    assert.equal(weekday(day('2026-07-14')), 'Tuesday')
    assert.equal(weekday(day('1969-07-20')), 'Sunday')
    assert.equal(weekday(day('2000-02-29')), 'Tuesday')
  })

  it('move by whole days, over leap days and years, there and back', () => {
    assert.equal(addDays(day('2024-02-28'), 1), '2024-02-29')
    assert.equal(addDays(day('2026-12-31'), 1), '2027-01-01')
    assert.equal(addDays(day('2026-11-01'), 0), '2026-11-01')
    holdsFor(
      property(integer({min: -200_000, max: 200_000}), (days) => {
        assert.equal(daysBetween(TODAY, addDays(TODAY, days)), days)
      }),
    )
  })

  it('say how far a day is', () => {
    const far = (days: number): string => farFrom(TODAY, addDays(TODAY, days))
    assert.deepEqual([0, 1, -1, -3, 14, 7, 100].map(far), [
      'today',
      'tomorrow',
      'yesterday',
      '3 days ago',
      'in 2 weeks',
      'in 1 week',
      'in 100 days',
    ])
    assert.equal(dayInFull(day('2026-11-17'), TODAY), 'Tuesday, 17 Nov, 5 days ago')
    assert.equal(dayInFull(day('2025-11-22'), TODAY), 'Saturday, 22 Nov 2025, 365 days ago')
  })

  it('are offered ahead and back', () => {
    const ahead = daysAhead(TODAY)
    assert.deepEqual(ahead.find(({words}) => words === 'next Tuesday')?.date, '2026-11-24')
    assert.deepEqual(ahead.find(({words}) => words === '+2 weeks')?.date, '2026-12-06')
    assert.deepEqual(daysBack(TODAY).find(({words}) => words === 'last Friday')?.date, '2026-11-20')
    assert.equal(new Set(ahead.map(({words}) => words)).size, ahead.length)
  })
})
