import assert from 'node:assert/strict'
import {mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createFile, disk, replaceFile} from '../../src/cli/disk.ts'

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'strengths-'))
  try {
    await run(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

describe('the disk', () => {
  it('replaces a file that holds what was read', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'a.md')
      writeFileSync(path, 'old')
      assert.equal(await replaceFile(path, 'new', Buffer.from('old')), true)
      assert.equal(readFileSync(path, 'utf8'), 'new')
      assert.deepEqual(readdirSync(folder), ['a.md'])
    }))

  it('leaves a file that changed meanwhile, and nothing beside it', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'a.md')
      writeFileSync(path, 'newer')
      assert.equal(await replaceFile(path, 'new', Buffer.from('old')), false)
      assert.equal(readFileSync(path, 'utf8'), 'newer')
      assert.deepEqual(readdirSync(folder), ['a.md'])
    }))

  it('does not bring back a file that disappeared', () =>
    inFolder(async (folder) => {
      await assert.rejects(replaceFile(join(folder, 'a.md'), 'new', Buffer.from('old')))
      assert.deepEqual(readdirSync(folder), [])
    }))

  it('makes a file with its folders, and leaves one that is there', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'x/y/a.md')
      assert.equal(await createFile(path, 'one'), true)
      assert.equal(await createFile(path, 'two'), false)
      assert.equal(readFileSync(path, 'utf8'), 'one')
    }))

  it('reads a linked file as a file and enters no linked folder', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.md'), '')
      symlinkSync('a.md', join(folder, 'link.md'))
      symlinkSync('.', join(folder, 'loop'))
      symlinkSync('none.md', join(folder, 'dangling.md'))
      const entries = await disk.readFolder(folder)
      assert.deepEqual(Object.fromEntries(entries.map(({name, kind}) => [name, kind])), {
        'a.md': 'file',
        'link.md': 'file',
        loop: 'other',
        'dangling.md': 'other',
      })
    }))
})
