import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {closeAll, fileUri, type} from './hands.ts'
import {
  BACK,
  bring,
  DOWN,
  draft,
  filesOnDisk,
  keys,
  newNote,
  PICK,
  start,
  VISIT_TEXT,
} from './new-note-hands.ts'
import {workspace} from 'vscode'

const ORIGINAL = 'agency/clients/c-050/2026-11-09.md'

describe('a note that follows on another', () => {
  let takeAway: () => Promise<void>
  before(async () => {
    takeAway = await bring()
  })
  afterEach(closeAll)
  after(async () => {
    const bytes = await workspace.fs.readFile(fileUri(ORIGINAL))
    assert.equal(new TextDecoder().decode(bytes), VISIT_TEXT)
    await takeAway()
  })

  it('corrects it with all that it says, the reason first', async () => {
    await start('strengths.correctNote', {from: ORIGINAL})
    const document = await newNote()
    await type('The river was the "canal"'.replaceAll('"', "'"))
    const text = document.getText()
    const {record, problems} = readRecord(parseNote(text))
    assert.match(document.uri.path, /\/c-050\/2026-11-09-correction\.md$/)
    assert.deepEqual(problems, [])
    assert.equal(record.corrects?.value, 'clients/c-050/2026-11-09')
    assert.equal(record.reason?.value, "The river was the 'canal'")
    assert.ok(record.entered)
    assert.equal(record.goals[0]?.words?.value, 'Row to the island: and back')
    assert.match(text, /^Correction of \[2026-11-09\]\(2026-11-09\.md\), written \d{4}-\d\d-\d\d\.$/m)
    assert.ok(text.endsWith(VISIT_TEXT.slice(VISIT_TEXT.indexOf('## What'))), text)
  })

  for (const [name, steps, path, late] of [
    ['adds what was not known', [PICK], 'addendum', undefined],
    ['adds what was left out', [DOWN, PICK], 'late-addition', true],
  ] as const)
    it(name, async () => {
      await start('strengths.addToNote', {from: ORIGINAL})
      await keys(...steps)
      const document = await newNote()
      await type('He called')
      const {record, problems} = readRecord(parseNote(document.getText()))
      assert.ok(document.uri.path.endsWith(`/c-050/2026-11-09-${path}.md`))
      assert.deepEqual(problems, [])
      assert.deepEqual(
        [record.amends?.value, record.reason?.value, record.late?.value, record.date?.value],
        ['clients/c-050/2026-11-09', 'He called', late, '2026-11-09'],
      )
      assert.match(document.getText(), /\[2026-11-09\]\(2026-11-09\.md\), written/)
    })

  it('leaves nothing behind when the writer turns back, or no note is in front', async () => {
    const before = await filesOnDisk()
    const {done} = await start('strengths.addToNote', {from: ORIGINAL})
    await keys(BACK)
    await done
    await start('strengths.correctNote', {from: 'manual/chapter.md'})
    await keys(BACK)
    assert.equal(draft(), undefined)
    assert.deepEqual(await filesOnDisk(), before)
  })
})
