import assert from 'node:assert/strict'
import {parseCivilDate} from '../../../src/core/time/civil-date.ts'
import {readPolicy} from '../../../src/core/agency/policy.ts'
import {dateAhead, enteredBeforeDate, lateEntry} from '../../../src/lint/checks/dates.ts'
import {contactsOverlap, durationDiffers, endBeforeStart} from '../../../src/lint/checks/times.ts'
import {unitsOverLimit} from '../../../src/lint/checks/units.ts'
import {afterOffer, folderOf, seenBy, withKeys, wordsSeen} from './checked.ts'

describe('an end before the start', () => {
  it('is told, with the afternoon that was probably meant', () => {
    const text = withKeys('start: 11:30\nend: 1:15')
    assert.deepEqual(
      seenBy(endBeforeStart, text).map(({message, severity}) => [message, severity]),
      [['The end comes before the start at 11:30; perhaps 13:15.', 'warning']],
    )
    assert.equal(afterOffer(endBeforeStart, text), withKeys('start: 11:30\nend: 13:15'))
  })

  it('is told without a guess where half a day later would still be no end after it', () =>
    assert.deepEqual(
      ['14:00', '13:30'].map((end) => afterOffer(endBeforeStart, withKeys(`start: 15:00\nend: ${end}`))),
      [undefined, undefined],
    ))

  it('is only asked about in the evening', () =>
    assert.deepEqual(
      seenBy(endBeforeStart, withKeys('start: 23:30\nend: 00:20')).map(({message, severity}) => [
        message,
        severity,
      ]),
      [['The end is counted as past midnight, which makes 50 minutes. Is that so?', 'hint']],
    ))

  it('is told in a list of contacts', () =>
    assert.deepEqual(
      wordsSeen(
        endBeforeStart,
        withKeys('contacts:\n  - {start: 9:00, end: 9:30}\n  - {start: 15:00, end: 14:00}'),
      ),
      ['14:00'],
    ))

  it('is left alone where the duration says the same, and where nothing is wrong', () => {
    for (const keys of [
      'start: 23:30\nend: 00:20\nduration: 50',
      'start: 14:00\nend: 14:50',
      'end: 14:00',
      'start: x\nend: y',
    ])
      assert.deepEqual(seenBy(endBeforeStart, withKeys(keys)), [], keys)
  })

  it('is not seen on the night when clocks go forward or back: times are counted as typed', () => {
    for (const date of ['2026-03-08', '2026-11-01'])
      assert.deepEqual(
        seenBy(endBeforeStart, withKeys('start: 01:30\nend: 03:10').replace('2026-07-14', date)),
        [],
      )
  })
})

describe('a duration that differs', () => {
  it('is told with what the times come to', () => {
    const text = withKeys('start: 14:00\nend: 14:50\nduration: 30 min')
    assert.deepEqual(
      seenBy(durationDiffers, text).map(({message}) => message),
      ['From 14:00 to 14:50 is 50 minutes, and this says 30.'],
    )
    assert.equal(afterOffer(durationDiffers, text), withKeys('start: 14:00\nend: 14:50\nduration: 50 min'))
  })

  it('is left alone by a few minutes, or where one of the three is missing', () => {
    for (const keys of [
      'start: 14:00\nend: 14:50\nduration: 45',
      'start: 14:00\nduration: 30',
      'duration: 30',
    ])
      assert.deepEqual(seenBy(durationDiffers, withKeys(keys)), [], keys)
  })
})

describe('contacts that overlap', () => {
  const visit = (client: string, start: string, end: string, more = ''): string =>
    `---\nclient: ${client}\ndate: 2026-07-14\nspecialist: jm\nstart: ${start}\nend: ${end}\n${more}---\n`

  it('are told in one note', () =>
    assert.deepEqual(
      wordsSeen(
        contactsOverlap,
        withKeys('contacts:\n  - {start: 9:00, end: 10:00}\n  - {start: 9:30, end: 10:30}'),
      ),
      ['9:30'],
    ))

  it('are told of two notes of one specialist', () => {
    const text = visit('c-1', '14:00', '14:50')
    const known = folderOf({'a.md': text, 'b.md': visit('c-2', '14:30', '15:00')})
    assert.deepEqual(
      seenBy(contactsOverlap, text, {known, file: 'a.md'}).map(({message}) => message),
      ['This time overlaps with the contact in b.md (14:30 to 15:00).'],
    )
  })

  for (const [name, other, own = ''] of [
    ['contacts one after the other', visit('c-2', '14:50', '15:00')],
    ['another day', visit('c-2', '14:30', '15:00').replace('07-14', '07-15')],
    ['another specialist', visit('c-2', '14:30', '15:00').replace('jm', 'rb')],
    ['a group that is written for each', visit('c-2', '14:00', '14:50', 'kind: group\n'), 'kind: group\n'],
    ['an addendum', visit('c-1', '14:00', '14:50', 'amends: c-1/2026-07-14\n')],
    ['its correction', visit('c-1', '14:00', '14:50', 'corrects: x\n'), 'note: x\n'],
  ] as const)
    it(`are not seen in ${name}`, () => {
      const text = visit('c-1', '14:00', '14:50', own)
      const known = folderOf({'a.md': text, 'b.md': other})
      assert.deepEqual(seenBy(contactsOverlap, text, {known, file: 'a.md'}), [])
    })
})

