import assert from 'node:assert/strict'
import {commands, FileType, Uri, workspace} from 'vscode'
import {writePage} from '../../../src/vscode/pages/export-page.ts'
import {removeOldCopies, writeCopy} from '../../../src/vscode/pages/print-copies.ts'
import {closeAll, fileUri} from './hands.ts'
import {openPage} from './pages-hands.ts'

const FOLDER = 'agency/handed-on'
const textAt = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri))

describe('a page that is exported', () => {
  afterEach(async () => {
    await closeAll()
    await workspace.fs.delete(fileUri(FOLDER), {recursive: true}).then(undefined, () => undefined)
  })

  it('is what its name says, with links to the notes beside it', async () => {
    const {page} = await openPage('strengths.showPersonPage', 'Tune the piano downstairs')
    const written = async (name: string): Promise<string> => {
      const target = await writePage(page.source, fileUri(`${FOLDER}/${name}`))
      assert.ok(target)
      return textAt(target)
    }
    const html = await written('a.html')
    assert.match(html, /^<!doctype html>/)
    assert.match(html, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/)
    assert.match(html, /href="\.\.\/clients\/c-021\/2026-10-15\.md#L\d+"/)
    assert.doesNotMatch(html, /<script|data-note|data-correct|Begin a note/)
    assert.match(await written('a.md'), /^# c-021$/m)
    assert.equal((JSON.parse(await written('a.json')) as {reader: string}).reader, 'team')
    assert.match(await written('a'), /^<!doctype html>/)
    assert.equal((await workspace.fs.stat(fileUri(`${FOLDER}/a.html`))).type, FileType.File)
  })

  it('says nothing of where notes are on the page that the person keeps', async () => {
    const {page} = await openPage('strengths.showPersonPage', 'Tune the piano downstairs')
    page.panel.reveal()
    await commands.executeCommand('strengths.readAsPerson')
    const target = await writePage(page.source, fileUri(`${FOLDER}/b.html`))
    assert.ok(target)
    const text = await textAt(target)
    assert.match(text, /<h1[^>]*>Your page<\/h1>/)
    assert.doesNotMatch(text, /c-021|href=/)
  })

  it('stands over a page that was exported before, never over anything else', async () => {
    const {page} = await openPage('strengths.showPersonPage', 'Tune the piano downstairs')
    const note = fileUri('agency/clients/c-021/2026-10-15.md')
    const before = await textAt(note)
    assert.equal(await writePage(page.source, note), undefined)
    assert.equal(await textAt(note), before)
    const target = fileUri(`${FOLDER}/c.md`)
    assert.ok(await writePage(page.source, target))
    assert.ok(await writePage(page.source, target))
  })

  it('leaves no copy for the browser once its time is over', async () => {
    const storage = fileUri(FOLDER)
    const copy = await writeCopy(storage, '<!doctype html>')
    // A name of random digits says nothing of whom the page is about.
    assert.match(copy.path, /\/page-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.html$/)
    await removeOldCopies(storage)
    assert.equal(await textAt(copy), '<!doctype html>')
    await removeOldCopies(storage, -1000)
    assert.deepEqual(await workspace.fs.readDirectory(Uri.joinPath(copy, '..')), [])
  })

  it('says what is possible where no file can be opened in the browser', async () => {
    await openPage('strengths.showPersonPage', 'Tune the piano downstairs')
    await commands.executeCommand('strengths.printPage')
    await commands.executeCommand('notifications.clearAll')
  })
})
