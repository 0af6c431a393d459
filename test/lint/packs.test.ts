import assert from 'node:assert/strict'
import {proveEntry} from '../../src/lint/proofs.ts'
import {linter, packFiles, problems} from './load-language.ts'

const only = process.env['PACK']

describe('the packs', () => {
  it('can all be read', () => {
    assert.deepEqual(problems, [])
  })

  it('use an id once', () => {
    const ids = packFiles.flatMap(({pack}) => pack.entries.map((entry) => entry.id))
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    )
  })

  for (const {file, pack} of packFiles) {
    if (only && !file.startsWith(only)) continue
    describe(file, () => {
      for (const entry of pack.entries)
        it(entry.id, () => {
          assert.deepEqual(
            proveEntry(linter, entry).map(({message}) => message),
            [],
          )
          assert.notEqual(entry.flagged.length, 0, 'one sentence that it sees')
          assert.notEqual(entry.leftAlone.length, 0, 'one sentence that it leaves alone')
          if (entry.reframes.some(({kind}) => kind === 'apply'))
            assert.notEqual(entry.becomes.length, 0, 'one sentence and what becomes of it')
        })
    })
  }
})
