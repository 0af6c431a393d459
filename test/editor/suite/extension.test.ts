import assert from 'node:assert/strict'
import {extensions, workspace} from 'vscode'

describe('the extension in VS Code', () => {
  it('is installed and activates', async () => {
    const extension = extensions.getExtension('strengths-notes.strengths-notes')
    assert.ok(extension)
    await extension.activate()
    assert.ok(extension.isActive)
  })

  it('finds a folder of notes open', async () => {
    assert.deepEqual(
      workspace.workspaceFolders?.map(({name}) => name),
      ['workspace'],
    )
    assert.notEqual((await workspace.findFiles('**/*.md')).length, 0)
  })
})
