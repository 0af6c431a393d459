import assert from 'node:assert/strict'
import {alignText} from '../../../src/core/text/aligned-text.ts'

describe('a text laid over the same with more in it', () => {
  it('finds each of its units, and the way back', () => {
    const {toLonger, toShorter} = alignText('One.\n# Two', 'One.\n\n\n# Two')
    assert.equal(toLonger(4), 4)
    assert.equal(toLonger(5), 7)
    assert.equal(toLonger(10), 12)
    assert.equal(toShorter(7), 5)
    assert.equal(toShorter(12), 10)
  })

  it('is the same place where nothing was added', () => {
    const {toLonger, toShorter} = alignText('goals', 'goals')
    assert.deepEqual([toLonger(3), toShorter(3)], [3, 3])
  })

  it('ends where the longer one ends, for what it has beyond', () => {
    const {toLonger} = alignText('words\n\n', 'words')
    assert.equal(toLonger(7), 5)
  })
})
