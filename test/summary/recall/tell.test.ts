import assert from 'node:assert/strict'
import {tellAt} from '../../../src/summary/recall/tell.ts'
import {recalled} from './recalled.ts'

/** The lines told at the bar, each with the lines of notes it links to. */
function tell(yaml: string): string[] {
  const marked = `---\nclient: c-1\ndate: 2026-07-21\n${yaml}\n---\n`
  const told = tellAt(marked.indexOf('¦'), recalled(marked.replace('¦', '')))
  return (told?.lines ?? []).map(({text, sources}) =>
    [text, ...sources.map(({file, line}) => `${file}:${line}`)].join(' | '),
  )
}

describe('what the editor tells', () => {
  it('is what a key is for, and the strategy that it serves', () => {
    assert.deepEqual(tell('wi¦ns: []').slice(0, 3), [
      'wins',
      'What went well, however small.',
      'Serves: Celebrating progress',
    ])
  })

  it('is a goal’s life line, with the notes it rests on', () => {
    assert.deepEqual(tell('wins:\n  - {what: x, goals: [g-w¦ork]}'), [
      '“I want to work with my hands again”',
      'active 7 Jul | c-1/2026-07-07.md:10',
      '6 of 10 on their own scale, 14 Jul | c-1/2026-07-14.md:6',
      'It was a three in May',
      'Draws on: tenacity, Carpenters Local 43',
      'Still open: Call the hall: ask for July, planned for 10 Jul | c-1/2026-07-07.md:15',
    ])
    assert.equal(tell('goals:\n  - I want to work with my ha¦nds again').length, 6)
  })

  it('is a strength’s sightings', () => {
    assert.deepEqual(tell('strengths: [persist¦ence]'), [
      'tenacity',
      'seen in 2 notes, last 14 Jul; they named it themselves',
      'Called three times | c-1/2026-07-07.md:8',
    ])
  })

  it('is when a resource was last heard of', () => {
    assert.deepEqual(tell('resources:\n  - id: union-h¦all'), [
      'Carpenters Local 43',
      'employment: waiting, last heard 7 Jul, worth asking about | c-1/2026-07-07.md:18',
      'For “I want to work with my hands again”',
    ])
  })

  it('is a weekday and how far a day is', () => {
    assert.deepEqual(tell('entered: 2026-07-1¦8'), ['Saturday, 18 Jul, 3 days ago'])
    assert.deepEqual(tell('follow_up: {on: 7/28/2¦6}'), ['Tuesday, 28 Jul, in 1 week'])
  })

  it('is minutes, units and how they were counted', () => {
    assert.deepEqual(tell('start: 14:0¦0\nend: 14:50'), [
      '50 minutes · 4 units',
      'Units of 15 minutes: a unit that has begun counts, each contact by itself. This note’s contacts only.',
    ])
  })

  it('is what a word means', () => {
    assert.deepEqual(tell('goals:\n  - {id: g, status: kee¦ping}'), ['keeping', 'reached, and being kept up'])
  })

  it('is nothing where nothing is known', () => {
    for (const yaml of ['goals: [Sail the wo¦rld]', 'shoe_size: 4¦2', 'strengths: [pat¦ience]'])
      assert.deepEqual(tell(yaml), [])
  })
})
