import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {applyEdits} from '../../src/core/text/span.ts'
import {fixNote} from '../../src/lint/fix-note.ts'
import {smallLinter as linter} from './small-language.ts'

const fix = (text: string): string => applyEdits(text, fixNote(linter, parseNote(text)))

describe('fixing a note', () => {
  it('takes what is safe to take, everywhere', () => {
    assert.equal(
      fix(
        '---\nclient: c-1\nwins: [An addict came by.]\n---\n\nHe is an addict, not homeless. We met two homeless addicts.\n',
      ),
      '---\nclient: c-1\nwins: [A person with a substance use disorder came by.]\n---\n\nHe is a person with a substance use disorder, not homeless. We met two homeless people with a substance use disorder.\n',
    )
  })

  it('leaves a note with nothing to offer on as it is', () => {
    assert.equal(fix('She filled in the form.\n'), 'She filled in the form.\n')
  })
})
