import assert from 'node:assert/strict'
import {
  commands,
  Position,
  window,
  workspace,
  WorkspaceEdit,
  type NotebookCell,
  type NotebookEditor,
} from 'vscode'
import {fileUri, openText, strengthsNotes, until} from './hands.ts'
import {bytesOf, cellAt, closeNotebooks, openNotebook, select, textsOf} from './notebook-hands.ts'
import {labelsAt} from './suggestion-hands.ts'

const PATH = 'agency/review.md'

const shown = ({outputs}: NotebookCell): string =>
  outputs
    .flatMap(({items}) => items.filter(({mime}) => mime === 'text/markdown'))
    .map(({data}) => new TextDecoder().decode(data))
    .join('\n')

async function run(editor: NotebookEditor, index = 0): Promise<NotebookCell> {
  const cell = cellAt(editor.notebook, index)
  await commands.executeCommand('notebook.cell.execute', {
    ranges: [{start: index, end: index + 1}],
    document: editor.notebook.uri,
  })
  await until(() => (cell.executionSummary?.timing && cell.outputs.length > 0) || undefined)
  return cell
}

describe('questions in a notebook', () => {
  before(strengthsNotes)
  afterEach(async () => {
    await closeNotebooks()
    await workspace.fs.delete(fileUri(PATH)).then(undefined, () => undefined)
  })

  it('are answered from the notes, and leave the file as it is', async () => {
    const text = '# Review\n\n```strengths\ngoals of c-021\n```\n'
    const editor = await openNotebook(PATH, text)
    const cell = await run(editor, 1)
    assert.match(shown(cell), /\| Goal \| Status \|/)
    assert.match(shown(cell), /Tune the piano.*\]\(clients\/c-021\/2026-1[01]-\d\d\.md#L\d+\)/)
    assert.equal(cell.executionSummary?.success, true)
    assert.equal(editor.notebook.isDirty, false)
    assert.equal(await bytesOf(PATH), text)
  })

  it('say of several which question each answers, above a picture too', async () => {
    const editor = await openNotebook(
      PATH,
      '```strengths\ngoals of c-021\nactions done of c-037\ntimeline of c-021\n```\n',
    )
    const cell = await run(editor)
    const [goals, actions, picture, timeline, ...others] = cell.outputs.map(({items}) =>
      items.map(({data}) => new TextDecoder().decode(data)),
    )
    assert.match(goals?.[0] ?? '', /^`goals of c-021`\n\n\| Goal \| [^]*\d\u00A0(?:Oct|Nov)/)
    assert.match(actions?.[0] ?? '', /^`actions done of c-037`(?:: The notes hold|\n\n\| Step)/)
    assert.match(picture?.[0] ?? '', /^<div [^>]*><p><code [^>]*>timeline of c-021<\/code><\/p><svg/)
    assert.match(timeline?.[0] ?? '', /^(?:#+ .*\n\n)?\| Goal \| Status/)
    assert.deepEqual(others, [])
  })

  it('know whom the note around them is about', async () => {
    const editor = await openNotebook(
      PATH,
      '---\nclient: c-021\n---\n\n```strengths\npage for this person\n```\n',
    )
    assert.match(shown(await run(editor, 1)), /^# c-021$/m)
  })

  it('say what can be said where a word is not known', async () => {
    const editor = await openNotebook(PATH, '```strengths\ngaols\nweek\n```\n')
    const cell = await run(editor)
    assert.match(shown(cell), /`gaols`: “gaols” is not known here\. Did you mean “goals”\?/)
    assert.equal(cell.executionSummary?.success, false)
  })

  it('are kept below their cell when that is asked, and kept anew in its place', async () => {
    const editor = await openNotebook(PATH, '```strengths\ngoals of c-021\n```\n')
    await run(editor)
    select(editor, 0)
    await commands.executeCommand('strengths.keepResult', cellAt(editor.notebook, 0))
    await until(() => editor.notebook.cellCount === 2 || undefined)
    const kept =
      /^<!-- strengths-disable -- result of: goals of c-021, \d{4}-\d\d-\d\d -->\n\n\| Goal [^]*\n\n<!-- strengths-enable -- end of the result -->$/
    assert.match(textsOf(editor.notebook)[1] ?? '', kept)
    await commands.executeCommand('strengths.keepResult', cellAt(editor.notebook, 0))
    assert.equal(editor.notebook.cellCount, 2)
    assert.match(textsOf(editor.notebook)[1] ?? '', kept)
    await editor.notebook.save()
    assert.match(
      await bytesOf(PATH),
      /^```strengths\ngoals of c-021\n```\n\n<!-- strengths-disable [^]*-->\n$/,
    )
  })

  it('are completed in a cell, and between the fences of a text', async () => {
    const editor = await openNotebook(PATH, '```strengths\ngoals where \n```\n')
    const {document} = cellAt(editor.notebook, 0)
    await until(
      async () => labelsAt(document, new Position(0, 12)),
      (labels) => labels.includes('status'),
    )
    const edit = new WorkspaceEdit()
    edit.insert(document.uri, new Position(0, 12), 'status is pa')
    await workspace.applyEdit(edit)
    assert.ok((await labelsAt(document, new Position(0, 24))).includes('paused'))
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    const text = await openText('---\nclient: c-021\n---\n\n```strengths\npage for \n```\n\npage for \n')
    await until(
      async () => labelsAt(text.document, new Position(5, 9)),
      (labels) => labels.includes('c-021'),
    )
    assert.ok(!(await labelsAt(text.document, new Position(8, 9))).includes('c-021'))
    assert.equal(window.activeTextEditor, text)
  })
})
