import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {commands, window, type TextEditor} from 'vscode'
import {closeAll, openText, strengthsNotes, until} from './hands.ts'

const NOTE = '---\nclient: c-021\ndate: 2026-11-20\ngoals:\n  - "Sing on Sunday"\n---\n\nText.\n'

/** Runs a command and accepts what its lists have in front, until the note has changed. */
async function addFirst(editor: TextEditor, command: string): Promise<string> {
  const before = editor.document.getText()
  const done = commands.executeCommand(command)
  await until(async () => {
    await wait(300)
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return editor.document.getText() !== before || undefined
  })
  await done
  return editor.document.getText()
}

const cursorLine = (): string => {
  const editor = window.activeTextEditor
  return editor?.document.lineAt(editor.selection.active.line).text ?? ''
}

describe('adding to a note', () => {
  before(strengthsNotes)
  after(closeAll)

  it('puts a strength at its place, and the cursor at what was seen', async () => {
    const editor = await openText(NOTE)
    const text = await addFirst(editor, 'strengths.addStrength')
    assert.match(text, /\nstrengths:\n {2}- name: [a-z ]+\n {4}evidence: \n---\n/)
    await until(() => cursorLine() === '    evidence: ')
  })

  it('brings an earlier goal by its id', async () => {
    const editor = await openText(NOTE)
    const text = await addFirst(editor, 'strengths.addGoal')
    assert.match(text, /\n {2}- "Sing on Sunday"\n {2}- id: g-piano\n {4}status: \n/)
  })

  it('leaves everything as it is when the writer turns back', async () => {
    const editor = await openText(NOTE)
    for (const command of ['addStrength', 'addResource', 'addGoal', 'addWin', 'addAction']) {
      const done = commands.executeCommand(`strengths.${command}`)
      await wait(400)
      await commands.executeCommand('workbench.action.closeQuickOpen')
      await done
      assert.equal(editor.document.getText(), NOTE)
    }
  })
})
