import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {commands, env, window, workspace} from 'vscode'
import {closeAll, fileUri, openFile, until} from './hands.ts'
import {BACK, DOWN, PICK} from './new-note-hands.ts'

const FOLDER = 'agency/clients/c-060'
const PATH = `${FOLDER}/2026-11-02.md`
const NOTE = `---
client: c-060
date: 2026-11-02
goals: [Sing in the choir]
---

## What we did

We *called* the choir.
`

/** Calls the command, which goes on until its list is closed, and waits until the list is there. */
async function openBoxes(): Promise<{readonly done: Thenable<unknown>}> {
  await env.clipboard.writeText('before')
  const done = commands.executeCommand('strengths.copyForRecord')
  await wait(1500)
  return {done}
}

async function keys(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await commands.executeCommand(name)
    await wait(150)
  }
}

const clipboard = async (wanted: string): Promise<string> =>
  until(
    () => env.clipboard.readText(),
    (text) => text === wanted,
  )

describe('a copy for the record system', () => {
  afterEach(async () => {
    await keys(BACK)
    await closeAll()
  })

  after(async () => workspace.fs.delete(fileUri(FOLDER), {recursive: true}))

  it('puts one box after the other on the clipboard, and then all', async () => {
    await openFile(PATH, NOTE)
    const {done} = await openBoxes()
    // Its code is loaded when it is first called.
    await until(
      async () => {
        await keys(PICK)
        return env.clipboard.readText()
      },
      (text) => text === 'Sing in the choir',
    )
    await keys(DOWN, PICK)
    await clipboard('We called the choir.')
    await keys(DOWN, DOWN, DOWN, PICK)
    await clipboard(
      'Goal\nSing in the choir\n\nIntervention\nWe called the choir.\n\nResponse\nThis note does not say how the person responded.\n\nPlan\nThis note names no next step.',
    )
    await keys(BACK)
    await done
    assert.equal(window.activeTextEditor?.document.getText(), NOTE)
  })

  it('copies nothing from a box that is empty', async () => {
    await openFile(PATH, NOTE)
    const {done} = await openBoxes()
    await keys(DOWN, DOWN, PICK)
    await wait(300)
    assert.equal(await env.clipboard.readText(), 'before')
    await keys(BACK)
    await done
  })

  it('offers the boxes of another format', async () => {
    await openFile(PATH, NOTE)
    const {done} = await openBoxes()
    // The last of the list is another format, and BIRP is the first after the usual one.
    await keys('workbench.action.quickOpenSelectPrevious', PICK)
    await wait(800)
    await keys(DOWN, PICK)
    await wait(800)
    await keys(DOWN, PICK)
    await clipboard('We called the choir.')
    await keys(BACK)
    await done
  })

  it('stops at the id of another person whom the folder knows', async () => {
    await openFile(`${FOLDER}/2026-11-03.md`, `${NOTE}\nShe walked with c-021.\n`)
    const {done} = await openBoxes()
    await keys(PICK, BACK)
    assert.equal(await env.clipboard.readText(), 'before')
    await commands.executeCommand('notifications.clearAll')
    await done
  })
})
