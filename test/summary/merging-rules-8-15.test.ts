import assert from 'node:assert/strict'
import type {Summary} from '../../src/summary/summary.ts'
import {folded, pageOf} from './folded.ts'

type Notes = Readonly<Record<string, string>>

const codes = ({review}: Pick<Summary, 'review'>): readonly string[] => review.map(({code}) => code)
const goal = (rest: string): string => `goals: [{id: g-a, words: A dog, ${rest}}]`
const statusOf = (notes: Notes): string | undefined => pageOf(notes).goals[0]?.status
const step = (rest: string): string => goal(`actions: [{what: Call the shelter, ${rest}}]`)
const actionOf = (notes: Notes) => pageOf(notes).actions[0]
const resource = (rest: string): string => `resources: [{id: hall, name: Union hall, ${rest}}]`
const askOf = (status: string, day: string) =>
  pageOf({[day]: resource(`status: ${status}`)}).resources[0]?.askAbout

/** The merging rules eight to fifteen, each case in the words of the rule. */
const RULES: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  '8. Two statuses on one date': {
    'settle if one is an addendum': () =>
      assert.equal(
        statusOf({
          '2026-05-08': goal('status: active'),
          '2026-05-09': `amends: 2026-05-08\n${goal('status: reached')}`,
        }),
        'reached',
      ),
    'or both have start times': () =>
      assert.equal(
        statusOf({
          '2026-05-08 a': `start: 15:30\n${goal('status: active')}`,
          '2026-05-08 b': `start: 9:00\n${goal('status: paused')}`,
        }),
        'active',
      ),
    'or both have entered times': () =>
      assert.equal(
        statusOf({
          '2026-05-08 a': `entered: 2026-05-10\n${goal('status: active')}`,
          '2026-05-08 b': `entered: 2026-05-09\n${goal('status: paused')}`,
        }),
        'active',
      ),
    'otherwise keep what was true before that date and put both claims in review': () => {
      const page = pageOf({
        '2026-05-01': goal('status: exploring'),
        '2026-05-08 a': `start: 9:00\n${goal('status: reached')}`,
        '2026-05-08 b': goal('status: paused'),
      })
      assert.equal(page.goals[0]?.status, 'exploring')
      assert.deepEqual(codes(page), ['goal/two-statuses'])
      assert.deepEqual(
        page.review[0]?.sources.map(({note}) => note),
        ['2026-05-08 b', '2026-05-08 a'],
      )
    },
  },
  '9. Actions': {
    'id, else goal and normalised text': () => {
      const page = pageOf({
        '2026-06-01': 'goals: [{id: g-a, actions: [{id: a1, what: Call}, Read up]}]',
        '2026-06-08':
          'goals: [{id: g-a, actions: [{id: a1, what: Call the shelter}, {what: “read up.”, done: yes}]}]',
      })
      assert.deepEqual(
        page.actions.map(({what, done}) => [what, done]),
        [
          ['Call the shelter', false],
          ['“read up.”', true],
        ],
      )
    },
    'latest due date wins, earlier ones show as moved from': () => {
      const action = actionOf({'2026-06-01': step('by: 2026-06-10'), '2026-06-12': step('by: 2026-06-20')})
      assert.deepEqual([action?.by, action?.movedFrom], ['2026-06-20', ['2026-06-10']])
    },
    'done stays done unless a later note says done: no': () => {
      const done = {'2026-06-01': step('done: yes'), '2026-06-12': step('who: person')}
      assert.deepEqual([actionOf(done)?.done, actionOf(done)?.doneOn], [true, '2026-06-01'])
      assert.equal(actionOf({...done, '2026-06-20': step('done: no')})?.done, false)
    },
    'overdue is computed from --as-of': () => {
      assert.equal(actionOf({'2026-06-01': step('by: 2026-07-20')})?.past, true)
      assert.equal(actionOf({'2026-06-01': step('by: 2026-07-21')})?.past, false)
    },
  },
  '10. Strengths': {
    'canonical name by a lexicon, the person’s word kept for display if they named it': () => {
      const [found] = pageOf({
        '2026-05-01': 'strengths: [{name: not giving up, named_by: person}]',
        '2026-06-01': 'strengths: [tenacity]',
      }).strengths
      assert.deepEqual([found?.id, found?.name, found?.namedByPerson], ['persistence', 'not giving up', true])
      assert.equal(pageOf({'2026-05-01': 'strengths: [tenacity]'}).strengths[0]?.name, 'persistence')
    },
    'count distinct notes, not mentions; same evidence in one note counts once': () => {
      const [found] = pageOf({
        '2026-05-01': 'strengths: [{humor: Laughed}, {name: humour, evidence: laughed.}, {humor: Joked}]',
        '2026-06-01': 'strengths: [{humor: Laughed}]',
      }).strengths
      assert.equal(found?.notes, 2)
      assert.deepEqual(
        found?.evidence.map(({text, on}) => [text, on]),
        [
          ['Laughed', '2026-05-01'],
          ['Joked', '2026-05-01'],
          ['Laughed', '2026-06-01'],
        ],
      )
    },
    'order: named by the person, then notes, then recency': () =>
      assert.deepEqual(
        pageOf({
          '2026-05-01': 'strengths: [hope, humor, {name: zest, named_by: person}]',
          '2026-06-01': 'strengths: [humor]',
          '2026-06-02': 'strengths: [fairness]',
        }).strengths.map(({name}) => name),
        ['zest', 'humor', 'fairness', 'hope'],
      ),
    'an assessment result is not a sighting': () => {
      const [found] = pageOf({
        '2026-07-01': 'assessments: [{tool: VIA, on: 2026-06-30, top: [humor]}]',
      }).strengths
      assert.equal(found?.notes, 0)
      assert.deepEqual(
        found?.fromAssessments.map(({tool, on, rank}) => [tool, on, rank]),
        [['VIA', '2026-06-30', 1]],
      )
    },
  },
  '11. Resources': {
    'id or name (+ kind if two share a name)': () =>
      assert.equal(
        pageOf({
          '2026-05-01': 'resources: [{name: Maria, kind: friend}, {name: Maria, kind: sponsor}, sister]',
          '2026-06-01': 'resources: [{name: maria, kind: friend}, Sister]',
        }).resources.length,
        3,
      ),
    'latest status; last heard is the last note that mentions it': () => {
      const [found] = pageOf({
        '2026-05-01': resource('status: waiting'),
        '2026-06-01': resource('status: active'),
        '2026-07-01': goal('resources: [hall]'),
      }).resources
      assert.deepEqual([found?.status, found?.lastHeard], ['active', '2026-07-01'])
    },
    'check-in is due after waiting 14 days, applied 21, exploring 30, idea 60, active 90, paused 120': () => {
      // As of 21 July.
      for (const [status, due, not] of [
        ['waiting', '2026-07-07', '2026-07-08'],
        ['applied', '2026-06-30', '2026-07-01'],
        ['exploring', '2026-06-21', '2026-06-22'],
        ['idea', '2026-05-22', '2026-05-23'],
        ['active', '2026-04-22', '2026-04-23'],
        ['paused', '2026-03-23', '2026-03-24'],
      ] as const)
        assert.deepEqual([askOf(status, due), askOf(status, not)], ['quiet', undefined], status)
    },
    '(settings)': () =>
      assert.equal(
        pageOf({'2026-07-16': resource('status: waiting')}, {askAfterDays: {waiting: 5}}).resources[0]
          ?.askAbout,
        'quiet',
      ),
    'ended and not-a-fit never': () =>
      assert.deepEqual(
        [askOf('ended', '2025-01-01'), askOf('not-a-fit', '2025-01-01')],
        [undefined, undefined],
      ),
    'a passed next_by is due at once': () =>
      assert.equal(
        pageOf({'2026-07-19': resource('status: active, next: Hears back, next_by: 2026-07-20')}).resources[0]
          ?.askAbout,
        'next-step',
      ),
  },
  '12. Preferences': {
    'same about: latest replaces; no about: accumulate, exact duplicates once': () =>
      assert.deepEqual(
        pageOf({
          '2026-05-01': 'preferences: [{about: Contact, says: Call}, Mornings]',
          '2026-06-01': 'preferences: [{about: contact, says: Text}, Mornings, At the library]',
        }).preferences.map(({says}) => says),
        ['Text', 'Mornings', 'At the library'],
      ),
  },
  '13. Wins, stories, affirmations, reflections, feedback': {
    'append-only; same text on the same date once': () => {
      const all = (text: string): string =>
        ['wins', 'stories', 'affirmations', 'reflections', 'feedback']
          .map((key) => `${key}: ${text}`)
          .join('\n')
      const page = pageOf({'2026-05-01': all('[One, one.]'), '2026-05-02': all('[One]')})
      for (const told of [page.wins, page.stories, page.affirmations, page.reflections, page.feedback])
        assert.deepEqual(
          told.map(({on}) => on),
          ['2026-05-02', '2026-05-01'],
        )
    },
  },
  '14. Every output value carries its notes': {
    '(id, line range)': () =>
      assert.deepEqual(
        pageOf({'2026-05-01': 'note: n-1\nwins:\n  - >-\n    Slept\n    through'}).wins[0]?.sources,
        [{note: 'n-1', file: '2026-05-01.md', line: 6, endLine: 8, date: '2026-05-01'}],
      ),
  },
  '15. Group notes': {
    'only each.<client> and the shared header reach a person': () => {
      const {pages} = folded({
        'a.md': `clients: [c-1, c-2]\ndate: 2026-05-01\nplace: library\nstart: 14:00\nend: 15:00
each: {c-1: {wins: [Spoke first]}, c-2: {wins: [Stayed]}}`,
      })
      assert.deepEqual(
        pages.map(({client, wins: [win], notes: [note], sessions: [session]}) => [
          client,
          win?.what,
          note?.place,
          session?.minutes,
          session?.people,
        ]),
        [
          ['c-1', 'Spoke first', 'library', 60, 2],
          ['c-2', 'Stayed', 'library', 60, 2],
        ],
      )
    },
    'personal keys at the top of a many-client note reach nobody and are flagged': () => {
      const {pages, review} = folded({
        'a.md': 'clients: [c-1, c-2]\ndate: 2026-05-01\nwins: [Everybody came]',
      })
      assert.ok(pages.every((page) => page.wins.length === 0))
      assert.deepEqual(codes({review}), ['group/shared-keys', 'group/shared-keys'])
    },
  },
}

for (const [rule, cases] of Object.entries(RULES))
  describe(`merging rule ${rule}`, () => {
    for (const [name, holds] of Object.entries(cases)) it(name, holds)
  })
