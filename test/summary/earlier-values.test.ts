import assert from 'node:assert/strict'
import {parseCivilDate, type CivilDate} from '../../src/core/time/civil-date.ts'
import {parseNote} from '../../src/core/note.ts'
import {readRecord} from '../../src/core/record/record.ts'
import {earlierValues, kindsOf, relativeLink} from '../../src/summary/earlier-values.ts'
import {fold} from '../../src/summary/fold.ts'
import type {PersonPage} from '../../src/summary/summary.ts'

const today = (): CivilDate => {
  const date = parseCivilDate('2026-08-11')
  assert.ok(date)
  return date
}

function page(...notes: readonly string[]): PersonPage {
  const inputs = notes.map((text, index) => {
    const note = parseNote(`---\nclient: c-1\n${text}\n---\n`)
    return {id: `clients/c-1/${index}.md`, note, record: readRecord(note).record}
  })
  const [only] = fold(inputs, {asOf: today()}).pages
  assert.ok(only)
  return only
}

const valuesOf = (...notes: readonly string[]) =>
  earlierValues(page(...notes), {date: today(), path: 'clients/c-1/new.md'})

describe('what earlier notes give to the next', () => {
  it('is goals that are open, by their latest words, and no others', () => {
    const values = valuesOf(
      'date: 2026-06-01\ngoals: [{id: a, words: First words, status: active}, {id: b, words: Bike, status: reached}]',
      'date: 2026-08-01\ngoals: [{id: a, words: New words}, {id: c, words: Sing, status: keeping}, {id: d, words: Run, status: let-go}]',
    )
    assert.deepEqual(values.open_goals, [
      'a: “New words” (active since 1 Jun)',
      'c: “Sing” (keeping since 1 Aug)',
    ])
  })

  it('is steps that nobody has done, of goals that are open', () => {
    const values = valuesOf(
      'date: 2026-08-01\ngoals:\n  - id: a\n    words: Bike\n    status: active\n    actions: [{what: Call, who: person, by: 2026-08-05}, {what: Ask, who: specialist, by: 2026-08-20}, {what: Write, done: yes}, Rest]\n' +
        '  - {id: b, words: Boat, status: reached, actions: [Row]}',
    )
    assert.deepEqual(values.open_actions, [
      'Call (person, was planned for 5 Aug)',
      'Ask (specialist, planned for 20 Aug)',
      'Rest',
    ])
  })

  it('is the place and the day of the last note, with a link, and the last three wins', () => {
    const values = valuesOf(
      'date: 2026-08-01\nplace: library\nwins: [a, b]',
      'date: 2025-12-24\nplace: church\nwins: [c, d]',
    )
    assert.deepEqual(
      [values['last.place'], values['last.date'], values['last.link']],
      ['library', '1 Aug', '[1 Aug](0.md)'],
    )
    assert.equal(values.recent_wins?.length, 3)
  })

  it('is five resources at most, those first whose next step is due', () => {
    const quiet = ['a', 'b', 'c', 'd', 'e'].map((name) => `{name: ${name}, status: waiting}`)
    const values = valuesOf(
      `date: 2026-07-01\nresources: [${quiet.join(', ')}, {name: f, status: active, next: Call, next_by: 2026-08-01}]`,
    )
    assert.equal(values.resources_to_ask?.length, 5)
    assert.equal(
      values.resources_to_ask?.[0],
      'f (active, next: Call, was planned for 1 Aug, last heard 1 Jul)',
    )
  })

  it('is empty where they hold nothing', () => {
    assert.deepEqual(
      Object.values(valuesOf('date: 2026-08-01')).filter((value) => value?.length === 0).length,
      Object.keys(valuesOf('date: 2026-08-01')).length - 2,
    )
  })
})

describe('the kinds of contact that a person has had', () => {
  it('come latest first, each once, as the vocabulary writes them', () => {
    const kinds = kindsOf(
      page(
        'date: 2026-07-01\nkind: individual',
        'date: 2026-07-02\nkind: Check in',
        'date: 2026-07-03',
        'date: 2026-07-04\nkind: individual',
      ),
    )
    assert.deepEqual(kinds, ['individual', 'check-in'])
  })
})

describe('a link from note to note', () => {
  it('goes by the folders that both share', () => {
    assert.equal(relativeLink('clients/c-1/a.md', 'clients/c-1/b.md'), 'b.md')
    assert.equal(relativeLink('groups/a.md', 'clients/c-1/b c.md'), '../clients/c-1/b%20c.md')
    assert.equal(relativeLink('a.md', 'clients/b.md'), 'clients/b.md')
  })
})
