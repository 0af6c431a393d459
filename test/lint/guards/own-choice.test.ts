import assert from 'node:assert/strict'
import {linterForEntry, marked} from '../made-up.ts'

const ENTRY = 'phrases: [stay away from, must attend, will never drink]\nforms: {stay: verb}'
const linter = linterForEntry(ENTRY, 'isolation')

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['leaves alone what the person chose', 'He chose to stay away from the bar.'],
  ['leaves alone what the person is deciding', 'She is deciding to stay away from them.'],
  ['leaves alone what the person wants', 'He wants to stay away from the bar.'],
  ['leaves alone what the person decided, told after', 'He will never drink again, he decided.'],
  ['sees what nobody chose', 'He was told to ‹stay away from› the bar.'],
  ['sees what the writer chose', 'He asked and I told him to ‹stay away from› the bar.'],
  ['sees what was chosen in another clause', 'He wanted help, was told to ‹stay away from› them.'],
]

describe('own-choice', () => {
  for (const [name, text] of CASES)
    it(name, () => assert.equal(marked(linter, text.replace(/[‹›]/g, '')), text))

  for (const category of ['isolation', 'hopeless', 'dictating'])
    it(`holds for ${category}`, () => {
      assert.equal(
        marked(linterForEntry(ENTRY, category), 'He chose to stay away from it.'),
        'He chose to stay away from it.',
      )
    })

  it('holds for no other category', () => {
    assert.equal(
      marked(linterForEntry(ENTRY, 'blame'), 'He chose to stay away from it.'),
      'He chose to ‹stay away from› it.',
    )
  })
})
