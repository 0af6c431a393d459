import assert from 'node:assert/strict'
import {linterForEntry, marked} from '../made-up.ts'

const linter = linterForEntry('phrases: [addict, homeless]\nforms: {addict: noun}')

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['leaves alone what is not so', 'He is not an addict.'],
  ['reads a contraction', 'He isn’t an addict.'],
  ['reads a contraction without its mark', 'He isnt an addict.'],
  ['leaves alone what never was so', 'She was never homeless.'],
  ['leaves alone what is no longer so', 'He is no longer homeless.'],
  ['leaves alone what is not so any more', 'No more homeless nights.'],
  ['leaves alone what neither was', 'Neither of them is homeless.'],
  ['leaves alone what somebody is without being', 'A month without being homeless.'],
  ['reads six words back', 'She does not see herself as an addict.'],
  ['sees what is not only so', 'He is not only an ‹addict› here.'],
  ['sees what is not just so', 'He is not just an ‹addict›.'],
  ['sees what is no more than so', 'He is no more than an ‹addict›.'],
  ['sees what stands after “because”', 'He did not come because he is ‹homeless›.'],
  ['sees what stands after “and”', 'He did not come and is ‹homeless›.'],
  ['sees what stands after a comma', 'He did not come, the ‹addict›.'],
  ['sees what stands in the next sentence', 'He did not. The ‹addict› left.'],
  ['sees what stands far behind', 'He did not come to us this time as a ‹homeless› man would.'],
  ['sees what stands before', 'An ‹addict› is not what we see.'],
]

describe('negated', () => {
  for (const [name, text] of CASES)
    it(name, () => assert.equal(marked(linter, text.replace(/[‹›]/g, '')), text))
})
