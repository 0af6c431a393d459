import assert from 'node:assert/strict'
import {isEarlierNotice, policyFor, readPolicy} from '../../../src/core/agency/policy.ts'

const FULL = `
unit_minutes: 15
rounding: floor
limit_per_day: 16
late_after: 72 hours
late_until: 45 days
holidays: [2026-11-26]
payers:
  Horizon: {rounding: up, per: day}
  county:
    late_after: same day
part2: yes
`

describe('a policy', () => {
  it('holds what is general, and under each payer what is different', () => {
    const {policy, problems} = readPolicy(FULL)
    assert.deepEqual(problems, [])
    assert.deepEqual(policyFor(policy, undefined).units, {minutes: 15, rounding: 'floor', per: 'contact'})
    assert.deepEqual(policyFor(policy, 'horizon').units, {minutes: 15, rounding: 'up', per: 'day'})
    assert.equal(policyFor(policy, ' Horizon ').limitPerDay, 16)
    assert.deepEqual(policyFor(policy, 'county').lateAfter, {count: 0, of: 'days', words: 'same day'})
    assert.deepEqual(policyFor(policy, 'nobody'), policy.general)
    assert.deepEqual([...policy.holidays], ['2026-11-26'])
    assert.deepEqual(policy.part2, {noticeFile: undefined, notice: undefined})
  })

  it('asks nothing that it does not say', () => {
    for (const text of ['', '# later\n', 'unit_minutes: 15\n'])
      assert.deepEqual(readPolicy(text).policy.general, {
        units: undefined,
        limitPerDay: undefined,
        lateAfter: undefined,
        lateUntil: undefined,
      })
  })

  it('reads times as people say them', () => {
    for (const [typed, count, of] of [
      ['24h', 24, 'hours'],
      ['1 hour', 1, 'hours'],
      ['7 days', 7, 'days'],
      ['3 business days', 3, 'business days'],
      ['3 working days', 3, 'business days'],
      ['Same day', 0, 'days'],
    ] as const) {
      const {lateAfter} = readPolicy(`late_after: ${typed}\n`).policy.general
      assert.deepEqual([lateAfter?.count, lateAfter?.of], [count, of], typed)
    }
  })

  it('names each key that it cannot read with its line, and the others count', () => {
    const {policy, problems} = readPolicy(
      'rounding: down\nunit_minutes: 0\nper: week\nlimit_per_day: 16\nlate_after: soon\nholidays: [soon]\npayers:\n  a: 3\n  b: {rounding: none}\npart2: maybe\n',
    )
    assert.deepEqual(
      problems.map(({line}) => line).toSorted((a, b) => a - b),
      [1, 2, 3, 5, 6, 8, 9, 10],
    )
    assert.equal(policy.general.limitPerDay, 16)
    assert.equal(readPolicy('- rounding\n').problems.length, 1)
    assert.equal(readPolicy('rounding: [up\n').problems.length > 0, true)
  })

  it('knows the wording of a notice from before 2024', () => {
    assert.ok(isEarlierNotice('42 CFR part 2 prohibits unauthorized disclosure of these records.'))
    assert.ok(isEarlierNotice('The Federal rules prohibit you from making any further disclosure of it.'))
    assert.ok(!isEarlierNotice('42 CFR part 2 prohibits unauthorized use or disclosure of these records.'))
  })
})
