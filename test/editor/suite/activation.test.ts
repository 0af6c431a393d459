import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {extensions, window, workspace} from 'vscode'
import {activated, closeAll, fileUri, openFile, strengthsNotes, until} from './hands.ts'

const PAGE =
  '---\ntitle: A day by the river\ndate: 2026-11-01\ntags: [river, walk]\n---\n\nA noncompliant kettle.\n'

// Before all others: what has been loaded stays loaded while the window is open.
describe('before there is a session note', () => {
  after(async () => {
    await closeAll()
    await workspace.fs.delete(fileUri('manual/page.md'))
  })

  it('nothing runs but a glance at what is opened', async () => {
    assert.ok(extensions.getExtension('strengths-notes.strengths-notes')?.isActive)
    const {made} = await activated()
    await window.showTextDocument(fileUri('manual/chapter.md'))
    const editor = await openFile('manual/page.md', PAGE)
    await editor.edit((edit) => edit.insert(editor.document.positionAt(PAGE.length), 'More of it.\n'))
    await wait(1500)
    assert.deepEqual({...made}, {features: 0, watchers: 0, indexes: 0, languages: 0})
  })

  it('a key that speaks of a person lets everything in', async () => {
    const {made} = await activated()
    const editor = window.activeTextEditor
    const {document} = editor ?? (await openFile('manual/page.md', PAGE))
    await editor?.edit((edit) => edit.insert(document.positionAt(4), 'client: c-021\n'))
    await until(() => made.languages === 1)
    await strengthsNotes()
    assert.equal(made.features, 1)
  })
})
