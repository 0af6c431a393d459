import assert from 'node:assert/strict'
import {formsOf, IRREGULAR_PASTS, pluralOf} from '../../src/lint/inflect.ts'

const PLURALS: readonly (readonly [noun: string, plural: string])[] = [
  ['addict', 'addicts'],
  ['person', 'people'],
  ['woman', 'women'],
  ['child', 'children'],
  ['thief', 'thieves'],
  ['abuse', 'abuses'],
  ['boss', 'bosses'],
  ['crutch', 'crutches'],
  ['box', 'boxes'],
  ['junky', 'junkies'],
  ['boy', 'boys'],
]

const VERBS: readonly (readonly [
  base: string,
  third: string,
  past: string,
  participle: string,
  gerund: string,
])[] = [
  ['use', 'uses', 'used', 'used', 'using'],
  ['refuse', 'refuses', 'refused', 'refused', 'refusing'],
  ['fail', 'fails', 'failed', 'failed', 'failing'],
  ['deny', 'denies', 'denied', 'denied', 'denying'],
  ['play', 'plays', 'played', 'played', 'playing'],
  ['stop', 'stops', 'stopped', 'stopped', 'stopping'],
  ['admit', 'admits', 'admitted', 'admitted', 'admitting'],
  ['visit', 'visits', 'visited', 'visited', 'visiting'],
  ['miss', 'misses', 'missed', 'missed', 'missing'],
  ['watch', 'watches', 'watched', 'watched', 'watching'],
  ['go', 'goes', 'went', 'gone', 'going'],
  ['do', 'does', 'did', 'done', 'doing'],
  ['have', 'has', 'had', 'had', 'having'],
  ['be', 'is', 'was', 'been', 'being'],
  ['lie', 'lies', 'lied', 'lied', 'lying'],
  ['die', 'dies', 'died', 'died', 'dying'],
  ['rely', 'relies', 'relied', 'relied', 'relying'],
  ['choose', 'chooses', 'chose', 'chosen', 'choosing'],
  ['agree', 'agrees', 'agreed', 'agreed', 'agreeing'],
  ['put', 'puts', 'put', 'put', 'putting'],
  ['quit', 'quits', 'quit', 'quit', 'quitting'],
]

describe('inflection', () => {
  for (const [noun, plural] of PLURALS)
    it(`more than one ${noun}: ${plural}`, () => {
      assert.equal(pluralOf(noun), plural)
      assert.deepEqual(formsOf(noun, 'noun'), {base: noun, plural})
    })

  for (const [base, third, past, participle, gerund] of VERBS)
    it(`${base}, ${third}, ${past}, ${participle}, ${gerund}`, () => {
      assert.deepEqual(formsOf(base, 'verb'), {base, third, past, participle, gerund})
    })

  it('knows past tenses without -ed, and nothing empty among them', () => {
    assert.ok(IRREGULAR_PASTS.has('went') && IRREGULAR_PASTS.has('gone'))
    assert.ok(!IRREGULAR_PASTS.has('') && !IRREGULAR_PASTS.has('go'))
  })
})
