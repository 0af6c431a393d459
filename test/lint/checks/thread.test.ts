import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {actionWithoutWho} from '../../../src/lint/checks/action-without-who.ts'
import {goalInClinicWords} from '../../../src/lint/checks/goal-in-clinic-words.ts'
import {goalReached, goalWithoutAction, goalWithoutLink} from '../../../src/lint/checks/goals.ts'
import {strengthWithoutEvidence} from '../../../src/lint/checks/strength-without-evidence.ts'
import {afterOffer, folderOf, seenBy, withKeys, wordsSeen} from './checked.ts'

const EARLIER = (keys: string): string => withKeys(keys).replace('2026-07-14', '2026-07-01')
const GOAL = 'goals:\n  - {id: g-work, words: "Work with my hands", status: active}\n'

/** With a folder that holds this one other note. */
const after = (keys: string) => ({known: folderOf({'a.md': EARLIER(keys)})})

describe('a goal that nothing is tied to', () => {
  it('is asked about where it is active', () => {
    assert.deepEqual(wordsSeen(goalWithoutLink, withKeys(GOAL), after('wins: [A walk]')), [
      '"Work with my hands"',
    ])
    assert.match(
      seenBy(goalWithoutLink, withKeys(GOAL), after(''))[0]?.message ?? '',
      /^“Work with my hands”: which strength or resource/,
    )
  })

  for (const [name, keys] of [
    ['a strength', 'goals:\n  - {id: g-work, words: Work, status: active, strengths: [patience]}'],
    ['a resource that names it', `${GOAL}resources:\n  - {name: Union hall, for: [g-work]}`],
    [
      'a strength that is used for it, by its words',
      `${GOAL}strengths:\n  - {name: patience, used_for: [work with my hands]}`,
    ],
    ['a win', `${GOAL}wins:\n  - {what: On the list, strengths: [patience], goals: [g-work]}`],
    ['no status', 'goals:\n  - "Work with my hands"'],
    ['another status', GOAL.replace('active', 'exploring')],
  ] as const)
    it(`is left alone with ${name}`, () =>
      assert.deepEqual(wordsSeen(goalWithoutLink, withKeys(keys), after('')), []))

  it('is left alone where an earlier note tied something to it, under an older id too', () => {
    assert.deepEqual(
      wordsSeen(goalWithoutLink, withKeys(GOAL), after('goals:\n  - {id: g-work, resources: [union hall]}')),
      [],
    )
    const renamed = 'goals:\n  - {id: g-hands, was: g-work, words: Work with wood, status: active}'
    assert.deepEqual(
      wordsSeen(goalWithoutLink, withKeys(renamed), after('goals:\n  - {id: g-work, strengths: [patience]}')),
      [],
    )
  })

  it('is left alone where earlier notes are not known', () =>
    assert.deepEqual(wordsSeen(goalWithoutLink, withKeys(GOAL)), []))

  it('in a group note is a matter of each person', () => {
    const group =
      '---\nclients: [c-1, c-2]\ndate: 2026-07-14\neach:\n  c-1:\n    goals:\n      - {id: g-a, words: Sing, status: active}\n  c-2:\n    goals:\n      - {id: g-a, words: Sing, status: active}\n---\n'
    const known = folderOf({
      'a.md': '---\nclient: c-1\ndate: 2026-07-01\ngoals:\n  - {id: g-a, strengths: [voice]}\n---\n',
    })
    const [seen, ...others] = seenBy(goalWithoutLink, group, {known})
    assert.equal(others.length, 0)
    assert.ok((seen?.span.start ?? 0) > group.indexOf('  c-2:'))
  })
})

describe('a goal without a step', () => {
  it('is asked about where it is active', () =>
    assert.deepEqual(wordsSeen(goalWithoutAction, withKeys(GOAL), after('')), ['"Work with my hands"']))

  it('is left alone where a note has one, done or not, and where earlier notes are not known', () => {
    const withStep = GOAL.replace('}', ', actions: [{what: Call, done: yes}]}')
    assert.deepEqual(wordsSeen(goalWithoutAction, withKeys(withStep), after('')), [])
    assert.deepEqual(wordsSeen(goalWithoutAction, withKeys(GOAL), after(withStep)), [])
    assert.deepEqual(wordsSeen(goalWithoutAction, withKeys(GOAL)), [])
  })
})

describe('a goal that is reached', () => {
  const reached = 'goals:\n  - {id: g-work, words: Work, status: reached}\n'
  it('asks for a win', () => assert.deepEqual(wordsSeen(goalReached, withKeys(reached)), ['reached']))
  it('is left alone beside one', () =>
    assert.deepEqual(wordsSeen(goalReached, withKeys(`${reached}wins: [Started Monday]`)), []))
})

