import assert from 'node:assert/strict'
import {bundleExtension} from '../scripts/bundle-extension.ts'
import {bytesOf, FIRST_LOAD_LIMIT, loadsOf} from '../scripts/bundle-sizes.ts'

describe('the code of the extension in a browser', () => {
  it('that an open session note needs is below 600 kB', async () => {
    const [entry, notes] = loadsOf(await bundleExtension('web'))
    assert.ok(entry && notes)
    assert.ok(notes.files.some(({starts}) => starts === 'src/vscode/extension.ts'))
    const bytes = bytesOf(entry) + bytesOf(notes)
    assert.ok(bytes < FIRST_LOAD_LIMIT, `${bytes} bytes: what is not needed at once comes with an import().`)
  })

  it('that runs before there is a session note knows no watcher, index, language or parser', async () => {
    const entry = (await bundleExtension('web')).find(({name}) => name === 'extension.cjs')
    assert.ok(entry)
    assert.doesNotMatch(entry.text, /createFileSystemWatcher|findFiles/)
    assert.deepEqual(
      entry.sources.filter((file) => /^(?:node_modules|src\/(?:lint|summary|folder))\//.test(file)),
      [],
    )
  })
})
