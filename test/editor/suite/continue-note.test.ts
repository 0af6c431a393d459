import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {closeAll, findingsIn} from './hands.ts'
import {bring, newNote, PICK, start} from './new-note-hands.ts'

describe('continuing from the last note', () => {
  let takeAway: () => Promise<void>
  before(async () => {
    takeAway = await bring()
  })
  afterEach(closeAll)
  after(async () => takeAway())

  it('asks nothing from a note in front, and offers what is open without saying it again', async () => {
    await start('strengths.continueNote', {from: 'agency/clients/c-050/2026-11-03.md'})
    const document = await newNote()
    const text = document.getText()
    assert.match(document.uri.path, /\/c-050\/\d{4}-\d\d-\d\d\.md$/)
    assert.match(text, /^client: "c-050"$/m)
    assert.match(text, /^kind: individual$/m)
    assert.match(text, /^# Keep in mind: contact: Text first$/m)
    assert.match(text, /^# Last met at: bench #4, by the river$/m)
    assert.match(text, /^ {2}# Open: g-row: “Row to the island: and back” \(active since 9 Nov\)$/m)
    assert.match(text, /^ {6}# How did it go\? Ask about the boat \(person, was planned for 11 Nov\)$/m)
    assert.match(text, /^<!-- Last note: \[9 Nov\]\(2026-11-09\.md\) -->$/m)
    assert.match(text, /^ {2}# Worth asking about: rowing club \(waiting, next: Hears back, /m)
    const {record, problems} = readRecord(parseNote(text))
    assert.deepEqual(problems, [])
    assert.deepEqual(
      [record.goals, record.resources, record.preferences, record.place?.value],
      [[], [], [], undefined],
    )
    assert.deepEqual(findingsIn(document), [])
  })

  it('asks who it is where no note is in front', async () => {
    await start('strengths.continueNote', {from: 'manual/chapter.md'})
    assert.match((await newNote(PICK)).uri.path, /\/c-021\//)
  })
})
