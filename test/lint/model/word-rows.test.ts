import assert from 'node:assert/strict'
import {learnedRow, marksIn, rowOf, WordRows, type Token} from '../../../src/lint/model/word-rows.ts'
import {readWords} from '../../../src/lint/words.ts'

const rows = new WordRows(['<other>', '<name>', '<number>', 'client', 'called', 'landlord'])
const LEARNED = 5
function tokens(text: string): Token[] {
  const words = readWords(text)
  return rows.tokensOf(words, 0, words.length)
}

describe('words as the model sees them', () => {
  it('have their own row, and one that is learned where they are common', () => {
    const [, called = 0, , landlord = 0] = tokens('He called the landlord')
    assert.deepEqual([rowOf(called), learnedRow(called, LEARNED)], [4, 4])
    assert.deepEqual([rowOf(landlord), learnedRow(landlord, LEARNED)], [5, 0])
  })

  it('are the same under the abbreviations of charts', () => {
    const [pt = 0, client = 1] = tokens('Pt client')
    assert.equal(rowOf(pt), rowOf(client))
  })

  it('stand for a name where an unknown one has a capital, and for a number where they are one', () => {
    const [, name = 0, number = 0] = tokens('Met Rosario 14 times')
    assert.equal(learnedRow(name, LEARNED), 1)
    assert.deepEqual([rowOf(number), learnedRow(number, LEARNED)], [2, 2])
  })

  it('show what can be seen on them without knowing them', () => {
    const [first = 0, second = 0] = tokens('Frobnicated; frobnicating')
    const opens = 1 << 11
    assert.notEqual(marksIn(first) & opens, 0)
    assert.equal(marksIn(second) & opens, 0)
    assert.notEqual(marksIn(first), marksIn(second))
  })
})
