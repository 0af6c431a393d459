import assert from 'node:assert/strict'
import {commands, workspace, WorkspaceEdit, type Uri} from 'vscode'
import {FIGURES_WARNING} from '../../../src/summary/language-figures.ts'
import {closeAll, fileUri, rangeOf, until} from './hands.ts'
import {openPage} from './pages-hands.ts'

describe('the caseload in numbers', () => {
  afterEach(closeAll)

  it('counts, and names nobody', async () => {
    const {page} = await openPage('strengths.showCaseload', 'Sessions')
    assert.match(page.body, /<main class="page for-supervisor">/)
    assert.doesNotMatch(page.body, /c-0\d\d|piano|data-note|data-correct/)
  })

  it('follows what is typed', async () => {
    const {page, editor} = await openPage('strengths.showCaseload', 'Sessions')
    const before = page.body
    const edit = new WorkspaceEdit()
    const {end} = rangeOf(editor.document, 'goals:\n')
    edit.insert(editor.document.uri, end, '  - {words: Sing at the pier, status: active}\n')
    await workspace.applyEdit(edit)
    await until(() => page.body !== before)
  })

  it('says how the notes are worded, that this is of notes and not of people, and follows', async () => {
    const {page, editor} = await openPage('strengths.showCaseload', 'suggestions per 1,000 words')
    assert.ok(page.body.includes(FIGURES_WARNING))
    assert.match(page.body, /What was suggested/)
    const suggestions = (): number => Number(/([\d,]+) in [\d,]+ words/.exec(page.body)?.[1] ?? NaN)
    const before = suggestions()
    const edit = new WorkspaceEdit()
    const {document} = editor
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\nHe is an addict.\n')
    await workspace.applyEdit(edit)
    await until(() => suggestions() === before + 1)
  })

  it('has a row for each person once it is asked to, and a line in the log says so', async () => {
    const log = fileUri('agency/.strengths/report.log')
    const text = async (uri: Uri): Promise<string> =>
      new TextDecoder().decode(
        await Promise.resolve(workspace.fs.readFile(uri)).catch(() => new Uint8Array()),
      )
    const {page} = await openPage('strengths.showCaseload', 'Sessions')
    page.panel.reveal()
    await until(() => page.panel.active)
    assert.equal(await text(log), '')
    try {
      await commands.executeCommand('strengths.countEachPerson')
      assert.match(page.body, /Each person[^]*c-021/)
      assert.doesNotMatch(page.body, /piano|data-note/)
      assert.equal(page.source.state.reader, 'each-person')
      await page.update()
      assert.match(
        await text(log),
        /^\d{4}-\d\d-\d\d \d\d:\d\d {2}caseload by person in the editor, as of [\d-]+, people: \d+\n$/,
      )
      await commands.executeCommand('strengths.countEverybody')
      assert.doesNotMatch(page.body, /c-021/)
    } finally {
      await workspace.fs.delete(log)
    }
  })

  it('says how many files could not be read', async () => {
    const uri = fileUri('agency/clients/c-037/2026-09-16.md')
    await workspace.fs.writeFile(uri, new Uint8Array([0x2d, 0xff, 0xfe]))
    try {
      const {page} = await openPage('strengths.showCaseload', 'left out: 1 file that could not be read')
      await workspace.fs.delete(uri)
      await until(() => !page.body.includes('could not be read'))
    } finally {
      await Promise.resolve(workspace.fs.delete(uri)).catch(() => undefined)
    }
  })
})
