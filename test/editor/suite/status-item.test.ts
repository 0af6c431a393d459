import assert from 'node:assert/strict'
import {window} from 'vscode'
import {closeAll, fileUri, openText, strengthsNotes, until} from './hands.ts'

describe('the status item', () => {
  after(closeAll)

  it('counts what to look at in the note in front', async () => {
    const {statusItem} = await strengthsNotes()
    await openText('---\nclient: c-021\ndate: 2026-11-20\n---\n\nBumblebee clients, one bumblebee client.\n')
    await until(() => statusItem.text.startsWith('2 phrases to look at'))
    await openText('---\nclient: c-021\ndate: 2026-11-20\n---\n\nOne bumblebee client.\n')
    await until(() => statusItem.text.startsWith('1 phrase to look at'))
  })

  it('goes where there is no session note', async () => {
    const {statusItem} = await strengthsNotes()
    await window.showTextDocument(fileUri('manual/chapter.md'))
    await until(() => statusItem.text === '')
    assert.equal(statusItem.text, '')
  })
})
