import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {noteFolds, noteOutline, type OutlineItem} from '../../../src/summary/recall/note-outline.ts'

const TEXT = `---
client: c-1
strengths: [humor]
goals:
  - id: g-work
    words: Work with my hands
    status: active
    actions:
      - Call the hall
wins:
  - Up early
---

# Heading
`

const told = (items: readonly OutlineItem[]): string[] =>
  items.flatMap(({name, detail, children}) => [
    `${name} (${detail})`,
    ...told(children).map((line) => `  ${line}`),
  ])

describe('the outline of a note', () => {
  it('has what the frontmatter tells of, by the person’s words', () => {
    assert.deepEqual(told(noteOutline(readRecord(parseNote(TEXT)).record)), [
      'humor (strength)',
      'Work with my hands (goal, active)',
      '  Call the hall (step)',
      'Up early (win)',
    ])
  })

  it('has each person of a group note', () => {
    const note = parseNote('---\nclients: [a, b]\neach:\n  a:\n    wins: [Sang]\n---\n')
    assert.deepEqual(told(noteOutline(readRecord(note).record)), ['a ()', '  Sang (win)'])
  })

  it('folds what takes several lines', () => {
    assert.deepEqual(
      noteFolds(parseNote(TEXT)).map(({start, end}) => [
        TEXT.slice(start, end).split('\n')[0],
        TEXT.slice(start, end).split('\n').length,
      ]),
      [
        ['---', 12],
        ['goals:', 6],
        ['id: g-work', 5],
        ['actions:', 2],
        ['wins:', 2],
      ],
    )
    assert.deepEqual(noteFolds(parseNote('# No frontmatter\n')), [])
  })
})