describe('units of a day', () => {
  const {policy} = readPolicy('rounding: up\nlimit_per_day: 8\npayers:\n  county: {limit_per_day: 20}\n')
  const text = withKeys('start: 10:00\nend: 12:05')

  it('are told past the limit of the policy', () =>
    assert.deepEqual(
      seenBy(unitsOverLimit, text, {policy}).map(({message}) => message),
      ['This day comes to 9 units (each begun one counted); the policy of this folder names 8.'],
    ))

  it('are those of all notes of the day', () => {
    const short = withKeys('start: 10:00\nend: 11:10')
    const known = folderOf({'a.md': short, 'b.md': withKeys('start: 15:00\nend: 16:05')})
    assert.deepEqual(seenBy(unitsOverLimit, short, {policy}), [])
    assert.match(
      seenBy(unitsOverLimit, short, {policy, known, file: 'a.md'})[0]?.message ?? '',
      /10 units in 2 notes/,
    )
  })

  it('are left alone within it, under another payer’s, and without a policy', () => {
    assert.deepEqual(seenBy(unitsOverLimit, withKeys('start: 10:00\nend: 12:00'), {policy}), [])
    assert.deepEqual(
      seenBy(unitsOverLimit, withKeys('start: 10:00\nend: 12:05\nservice: {payer: County}'), {policy}),
      [],
    )
    assert.deepEqual(seenBy(unitsOverLimit, text), [])
    assert.deepEqual(seenBy(unitsOverLimit, text.replace('start', 'kind: collateral\nstart'), {policy}), [])
  })
})

describe('a late entry', () => {
  const {policy} = readPolicy(
    'late_after: 72 hours\nlate_until: 45 days\npayers:\n  county: {late_after: same day}\n',
  )

  it('is said to be one, with the day it was written', () =>
    assert.deepEqual(
      seenBy(lateEntry, withKeys('entered: 2026-07-20'), {policy}).map(({message}) => message),
      ['Late entry, written 20 Jul: 6 days after the contact; the policy of this folder names 72 hours.'],
    ))

  it('goes by the payer', () =>
    assert.equal(
      seenBy(lateEntry, withKeys('entered: 2026-07-15\nservice: {payer: county}'), {policy}).length,
      1,
    ))

  it('offers the keys that say so', () =>
    assert.equal(
      afterOffer(lateEntry, withKeys('entered: 2026-07-20\nplace: library'), {policy}),
      withKeys('entered: 2026-07-20\nlate: yes\nreason: "[why it was written later]"\nplace: library'),
    ))

  it('is left alone in time, where it says so with a reason, and without a policy', () => {
    for (const keys of [
      'entered: 2026-07-16',
      'entered: 2026-07-20\nlate: yes\nreason: Storm',
      'place: library',
    ])
      assert.deepEqual(seenBy(lateEntry, withKeys(keys), {policy}), [], keys)
    assert.deepEqual(seenBy(lateEntry, withKeys('entered: 2026-07-20')), [])
  })

  it('is told past the last day even then', () =>
    assert.match(
      seenBy(lateEntry, withKeys('entered: 2026-09-20\nlate: yes\nreason: Storm'), {policy})[0]?.message ??
        '',
      /^Late entry, written 20 Sep: 68 days after the contact; the policy of this folder names 45 days\.$/,
    ))

  it('never says that a note meets a rule', () => {
    for (const keys of ['entered: 2026-07-15', 'entered: 2026-07-20', 'entered: 2026-09-20'])
      for (const {message} of seenBy(lateEntry, withKeys(keys), {policy}))
        assert.doesNotMatch(message, /compl(?:y|iant|iance)/i)
  })
})

describe('days of a note', () => {
  it('out of order are told', () =>
    assert.deepEqual(wordsSeen(enteredBeforeDate, withKeys('entered: 2026-07-13')), ['2026-07-13']))
  it('in order are left alone', () =>
    assert.deepEqual(wordsSeen(enteredBeforeDate, withKeys('entered: 2026-07-14')), []))

  const asOf = parseCivilDate('2026-07-01')
  it('that are to come are told', () =>
    assert.deepEqual(
      seenBy(dateAhead, withKeys(''), {asOf}).map(({message}) => message),
      ['This day is still to come: 14 Jul, 13 days from today.'],
    ))
  it('up to tomorrow are left alone, and all where today is not known', () => {
    assert.deepEqual(seenBy(dateAhead, withKeys(''), {asOf: parseCivilDate('2026-07-13')}), [])
    assert.deepEqual(seenBy(dateAhead, withKeys('')), [])
  })
})
