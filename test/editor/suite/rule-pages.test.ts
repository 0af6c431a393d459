import assert from 'node:assert/strict'
import {commands, extensions, Uri, window, workspace} from 'vscode'
import {closeAll, openText, until} from './hands.ts'

const labels = (): string[] => window.tabGroups.all.flatMap(({tabs}) => tabs.map(({label}) => label))

describe('the page of a rule', () => {
  after(closeAll)

  it('opens beside the note', async () => {
    const extension = extensions.getExtension('strengths-notes.strengths-notes')
    assert.ok(extension)
    const page = await workspace.fs.readFile(Uri.joinPath(extension.extensionUri, 'docs/rules/label.md'))
    const rule = /^## (\S+)$/m.exec(new TextDecoder().decode(page))?.[1]
    await openText('Text.\n')
    await commands.executeCommand('strengths.openRulePage', {rule, category: 'label'})
    await until(() => labels().some((label) => label.includes('label.md')))
    assert.equal(window.tabGroups.all.length, 2)
  })

  it('is not there for a rule of the folder’s own', async () => {
    await openText('Text.\n')
    void commands.executeCommand('strengths.openRulePage', {rule: 'bumblebee-client', category: 'label'})
    await commands.executeCommand('notifications.clearAll')
    assert.equal(window.tabGroups.all.length, 1)
  })
})
