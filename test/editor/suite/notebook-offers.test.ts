import assert from 'node:assert/strict'
import {
  commands,
  languages,
  Position,
  workspace,
  WorkspaceEdit,
  type CodeLens,
  type Hover,
  type MarkdownString,
  type NotebookDocument,
  type TextDocument,
} from 'vscode'
import {fileUri, rangeOf, strengthsNotes, takeAction, until, untilFindings} from './hands.ts'
import {openPages} from './pages-hands.ts'
import {closeNotebooks, documentAt, onCell, openCell, openNotebook, textsOf} from './notebook-hands.ts'
import {labelsAt} from './suggestion-hands.ts'

const PATH = 'agency/clients/c-021/2026-11-20.md'
const NOTE = `---\r
client: c-021\r
date: 2026-11-20\r
wins:\r
  - Finished step #4\r
goals:\r
  - id: g-piano\r
---\r
\r
# What I heard\r
\r
He was here.\r
\r
# What I saw\r
\r
He is a bumblebee client.\r
`

const docs = (notebook: NotebookDocument): TextDocument[] => notebook.getCells().map(({document}) => document)

describe('offers in the cells of a notebook', () => {
  before(strengthsNotes)
  afterEach(async () => {
    await closeNotebooks()
    await workspace.fs.delete(fileUri(PATH))
  })

  it('stand in the cell and at the words they are about', async () => {
    const {notebook} = await openNotebook(PATH, NOTE)
    const [frontmatter, heard, saw] = docs(notebook)
    assert.ok(frontmatter && heard && saw)
    await untilFindings(saw, ['bumblebee client'])
    await untilFindings(frontmatter, ['Finished step #4'])
    await untilFindings(heard, [])
  })

  it('are taken in their cell', async () => {
    const editor = await openNotebook(PATH, NOTE)
    const {document: saw} = await openCell(editor, 2)
    const frontmatter = documentAt(editor.notebook, 0)
    await untilFindings(saw, ['bumblebee client'])
    await takeAction(saw, 'bumblebee client', 'Write “person who comes back”')
    assert.equal(saw.getText(), '# What I saw\n\nHe is a person who comes back.')
    await untilFindings(saw, [])
    await takeAction(frontmatter, 'Finished step #4', 'Add quotation marks')
    assert.match(frontmatter.getText(), /- "Finished step #4"\ngoals/)
    await untilFindings(frontmatter, [])
  })

  it('leave a rule alone in the note from any cell, with a comment in the first section', async () => {
    const editor = await openNotebook(PATH, NOTE)
    const {notebook} = editor
    const {document: saw} = await openCell(editor, 2)
    await untilFindings(saw, ['bumblebee client'])
    await takeAction(saw, 'bumblebee client', 'Leave “bumblebee-client” alone in this note')
    await untilFindings(saw, [])
    assert.match(
      textsOf(notebook)[1] ?? '',
      /^<!-- strengths-disable-file bumblebee-client -->\n\n# What I heard/,
    )
  })

  it('show at the first line of the frontmatter what the note as a whole is asked for', async () => {
    const {notebook} = await openNotebook(PATH, '---\ndate: 2026-11-20\nwins: [A walk]\n---\n\n# Text\n')
    const frontmatter = documentAt(notebook, 0)
    await untilFindings(frontmatter, ['date: 2026-11-20'])
    await takeAction(frontmatter, 'date', 'Add `client`')
    assert.match(frontmatter.getText(), /^client: \[?c-014\]?\ndate: 2026-11-20\nwins: \[A walk\]$/)
  })

  it('know the keys, and what earlier notes say', async () => {
    const {notebook} = await openNotebook(PATH, NOTE)
    const frontmatter = documentAt(notebook, 0)
    const edit = new WorkspaceEdit()
    edit.insert(frontmatter.uri, frontmatter.lineAt(frontmatter.lineCount - 1).range.end, '\n')
    await workspace.applyEdit(edit)
    await until(
      async () => labelsAt(frontmatter, new Position(frontmatter.lineCount - 1, 0)),
      (labels) => labels.includes('resources'),
    )
    await until(
      async () => labelsAt(frontmatter, rangeOf(frontmatter, 'g-piano').end),
      (labels) => labels.some((label) => label.includes('Tune the piano')),
    )
  })

  it('tell about keys and goals when pointed at', async () => {
    const {notebook} = await openNotebook(PATH, NOTE)
    const frontmatter = documentAt(notebook, 0)
    const told = await until(
      async () => {
        const hovers = await commands.executeCommand<Hover[]>(
          'vscode.executeHoverProvider',
          frontmatter.uri,
          rangeOf(frontmatter, 'g-piano').start,
        )
        return hovers
          .flatMap(({contents}) => contents.map((content) => (content as MarkdownString).value))
          .join('\n')
      },
      (text) => text.includes('Tune the piano'),
    )
    assert.match(told, /2026-10-15\.md/)
  })

  it('have the strip of the note above the frontmatter alone', async () => {
    const editor = await openNotebook(PATH, NOTE)
    const {notebook} = editor
    await openCell(editor, 1)
    const lenses = async (index: number): Promise<readonly CodeLens[]> =>
      commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', documentAt(notebook, index).uri)
    const [lens] = await until(
      async () => lenses(0),
      (found) => found.length > 0,
    )
    assert.equal(lens?.range.start.line, 0)
    assert.deepEqual(await lenses(1), [])
  })

  it('rename in the cells of an open notebook and in other notes', async () => {
    const {notebook} = await openNotebook(PATH, NOTE)
    const frontmatter = documentAt(notebook, 0)
    const edit = await until(
      async () =>
        commands.executeCommand<WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          frontmatter.uri,
          rangeOf(frontmatter, 'g-piano').start,
          'g-tune',
        ),
      (found) => found.size > 2,
    )
    const touched = edit
      .entries()
      .filter(([, edits]) => edits.some(({newText}) => newText.includes('g-tune')))
    assert.ok(touched.some(([uri]) => uri.toString() === frontmatter.uri.toString()))
    assert.ok(touched.every(([uri]) => uri.toString() !== notebook.uri.toString()))
    const plain = new WorkspaceEdit()
    plain.set(frontmatter.uri, edit.get(frontmatter.uri))
    await workspace.applyEdit(plain)
    assert.match(frontmatter.getText(), /- id: g-tune\n {4}was: g-piano$/)
  })

  it('have the commands of a note', async () => {
    const {statusItem} = await strengthsNotes()
    const editor = await openNotebook(PATH, NOTE)
    await onCell(editor, 1, 'strengths.showPersonPage')
    const pages = await openPages()
    const page = await until(() => pages.open.find(({body}) => body.includes('Tune the piano downstairs')))
    await until(() => statusItem.text.includes('1 phrase to look at') || undefined)
    page.panel.dispose()
    assert.equal(languages.getDiagnostics(editor.notebook.uri).length, 0)
  })
})
