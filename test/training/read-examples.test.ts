import assert from 'node:assert/strict'
import {readMarkedLine, sentencesOf} from '../../training/read-examples.ts'

describe('marked sentences', () => {
  it('are read as their text and what is marked in it', () => {
    const {text, marks} = readMarkedLine(
      '[[dependence|I rang her boss]] and we [[isolation?|left them out]].',
    )
    assert.equal(text, 'I rang her boss and we left them out.')
    assert.deepEqual(
      marks.map(({category, strong, start, end}) => [category, strong, text.slice(start, end)]),
      [
        ['dependence', true, 'I rang her boss'],
        ['isolation', false, 'left them out'],
      ],
    )
  })

  it('may not name a category that there is none of', () => {
    assert.throws(() => readMarkedLine('[[sarcasm|Sure]] he did.'), /no category “sarcasm”/)
  })

  it('are cut into sentences, each word with what it is', () => {
    const {text, marks} = readMarkedLine('He came. [[blame|Did not bother to call]] though.')
    const examples = sentencesOf('a test', text, marks, (word) => word)
    assert.deepEqual(
      examples.map(({targets}) => targets),
      [
        [0, 0],
        [3, 3, 3, 3, 3, 0],
      ],
    )
  })
})
