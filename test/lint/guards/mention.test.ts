import assert from 'node:assert/strict'
import {linterForEntry, marked} from '../made-up.ts'

const linter = linterForEntry('phrases: [addict, junkie]\nforms: {addict: noun, junkie: noun}')

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['leaves the word alone that a sentence is about', 'We talked about the word addict.'],
  ['leaves a term in marks alone', 'He does not like the term "addict".'],
  ['leaves alone what something else is said instead of', 'She says person instead of addict.'],
  ['leaves alone what was replaced', 'We replaced addict with her name.'],
  ['leaves a word in marks alone that is said to hurt', 'We talked about why "junkie" hurts.'],
  ['leaves a label in marks alone that is named after it', 'The "addict" label follows him.'],
  ['sees a word after “long term”', 'He is a long-term ‹addict›.'],
  ['sees a word after “in terms of”', 'In terms of plans, the ‹addict› has none.'],
  [
    'sees a word far from the one that names words',
    'We shared words about spring and then an ‹addict› came.',
  ],
  ['sees a word in the clause after', 'He kept his word, the ‹addict› did not.'],
  ['sees a word in marks with no talk of words', 'The ‹"addict"› was late.'],
]

describe('mention', () => {
  for (const [name, text] of CASES)
    it(name, () => assert.equal(marked(linter, text.replace(/[‹›]/g, '')), text))
})
