import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {linter} from '../load-language.ts'

const seen = (text: string): string[] =>
  linter.lint(parseNote(text)).map(({span}) => text.slice(span.start, span.end))

describe('what is said of a thing', () => {
  for (const text of [
    'The heater refuses to stay lit.',
    'Our old printer keeps failing.',
    'Line tech: headset 2 keeps failing.',
    'The ramp is beyond repair.',
    'Nothing that lies in the shed is hers.',
  ])
    it(`is left alone in “${text}”`, () => assert.deepEqual(seen(text), []))

  for (const text of [
    'He is beyond help.',
    'The client is beyond help.',
    'Her mother is beyond help.',
    'Beyond help.',
  ])
    it(`is another matter of a person, as in “${text}”`, () => assert.notDeepEqual(seen(text), []))
})
