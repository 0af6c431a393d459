import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {commands, Uri, window, workspace, WorkspaceEdit} from 'vscode'
import {closeAll, fileUri, rangeOf, strengthsNotes, until} from './hands.ts'

const OCTOBER = 'agency/clients/c-021/2026-10-15.md'
const NOVEMBER = 'agency/clients/c-021/2026-11-12.md'

const textOf = async (path: string): Promise<string> =>
  (await workspace.openTextDocument(fileUri(path))).getText()

async function renameEdit(words: string, to: string): Promise<WorkspaceEdit> {
  const {document} = await window.showTextDocument(fileUri(NOVEMBER))
  return until(
    async () =>
      commands.executeCommand<WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        rangeOf(document, words).start,
        to,
      ),
    (edit) => edit.size > 0,
  )
}

describe('renaming everywhere', () => {
  before(strengthsNotes)
  afterEach(closeAll)

  it('reaches every note of the person, and keeps the earlier id of a goal', async () => {
    const edit = await renameEdit('g-piano', 'g-tune')
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path.replace(/.*clients\//, ''))
        .toSorted(),
      ['c-021/2026-10-15.md', 'c-021/2026-11-12.md'],
    )
    const plain = new WorkspaceEdit()
    for (const [uri, edits] of edit.entries()) plain.set(uri, edits)
    await workspace.applyEdit(plain)
    assert.match(await textOf(OCTOBER), /- id: g-tune\n {4}words: Tune/)
    assert.match(await textOf(NOVEMBER), /- id: g-tune\n {4}was: g-piano\n {4}status/)
  })

  it('opens the preview, and applies what is ticked in it', async () => {
    const editor = await window.showTextDocument(fileUri(NOVEMBER))
    const {start} = rangeOf(editor.document, 'g-piano')
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      start,
      'g-tune',
    )
    const done = workspace.applyEdit(edit)
    await until(async () => {
      await commands.executeCommand('refactorPreview.apply')
      await wait(200)
      return editor.document.getText().includes('g-tune') || undefined
    })
    assert.equal(await done, true)
    assert.match(await textOf(OCTOBER), /- id: g-tune/)
  })

  it('says why a name cannot be taken', async () => {
    const {document} = await window.showTextDocument(fileUri(NOVEMBER))
    await assert.rejects(
      Promise.resolve(
        commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          Uri.parse(document.uri.toString()),
          rangeOf(document, 'c-021').start,
          'c-037',
        ),
      ),
      /another person/,
    )
  })
})
