import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {fold} from '../../src/summary/fold.ts'
import type {NoteRef, Summary} from '../../src/summary/summary.ts'
import {day, folded, noteOf, pageOf} from './folded.ts'

const codes = ({review}: Pick<Summary, 'review'>) => review.map(({code}) => code)

describe('order, corrections and addenda', () => {
  it('takes the date from the name of the file where the note has none, and says so', () => {
    const page = pageOf({'visits/2026-05-08 visit': 'wins: [Slept]'})
    assert.equal(page.wins[0]?.on, '2026-05-08')
    assert.deepEqual(codes(page), ['note/date-from-name'])
  })

  it('keeps what an undated note saw and leaves out what it says of statuses', () => {
    const page = pageOf({
      visit: 'wins: [Slept]\ngoals: [{id: g-a, words: A dog, status: reached}]',
      '2026-05-08': 'goals: [{id: g-a, status: active}]',
    })
    assert.equal(page.wins.length, 1)
    assert.equal(page.goals[0]?.status, 'active')
    assert.deepEqual(codes(page), ['note/no-date'])
  })

  it('takes a corrected note off the page and keeps it in the list of notes, with the reason', () => {
    const page = pageOf({
      '2026-05-08': 'wins: [Ran a marathon]\ngoals: [{id: g-a, words: A dog, status: reached}]',
      '2026-05-08-b':
        'corrects: 2026-05-08\nreason: Another person’s day\nentered: 2026-05-10\nwins: [Ran for the bus]',
    })
    assert.deepEqual(
      page.wins.map(({what}) => what),
      ['Ran for the bus'],
    )
    assert.deepEqual(page.goals, [])
    assert.deepEqual(
      page.notes.map(({source, standing, correctedBy, reason}) => [
        source.note,
        standing,
        correctedBy,
        reason,
      ]),
      [
        ['2026-05-08', 'corrected', '2026-05-08-b', undefined],
        ['2026-05-08-b', 'counted', undefined, 'Another person’s day'],
      ],
    )
  })

  it('follows a chain of corrections to the last', () => {
    const page = pageOf({
      '2026-05-08': 'wins: [one]',
      '2026-05-08-b': 'corrects: 2026-05-08\nwins: [two]',
      '2026-05-08-c': 'corrects: 2026-05-08-b\nwins: [three]',
    })
    assert.deepEqual(
      page.wins.map(({what}) => what),
      ['three'],
    )
    assert.equal(page.notes[0]?.correctedBy, '2026-05-08-c')
  })

  it('lets the correction entered later stand of two, and says so', () => {
    const page = pageOf({
      '2026-05-08': 'wins: [one]',
      '2026-05-08-b': 'corrects: 2026-05-08\nentered: 2026-05-12\nwins: [two]',
      '2026-05-08-c': 'corrects: 2026-05-08\nentered: 2026-05-10\nwins: [three]',
    })
    assert.deepEqual(
      page.wins.map(({what}) => what),
      ['two'],
    )
    assert.deepEqual(codes(page), ['note/corrected-twice'])
  })

  it('keeps two notes that correct each other, and says so', () => {
    const page = pageOf({
      '2026-05-08': 'corrects: 2026-05-09\nwins: [one]',
      '2026-05-09': 'corrects: 2026-05-08\nwins: [two]',
    })
    assert.equal(page.wins.length, 2)
    assert.deepEqual(codes(page), ['note/corrects-loop', 'note/corrects-loop'])
  })

  it('takes a correction of a note that is not there as a note of its own, and says so', () => {
    const page = pageOf({'2026-05-08': 'corrects: nowhere\nwins: [one]'})
    assert.equal(page.wins.length, 1)
    assert.deepEqual(codes(page), ['note/corrects-missing'])
  })

  it('counts two files with one id as two notes, and says so', () => {
    const page = pageOf({'2026-05-08': 'note: a\nwins: [one]', '2026-05-09': 'note: a\nwins: [two]'})
    assert.equal(page.wins.length, 2)
    assert.deepEqual(codes(page), ['note/same-id'])
  })

  it('leaves out what is dated after the page, and counts it', () => {
    const page = pageOf({'2026-05-08': 'wins: [one]', '2026-08-08': 'wins: [two]'})
    assert.deepEqual(
      page.wins.map(({what}) => what),
      ['one'],
    )
    assert.deepEqual(
      page.notes.map(({standing}) => standing),
      ['counted', 'later'],
    )
  })
})

