import assert from 'node:assert/strict'
import {fold} from '../../src/summary/fold.ts'
import type {PersonPage, Summary} from '../../src/summary/summary.ts'
import {day, folded, noteOf, pageOf} from './folded.ts'

const codes = ({review}: Pick<Summary, 'review'>): readonly string[] => review.map(({code}) => code)
const goal = (status: string): string => `goals: [{id: g-a, words: A dog, status: ${status}}]`
const wins = ({wins: found}: PersonPage): readonly string[] => found.map(({what}) => what)
const lengths = (page: PersonPage) => page.sessions.map(({minutes}) => minutes)

/** The table of edge cases, each in its own words. */
describe('edge cases, as run', () => {
  it('renamed goal (g-job → g-work), then old id used with reached: one goal, reached, first said “Get a job”', () => {
    const {goals} = pageOf({
      '2026-05-01': 'goals: [{id: g-job, words: Get a job}]',
      '2026-06-01': 'goals: [{id: g-work, was: g-job, words: Work with my hands}]',
      '2026-07-01': 'goals: [{id: g-job, status: reached}]',
    })
    assert.deepEqual(
      goals.map(({id, status, earlierWords}) => [id, status, earlierWords[0]?.words]),
      [['g-work', 'reached', 'Get a job']],
    )
  })

  it('reworded goal, no ids: two goals; review offers to join', () => {
    const page = pageOf({
      '2026-05-01': 'goals: [Learn the cello]',
      '2026-06-01': 'goals: [Learn to play the cello]',
    })
    assert.equal(page.goals.length, 2)
    assert.deepEqual(codes(page), ['goal/similar'])
  })

  it('paused and reached on one date, no times: stays active; review: two statuses', () => {
    const page = pageOf({
      '2026-05-01': goal('active'),
      '2026-05-08 a': goal('paused'),
      '2026-05-08 b': goal('reached'),
    })
    assert.equal(page.goals[0]?.status, 'active')
    assert.match(page.review[0]?.message ?? '', /two statuses on 8 May \(paused \/ reached\)/)
  })

  it('two notes on a day, 09:00 paused, 15:30 active: active, both in history', () => {
    const [found] = pageOf({
      '2026-05-08 a': `start: 15:30\n${goal('active')}`,
      '2026-05-08 b': `start: 09:00\n${goal('paused')}`,
    }).goals
    assert.deepEqual(
      found?.life.map(({status}) => status),
      ['paused', 'active'],
    )
  })

  it('note without date, file named 2026-05-08 visit.md: dated from the name, said in review', () => {
    const {pages, review} = folded({'2026-05-08 visit.md': 'client: c-1\nwins: [Slept]'})
    assert.equal(pages[0]?.wins[0]?.on, '2026-05-08')
    assert.deepEqual(codes({review}), ['note/date-from-name'])
  })

  it('note without any date, says reached: evidence kept, status ignored, in “needs a date”', () => {
    const page = pageOf({'2026-05-01': goal('active'), visit: `wins: [Slept]\n${goal('reached')}`})
    assert.deepEqual(
      [wins(page), page.goals[0]?.status, codes(page)],
      [['Slept'], 'active', ['note/no-date']],
    )
  })

  it('corrected note: wrong win and wrong status gone from the page, original listed as corrected, with reason', () => {
    const page = pageOf({
      '2026-05-01': `wins: [Ran a marathon]\n${goal('reached')}`,
      '2026-05-01 b': `corrects: 2026-05-01\nreason: Another person’s day\nwins: [Ran for the bus]\n${goal('active')}`,
    })
    assert.deepEqual([wins(page), page.goals[0]?.status], [['Ran for the bus'], 'active'])
    assert.ok(!JSON.stringify(page.goals).includes('reached'))
    assert.deepEqual(
      page.notes.map(({standing, reason}) => [standing, reason]),
      [
        ['corrected', undefined],
        ['counted', 'Another person’s day'],
      ],
    )
  })

  it('addendum next day says reached: reached, on the service date', () => {
    const [found] = pageOf({
      '2026-05-08': goal('active'),
      '2026-05-09': `amends: 2026-05-08\nentered: 2026-05-09\n${goal('reached')}`,
    }).goals
    assert.deepEqual(
      found?.life.map(({status, on}) => [status, on]),
      [
        ['active', '2026-05-08'],
        ['reached', '2026-05-08'],
      ],
    )
  })

  it('merged ids: strengths counted across both', () => {
    const notes = {
      'a.md': 'client: c-1\ndate: 2026-05-01\nstrengths: [{humor: Laughed}]',
      'b.md': 'client: c-9\ndate: 2026-05-02\nstrengths: [{humor: Joked}]',
    }
    assert.equal(folded(notes, {joined: {'c-1': ['c-9']}}).pages[0]?.strengths[0]?.notes, 2)
  })

  it('group of two, wins at top: nobody’s; each person sees only their own block', () => {
    const {pages} = folded({
      'a.md':
        'clients: [c-1, c-2]\ndate: 2026-05-01\nwins: [All came]\neach: {c-1: {wins: [One]}, c-2: {wins: [Two]}}',
    })
    assert.deepEqual(pages.map(wins), [['One'], ['Two']])
    assert.ok(!JSON.stringify(pages[0]).includes('c-2'))
  })

  it('resource waiting 67 days, next_by passed: check-in due; not-a-fit quiet', () => {
    const {resources} = pageOf({
      '2026-05-15':
        'resources: [{name: Hall, status: waiting, next: A call, next_by: 2026-06-01}, {name: Plant, status: not-a-fit}]',
    })
    assert.deepEqual(
      resources.map(({askAbout}) => askAbout),
      ['next-step', undefined],
    )
  })

  it('reached, later active: active, “picked up again”', () => {
    const [found] = pageOf({'2026-05-01': goal('reached'), '2026-06-01': goal('active')}).goals
    assert.deepEqual([found?.status, found?.life.at(-1)?.again], ['active', true])
  })

  it('action moved, then done: done date, moved-from kept', () => {
    const step = (rest: string): string =>
      `goals: [{id: g-a, words: A dog, actions: [{what: Call, ${rest}}]}]`
    const [action] = pageOf({
      '2026-06-01': step('by: 2026-06-10'),
      '2026-06-12': step('by: 2026-06-20'),
      '2026-06-21': step('done: yes'),
    }).actions
    assert.deepEqual([action?.doneOn, action?.movedFrom], ['2026-06-21', ['2026-06-10']])
  })
})

