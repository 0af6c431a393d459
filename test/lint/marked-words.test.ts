import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {applyEdits} from '../../src/core/text/span.ts'
import {strengthWithoutEvidence} from '../../src/lint/checks/strength-without-evidence.ts'
import {seenBy, withKeys} from './checks/checked.ts'
import {smallLinter} from './small-language.ts'

describe('words that are marked in the text', () => {
  it('are language like all others, at their exact place', () => {
    const text = 'At :win[the first *addict* in the choir]{goals=addict}, at last.'
    const [finding, ...others] = smallLinter.lint(parseNote(text))
    assert.deepEqual(others, [])
    assert.equal(finding && text.slice(finding.span.start, finding.span.end), 'addict')
    assert.equal(finding?.span.start, text.indexOf('addict'))
  })

  it('keep their mark when an offer is taken', () => {
    const text = 'She met :resource[an addict]{kind=peer} and the :strength[homeless] man.'
    const edits = smallLinter.lint(parseNote(text)).flatMap(({offers}) => offers[0]?.edits ?? [])
    assert.equal(parseNote(applyEdits(text, edits)).marks.length, 2)
  })

  it('are asked for what showed a strength, and get no keys put into the text', () => {
    const seen = seenBy(
      strengthWithoutEvidence,
      withKeys('', '- Her :strength[humor]{used_for=g-work} again.'),
    )
    assert.equal(seen.length, 1)
    assert.deepEqual(seen[0]?.offers, [])
  })
})
