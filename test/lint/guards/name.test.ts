import assert from 'node:assert/strict'
import {linterForEntry, marked} from '../made-up.ts'

const linter = linterForEntry(
  'phrases: [addict, alcoholic, substance abuse]\nforms: {addict: noun, alcoholic: noun}',
  'label',
  'names: [Adult Children of Alcoholics, Substance Abuse Hotline, alcoholic anonymous]',
)

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['leaves a name of the list alone', 'Goes to Adult Children of Alcoholics on Mondays.'],
  ['leaves a name at the start of a sentence alone', 'Substance Abuse Hotline was called.'],
  ['leaves capitals beside capitals alone', 'He called the Dane County Substance Abuse line.'],
  ['leaves a title of two capitals alone', 'We read “Recovering Addict” and More, the Addict Handbook.'],
  ['sees the words of a name in small letters', 'He is an ‹alcoholic› anonymous to all.'],
  ['sees a capital that only a sentence gives', '‹Addict› came in late.'],
  ['sees a capital that somebody gave for weight', 'He is an ‹Addict› again.'],
  ['sees words in capitals all through', 'PT IS AN ‹ADDICT›.'],
  ['sees words after a capital of a sentence', 'Substance use, ‹addict› behavior.'],
]

describe('name', () => {
  for (const [name, text] of CASES)
    it(name, () => assert.equal(marked(linter, text.replace(/[‹›]/g, '')), text))
})
