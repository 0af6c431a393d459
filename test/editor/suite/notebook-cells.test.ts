import assert from 'node:assert/strict'
import {
  commands,
  Position,
  Selection,
  window,
  workspace,
  WorkspaceEdit,
  type NotebookDocument,
  type NotebookEditor,
} from 'vscode'
import {fileUri, strengthsNotes, until, untilFindings} from './hands.ts'
import {bytesOf, closeNotebooks, documentAt, onCell, openCell, openNotebook} from './notebook-hands.ts'

/** A file of its own for each test: VS Code keeps a notebook, and what can be undone in it, a while after it is closed. */
let path = ''
let count = 0
const OTHER = 'agency/clients/c-021/other.md'
const NOTE = `---\r
client: c-021\r
date: 2026-11-10\r
---\r
\r
# What I heard\r
\r
One thing. Another.\r
\r
# Next\r
\r
A walk.\r
`

const untilCells = async (notebook: NotebookDocument, wanted: number): Promise<number> =>
  until(
    () => notebook.cellCount,
    (found) => found === wanted,
  )

describe('what a person does to cells', () => {
  before(strengthsNotes)
  beforeEach(() => {
    path = `agency/clients/c-021/cells-${++count}.md`
  })
  afterEach(async () => {
    await closeNotebooks()
    await workspace.fs.delete(fileUri(path))
    await workspace.fs.delete(fileUri(OTHER)).then(undefined, () => undefined)
  })

  it('splits one where the cursor is, into two paragraphs, and takes it back', async () => {
    const editor = await openNotebook(path, NOTE)
    const cell = await openCell(editor, 1)
    cell.selection = new Selection(2, 11, 2, 11)
    await commands.executeCommand('notebook.cell.split')
    await untilCells(editor.notebook, 4)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE.replace('thing. Another', 'thing. \r\n\r\nAnother'))
    await commands.executeCommand('undo')
    await untilCells(editor.notebook, 3)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE)
  })

  it('makes a section a question and a section again', async () => {
    const editor = await openNotebook(path, NOTE)
    await onCell(editor, 2, 'notebook.cell.changeToCode')
    await until(() => documentAt(editor.notebook, 2).languageId === 'strengths-query' || undefined)
    await editor.notebook.save()
    assert.equal(
      await bytesOf(path),
      NOTE.replace('# Next\r\n\r\nA walk.\r\n', '```strengths\r\n# Next\r\n\r\nA walk.\r\n```\r\n'),
    )
    await onCell(editor, 2, 'notebook.cell.changeToMarkdown')
    await until(() => documentAt(editor.notebook, 2).languageId === 'markdown' || undefined)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE)
  })

  it('adds a question, which is a fence once it holds words', async () => {
    const editor = await openNotebook(path, NOTE)
    await onCell(editor, 1, 'notebook.cell.insertCodeCellBelow')
    await untilCells(editor.notebook, 4)
    assert.equal(documentAt(editor.notebook, 2).languageId, 'strengths-query')
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE)
    const edit = new WorkspaceEdit()
    edit.insert(documentAt(editor.notebook, 2).uri, new Position(0, 0), 'week of this person')
    await workspace.applyEdit(edit)
    await editor.notebook.save()
    assert.equal(
      await bytesOf(path),
      NOTE.replace('# Next', '```strengths\r\nweek of this person\r\n```\r\n\r\n# Next'),
    )
  })

  /** VS Code empties what was copied once its notebook is closed, so the other one stays open behind this one. */
  async function copyFromOther(text: string, cell: number): Promise<NotebookEditor> {
    await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(NOTE))
    await onCell(await openNotebook(OTHER, text), cell, 'notebook.cell.copy')
    await commands.executeCommand('vscode.openWith', fileUri(path), 'strengths-session')
    return until(
      () => window.activeNotebookEditor,
      ({notebook}) => notebook.uri.path === fileUri(path).path,
    )
  }

  it('pastes a section of another note in the line ends of this one', async () => {
    const editor = await copyFromOther('---\nclient: c-034\n---\n\n# Theirs\n\nWords.\n', 1)
    await onCell(editor, 1, 'notebook.cell.paste')
    await untilCells(editor.notebook, 4)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE.replace('# Next', '# Theirs\r\n\r\nWords.\r\n\r\n# Next'))
  })

  it('never puts the frontmatter of another note in the place of its own', async () => {
    const editor = await copyFromOther('---\nclient: c-034\n---\n\n# Theirs\n', 0)
    await onCell(editor, 0, 'notebook.cell.pasteAbove')
    await untilCells(editor.notebook, 4)
    assert.equal(documentAt(editor.notebook, 0).getText(), 'client: c-034')
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE.replace('# What', '```yaml\r\nclient: c-034\r\n```\r\n\r\n# What'))
  })

  it('drags the frontmatter away from the top, where the file keeps it, with what is told of it', async () => {
    const editor = await openNotebook(path, NOTE.replace('2026-11-10', '2026-13-10'))
    const frontmatter = documentAt(editor.notebook, 0)
    await untilFindings(frontmatter, ['2026-13-10'])
    await onCell(editor, 0, 'notebook.cell.moveDown')
    await until(() => documentAt(editor.notebook, 1) === frontmatter || undefined)
    await untilFindings(documentAt(editor.notebook, 1), ['2026-13-10'])
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE.replace('2026-11-10', '2026-13-10'))
  })
})
