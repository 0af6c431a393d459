import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import type {Said} from '../../../src/core/record/said.ts'

const read = (yaml: string) => readRecord(parseNote(`---\n${yaml}\n---\n\nWords below.\n`))
const words = (said: Said<unknown> | undefined) => said?.value
const codes = (yaml: string) => read(yaml).problems.map((problem) => problem.code)
const HEAD = 'client: c-014\ndate: 2026-07-14\n'

describe('readRecord', () => {
  it('reads the whole vocabulary of one session', () => {
    const {record, problems} = read(`note: c-014/2026-07-14
client: c-014
date: 2026-07-14
start: 14:00
end: 14:50
kind: individual
mode: in-person
place: public library, study room 2
specialist: jm
participants: []
service: { code: H0038, modifiers: [HF], plan_goal: ISP-2 }
consent: { together: yes, shared_with_client: yes }
strengths:
  - name: persistence
    evidence: Called the union hall three times in one week until somebody picked up.
    source: conversation
    named_by: person
    used_for: [g-work]
  - humor: "Had the whole front desk laughing while she waited for her card."
  - name: love of learning
    source: via
    rank: 3
assessments:
  - { tool: VIA Character Strengths, on: 2026-06-30, top: [humor, kindness] }
skills:
  - name: cabinet making
    from: eleven years in a joinery shop
    use_for: [g-work]
  - reading blueprints
resources:
  - id: union-hall
    name: Carpenters Local 43 training desk
    kind: employment
    status: waiting            # idea | exploring | applied
    contact: training desk, ext. 12
    next: Hears back about the July 28 class
    next_by: 2026-07-28
    for: [g-work]
  - { name: Tuesday mutual-help meeting, kind: mutual-aid, status: active }
preferences:
  - Meets mornings or right after lunch; the library, not the office.
  - about: contact
    says: "Text me first, I don't pick up numbers I don't know."
goals:
  - id: g-work
    words: "I want to work with my hands again"
    status: active
    since: 2026-05-05
    strengths: [persistence, love of learning]
    resources: [union-hall]
    progress: { rating: 6, of: 10, by: person, says: "It was a three in May." }
    actions:
      - { id: a1, what: Call the union hall, who: person, by: 2026-07-10, done: 2026-07-13 }
      - { what: Print the form, who: specialist, by: 2026-07-21 }
wins:
  - what: Union hall put her on the July 28 list
    strengths: [persistence]
    goals: [g-work]
affirmations:
  - >-
    I told her what I saw: three calls, no quitting.
    She said, "Huh. I did do that."
reflections:
  - "I used to hang up when it rang too long. Now I walk while it rings."
feedback: []
stories: []
follow_up: { on: 2026-07-21, start: 14:00, place: public library, about: pre-apprenticeship form }`)
    assert.deepEqual(problems, [])
    assert.equal(words(record.id), 'c-014/2026-07-14')
    assert.equal(words(record.place), 'public library, study room 2')
    assert.equal(words(record.service.planGoal), 'ISP-2')
    assert.equal(words(record.consent.together), true)
    assert.deepEqual(
      record.strengths.map((item) => [item.name.value, words(item.evidence), words(item.rank)]),
      [
        ['persistence', 'Called the union hall three times in one week until somebody picked up.', undefined],
        ['humor', 'Had the whole front desk laughing while she waited for her card.', undefined],
        ['love of learning', undefined, 3],
      ],
    )
    assert.deepEqual(
      record.assessments[0]?.results.map(({name}) => name.value),
      ['humor', 'kindness'],
    )
    assert.deepEqual(
      record.skills.map((skill) => skill.name.value),
      ['cabinet making', 'reading blueprints'],
    )
    assert.equal(words(record.resources[0]?.status), 'waiting')
    assert.equal(words(record.resources[0]?.nextBy), '2026-07-28')
    assert.equal(words(record.preferences[1]?.about), 'contact')
    const goal = record.goals[0]
    assert.equal(words(goal?.words), 'I want to work with my hands again')
    assert.equal(words(goal?.progress?.rating), 6)
    assert.deepEqual(
      goal?.actions.map((action) => [action.what.value, words(action.by), words(action.done)]),
      [
        ['Call the union hall', '2026-07-10', '2026-07-13'],
        ['Print the form', '2026-07-21', undefined],
      ],
    )
    assert.deepEqual(
      record.wins[0]?.goals.map((said) => said.value),
      ['g-work'],
    )
    assert.equal(
      record.affirmations[0]?.said.value,
      'I told her what I saw: three calls, no quitting. She said, "Huh. I did do that."',
    )
    assert.equal(words(record.followUps[0]?.on), '2026-07-21')
  })

  it('reads a minimal note to the same shapes', () => {
    const {record, problems} = read(`${HEAD}strengths: [persistence, humor]
goals:
  - "I want to work with my hands again"
wins: Union hall put her on the July 28 list`)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      record.strengths.map((item) => item.name.value),
      ['persistence', 'humor'],
    )
    assert.equal(words(record.goals[0]?.words), 'I want to work with my hands again')
    assert.equal(words(record.wins[0]?.what), 'Union hall put her on the July 28 list')
  })

  it('gives every value the place where it stands', () => {
    const text = `---\n${HEAD}wins:\n  - what: Rang the bell\n---\n`
    const span = readRecord(parseNote(text)).record.wins[0]?.what.span
    assert.equal(text.slice(span?.start, span?.end), 'Rang the bell')
  })

  it('keeps an id of digits as it was typed', () => {
    assert.equal(read('client: 007\ndate: 2026-07-14').record.clients[0]?.value, '007')
  })

  it('reads a date as people type it, and says how it was read', () => {
    for (const typed of [
      '7/14/26',
      '7/14/2026',
      '2026/7/14',
      '14.7.2026',
      'July 14, 2026',
      'Tue 14 Jul 2026',
    ]) {
      const {record, problems} = read(`client: c-014\ndate: ${typed}`)
      assert.equal(record.date?.value, '2026-07-14', typed)
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.severity]),
        [['note/date-form', 'information']],
      )
    }
  })

  it('says where a date cannot be read', () => {
    assert.deepEqual(codes('client: c-014\ndate: last Tuesday'), ['note/date-unreadable'])
    assert.deepEqual(codes('client: c-014\ndate: 2026-02-30'), ['note/date-unreadable'])
  })

  it('points to the opening line for a client or a date that is not there', () => {
    const {problems} = read('place: library')
    assert.deepEqual(
      problems.map(({code, span}) => [code, span.start, span.end]),
      [
        ['note/client-missing', 0, 3],
        ['note/date-missing', 0, 3],
      ],
    )
    assert.deepEqual(
      readRecord(parseNote('Words.')).problems.map(({span}) => span),
      [
        {start: 0, end: 3},
        {start: 0, end: 3},
      ],
    )
  })

  it('lists the words a status can say, and reads the rest', () => {
    const {record, problems} = read(`${HEAD}goals:\n  - words: A dog\n    status: going well`)
    assert.equal(problems[0]?.code, 'note/value-unreadable')
    assert.match(problems[0]?.message ?? '', /named, exploring, active/)
    assert.equal(words(record.goals[0]?.words), 'A dog')
    assert.equal(record.goals[0]?.status, undefined)
  })

  it('takes empty values as nothing said', () => {
    const {record, problems} = read(
      `${HEAD}wins:\nplace: ""\ngoals: []\nfollow_up:\nstrengths:\n  -\n  - name:\n      \nskills: ~`,
    )
    assert.deepEqual(
      problems.map(({code}) => code),
      [],
    )
    assert.deepEqual([record.wins, record.goals, record.strengths, record.skills], [[], [], [], []])
    assert.equal(record.place, undefined)
  })

  it('leaves keys of the agency alone', () => {
    assert.deepEqual(
      codes(`${HEAD}ehr_box: 12\ngoals:\n  - words: A dog\n    colour: red\nwins:\n  - {what: x, mood: y}`),
      [],
    )
  })

  it('reads bare numbers and null words as text', () => {
    assert.equal(words(read(`${HEAD}wins:\n  - 40`).record.wins[0]?.what), '40')
  })

  it('reads strengths paired with what was seen, with colons in it', () => {
    const {record} = read(`${HEAD}strengths:\n  humor: made us laugh\n  patience: waited\nskills: cooking`)
    assert.deepEqual(
      record.strengths.map(({name, evidence}) => [name.value, words(evidence)]),
      [
        ['humor', 'made us laugh'],
        ['patience', 'waited'],
      ],
    )
  })

  it('reads each person of a group note apart', () => {
    const {record, problems} = read(`clients: [c-014, c-022]
date: 2026-07-14
kind: group
each:
  c-014:
    wins: Spoke first
  c-022:
    strengths: [kindness]`)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      record.each.map(({client, wins}) => [client.value, wins.length]),
      [
        ['c-014', 1],
        ['c-022', 0],
      ],
    )
  })

  it('reads when a note was entered, with its time', () => {
    assert.deepEqual(read(`${HEAD}entered: 2026-07-15 9:30 am`).record.entered?.value, {
      date: '2026-07-15',
      time: 570,
    })
  })

  it('reads done as a day, yes or no, and progress as a number', () => {
    const {record} = read(
      `${HEAD}goals:\n  - words: A dog\n    progress: 6/10\n    actions:\n      - {what: a, done: yes}\n      - {what: b, done: no}\n      - c`,
    )
    assert.equal(words(record.goals[0]?.progress?.rating), 6)
    assert.deepEqual(
      record.goals[0]?.actions.map((action) => words(action.done)),
      [true, false, undefined],
    )
  })

  it('reads the same with Windows line ends', () => {
    const text = `---\r\n${HEAD.replaceAll('\n', '\r\n')}wins:\r\n  - Saw it: done\r\n  - next\r\n---\r\n`
    assert.deepEqual(
      readRecord(parseNote(text)).record.wins.map(({what}) => what.value),
      ['Saw it: done', 'next'],
    )
  })
})
