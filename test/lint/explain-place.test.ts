import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {explainPlace} from '../../src/lint/explain-place.ts'
import {linter} from './load-language.ts'

const told = (text: string, words: string): string[] => {
  const start = text.indexOf(words)
  const found = explainPlace(linter, parseNote(text), {start, end: start + words.length})
  return found.map(({entry, outcome, reason}) => `${entry.category} ${outcome}: ${reason}`)
}

describe('explaining a place in a note', () => {
  it('says why words were told', () => {
    const [first = ''] = told('He suffers from depression.', 'suffers')
    assert.match(first, /^victim told: .+/)
  })

  it('says which guard left words alone', () => {
    assert.match(told('"I am an addict", he said.', 'addict')[0] ?? '', /left alone: Direct quotes/)
    assert.match(
      told('She is not an addict.', 'addict')[0] ?? '',
      /left alone: The sentence says that this is not so/,
    )
  })

  it('says that a comment switched words off', () => {
    const text = '<!-- strengths-disable -->\n\nHe suffers from depression.'
    assert.match(told(text, 'suffers')[0] ?? '', /left alone: It is switched off here/)
  })

  it('says nothing of words that nothing looks for', () => {
    assert.deepEqual(told('The kettle is on the table.', 'kettle'), [])
  })
})
