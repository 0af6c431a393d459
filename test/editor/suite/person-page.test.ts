import assert from 'node:assert/strict'
import {commands, ViewColumn, window} from 'vscode'
import {closeAll, fileUri, rangeOf, until} from './hands.ts'
import {BACK, bring, draft, keys, newNote, PICK, start} from './new-note-hands.ts'
import {openPage as openAnyPage, openPages} from './pages-hands.ts'

const openPage = async (): ReturnType<typeof openAnyPage> =>
  openAnyPage('strengths.showPersonPage', 'Tune the piano downstairs')

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
    await openPage()
    await commands.executeCommand('strengths.showPersonPage')
    assert.equal((await openPages()).open.length, 1)
  })

  it('is for the person too, in the same panel', async () => {
    const {page} = await openPage()
    page.panel.reveal()
    await until(() => page.panel.active)
    await commands.executeCommand('strengths.readAsPerson')
    assert.match(page.body, /<main class="page for-person">/)
    assert.match(page.body, /<button type="button" data-correct="">Something wrong here\?/)
    assert.doesNotMatch(page.body, /c-021<\/h1>/)
    assert.equal(page.panel.title, 'c-021, their own page')
    await commands.executeCommand('strengths.readAsSpecialist')
    assert.match(page.body, /<main class="page for-specialist">/)
    assert.equal((await openPages()).open.length, 1)
  })

  it('opens for whom, and as whose, a view or a key binding says', async () => {
    await closeAll()
    await commands.executeCommand('strengths.showPersonPage', {client: 'c-037', reader: 'person'})
    const pages = await openPages()
    const page = await until(() => pages.open[0])
    assert.equal(page.source.state.client, 'c-037')
    assert.equal(page.source.state.reader, 'person')
  })

  it('is there again after the window was loaded anew', async () => {
    const {page} = await openPage()
    const pages = await openPages()
    const {state} = page.source
    await closeAll()
    await until(() => pages.open.length === 0)
    const panel = window.createWebviewPanel('strengths.personPage', '', ViewColumn.One)
    await pages.restore(panel, {...state, reader: 'person', top: 40})
    const again = await until(() => pages.open[0])
    await until(() => again.body.includes('for-person'))
    const other = window.createWebviewPanel('strengths.personPage', '', ViewColumn.One)
    await pages.restore(other, {top: 3})
    assert.equal(pages.open.length, 1)
  })

  it('begins a note that corrects the one that is picked', async () => {
    const takeAway = await bring()
    try {
      await (
        await start('strengths.showPersonPage', {asked: {client: 'c-050'}})
      ).done
      const pages = await openPages()
      const page = await until(() => pages.open[0])
      await until(() => page.body.includes('Row to the island'))
      const done = page.receive('correct')
      await keys(PICK)
      await done
      assert.match((await newNote()).uri.path, /\/c-050\/2026-11-09-correction\.md$/)
      await (
        await start('strengths.showPersonPage', {asked: {client: 'c-050'}})
      ).done
      const second = await until(() => pages.open[0])
      const turnedBack = second.receive('correct')
      await keys(BACK)
      await turnedBack
      assert.equal(draft(), undefined)
    } finally {
      await takeAway()
    }
  })
})
