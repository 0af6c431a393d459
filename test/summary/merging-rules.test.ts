import assert from 'node:assert/strict'
import type {PersonPage, Summary} from '../../src/summary/summary.ts'
import {folded, pageOf} from './folded.ts'

type Notes = Readonly<Record<string, string>>

const codes = ({review}: Pick<Summary, 'review'>): readonly string[] => review.map(({code}) => code)
const wins = ({wins: found}: PersonPage): readonly string[] => found.map(({what}) => what)
const order = ({notes}: PersonPage): readonly string[] => notes.map(({source}) => source.note)
const goal = (rest: string): string => `goals: [{id: g-a, words: A dog, ${rest}}]`
const statusOf = (notes: Notes): string | undefined => pageOf(notes).goals[0]?.status

/** The merging rules one to seven, each case in the words of the rule. */
const RULES: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  '1. Order': {
    'notes sort by date': () =>
      assert.deepEqual(order(pageOf({'2026-05-02': '', '2026-05-01': ''})), ['2026-05-01', '2026-05-02']),
    'addendum after original': () =>
      assert.deepEqual(
        order(pageOf({'2026-05-01 a': 'amends: 2026-05-01 z\nstart: 8:00', '2026-05-01 z': 'start: 9:00'})),
        ['2026-05-01 z', '2026-05-01 a'],
      ),
    'then start': () =>
      assert.deepEqual(order(pageOf({'2026-05-01 a': 'start: 10:00', '2026-05-01 b': 'start: 9:30 am'})), [
        '2026-05-01 b',
        '2026-05-01 a',
      ]),
    'then entered': () =>
      assert.deepEqual(
        order(pageOf({'2026-05-01 a': 'entered: 2026-05-03', '2026-05-01 b': 'entered: 2026-05-02 10:00'})),
        ['2026-05-01 b', '2026-05-01 a'],
      ),
    'then note id': () =>
      assert.deepEqual(order(pageOf({'2026-05-01 a': 'note: z', '2026-05-01 b': 'note: y'})), ['y', 'z']),
    'a file name gives a date only when the note has none, and review says so': () => {
      const page = pageOf({'visits/2026-05-08 visit': 'wins: [Slept]'})
      assert.equal(page.wins[0]?.on, '2026-05-08')
      assert.deepEqual(codes(page), ['note/date-from-name'])
      const own = folded({'2026-05-08 visit.md': 'client: c-1\ndate: 2026-05-09\nwins: [Slept]'})
      assert.equal(own.pages[0]?.wins[0]?.on, '2026-05-09')
      assert.deepEqual(codes(own), [])
    },
  },
  '2. Corrections': {
    'X is out of the fold, and stays in the history list, marked': () => {
      const page = pageOf({
        '2026-05-01': 'wins: [wrong]',
        '2026-05-01 b': 'corrects: 2026-05-01\nreason: A slip\nentered: 2026-05-02\nwins: [right]',
      })
      assert.deepEqual(wins(page), ['right'])
      assert.deepEqual(
        page.notes.map(({standing, correctedBy, reason, entered}) => [
          standing,
          correctedBy,
          reason,
          entered,
        ]),
        [
          ['corrected', '2026-05-01 b', undefined, undefined],
          ['counted', undefined, 'A slip', '2026-05-02'],
        ],
      )
    },
    'it stands in its place': () => {
      const page = pageOf({'2026-05-01': 'wins: [wrong]', later: 'corrects: 2026-05-01\nwins: [right]'})
      assert.equal(page.wins[0]?.on, '2026-05-01')
      assert.deepEqual(codes(page), [])
    },
    'chains follow to the last': () =>
      assert.deepEqual(
        wins(
          pageOf({
            '2026-05-01': 'wins: [one]',
            '2026-05-01 b': 'corrects: 2026-05-01\nwins: [two]',
            '2026-05-01 c': 'corrects: 2026-05-01 b\nwins: [three]',
          }),
        ),
        ['three'],
      ),
    'two corrections of one note: the later entered wins, and review says so': () => {
      const page = pageOf({
        '2026-05-01': 'wins: [one]',
        '2026-05-01 b': 'corrects: 2026-05-01\nentered: 2026-05-12\nwins: [two]',
        '2026-05-01 c': 'corrects: 2026-05-01\nentered: 2026-05-10\nwins: [three]',
      })
      assert.deepEqual(wins(page), ['two'])
      assert.deepEqual(codes(page), ['note/corrected-twice'])
    },
    'a loop: both kept, review says so': () => {
      const page = pageOf({
        '2026-05-01': 'corrects: 2026-05-02\nwins: [one]',
        '2026-05-02': 'corrects: 2026-05-01\nwins: [two]',
      })
      assert.deepEqual(wins(page), ['two', 'one'])
      assert.deepEqual(codes(page), ['note/corrects-loop', 'note/corrects-loop'])
    },
    'a missing target: kept as an ordinary note, review says so': () => {
      const page = pageOf({'2026-05-01': 'corrects: nowhere\nwins: [one]'})
      assert.deepEqual(wins(page), ['one'])
      assert.deepEqual(codes(page), ['note/corrects-missing'])
    },
  },
  '3. Addenda': {
    'adds, after X, on X’s date; its own entered is shown': () => {
      const page = pageOf({
        '2026-05-01': 'wins: [one]',
        '2026-05-04': 'amends: 2026-05-01\nentered: 2026-05-04\nreason: The letter came\nwins: [two]',
      })
      assert.deepEqual(
        page.wins.map(({what, on}) => [what, on]),
        [
          ['one', '2026-05-01'],
          ['two', '2026-05-01'],
        ],
      )
      const added = page.notes[1]
      assert.deepEqual(
        [added?.amends, added?.entered, added?.reason, added?.late?.days],
        ['2026-05-01', '2026-05-04', 'The letter came', 3],
      )
      assert.equal(page.sessions.length, 1)
    },
  },
  '4. Client ids': {
    'clients.yml joins ids; joined only when listed, undone by removing the line': () => {
      const notes = {
        'a.md': 'client: c-014\ndate: 2026-05-01\nstrengths: [humor]',
        'b.md': 'client: c-099\ndate: 2026-05-02\nstrengths: [humor]',
      }
      const joined = folded(notes, {joined: {'c-014': ['c-099']}}).pages
      assert.deepEqual(
        joined.map(({client, ids, strengths}) => [client, ids, strengths[0]?.notes]),
        [['c-014', ['c-014', 'c-099'], 2]],
      )
      assert.deepEqual(
        folded(notes).pages.map(({client}) => client),
        ['c-014', 'c-099'],
      )
    },
    'an id in two groups is an error': () => {
      const notes = {
        'a.md': 'client: c-1\ndate: 2026-05-01',
        'b.md': 'client: c-2\ndate: 2026-05-01',
        'c.md': 'client: c-9\ndate: 2026-05-01',
      }
      const {pages, review} = folded(notes, {joined: {'c-1': ['c-9'], 'c-2': ['c-9']}})
      assert.deepEqual(
        pages.map(({client}) => client),
        ['c-1', 'c-2', 'c-9'],
      )
      assert.deepEqual(
        review.map(({code, client}) => [code, client]),
        [
          ['client/two-people', 'c-1'],
          ['client/two-people', 'c-2'],
          ['client/two-people', 'c-9'],
        ],
      )
      assert.match(review[0]?.message ?? '', /`c-9` stands with `c-1` and with `c-2`/)
    },
  },
  '5. Goal identity': {
    id: () =>
      assert.equal(
        pageOf({'2026-05-01': goal('status: active'), '2026-06-01': 'goals: [{id: G-A, words: Two dogs}]'})
          .goals.length,
        1,
      ),
    'was: link follows renames both ways, so an old id used later still lands on the goal': () => {
      const page = pageOf({
        '2026-05-01': 'goals: [{id: g-job, words: Get a job}]',
        '2026-06-01': 'goals: [{id: g-work, was: g-job}]',
        '2026-07-01': 'goals: [{id: g-job, status: reached}]',
      })
      assert.deepEqual(
        page.goals.map(({id, status}) => [id, status]),
        [['g-work', 'reached']],
      )
    },
    'exact words after normalising case, quotes, punctuation': () =>
      assert.equal(
        pageOf({'2026-05-01': 'goals: ["I want a dog."]', '2026-06-01': 'goals: ["“i want a dog”"]'}).goals
          .length,
        1,
      ),
    'a new goal g-first-four-words': () =>
      assert.equal(pageOf({'2026-05-01': 'goals: [I want a small dog]'}).goals[0]?.id, 'g-i-want-a-small'),
    'similar wording is offered, never merged': () => {
      const page = pageOf({
        '2026-05-01': 'goals: ["Sunday dinner with my kids"]',
        '2026-06-01': 'goals: ["Sunday dinner with my kids, at my table"]',
      })
      assert.equal(page.goals.length, 2)
      assert.deepEqual(codes(page), ['goal/similar'])
      assert.match(page.review[0]?.todo ?? '', /`was: g-sunday-dinner-with-my` beside the later one/)
    },
  },
  '6. Goal words': {
    'the person’s latest words show; earlier words stay under “first said”': () => {
      const [found] = pageOf({
        '2026-05-01': goal('status: active'),
        '2026-06-01': 'goals: [{id: g-a, words: Two dogs}]',
      }).goals
      assert.equal(found?.words, 'Two dogs')
      assert.deepEqual(
        found?.earlierWords.map(({words, on}) => [words, on]),
        [['A dog', '2026-05-01']],
      )
    },
  },
  '7. Status': {
    'the last dated statement wins': () =>
      assert.equal(
        statusOf({'2026-05-01': goal('status: active'), '2026-06-01': goal('status: paused')}),
        'paused',
      ),
    'silence changes nothing; a goal unmentioned for N days reads quiet since, same status': () => {
      const [found] = pageOf({'2026-05-01': goal('status: active'), '2026-07-20': 'wins: [Slept]'}).goals
      assert.deepEqual([found?.status, found?.quietSince], ['active', '2026-05-01'])
      assert.equal(pageOf({'2026-07-01': goal('status: active')}).goals[0]?.quietSince, undefined)
      const settings = {quietAfterDays: 20}
      assert.equal(
        pageOf({'2026-07-01': goal('status: active')}, settings).goals[0]?.quietSince,
        '2026-07-01',
      )
    },
    'reached then active is picked up again, both dates kept': () =>
      assert.deepEqual(
        pageOf({
          '2026-05-01': goal('status: reached'),
          '2026-06-01': goal('status: active'),
        }).goals[0]?.life.map(({status, on, again}) => [status, on, again]),
        [
          ['reached', '2026-05-01', false],
          ['active', '2026-06-01', true],
        ],
      ),
    'first mention without a status is named': () =>
      assert.equal(statusOf({'2026-05-01': 'goals: [A dog]'}), 'named'),
  },
}

for (const [rule, cases] of Object.entries(RULES))
  describe(`merging rule ${rule}`, () => {
    for (const [name, holds] of Object.entries(cases)) it(name, holds)
  })
