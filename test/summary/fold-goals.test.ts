import assert from 'node:assert/strict'
import type {Goal} from '../../src/summary/summary.ts'
import {pageOf} from './folded.ts'

const goal = (status: string) => `goals:\n  - {id: g-a, words: A dog, status: ${status}}`
const lifeOf = (found: Goal | undefined) =>
  found?.life.map(({status, on, again}) => `${status} ${on}${again ? ' again' : ''}`)
const codes = (page: {readonly review: readonly {readonly code: string}[]}) =>
  page.review.map(({code}) => code)

describe('goals over time', () => {
  it('follows a renamed goal, and an old id used later', () => {
    const page = pageOf({
      '2026-05-01': 'goals: [{id: g-job, words: Get a job}]',
      '2026-06-01': 'goals: [{id: g-work, was: g-job, words: Work with my hands}]',
      '2026-07-01': 'goals: [{id: g-job, status: reached}]',
    })
    assert.equal(page.goals.length, 1)
    const [found] = page.goals
    assert.equal(found?.id, 'g-work')
    assert.equal(found?.status, 'reached')
    assert.equal(found?.words, 'Work with my hands')
    assert.deepEqual(
      found?.earlierWords.map(({words}) => words),
      ['Get a job'],
    )
  })

  it('keeps a reworded goal without ids as two, and offers to join them', () => {
    const page = pageOf({
      '2026-05-01': 'goals: ["Sunday dinner with my kids"]',
      '2026-06-01': 'goals: ["Sunday dinner with my kids, at my table"]',
    })
    assert.equal(page.goals.length, 2)
    assert.deepEqual(codes(page), ['goal/similar'])
  })

  it('knows the same words in other case, quotation marks and punctuation', () => {
    const page = pageOf({
      '2026-05-01': 'goals: ["I want a dog."]',
      '2026-06-01': 'goals: ["“i want a dog”"]',
    })
    assert.deepEqual(
      page.goals.map(({id}) => id),
      ['g-i-want-a-dog'],
    )
  })

  it('gives goals that start alike ids of their own', () => {
    const page = pageOf({'2026-05-01': 'goals: [I want to learn the cello, I want to learn to swim]'})
    assert.deepEqual(
      page.goals.map(({id}) => id),
      ['g-i-want-to-learn', 'g-i-want-to-learn-2'],
    )
  })

  it('lands the id that it gave on the goal it gave it to', () => {
    const page = pageOf({
      '2026-05-01': 'goals: [I want a dog]',
      '2026-06-01': 'goals: [{id: g-i-want-a-dog, status: active}]',
    })
    assert.deepEqual(
      page.goals.map(({words, status}) => [words, status]),
      [['I want a dog', 'active']],
    )
  })

  it('keeps what was true before a day with two statuses, and says so', () => {
    const page = pageOf({
      '2026-05-01': goal('active'),
      '2026-05-08 a': goal('paused'),
      '2026-05-08 b': goal('reached'),
    })
    assert.equal(page.goals[0]?.status, 'active')
    assert.deepEqual(codes(page), ['goal/two-statuses'])
    assert.match(page.review[0]?.message ?? '', /8 May \(paused \/ reached\)/)
    assert.equal(page.review[0]?.sources.length, 2)
  })

  it('settles two statuses of one day by the start of each meeting', () => {
    const page = pageOf({
      '2026-05-08 a': `start: 15:30\n${goal('active')}`,
      '2026-05-08 b': `start: 09:00\n${goal('paused')}`,
    })
    assert.deepEqual(lifeOf(page.goals[0]), ['paused 2026-05-08', 'active 2026-05-08 again'])
    assert.deepEqual(codes(page), [])
  })

  it('settles two statuses of one day by when they were entered', () => {
    const page = pageOf({
      '2026-05-08 a': `entered: 2026-05-10\n${goal('active')}`,
      '2026-05-08 b': `entered: 2026-05-09\nstart: 9:00\n${goal('paused')}`,
    })
    assert.equal(page.goals[0]?.status, 'active')
  })

  it('takes an addendum of the next day on the day of service', () => {
    const page = pageOf({
      '2026-05-08': goal('active'),
      '2026-05-09 later': `amends: 2026-05-08\nentered: 2026-05-09\n${goal('reached')}`,
    })
    assert.deepEqual(lifeOf(page.goals[0]), ['active 2026-05-08', 'reached 2026-05-08'])
    assert.deepEqual(
      page.notes.map(({source, amends}) => [source.date, amends]),
      [
        ['2026-05-08', undefined],
        ['2026-05-08', '2026-05-08'],
      ],
    )
  })

  it('picks a reached goal up again with both days kept', () => {
    const page = pageOf({
      '2026-05-01': goal('reached'),
      '2026-06-01': goal('active'),
    })
    assert.deepEqual(lifeOf(page.goals[0]), ['reached 2026-05-01', 'active 2026-06-01 again'])
  })

  it('names a goal at its first mention, and lets silence change nothing', () => {
    const page = pageOf({
      '2026-05-01': 'goals: [{id: g-a, words: A dog}]',
      '2026-05-20': goal('active'),
      '2026-05-25': 'goals: [{id: g-a}]',
      '2026-07-01': 'wins: [Slept well]',
    })
    assert.deepEqual(lifeOf(page.goals[0]), ['named 2026-05-01', 'active 2026-05-20'])
    assert.equal(page.goals[0]?.quietSince, '2026-05-25')
  })

  it('hears of a goal through a win', () => {
    const page = pageOf({
      '2026-05-01': goal('active'),
      '2026-07-14': 'wins: [{what: Met a dog, goals: [g-a]}]',
    })
    assert.equal(page.goals[0]?.lastHeard, '2026-07-14')
    assert.equal(page.goals[0]?.quietSince, undefined)
    assert.deepEqual(page.wins[0]?.goals, ['g-a'])
  })

  it('says where a goal became one that no note tells of', () => {
    const page = pageOf({
      '2026-05-01': 'goals: [{id: g-a, words: A dog, status: changed, became: g-cat}]',
    })
    assert.deepEqual(codes(page), ['goal/not-found'])
    assert.deepEqual(page.goals[0]?.became, [])
  })

  it('links a goal to strengths and resources from both sides', () => {
    const page = pageOf({
      '2026-05-01': `goals: [{id: g-a, words: A dog, strengths: [tenacity], resources: [Sister]}]
strengths: [{name: humor, used_for: [g-a], evidence: laughed}]
resources: [{id: sis, name: sister}, {name: shelter, for: [g-a]}]`,
    })
    assert.deepEqual(
      page.goals[0]?.strengths.map(({id}) => id),
      ['persistence', 'humor'],
    )
    assert.deepEqual(
      page.goals[0]?.resources.map(({id}) => id),
      ['sis', 'shelter'],
    )
  })

  it('keeps who rated apart', () => {
    const page = pageOf({
      '2026-05-01': 'goals: [{id: g-a, words: A dog, progress: {rating: 3, by: person}}]',
      '2026-06-01': 'goals: [{id: g-a, progress: {rating: 9, by: specialist}}]',
    })
    assert.deepEqual(
      page.goals[0]?.progress.map(({rating, by}) => [rating, by]),
      [
        [3, 'person'],
        [9, 'specialist'],
      ],
    )
  })
})