describe('people', () => {
  it('joins ids only where the client list does', () => {
    const notes = {
      'a.md': 'client: c-1\ndate: 2026-05-01\nstrengths: [{name: humor, evidence: laughed}]',
      'b.md': 'client: c-9\ndate: 2026-05-02\nstrengths: [{name: humour, evidence: joked}]',
    }
    assert.deepEqual(
      folded(notes).pages.map(({client}) => client),
      ['c-1', 'c-9'],
    )
    const {pages} = folded(notes, {joined: {'c-1': ['c-9']}})
    assert.deepEqual(
      pages.map(({client, strengths}) => [client, strengths[0]?.notes]),
      [['c-1', 2]],
    )
  })

  it('gives each person of a group their own block only, and nobody what stands at the top', () => {
    const {pages, review} = folded({
      'a.md': `clients: [c-1, c-2, c-3]
date: 2026-05-01
wins: [Everybody came]
each:
  c-1: {wins: [Spoke first]}
  c-2: {strengths: [kindness]}`,
    })
    assert.deepEqual(
      pages.map(({client, wins, strengths}) => [client, wins.length, strengths.length]),
      [
        ['c-1', 1, 0],
        ['c-2', 0, 1],
        ['c-3', 0, 0],
      ],
    )
    assert.equal(pages[0]?.wins[0]?.what, 'Spoke first')
    assert.ok(review.every(({code}) => code === 'group/shared-keys'))
    assert.ok(!JSON.stringify(pages[0]).includes('c-2'))
  })

  it('says where a block is for somebody whom the note does not name', () => {
    const {pages} = folded({
      'a.md': 'clients: [c-1, c-2]\ndate: 2026-05-01\neach: {c-3: {wins: [Came by]}}',
    })
    assert.deepEqual(
      pages.map(({client, wins, review}) => [client, wins.length, review.map(({code}) => code)]),
      [
        ['c-1', 0, []],
        ['c-2', 0, []],
        ['c-3', 1, ['group/not-a-member']],
      ],
    )
  })

  it('says where a note names nobody', () => {
    const {pages, review} = folded({'a.md': 'date: 2026-05-01\nwins: [one]'})
    assert.deepEqual(pages, [])
    assert.deepEqual(
      review.map(({code, client}) => [code, client]),
      [['note/no-client', undefined]],
    )
  })
})

describe('what is told', () => {
  it('replaces a preference by its subject, and adds up those without', () => {
    const page = pageOf({
      '2026-05-01': 'preferences: [{about: Contact, says: Call}, Mornings, Mornings]',
      '2026-06-01': 'preferences: [{about: contact, says: Text}, Mornings, At the library]',
    })
    assert.deepEqual(
      page.preferences.map(({says}) => says),
      ['Text', 'Mornings', 'At the library'],
    )
  })

  it('tells the same words of one day once, newest first', () => {
    const page = pageOf({
      '2026-05-01': 'wins: [Slept, slept.]\nstories: [The boat]',
      '2026-05-02':
        'wins: [Slept]\naffirmations: [{said: You rang, reply: I did}]\nfeedback: [{from: Lee, said: Thanks}]',
    })
    assert.deepEqual(
      page.wins.map(({on}) => on),
      ['2026-05-02', '2026-05-01'],
    )
    assert.equal(page.affirmations[0]?.reply, 'I did')
    assert.equal(page.feedback[0]?.from, 'Lee')
  })

  it('keeps what a writer said about who may see an item', () => {
    const page = pageOf({'2026-05-01': 'wins: [{what: Slept, share: {client: no, team: yes}}]'})
    assert.deepEqual(page.wins[0]?.share, {client: false, team: true})
  })
})

const line = fc.constantFrom(
  'wins: [Slept, Ran]',
  'goals: [{id: g-a, words: A dog, status: active}]',
  'goals: [{id: g-b, was: g-a, status: reached}]',
  'goals: [A dog, {words: A cat, actions: [{what: Call, by: 2026-06-01}]}]',
  'goals: [{id: g-a, status: paused, actions: [{what: Call, done: yes}]}]',
  'strengths: [humor, {name: funny, evidence: Laughed}]',
  'resources: [{name: Maria, kind: friend, status: waiting}, sister]',
  'resources: [{name: Maria, kind: sponsor}, {id: sister, status: active}]',
  'preferences: [{about: contact, says: Text}]',
  'corrects: 1',
  'corrects: 3',
  'amends: 2',
  'entered: 2026-06-02 10:00',
  'start: 9:00',
  'note: same',
  'each: {c-1: {wins: [Own]}}',
)
const head = fc.constantFrom('client: c-1', 'client: c-2', 'clients: [c-1, c-2]', '')
const date = fc.constantFrom('date: 2026-05-01', 'date: 2026-05-02', 'date: 2027-01-01', '')
const yaml = fc
  .tuple(head, date, fc.array(line, {maxLength: 4}))
  .map(([client, dated, lines]) => [client, dated, ...lines].join('\n'))

describe('fold', () => {
  it('gives the same whatever order notes come in', () => {
    const shuffled = fc
      .array(yaml, {minLength: 1, maxLength: 7})
      .map((texts) => texts.map((text, index) => noteOf(`${index}.md`, text)))
      .chain((notes) =>
        fc.tuple(
          fc.constant(notes),
          fc.shuffledSubarray(notes, {minLength: notes.length, maxLength: notes.length}),
        ),
      )
    fc.assert(
      fc.property(shuffled, ([notes, other]) => {
        const settings = {asOf: day('2026-07-21')}
        assert.deepEqual(fold(other, settings), fold(notes, settings))
      }),
      {numRuns: 100},
    )
  })

  it('gives every value a note of the person, and a line that is in it', () => {
    const places = (value: unknown): NoteRef[] => {
      if (typeof value !== 'object' || value === null) return []
      if ('sources' in value) assert.ok(Array.isArray(value.sources) && value.sources.length > 0)
      if ('file' in value && 'line' in value) return [value as NoteRef]
      return Object.values(value).flatMap(places)
    }
    fc.assert(
      fc.property(fc.array(yaml, {minLength: 1, maxLength: 5}), (texts) => {
        const notes = texts.map((text, index) => noteOf(`${index}.md`, text))
        for (const page of fold(notes, {asOf: day('2026-07-21')}).pages)
          for (const {file, line: at, endLine} of places(page)) {
            const input = notes.find(({id}) => id === file)
            assert.ok(input && at >= 1 && at <= endLine && endLine <= input.note.lines.count)
            assert.ok(input.note.text.includes(page.client))
          }
      }),
    )
  })
})
