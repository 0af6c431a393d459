import assert from 'node:assert/strict'
import {contactTimes, durationMinutes} from '../../../src/core/time/contact-time.ts'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'

const times = (keys: string): (readonly [number | undefined, number | undefined, number | undefined])[] =>
  contactTimes(readRecord(parseNote(`---\nclient: c-1\ndate: 2026-03-08\n${keys}\n---\n`)).record).map(
    ({start, end, minutes}) => [start, end, minutes],
  )

describe('the time of a contact', () => {
  for (const [typed, minutes] of [
    ['50', 50],
    ['50 min', 50],
    ['50 minutes', 50],
    ['0:50', 50],
    ['1:20', 80],
    ['PT50M', 50],
    ['PT1H20M', 80],
    ['1 h 20', 80],
    ['1 hour and 20 min', 80],
    ['1.5 hours', 90],
    ['1,5 h', 90],
    ['2h', 120],
    ['a while', undefined],
    ['', undefined],
    ['14:00-14:50', undefined],
  ] as const)
    it(`reads “${typed}” as ${minutes ?? 'no'} minutes`, () => assert.equal(durationMinutes(typed), minutes))

  it('has its third from any two of three', () => {
    assert.deepEqual(times('start: 14:00\nend: 2:50 pm'), [[840, 890, 50]])
    assert.deepEqual(times('start: 14:00\nduration: 50'), [[840, 890, 50]])
    assert.deepEqual(times('end: 14:50\nduration: 50'), [[840, 890, 50]])
    assert.deepEqual(times('duration: 50'), [[undefined, undefined, 50]])
  })

  it('goes past midnight, and on the nights when clocks change counts as typed', () => {
    assert.deepEqual(times('start: 23:30\nend: 00:20'), [[1410, 1460, 50]])
    assert.deepEqual(times('start: 01:30\nend: 03:30'), [[90, 210, 120]])
  })

  it('is of several contacts where a note holds them, and of none where it says none', () => {
    assert.deepEqual(times('contacts:\n  - {start: 9:00, end: 9:20}\n  - {start: 15:00, end: 15:30}'), [
      [540, 560, 20],
      [900, 930, 30],
    ])
    assert.deepEqual(times('place: library'), [])
  })
})
