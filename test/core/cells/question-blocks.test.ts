import assert from 'node:assert/strict'
import {assert as check, pre, property} from 'fast-check'
import {splitNote} from '../../../src/core/cells/note-cells.ts'
import {questionBlocks} from '../../../src/core/cells/question-blocks.ts'
import {madeUpNote} from './made-up-notes.ts'

const inside = (text: string): string[] => questionBlocks(text).map(({start, end}) => text.slice(start, end))

describe('questions in a note', () => {
  it('are what stands between their fences, as it is written', () => {
    assert.deepEqual(inside('\uFEFF---\na: 1\n---\n\n  ~~~strengths\n  week\n    goals\n  ~~~\n'), [
      '  week\n    goals',
    ])
    assert.deepEqual(inside('\uFEFF```strengths\nweek\n```'), ['week'])
    assert.deepEqual(inside('# A\r\n```strengths\r\nweek\r\n\r\ngoals\r\n```\r\n\r\n```strengths\r\nwins'), [
      'week\r\n\r\ngoals',
      'wins',
    ])
  })

  it('are none in other fences, lists and quotes', () => {
    for (const text of [
      '````md\n```strengths\nweek\n```\n````',
      '- ```strengths\n  week\n  ```',
      '> ```strengths\n> week\n> ```',
      '```strengths-notes\nweek\n```',
      'week',
    ])
      assert.deepEqual(inside(text), [], text)
  })

  it('are those of the cells that ask', () => {
    check(
      property(madeUpNote, (text) => {
        // Nobody spells the word with an entity, and a first glance does not look for one.
        pre(!text.includes('&#115;'))
        const cells = splitNote(text).cells.filter(({language}) => language === 'strengths-query')
        const words = (some: string): string => some.replace(/\s+/g, ' ').trim()
        assert.deepEqual(
          inside(text).map(words),
          cells.map((cell) => words(cell.text)),
        )
      }),
      {numRuns: 500},
    )
  })
})
