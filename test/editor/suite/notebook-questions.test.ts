import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {commands, Position, Selection, workspace, WorkspaceEdit} from 'vscode'
import {
  closeAll,
  fileUri,
  findingsIn,
  openFile,
  openText,
  ours,
  strengthsNotes,
  takeAction,
  type,
  until,
  untilFindings,
} from './hands.ts'
import {closeNotebooks, documentAt, openCell, openNotebook} from './notebook-hands.ts'

const PATH = 'agency/questions.md'
const NOTE = `---
client: c-021
date: 2026-11-20
---

  \`\`\`strengths
  gaols of this person

  week of c-021
  \`\`\`

gaols
`

describe('a question that is not understood', () => {
  before(strengthsNotes)
  afterEach(async () => {
    await closeNotebooks()
    await workspace.fs.delete(fileUri(PATH)).then(undefined, () => undefined)
  })

  it('is told of between the fences of a text, at its words, with what can be said', async () => {
    const {document} = await openText(NOTE)
    await untilFindings(document, ['gaols'])
    const [diagnostic] = ours(document)
    assert.deepEqual(diagnostic?.range.start, new Position(6, 2))
    assert.match(
      diagnostic.message,
      /^“gaols” is not known here\. Did you mean “goals”\? What can stand here: /,
    )
    await takeAction(document, 'gaols', 'Write “goals”')
    assert.equal(document.lineAt(6).text, '  goals of this person')
    await untilFindings(document, [])
  })

  it('is told of in a file with CRLF, and no more once the fence is gone', async () => {
    const {document} = await openFile(PATH, NOTE.replaceAll('\n', '\r\n'))
    await untilFindings(document, ['gaols'])
    const edit = new WorkspaceEdit()
    edit.replace(document.uri, document.lineAt(5).range, '  ```text')
    await workspace.applyEdit(edit)
    await untilFindings(document, [])
    await document.save()
    await closeAll()
  })

  it('is told of in its cell, and follows whom the note is about', async () => {
    const {notebook} = await openNotebook(PATH, NOTE.replace('gaols of', 'goals whre of'))
    const question = documentAt(notebook, 1)
    await untilFindings(question, ['whre'])
    await takeAction(question, 'whre', 'Write “where”')
    await untilFindings(question, ['of'])
    const edit = new WorkspaceEdit()
    edit.replace(question.uri, question.lineAt(0).range, 'goals of this person')
    await workspace.applyEdit(edit)
    await untilFindings(question, [])
    const frontmatter = documentAt(notebook, 0)
    const without = new WorkspaceEdit()
    without.replace(frontmatter.uri, frontmatter.lineAt(0).range, 'place: library')
    await workspace.applyEdit(without)
    await untilFindings(question, ['this person'])
  })

  it('is left in peace while it is typed, and told of once the cursor leaves its line', async () => {
    const editor = await openNotebook(PATH, '```strengths\ngaols\nweek\n```\n')
    const cell = await openCell(editor, 0)
    await untilFindings(cell.document, ['gaols'])
    cell.selection = new Selection(1, 4, 1, 4)
    await type(' soon')
    const typed = Date.now()
    await wait(900)
    if (Date.now() - typed < 1900) assert.deepEqual(findingsIn(cell.document), ['gaols'])
    await commands.executeCommand('cursorTop')
    await until(() => findingsIn(cell.document).includes('soon') || undefined)
    await type('x')
    await untilFindings(cell.document, ['xgaols', 'soon'])
  })
})
