import assert from 'node:assert/strict'
import {proveEntry} from './proofs.ts'
import {ClassIndex} from '../../src/lint/class-index.ts'
import {language, linter, packFiles, problems} from './load-language.ts'

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

  it('name only classes that there are', () => {
    const classes = new ClassIndex(language.classes)
    const named = language.entries.flatMap(({id, phrases, unless, only: needed}) =>
      [...phrases, ...Object.values(unless).flat(), ...Object.values(needed).flat()].flatMap((phrase) =>
        [...phrase.matchAll(/<([a-z-]+)>/g)].map(([, name = '']) => ({id, name})),
      ),
    )
    assert.deepEqual(
      named.filter(({name}) => !classes.has(name)),
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