describe('steps over time', () => {
  const step = (rest: string) =>
    `goals: [{id: g-a, words: A dog, actions: [{what: Call the shelter${rest}}]}]`

  it('keeps the days a step was moved from, and the day it was done', () => {
    const page = pageOf({
      '2026-06-01': step(', who: person, by: 2026-06-10'),
      '2026-06-12': step(', by: 2026-06-20'),
      '2026-06-21': step(', done: yes'),
      '2026-06-28': step(', done: yes'),
    })
    assert.equal(page.actions.length, 1)
    const [action] = page.actions
    assert.deepEqual(
      [action?.by, action?.movedFrom, action?.done, action?.doneOn, action?.past],
      ['2026-06-20', ['2026-06-10'], true, '2026-06-21', false],
    )
  })

  it('opens a step again only where a note says so', () => {
    const done = {'2026-06-01': step(', done: yes'), '2026-06-12': step('')}
    assert.equal(pageOf(done).actions[0]?.done, true)
    assert.equal(pageOf({...done, '2026-06-20': step(', done: no')}).actions[0]?.done, false)
  })

  it('is past only after its day', () => {
    assert.equal(pageOf({'2026-06-01': step(', by: 2026-07-21')}).actions[0]?.past, false)
    assert.equal(pageOf({'2026-06-01': step(', by: 2026-07-20')}).actions[0]?.past, true)
  })

  it('tells steps of two goals apart, and lists the person’s own first', () => {
    const page = pageOf({
      '2026-06-01': `goals:
  - {id: g-a, words: A dog, actions: [{id: a1, what: Read, who: specialist}]}
  - {id: g-b, words: A cat, actions: [{id: a1, what: Read, who: c-1}]}`,
    })
    assert.deepEqual(
      page.actions.map(({goal, who}) => [goal, who]),
      [
        ['g-b', 'person'],
        ['g-a', 'specialist'],
      ],
    )
  })
})
