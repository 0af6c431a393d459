import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {commands, RelativePattern, window, workspace, type TextDocument} from 'vscode'
import {closeAll, fileUri, findingsIn, type, until} from './hands.ts'

/** Starts in a note of the agency, whose templates and people are then offered. */
async function startNote(): Promise<{readonly done: Thenable<unknown>}> {
  await closeAll()
  await window.showTextDocument(fileUri('agency/clients/c-021/2026-11-12.md'))
  return {done: commands.executeCommand('strengths.newNote')}
}

async function filesOnDisk(): Promise<string[]> {
  const found = await workspace.findFiles(new RelativePattern(fileUri('agency'), '**/*.md'))
  return found.map(({path}) => path).toSorted()
}

const newNote = (): TextDocument | undefined => workspace.textDocuments.find(({isUntitled}) => isUntitled)

/** Accepts what each pick has in front until the note is there. */
const acceptPicks = async (): Promise<TextDocument> =>
  until(
    async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      await wait(200)
      return newNote()
    },
    (document) => document.getText() !== '',
  )

describe('a new note', () => {
  after(closeAll)

  it('starts from the first template and the person seen last', async () => {
    const before = await filesOnDisk()
    await startNote()
    const document = await acceptPicks()
    const {date} = /(?<date>\d{4}-\d\d-\d\d)\.md$/.exec(document.uri.path)?.groups ?? {}
    assert.equal(document.uri.path, fileUri(`agency/clients/c-021/${date}.md`).path)
    assert.match(
      document.getText(),
      new RegExp(
        `^---\\nclient: "c-021"\\ndate: ${date}\\nstart: \\d\\d:\\d\\d\\nspecialist: "ot"\\nplace: \\n---\\n\\n## What I heard\\n\\n\\n$`,
      ),
    )
    assert.equal(document.languageId, 'markdown')
    assert.deepEqual(findingsIn(document), [])
    await type('library')
    assert.match(document.getText(), /^place: library$/m)
    assert.deepEqual(await filesOnDisk(), before)
  })

  it('takes the next free name', async () => {
    await startNote()
    const first = await acceptPicks()
    const path = first.uri.path
    await workspace.fs.writeFile(
      first.uri.with({scheme: 'file'}),
      new TextEncoder().encode('---\nclient: c-021\n---\n'),
    )
    try {
      await closeAll()
      await startNote()
      assert.equal((await acceptPicks()).uri.path, path.replace(/\.md$/, '-2.md'))
    } finally {
      await closeAll()
      await workspace.fs.delete(first.uri.with({scheme: 'file'}))
    }
  })

  it('leaves nothing behind when the writer turns back', async () => {
    const before = await filesOnDisk()
    const accept = 'workbench.action.acceptSelectedQuickOpenItem'
    const toLast = 'workbench.action.quickOpenSelectPrevious'
    // At the template, at the person, and at the id of a new one.
    for (const steps of [[], [accept], [accept, toLast, accept]]) {
      const {done} = await startNote()
      for (const step of steps) {
        await wait(500)
        await commands.executeCommand(step)
      }
      await wait(500)
      await commands.executeCommand('workbench.action.closeQuickOpen')
      await done
    }
    assert.equal(newNote(), undefined)
    assert.deepEqual(await filesOnDisk(), before)
  })
})
