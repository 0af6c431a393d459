import assert from 'node:assert/strict'
import {
  checkInsDue,
  filterTree,
  personDescription,
  personTree,
  type TreeLine,
} from '../../../src/summary/recall/people-tree.ts'
import {day} from '../folded.ts'
import {recalled} from './recalled.ts'

const TODAY = day('2026-07-21')
const page = recalled('').pageOf('c-1')
assert.ok(page)

const told = (lines: readonly TreeLine[]): string[] =>
  lines.flatMap(({label, description, children}) => [
    [label, description].filter(Boolean).join(': '),
    ...told(children).map((line) => `  ${line}`),
  ])

describe('the tree of people', () => {
  it('opens a person to what is worth asking about, goals by state, strengths, resources by group and notes', () => {
    assert.deepEqual(told(personTree(page, TODAY)), [
      'Worth asking about: 1',
      '  Carpenters Local 43: waiting, last heard 7 Jul, worth asking about',
      'Goals: 1',
      '  I want to work with my hands again: active since 7 Jul',
      'Goals reached: 1',
      '  Leave the shelter: reached since 14 Jul',
      'Strengths: 2',
      '  tenacity: seen in 2 notes, last 14 Jul',
      '  humor: seen in 1 note, last 14 Jul',
      'Resources: 2',
      '  People: 1',
      '    sister: active, last heard 7 Jul',
      '  Community: 1',
      '    Carpenters Local 43: waiting, last heard 7 Jul, worth asking about',
      'Notes: 2',
      '  14 Jul: his kitchen',
      '  7 Jul: public library',
    ])
    assert.equal(personDescription(page, checkInsDue(page), TODAY), 'last note 14 Jul · 1 to ask about')
  })

  it('knows the note and the line of each', () => {
    const goals = personTree(page, TODAY).find(({label}) => label === 'Goals')
    assert.equal(goals?.children[0]?.opens?.file, 'c-1/2026-07-14.md')
    assert.equal(goals?.children[0]?.opens?.line, 6)
  })

  it('gives every line an id of its own', () => {
    const ids = (lines: readonly TreeLine[]): string[] =>
      lines.flatMap(({id, children}) => [id, ...ids(children)])
    const all = ids(personTree(page, TODAY))
    assert.equal(new Set(all).size, all.length)
  })

  it('is filtered by what people say', () => {
    assert.deepEqual(told(filterTree(personTree(page, TODAY), 'MY hands')), [
      'Goals: 1',
      '  I want to work with my hands again: active since 7 Jul',
    ])
    assert.deepEqual(filterTree(personTree(page, TODAY), 'sailing'), [])
  })
})
