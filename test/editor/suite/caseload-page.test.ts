import assert from 'node:assert/strict'
import {workspace, WorkspaceEdit} from 'vscode'
import {closeAll, rangeOf, until} from './hands.ts'
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
})
