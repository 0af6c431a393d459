import assert from 'node:assert/strict'
import {commands, window, type TextEditor} from 'vscode'
import type {PersonPage} from '../../../src/vscode/person-page.ts'
import {closeAll, fileUri, rangeOf, strengthsNotes, until} from './hands.ts'

async function openPage(): Promise<{readonly page: PersonPage; readonly editor: TextEditor}> {
  await closeAll()
  const editor = await window.showTextDocument(fileUri('agency/clients/c-021/2026-11-12.md'))
  await commands.executeCommand('strengths.showPersonPage')
  const {personPages} = await strengthsNotes()
  const page = await until(() => personPages.open[0])
  await until(() => page.body.includes('Tune the piano downstairs'))
  return {page, editor}
}

describe('the page of a person', () => {
  after(closeAll)

  it('shows what all their notes say', async () => {
    const {page} = await openPage()
    assert.equal(page.panel.title, 'c-021')
    assert.match(page.body, /Tuned the first octave/)
  })

  it('follows what is typed before it is saved', async () => {
    const {page, editor} = await openPage()
    const {start} = rangeOf(editor.document, '  - Tuned the first octave')
    await editor.edit((edit) => edit.insert(start, '  - "Found the second fork"\n'))
    await until(() => page.body.includes('Found the second fork'))
  })

  it('opens the note that a line rests on, at its line', async () => {
    const {page} = await openPage()
    const link = /data-note="(clients\/c-021\/2026-10-15\.md)" data-line="(\d+)"/.exec(page.body)
    assert.ok(link)
    const editor = await page.receive({note: link[1], line: Number(link[2])})
    assert.ok(editor)
    assert.equal(editor.document.uri.path, fileUri('agency/clients/c-021/2026-10-15.md').path)
    assert.equal(editor.selection.active.line, Number(link[2]) - 1)
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /g-piano|Tune the piano/)
  })

  it('listens to nothing else', async () => {
    const {page} = await openPage()
    for (const message of [undefined, {}, {note: 1, line: 1}, {note: '../../etc/passwd', line: 1}, 'open'])
      assert.equal(await page.receive(message), undefined)
  })

  it('allows its own style and script only', async () => {
    const {page} = await openPage()
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page.panel.webview.html)?.[1]
    const nonce = /'nonce-(\w{32})'/.exec(policy ?? '')?.[1]
    assert.equal(policy, `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`)
  })

  it('is opened once a person', async () => {
    const {personPages} = await strengthsNotes()
    await openPage()
    await commands.executeCommand('strengths.showPersonPage')
    assert.equal(personPages.open.length, 1)
  })
})
