import assert from 'node:assert/strict'
import {WordRows, type Token} from '../../../src/lint/model/word-rows.ts'
import {readWords} from '../../../src/lint/words.ts'

const rows = new WordRows(['<other>', '<name>', '<number>', 'client', 'called', 'landlord'], 5)
const tokens = (text: string): Token[] => readWords(text).map((word) => rows.tokenOf(word, false))

describe('words as the model sees them', () => {
  it('have their own row, and one that is learned where they are common', () => {
    const [, called, , landlord] = tokens('He called the landlord')
    assert.deepEqual([called?.row, called?.learned], [4, 4])
    assert.deepEqual([landlord?.row, landlord?.learned], [5, 0])
  })

  it('are the same under the abbreviations of charts', () => {
    const [pt, client] = tokens('Pt client')
    assert.equal(pt?.row, client?.row)
  })

  it('stand for a name where an unknown one has a capital, and for a number where they are one', () => {
    const [, name, number] = tokens('Met Rosario 14 times')
    assert.equal(name?.learned, 1)
    assert.deepEqual([number?.row, number?.learned], [2, 2])
  })

  it('show what can be seen on them without knowing them', () => {
    const [first, second] = tokens('Frobnicated; frobnicating')
    const opens = 1 << 11
    assert.ok(first && second)
    assert.notEqual(first.marks & opens, 0)
    assert.equal(second.marks & opens, 0)
    assert.notEqual(first.marks, second.marks)
  })
})
