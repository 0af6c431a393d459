import ICAL from 'ical.js'
import assert from 'node:assert/strict'
import {EXPORTS} from '../../../src/summary/exports/index.ts'
import {isMadeHere} from '../../../src/summary/exports/made-here.ts'
import {exported} from './exported.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '=HYPERLINK("https://x.example","x")',
  '[x](javascript:alert(1))',
  '\u202Egnp.exe',
  'END:VCALENDAR\r\nBEGIN:VCALENDAR',
  'strengths-notes: generated page',
  '"},{"resourceType":"Patient"',
  '\uD800',
  '\u0000\u0007',
]

const textsOf = (words: string): readonly {readonly name: string; readonly text: string}[] => {
  const typed = JSON.stringify(words)
  const input = exported({
    'a.md': `client: c-1\ndate: 2026-07-01\ngoals: [{words: ${typed}, actions: [{what: ${typed}, by: 2026-07-30}]}]\nstrengths: [{name: ${typed}, evidence: ${typed}}]\nresources: [{name: ${typed}, kind: housing, status: waiting, next: ${typed}, next_by: 2026-07-30}]\npreferences: [${typed}]\nfollow_up: {on: 2026-07-30, about: ${typed}}`,
  })
  return EXPORTS.flatMap((format) => format.files(input))
}

describe('hostile text in an export', () => {
  for (const words of HOSTILE)
    it(`is text: ${JSON.stringify(words)}`, () => {
      for (const {name, text} of textsOf(words)) {
        assert.ok(isMadeHere(name, text), name)
        if (name.endsWith('.json')) assert.equal(typeof JSON.parse(text), 'object')
        if (name.endsWith('.ics'))
          assert.equal(new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents().length, 3)
      }
    })

  it('may be a name of a million letters', () => {
    const files = textsOf('x'.repeat(1_000_000))
    assert.equal(files.length, 7)
    for (const {name, text} of files.filter(({name}) => name.endsWith('.json')))
      assert.equal(typeof JSON.parse(text), 'object', name)
  })
})
