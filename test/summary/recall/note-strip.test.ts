import assert from 'node:assert/strict'
import {NO_POLICY, readPolicy} from '../../../src/core/agency/policy.ts'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {noteStrip, type NoteStrip} from '../../../src/summary/recall/note-strip.ts'

function stripOf(text: string, policy = NO_POLICY): NoteStrip {
  const note = parseNote(text)
  return noteStrip(note, readRecord(note).record, policy)
}

const NOTE = `---
client: c-1
start: 14:00
end: 14:50
goals:
  - words: Work with my hands
    progress: {rating: 6, by: person, says: It was a three}
    actions: [Call the hall]
strengths: [humor, persistence]
affirmations:
  - {said: I saw three calls, reply: I did do that}
---

She put it plainly: “It was a three.” Then "you know why".

> My own door

It's hers.
`

describe('the strip above a note', () => {
  it('says what time the note states, and units under the agency’s rule only', () => {
    assert.equal(stripOf(NOTE).time?.words, '50 minutes')
    assert.match(stripOf(NOTE).time?.how ?? '', /policy\.yml/)
    const {policy} = readPolicy('rounding: eight-minute\n')
    assert.equal(stripOf(NOTE, policy).time?.words, '50 minutes · 3 units')
  })

  it('counts the words that are the person’s, the same ones once', () => {
    assert.equal(stripOf(NOTE).theirWords, '18 words of theirs')
  })

  it('shows the thread from goals to wins, what is there of it', () => {
    assert.equal(stripOf(NOTE).thread, '1 goal · 2 strengths · 1 step')
  })

  it('is empty for an empty note', () => {
    assert.deepEqual(stripOf('---\nclient: c-1\n---\n'), {
      time: undefined,
      theirWords: undefined,
      thread: undefined,
    })
  })

  it('counts everybody of a group', () => {
    const {thread} = stripOf('---\nclients: [a, b]\neach:\n  a: {wins: [x]}\n  b: {wins: [y]}\n---\n')
    assert.equal(thread, '2 wins')
  })
})
