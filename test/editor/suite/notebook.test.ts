import assert from 'node:assert/strict'
import {commands, Position, Range, Selection, window, workspace, WorkspaceEdit} from 'vscode'
import {fileUri, strengthsNotes, until} from './hands.ts'
import {
  bytesOf,
  closeNotebooks,
  documentAt,
  onCell,
  openCell,
  openNotebook,
  textsOf,
} from './notebook-hands.ts'

/** A file of its own for each test: VS Code keeps a notebook, and what can be undone in it, a while after it is closed. */
let path = ''
let count = 0
const NOTE = `\uFEFF---\r
client: c-021\r
date: 2026-11-10\r
---\r
\r
# What I heard\r
\r
- one\r
\r
- two, then \`\`\`x\`\`\`\r
# Next\r
~~~\r
# no heading\r
~~~`

describe('a session notebook', () => {
  before(strengthsNotes)
  beforeEach(() => {
    path = `agency/clients/c-021/2026-11-10-${++count}.md`
  })
  afterEach(async () => {
    await closeNotebooks()
    await workspace.fs.delete(fileUri(path))
  })

  it('has the frontmatter and the sections for cells, and is as saved as the file', async () => {
    const {notebook} = await openNotebook(path, NOTE)
    assert.deepEqual(textsOf(notebook), [
      'client: c-021\ndate: 2026-11-10',
      '# What I heard\n\n- one\n\n- two, then ```x```',
      '# Next\n~~~\n# no heading\n~~~',
    ])
    assert.deepEqual(
      notebook.getCells().map(({document}) => document.languageId),
      ['yaml', 'markdown', 'markdown'],
    )
    assert.equal(notebook.isDirty, false)
  })

  it('saves one edited cell and no other byte, and the old bytes after an undo', async () => {
    const editor = await openNotebook(path, NOTE)
    const {notebook} = editor
    const cell = await openCell(editor, 1)
    cell.selection = new Selection(2, 5, 2, 5)
    await commands.executeCommand('type', {text: ' more'})
    assert.ok(notebook.isDirty)
    await notebook.save()
    assert.equal(await bytesOf(path), NOTE.replace('- one', '- one more'))
    await commands.executeCommand('undo')
    await until(() => textsOf(notebook)[1]?.includes('more') === false || undefined)
    await notebook.save()
    assert.equal(await bytesOf(path), NOTE)
  })

  it('moves a cell and moves it back', async () => {
    const editor = await openNotebook(path, NOTE)
    const {notebook} = editor
    await onCell(editor, 1, 'notebook.cell.moveDown')
    await notebook.save()
    assert.match(
      await bytesOf(path),
      /---\r\n\r\n# Next\r\n~~~\r\n# no heading\r\n~~~\r\n\r\n# What I heard[^#]*```x```$/,
    )
    await commands.executeCommand('undo')
    await until(() => textsOf(notebook)[1]?.startsWith('# What') || undefined)
    await notebook.save()
    assert.equal(await bytesOf(path), NOTE)
  })

  it('deletes a cell with what parted it from the next, and brings it back', async () => {
    const editor = await openNotebook(path, NOTE)
    await onCell(editor, 1, 'notebook.cell.delete')
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE.replace(/# What[^#]*/, ''))
    await commands.executeCommand('undo')
    await until(() => editor.notebook.cellCount === 3 || undefined)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE)
  })

  it('adds a cell with an empty line on each side', async () => {
    const editor = await openNotebook(path, NOTE)
    await onCell(editor, 1, 'notebook.cell.insertMarkdownCellBelow')
    await until(() => editor.notebook.cellCount === 4 || undefined)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE)
    const edit = new WorkspaceEdit()
    edit.insert(documentAt(editor.notebook, 2).uri, new Position(0, 0), 'New words')
    await workspace.applyEdit(edit)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), NOTE.replace('# Next', '\r\nNew words\r\n\r\n# Next'))
  })

  it('joins two cells with what stood between them, and splits them', async () => {
    const text = 'One.\r\n\r\n\r\n# Two\r\n\r\nwords\r\n'
    const editor = await openNotebook(path, text)
    await onCell(editor, 0, 'notebook.cell.joinBelow')
    await until(() => editor.notebook.cellCount === 1 || undefined)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), text)
    await commands.executeCommand('undo')
    await until(() => editor.notebook.cellCount === 2 || undefined)
    await editor.notebook.save()
    assert.equal(await bytesOf(path), text)
    const cell = await openCell(editor, 1)
    cell.selection = new Selection(2, 0, 2, 0)
    await commands.executeCommand('notebook.cell.split')
    await until(() => editor.notebook.cellCount === 3 || undefined)
    assert.deepEqual(textsOf(editor.notebook).slice(1), ['# Two\n\n', 'words'])
    await editor.notebook.save()
    assert.equal(await bytesOf(path), text)
  })

  it('leaves a file alone that is not UTF-8, and says so', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('# caf'), 0xe9, 0x0a])
    await workspace.fs.writeFile(fileUri(path), bytes)
    await assert.rejects(async () => workspace.openNotebookDocument(fileUri(path)), /not UTF-8/)
    assert.deepEqual(new Uint8Array(await workspace.fs.readFile(fileUri(path))), bytes)
  })

  it('turns into text and back by its title', async () => {
    const {notebook} = await openNotebook(path, NOTE)
    const edit = new WorkspaceEdit()
    edit.replace(documentAt(notebook, 1).uri, new Range(2, 2, 2, 5), 'three')
    await workspace.applyEdit(edit)
    await commands.executeCommand('strengths.openAsText')
    const text = await until(() => window.activeTextEditor?.document)
    assert.equal(text.uri.toString(), fileUri(path).toString())
    assert.ok(text.getText().includes('- three'))
    await commands.executeCommand('strengths.openAsNotebook')
    const {notebook: again} = await until(() => window.activeNotebookEditor)
    assert.ok(documentAt(again, 1).getText().includes('- three'))
    assert.equal(window.tabGroups.all.flatMap(({tabs}) => tabs).length, 1)
  })
})