describe('more cases', () => {
  it('same note id in two files: both count, and review says so', () => {
    const page = pageOf({'2026-05-01': 'note: a\nwins: [one]', '2026-05-02': 'note: a\nwins: [two]'})
    assert.deepEqual(wins(page), ['two', 'one'])
    assert.deepEqual(codes(page), ['note/same-id'])
  })

  it('a client in clients: without an each block: their page has the meeting and nothing of the others', () => {
    const {pages} = folded({
      'a.md': 'clients: [c-1, c-2]\ndate: 2026-05-01\nstart: 9:00\nend: 9:30\neach: {c-1: {wins: [One]}}',
    })
    assert.deepEqual(
      pages.map((page) => [page.client, wins(page), page.sessions.length, codes(page)]),
      [
        ['c-1', ['One'], 1, []],
        ['c-2', [], 1, []],
      ],
    )
  })

  it('each for somebody not in clients: their own page, and review asks', () => {
    const {pages} = folded({
      'a.md': 'clients: [c-1]\ndate: 2026-05-01\neach: {c-2: {wins: [Two]}}\nwins: [One]',
    })
    assert.deepEqual(
      pages.map((page) => [page.client, wins(page)]),
      [
        ['c-1', []],
        ['c-2', ['Two']],
      ],
    )
    assert.ok(pages[1]?.review.some(({code}) => code === 'group/not-a-member'))
  })

  it('end before start: counted as past midnight, and asked', () => {
    const page = pageOf({'2026-05-01': 'start: 23:30\nend: 0:20'})
    assert.deepEqual(lengths(page), [50])
    assert.deepEqual(codes(page), ['note/past-midnight'])
    assert.match(page.review[0]?.todo ?? '', /`duration: 50`/)
    const said = pageOf({'2026-05-01': 'start: 23:30\nend: 0:20\nduration: 50'})
    assert.deepEqual([lengths(said), codes(said)], [[50], []])
  })

  it('DST night: minutes and days are those that were typed, in every time zone', () => {
    const notes = {
      '2026-03-07': 'start: 22:00\nend: 4:00\nduration: 6 h\ngoals: [A dog]',
      '2026-10-31': 'start: 22:00\nend: 4:00\nduration: 6 h\nentered: 2026-11-01',
    }
    const zone = process.env['TZ']
    try {
      const pages = ['UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia'].map((name) => {
        process.env['TZ'] = name
        return pageOf(notes, {asOf: day('2026-11-02')})
      })
      assert.deepEqual(pages.map(lengths), [
        [360, 360],
        [360, 360],
        [360, 360],
        [360, 360],
      ])
      assert.equal(new Set(pages.map((page) => JSON.stringify(page))).size, 1)
      assert.equal(pages[0]?.notes[1]?.late?.days, 1)
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  it('goal became a goal that does not exist: the link is left out, and review says so', () => {
    const page = pageOf({'2026-05-01': 'goals: [{id: g-a, words: A dog, status: changed, became: g-cat}]'})
    assert.deepEqual(page.goals[0]?.became, [])
    assert.deepEqual(codes(page), ['goal/not-found'])
  })

  it('goals that became each other: both keep their status and the link', () => {
    const {goals} = pageOf({
      '2026-05-01': 'goals: [{id: g-a, words: A dog, status: changed, became: g-b}]',
      '2026-05-02': 'goals: [{id: g-b, words: A boat, status: changed, became: g-a}]',
    })
    assert.deepEqual(
      goals.map(({status, became}) => [status, became]),
      [
        ['changed', ['g-b']],
        ['changed', ['g-a']],
      ],
    )
  })

  it('a strength that is also a linter hit (“stubborn”): it stands as it was named', () => {
    const page = pageOf({
      '2026-05-01': 'strengths: [{name: Stubborn, evidence: Would not hang up, named_by: person}]',
    })
    assert.deepEqual(
      page.strengths.map(({id, name, notes}) => [id, name, notes]),
      [['stubborn', 'Stubborn', 1]],
    )
    assert.deepEqual(codes(page), [])
  })

  it('5,000 notes', () => {
    const notes = Array.from({length: 5000}, (_, at) => {
      const date = new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10)
      const more = `goals: [{id: g-${at % 7}, words: Goal ${at % 7}}, Another hope ${at}]\nstrengths: [{humor: Joke ${at}}]`
      return noteOf(`${date}.md`, `client: c-1\ndate: ${date}\n${more}\nwins: [Win ${at}]`)
    })
    const [page] = fold(notes, {asOf: day('2026-07-21')}).pages
    assert.deepEqual(
      [page?.notes.length, page?.wins.length, page?.strengths[0]?.notes, page?.goals.length],
      [5000, 5000, 5000, 5007],
    )
  }).timeout(60_000)

  it('corrects itself: it stands, and review says so', () => {
    const page = pageOf({'2026-05-01': 'corrects: 2026-05-01\nwins: [one]'})
    assert.deepEqual([wins(page), codes(page)], [['one'], ['note/corrects-loop']])
  })

  it('a loop of three corrections: all stand, and review says so', () => {
    const page = pageOf({
      '2026-05-01': 'corrects: 2026-05-02\nwins: [one]',
      '2026-05-02': 'corrects: 2026-05-03\nwins: [two]',
      '2026-05-03': 'corrects: 2026-05-01\nwins: [three]',
    })
    assert.equal(page.wins.length, 3)
    assert.deepEqual(new Set(codes(page)), new Set(['note/corrects-loop']))
  })

  it('a correction of somebody else’s note takes it off their page', () => {
    const {pages} = folded({
      'a.md': 'client: c-1\ndate: 2026-05-01\nwins: [Mixed up]',
      'b.md': 'client: c-2\ndate: 2026-05-01\ncorrects: a\nreason: Wrong person\nwins: [Mixed up]',
    })
    assert.deepEqual(pages.map(wins), [[], ['Mixed up']])
  })

  it('future-dated notes: listed, left out of the page, and review asks', () => {
    const page = pageOf({'2026-05-01': 'wins: [one]', '2027-05-01': 'start: 9:00\nend: 10:00\nwins: [two]'})
    assert.deepEqual([wins(page), lengths(page)], [['one'], [undefined]])
    assert.deepEqual(
      page.notes.map(({standing}) => standing),
      ['counted', 'later'],
    )
    assert.deepEqual(codes(page), ['note/after-page'])
  })

  it('an undated note that corrects an undated note: the last stands, without a date', () => {
    const page = pageOf({a: 'wins: [one]', b: 'corrects: a\nwins: [two]'})
    assert.deepEqual(wins(page), ['two'])
    assert.deepEqual(codes(page), ['note/no-date'])
  })
})
