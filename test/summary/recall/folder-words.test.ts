import assert from 'node:assert/strict'
import {WordCounts} from '../../../src/summary/recall/folder-words.ts'
import {noteOf} from '../folded.ts'

const record = (yaml: string) => noteOf('a.md', yaml).record
const LIBRARY = record('client: c-1\ndate: 2026-07-07\nplace: library')
const CLINIC = record('client: c-2\ndate: 2026-07-14\nplace: clinic\nparticipants: [sister]')

describe('words of a folder', () => {
  it('come by how often they are used, those of the person first', () => {
    const counts = new WordCounts()
    for (const each of [LIBRARY, CLINIC, CLINIC]) counts.add(each)
    assert.deepEqual(counts.words().places, ['clinic', 'library'])
    assert.deepEqual(counts.words([LIBRARY]).places, ['library', 'clinic'])
    assert.deepEqual(counts.words().participants, ['sister'])
    assert.deepEqual(counts.words().clients, [
      {id: 'c-2', last: '2026-07-14'},
      {id: 'c-1', last: '2026-07-07'},
    ])
  })

  it('go with the notes that held them', () => {
    const counts = new WordCounts()
    counts.add(LIBRARY)
    counts.add(CLINIC)
    counts.remove(CLINIC)
    assert.deepEqual(counts.words().places, ['library'])
    assert.deepEqual(
      counts.words().clients.map(({id}) => id),
      ['c-1'],
    )
  })
})
