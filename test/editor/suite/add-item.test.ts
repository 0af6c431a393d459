import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {commands, window, type TextEditor} from 'vscode'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord, type SessionRecord} from '../../../src/core/record/record.ts'
import {closeAll, openText, strengthsNotes, until} from './hands.ts'
import {bring} from './new-note-hands.ts'

const NOTE = '---\nclient: c-021\ndate: 2026-11-20\ngoals:\n  - "Sing on Sunday"\n---\n\nText.\n'

/** Runs a command and accepts what its lists have in front, until the note has changed. */
async function addFirst(editor: TextEditor, command: string, asked?: object): Promise<string> {
  const before = editor.document.getText()
  const done = commands.executeCommand(command, asked)
  await until(async () => {
    await wait(300)
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return editor.document.getText() !== before || undefined
  })
  await done
  return editor.document.getText()
}

/** A note that a command has put these words into, without asking. */
async function addWords(command: string, words: string): Promise<string> {
  const {document} = await openText(NOTE)
  await commands.executeCommand(`strengths.${command}`, {words})
  return document.getText()
}

/** What the note says, in which nothing is amiss. */
function recordIn(text: string): SessionRecord {
  const note = parseNote(text)
  const {record, problems} = readRecord(note)
  assert.deepEqual([...note.problems, ...problems], [])
  return record
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

  it('puts a resource of the writer’s words at its place, and the cursor at how it stands', async () => {
    const text = await addWords('addResource', 'Piano: the one downstairs')
    assert.match(text, /\nresources:\n {2}- name: "Piano: the one downstairs"\n {4}status: \n---\n/)
    await until(() => cursorLine() === '    status: ')
    assert.equal(recordIn(text).resources[0]?.name?.value, 'Piano: the one downstairs')
  })

  it('puts a win at its place, and another after it', async () => {
    const text = await addWords('addWin', 'Sang it twice')
    assert.match(text, /\nwins:\n {2}- what: Sang it twice\n---\n/)
    await commands.executeCommand('strengths.addWin', {words: 'Slept after'})
    const wins = recordIn(window.activeTextEditor?.document.getText() ?? '').wins
    assert.deepEqual(
      wins.map(({what}) => what?.value),
      ['Sang it twice', 'Slept after'],
    )
  })

  it('puts a step under a goal of this note that is in words alone', async () => {
    const text = await addFirst(await openText(NOTE), 'strengths.addAction', {words: 'Ask the choir'})
    assert.match(
      text,
      /\n {2}- words: "Sing on Sunday"\n {4}actions:\n {6}- what: Ask the choir\n {8}who: person\n {8}by: \n---\n/,
    )
    await until(() => cursorLine() === '        by: ')
    assert.equal(recordIn(text).goals[0]?.actions[0]?.what?.value, 'Ask the choir')
  })

  it('brings the goal of earlier notes with a step that leads to it', async () => {
    await openText(NOTE.replace(/goals:\n.*\n/, ''))
    await commands.executeCommand('strengths.addAction', {words: 'Borrow a fork'})
    const goals = recordIn(window.activeTextEditor?.document.getText() ?? '').goals
    assert.deepEqual(
      goals.map(({id, actions}) => [id?.value, actions.map(({what}) => what?.value)]),
      [['g-piano', ['Borrow a fork']]],
    )
  })

  it('writes a resource that is known as it was written before', async () => {
    const takeAway = await bring()
    try {
      const text = await until(
        async () => {
          const {document} = await openText('---\nclient: c-050\ndate: 2026-11-20\n---\n\nText.\n')
          await commands.executeCommand('strengths.addResource', {words: 'Rowing Club'})
          return document.getText()
        },
        (found) => found.includes('name: rowing club'),
      )
      assert.match(text, /\nresources:\n {2}- name: rowing club\n {4}status: \n---\n/)
    } finally {
      await takeAway()
    }
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