describe('a goal in a clinic’s words', () => {
  for (const words of [
    'Client will attend 3 AA meetings per week',
    'Pt. will reduce use',
    'The participant agrees to a housing plan',
    'She will maintain sobriety for 90 days',
    'Increase coping skills as evidenced by fewer calls',
    'Use breathing 80% of the time',
    'Will demonstrate two anger management skills',
    'Improve medication compliance',
  ])
    it(`is seen in “${words}”`, () =>
      assert.deepEqual(wordsSeen(goalInClinicWords, withKeys(`goals:\n  - {words: ${words}}`)), [words]))

  for (const words of [
    'I want to work with my hands again',
    'Get my welding ticket',
    'Be somebody Nana gives the key to',
    'Attend three meetings a week',
    'Reduce my dose with the doctor, slowly',
    'Client services job at the bank',
    'Client will do what I say, they wrote. I want a say',
    'Stay clean until the baby comes',
    'Two bedrooms on the 12 bus, and an oven that holds its heat',
    'She will be in my life again',
  ])
    it(`is not seen in “${words}”`, () =>
      assert.deepEqual(wordsSeen(goalInClinicWords, withKeys(`goals:\n  - words: ${words}`)), []))

  it('is not seen in what stands in quotation marks', () =>
    assert.deepEqual(
      wordsSeen(goalInClinicWords, withKeys(`goals:\n  - words: '"Client will rest," he reads and laughs"'`)),
      [],
    ))
})

describe('a strength without evidence', () => {
  it('is asked about, one by one', () =>
    assert.deepEqual(wordsSeen(strengthWithoutEvidence, withKeys('strengths: [persistence, humor]')), [
      'persistence',
      'humor',
    ]))

  for (const [name, keys] of [
    ['what was seen', 'strengths:\n  - humor: Had the desk laughing.'],
    ['what was seen, in full', 'strengths:\n  - {name: humor, evidence: Had the desk laughing.}'],
    ['a result of an inventory', 'strengths:\n  - {name: humor, source: via}'],
    ['a rank', 'strengths:\n  - {name: humor, rank: 3}'],
    ['a win that names it', 'strengths: [humor]\nwins:\n  - {what: Told a joke, strengths: [Humor]}'],
  ] as const)
    it(`is left alone with ${name}`, () =>
      assert.deepEqual(wordsSeen(strengthWithoutEvidence, withKeys(keys)), []))

  it('is left alone where an earlier note has shown it', () =>
    assert.deepEqual(
      wordsSeen(
        strengthWithoutEvidence,
        withKeys('strengths: [humor]'),
        after('strengths:\n  - Humor: A joke.'),
      ),
      [],
    ))

  for (const [keys, wanted] of [
    [
      'strengths: [persistence, humor]',
      'strengths: [{persistence: "[what you saw or heard that showed it]"}, humor]',
    ],
    ['strengths:\n  - humor', 'strengths:\n  - humor: "[what you saw or heard that showed it]"'],
    ['strengths: humor', undefined],
    [
      'strengths:\n  - name: humor\n    source: conversation',
      'strengths:\n  - name: humor\n    source: conversation\n    evidence: "[what you saw or heard that showed it]"',
    ],
    [
      'strengths:\n  - {name: humor, source: conversation}',
      'strengths:\n  - {name: humor, source: conversation, evidence: "[what you saw or heard that showed it]"}',
    ],
  ] as const)
    it(`offers a place for it in ${JSON.stringify(keys)}`, () => {
      const text = afterOffer(strengthWithoutEvidence, withKeys(keys))
      if (wanted === undefined) return assert.equal(text, undefined)
      assert.equal(text, withKeys(wanted))
      const {record, problems} = readRecord(parseNote(text))
      assert.deepEqual(problems, [])
      assert.equal(record.strengths[0]?.evidence?.value, '[what you saw or heard that showed it]')
    })

  it('offers it with the line ends of the file', () => {
    const text = withKeys('strengths:\n  - name: humor\n    source: observation').replaceAll('\n', '\r\n')
    assert.doesNotMatch(afterOffer(strengthWithoutEvidence, text) ?? '\n', /(?<!\r)\n/)
  })
})

describe('a step without who or when', () => {
  const step = (action: string): string =>
    withKeys(`goals:\n  - words: Work\n    actions:\n      - ${action}`)

  it('is asked about', () => {
    assert.deepEqual(
      [
        '{what: Call the hall}',
        '{what: Call the hall, who: person}',
        '{what: Call the hall, by: 2026-07-20}',
        'Call the hall',
      ].map((action) => seenBy(actionWithoutWho, step(action))[0]?.message),
      ['Who does this, and by when?', 'By when?', 'Who does this?', 'Who does this, and by when?'],
    )
  })

  it('is left alone where it is done, or says both', () => {
    for (const action of [
      '{what: Call the hall, done: yes}',
      '{what: Call the hall, done: 2026-07-10}',
      '{what: Call the hall, who: person, by: 2026-07-20}',
    ])
      assert.deepEqual(seenBy(actionWithoutWho, step(action)), [])
  })

  for (const action of ['{what: Call the hall}', 'Call the hall', 'what: Call the hall', '"Call: the hall"'])
    it(`offers both in ${action}`, () => {
      const {record, problems} = readRecord(parseNote(afterOffer(actionWithoutWho, step(action)) ?? ''))
      const [read] = record.goals[0]?.actions ?? []
      assert.equal(read?.what.value.replace(':', ''), 'Call the hall')
      assert.equal(read.who?.value, '[person, specialist or a role]')
      assert.deepEqual(
        problems.map(({code}) => code),
        ['note/value-unreadable'],
      )
    })
})
