import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {linterForEntry} from '../made-up.ts'

const linter = linterForEntry('phrases: [failure, addict, resistant]\nforms: {addict: noun}')

const severityIn = (text: string): string | undefined => linter.lint(parseNote(text))[0]?.severity

const OWN: readonly string[] = [
  'He feels like a failure.',
  'She said she feels like a failure today.',
  'Says he is an addict.',
  'Pt states he is an addict.',
  'He told me that he is an addict.',
  'He introduces himself as an addict.',
  'She calls herself an addict.',
  'They see themselves as a failure.',
  'Feeling like a failure since June.',
]
const OTHERS: readonly string[] = [
  'His mother says he is an addict.',
  'Staff report he is resistant.',
  'Per the old referral he is resistant.',
  'According to his mother he is an addict.',
  'The tech said he is resistant.',
]
const WRITERS: readonly string[] = [
  'He is an addict.',
  'I said he is an addict.',
  'We feel he is resistant.',
  'He said he would come. He is an addict.',
  'He said no to the addict beside him.',
  'The report names an addict.',
  'An addict, he says.',
]

describe('reported', () => {
  for (const text of OWN) it(`leaves to the person: ${text}`, () => assert.equal(severityIn(text), undefined))

  for (const text of OTHERS)
    it(`holds more lightly: ${text}`, () => assert.equal(severityIn(text), 'information'))

  for (const text of WRITERS)
    it(`takes as the writer’s: ${text}`, () => assert.equal(severityIn(text), 'warning'))
})
