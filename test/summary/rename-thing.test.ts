import assert from 'node:assert/strict'
import {applyEdits} from '../../src/core/text/span.ts'
import {renameEverywhere, renameRefusal, type Renamed} from '../../src/summary/rename-thing.ts'
import {folded, pageOf} from './folded.ts'

const FIRST = `---
client: c-1
date: 2026-07-07
strengths:
  - name: tenacity
    used_for: [g-work]
  - humor: "Had them laughing" # at the desk
resources:
  - {id: union-hall, name: Carpenters Local 43, for: g-work}
goals:
  - id: g-work   # from the plan
    words: Work with my hands
    strengths: [tenacity, "humor"]
    resources: [union-hall]
---

Tenacity again. c-1 spoke of g-work.
`
const SECOND = `---
client: c-1
date: 2026-07-14
goals:
  - {id: G-work, status: active}
wins:
  - {what: Up early, goals: [g-work, g-workshop], strengths: [tenacity]}
---
`
const GROUP = `---
clients: [c-1, c-2]
date: 2026-07-10
each:
  c-1:
    wins: [{what: Sang, goals: [g-work]}]
  c-2:
    goals: [{id: g-work, words: Weld}]
---
`
const NOTES = {'a.md': FIRST, 'b.md': SECOND, 'group.md': GROUP}

function renamed(
  what: Renamed,
  to: string,
  notes: Readonly<Record<string, string>> = NOTES,
): Record<string, string> {
  const inputs = Object.entries(notes).map(([id, text]) => ({id, text}))
  const plan = renameEverywhere(inputs, what, to)
  return Object.fromEntries([...plan].map(([id, {edits}]) => [id, applyEdits(notes[id] ?? '', edits)]))
}

const GOAL: Renamed = {kind: 'goal', client: 'c-1', from: 'g-work'}

