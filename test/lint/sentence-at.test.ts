import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {sentenceAt} from '../../src/lint/sentence-at.ts'

/** The sentence at the `|` of the text, in the words of the text without it. */
function sentence(marked: string): string | undefined {
  const text = marked.replace('|', '')
  const span = sentenceAt(parseNote(text), marked.indexOf('|'))
  return span && text.slice(span.start, span.end)
}

describe('the sentence at a place', () => {
  it('is the one around it', () => {
    assert.equal(sentence('We met. She is a **go|od** cook. We left.'), 'She is a **good** cook.')
  })

  it('reaches over the blanks where its next word will be', () => {
    assert.equal(sentence('We met. He is an |'), 'He is an ')
    assert.equal(sentence('---\nclient: c-1\nstories: He is an |\n---\n'), 'He is an ')
  })

  it('ends with its last mark', () => {
    assert.equal(sentence('We met. He is an addict.|'), 'He is an addict.')
    assert.equal(sentence('We met. He is an addict. |'), undefined)
    assert.equal(sentence('We met. He is an addict.\n|'), undefined)
  })

  it('is absent where nothing is read', () => {
    assert.equal(sentence('We met.\n\n```\nco|de\n```\n'), undefined)
    assert.equal(sentence('|'), undefined)
  })
})
