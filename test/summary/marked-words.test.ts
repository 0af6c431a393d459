import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {readRecord} from '../../src/core/record/record.ts'
import {fold} from '../../src/summary/fold.ts'
import type {NoteInput} from '../../src/summary/summary.ts'
import {day} from './folded.ts'

const input = (id: string, text: string): NoteInput => {
  const note = parseNote(text)
  const {record, problems} = readRecord(note)
  return {id, note, record, problems}
}

describe('the fold of words that are marked in the text', () => {
  const FIRST = `---
client: c-1
date: 2026-07-07
goals:
  - {id: g-work, words: Work with my hands, status: exploring}
---

## What I heard

She :strength[called the hall three times]{name=persistence named_by=person}.
The :resource[Tuesday group]{kind=peer-group status=active for=g-work} is hers.
`
  const SECOND = `---
client: c-1
date: 2026-07-14
---

It is :goal[work with my hands again]{#g-work status=active} now.

- :win[A place on the July list]{goals=g-work strengths=persistence}
`

  it('puts them on the page, each with the line that says it', () => {
    const [page] = fold([input('b.md', SECOND), input('a.md', FIRST)], {asOf: day('2026-07-21')}).pages
    const lines = (
      sources: readonly {readonly file: string; readonly line: number}[] | undefined,
    ): string[] => (sources ?? []).map(({file, line}) => `${file}:${line}`)
    const [strength] = page?.strengths ?? []
    assert.equal(strength?.name, 'persistence')
    assert.equal(strength?.namedByPerson, true)
    assert.deepEqual(
      strength?.evidence.map(({text, sources}) => [text, lines(sources)]),
      [
        ['called the hall three times', ['a.md:10']],
        ['A place on the July list', ['b.md:8']],
      ],
    )
    const [goal, ...others] = page?.goals ?? []
    assert.deepEqual(others, [])
    assert.equal(goal?.words, 'work with my hands again')
    assert.equal(goal?.status, 'active')
    assert.deepEqual(
      goal?.life.map(({status, sources}) => [status, lines(sources)]),
      [
        ['exploring', ['a.md:5']],
        ['active', ['b.md:6']],
      ],
    )
    assert.equal(page?.resources[0]?.group, 'community')
    assert.deepEqual(lines(page?.resources[0]?.sources), ['a.md:11'])
    assert.deepEqual(
      page?.wins.map(({what, sources}) => [what, lines(sources)]),
      [['A place on the July list', ['b.md:8']]],
    )
  })

  it('counts what the frontmatter says too once', () => {
    const text = SECOND.replace('date: 2026-07-14', 'date: 2026-07-14\nwins: [A place on the July list]')
    const [page] = fold([input('b.md', text)], {asOf: day('2026-07-21')}).pages
    assert.equal(page?.wins.length, 1)
  })

  it('gives nobody what is marked in a note about several people', () => {
    const text = SECOND.replace('client: c-1', 'clients: [c-1, c-2]')
    const {pages} = fold([input('b.md', text)], {asOf: day('2026-07-21')})
    assert.deepEqual(
      pages.map(({wins, goals}) => [wins.length, goals.length]),
      [
        [0, 0],
        [0, 0],
      ],
    )
  })
})