describe('a rename everywhere', () => {
  it('gives a goal another id in all notes of its person, and keeps the earlier one in the latest', () => {
    const after = renamed(GOAL, 'g-hands')
    assert.equal(
      after['a.md'],
      FIRST.replace('[g-work]', '[g-hands]')
        .replace('for: g-work', 'for: g-hands')
        .replace('id: g-work ', 'id: g-hands '),
    )
    assert.equal(
      after['b.md'],
      SECOND.replace('id: G-work', 'id: g-hands, was: g-work').replace('[g-work,', '[g-hands,'),
    )
    assert.equal(after['group.md'], GROUP.replace('goals: [g-work]', 'goals: [g-hands]'))
  })

  it('leaves the page as it is but for the name', () => {
    const strip = (text: string): string => text.slice(4, text.indexOf('\n---\n', 4))
    const fold = (notes: Readonly<Record<string, string>>) =>
      folded(Object.fromEntries(Object.entries(notes).map(([id, text]) => [id, strip(text)]))).pages[0]
    const before = fold(NOTES)
    const after = fold({...NOTES, ...renamed(GOAL, 'g-hands')})
    assert.equal(after?.goals.length, before?.goals.length)
    assert.deepEqual(
      after?.goals.map(({words, status, since}) => ({words, status, since})),
      before?.goals.map(({words, status, since}) => ({words, status, since})),
    )
    const partly = fold({...NOTES, 'b.md': renamed(GOAL, 'g-hands')['b.md'] ?? ''})
    assert.equal(partly?.goals.length, before?.goals.length)
  })

  it('adds to the earlier ids that are there', () => {
    const note = (was: string): string => `---\nclient: c-1\ngoals:\n  - was: ${was}\n    id: g-work\n---\n`
    assert.equal(
      renamed(GOAL, 'g-new', {'a.md': note('g-old')})['a.md'],
      note('[g-old, g-work]').replace('id: g-work', 'id: g-new'),
    )
    assert.equal(
      renamed(GOAL, 'g-new', {'a.md': note('[g-old]')})['a.md'],
      note('[g-old, g-work]').replace('id: g-work', 'id: g-new'),
    )
    assert.match(
      renamed(GOAL, 'g-new', {'a.md': '---\nclient: c-1\ngoals:\n  - id: g-work\n    words: x\n---\n'})[
        'a.md'
      ] ?? '',
      /- id: g-new\n {4}was: g-work\n {4}words: x\n/,
    )
  })

  it('gives a person another id, each and who included, and offers the text for a look', () => {
    const plan = renameEverywhere(
      Object.entries(NOTES).map(([id, text]) => ({id, text})),
      {kind: 'client', from: 'c-1'},
      'c-100',
    )
    assert.deepEqual([...plan.keys()].toSorted(), ['a.md', 'b.md', 'group.md'])
    assert.equal(
      applyEdits(GROUP, plan.get('group.md')?.edits ?? []),
      GROUP.replace('[c-1,', '[c-100,').replace('  c-1:', '  c-100:'),
    )
    assert.equal(plan.get('a.md')?.mentions.length, 1)
  })

  it('gives a strength another word, quoted where it must be', () => {
    const what: Renamed = {kind: 'strength', client: 'c-1', from: 'tenacity'}
    const after = renamed(what, 'not giving up, ever')
    assert.equal(
      after['a.md'],
      FIRST.replace('name: tenacity', 'name: "not giving up, ever"').replace(
        '[tenacity,',
        '["not giving up, ever",',
      ),
    )
    assert.equal(
      renamed({...what, from: 'humor'}, 'wit')['a.md'],
      FIRST.replace('- humor:', '- wit:').replace('"humor"', 'wit'),
    )
  })

  it('tells a resource’s id from its name', () => {
    assert.equal(
      renamed({kind: 'resource', client: 'c-1', from: 'union-hall', by: 'id'}, 'hall')['a.md'],
      FIRST.replace('id: union-hall', 'id: hall').replace('[union-hall]', '[hall]'),
    )
    assert.equal(
      renamed({kind: 'resource', client: 'c-1', from: 'carpenters local 43', by: 'name'}, 'Local 43')['a.md'],
      FIRST.replace('name: Carpenters Local 43', 'name: Local 43'),
    )
  })

  it('reaches what is marked in the text, and writes it as a mark takes it', () => {
    const text =
      '---\nclient: c-1\ndate: 2026-07-14\n---\n\nShe :strength[called thrice]{name=tenacity used_for="g-home, g-work"} for' +
      ' :goal[work with my hands]{#g-work}: :strength[humor] at its best, tenacity too.\n'
    const notes = {'a.md': text}
    assert.equal(
      renamed(GOAL, 'g-hands', notes)['a.md'],
      text.replace(', g-work', ', g-hands').replace('#g-work}', '#g-hands was=g-work}'),
    )
    const what: Renamed = {kind: 'strength', client: 'c-1', from: 'tenacity'}
    assert.equal(
      renamed(what, 'not giving up', notes)['a.md'],
      text.replace('name=tenacity', 'name="not giving up"'),
    )
    assert.equal(renamed({...what, from: 'humor'}, 'wit', notes)['a.md'], text.replace('[humor]', '[wit]'))
    const plan = renameEverywhere([{id: 'a.md', text}], what, 'persistence').get('a.md')
    assert.deepEqual(
      plan?.mentions.map(({span}) => text.slice(span.start - 2, span.end + 4)),
      [', tenacity too'],
    )
  })

  it('is refused for a name that is somebody’s or something’s already', () => {
    const page = pageOf({'2026-07-07': 'goals: [{id: g-work}, {id: g-home}]\nresources: [{id: hall}]'})
    const refusal = (what: Renamed, to: string): string | undefined =>
      renameRefusal(what, to, {page, clients: ['c-1', 'c-2']})
    assert.match(refusal(GOAL, 'g-home') ?? '', /another goal/)
    assert.match(refusal(GOAL, 'two words') ?? '', /one word/)
    assert.match(refusal({kind: 'client', from: 'c-1'}, 'c-2') ?? '', /another person/)
    assert.match(refusal(GOAL, ' ') ?? '', /one word at least/)
    assert.equal(refusal(GOAL, 'g-hands'), undefined)
    assert.equal(refusal({kind: 'strength', client: 'c-1', from: 'a'}, 'two words'), undefined)
  })
})
