import assert from 'node:assert/strict'
import {commands, window, type TreeItem} from 'vscode'
import type {PeopleView} from '../../../src/vscode/recall/people-view.ts'
import {closeAll, fileUri, strengthsNotes, until} from './hands.ts'

/** The labels of the tree, open to its leaves. */
async function shown(view: PeopleView): Promise<{readonly label: string; readonly item: TreeItem}[]> {
  const found: {label: string; item: TreeItem}[] = []
  const open = async (nodes: Awaited<ReturnType<PeopleView['getChildren']>>): Promise<void> => {
    for (const node of nodes) {
      const item = view.getTreeItem(node)
      const label = typeof item.label === 'string' ? item.label : ''
      found.push({label: [label, item.description].filter(Boolean).join(': '), item})
      await open(await view.getChildren(node))
    }
  }
  await open(await view.getChildren())
  return found
}

async function openView(): Promise<PeopleView> {
  const {peopleView} = await strengthsNotes()
  await closeAll()
  await window.showTextDocument(fileUri('agency/clients/c-021/2026-11-12.md'))
  await commands.executeCommand('strengths.people.focus')
  await until(() => peopleView.view.visible)
  return peopleView
}

describe('the tree of people', () => {
  afterEach(async () => commands.executeCommand('strengths.showEverybody'))
  after(async () => {
    await commands.executeCommand('workbench.view.explorer')
    await closeAll()
  })

  it('shows people with their goals, strengths and notes', async () => {
    const view = await openView()
    const labels = await until(
      async () => (await shown(view)).map(({label}) => label),
      (found) => found.some((label) => label.startsWith('Tune the piano')),
    )
    // The day may be that of a note of another test: VS Code keeps a closed document for minutes.
    assert.match(labels[0] ?? '', /^c-021: last note \d\d? Nov/)
    assert.ok(labels.includes('Notes: 2'), labels.join('\n'))
    assert.ok(labels.some((label) => label.startsWith('c-037')))
  })

  it('opens a note at its line', async () => {
    const view = await openView()
    const lines = await shown(view)
    const goal = lines.find(({label}) => label.startsWith('Tune the piano'))
    assert.ok(goal?.item.command)
    await commands.executeCommand(goal.item.command.command, ...(goal.item.command.arguments ?? []))
    // The editor may be in front before its cursor is at the line.
    await until(() => {
      const editor = window.activeTextEditor
      return editor && /g-piano/.test(editor.document.lineAt(editor.selection.active.line).text)
    })
  })

  it('is filtered by words', async () => {
    const view = await openView()
    view.filter('piano')
    const labels = (await shown(view)).map(({label}) => label)
    assert.deepEqual(
      labels.map((label) => label.replace(/:.*/, '')),
      ['c-021', 'Goals', 'Tune the piano downstairs'],
    )
    await commands.executeCommand('strengths.showEverybody')
    assert.ok((await shown(view)).length > 3)
  })
})
