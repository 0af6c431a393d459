import assert from 'node:assert/strict'
import {findNotes} from '../../src/folder/find-notes.ts'
import {memoryFiles} from './memory-files.ts'

describe('finding notes', () => {
  it('takes Markdown files of any depth, sorted, relative to the folder', async () => {
    const files = memoryFiles({
      'notes/b.md': '',
      'notes/a/2.markdown': '',
      'notes/a/1.MD': '',
      'notes/c.txt': '',
      'notes/md': '',
      'elsewhere/d.md': '',
    })
    const {paths, problems, isNotePath} = await findNotes(files, 'notes')
    assert.deepEqual({paths, problems}, {paths: ['a/1.MD', 'a/2.markdown', 'b.md'], problems: []})
    assert.deepEqual(['new.md', 'a/new.MD', '.new.md', 'dist/new.md', 'new.txt'].map(isNotePath), [
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('passes over what is hidden and what holds no notes of a person', async () => {
    const files = memoryFiles({
      'n/.git/a.md': '',
      'n/.strengths/templates/a.md': '',
      'n/.hidden.md': '',
      'n/node_modules/x/a.md': '',
      'n/dist/a.md': '',
      'n/out/a.md': '',
      'n/clients/dist.md': '',
    })
    assert.deepEqual((await findNotes(files, 'n')).paths, ['clients/dist.md'])
  })

  it('passes over what the ignore files at the top list', async () => {
    const files = memoryFiles({
      'n/.gitignore': '/drafts/\n*.tmp.md\n!keep.tmp.md\n',
      'n/.strengthsignore': '# pages\r\npages\r\n',
      'n/drafts/a.md': '',
      'n/c/drafts/a.md': '',
      'n/x.tmp.md': '',
      'n/keep.tmp.md': '',
      'n/pages/c-1.md': '',
      'n/c/pages/c-1.md': '',
    })
    assert.deepEqual((await findNotes(files, 'n')).paths, ['c/drafts/a.md', 'keep.tmp.md'])
  })

  it('opens no note', async () => {
    const files = memoryFiles({'n/a.md': '', 'n/b/c.md': ''})
    await findNotes(files, 'n')
    assert.deepEqual(files.read, ['n/.gitignore', 'n/.strengthsignore'])
  })

  it('names a folder below that cannot be read, and goes on', async () => {
    const files = memoryFiles({'n/a.md': '', 'n/locked/': undefined, 'n/locked/b.md': '', 'n/z/c.md': ''})
    const {paths, problems} = await findNotes(files, 'n')
    assert.deepEqual(paths, ['a.md', 'z/c.md'])
    assert.deepEqual(
      problems.map(({file, code, line}) => ({file, code, line})),
      [{file: 'locked', code: 'file/unreadable', line: 1}],
    )
  })

  it('names a folder that is called like a note, and finds the notes in it', async () => {
    const {paths, problems} = await findNotes(memoryFiles({'n/x.md/a.md': '', 'n/b.md': ''}), 'n')
    assert.deepEqual(paths, ['b.md', 'x.md/a.md'])
    assert.deepEqual(
      problems.map(({file, code, line}) => ({file, code, line})),
      [{file: 'x.md', code: 'file/unreadable', line: 1}],
    )
  })

  it('names a link with the name of a note that leads to no file', async () => {
    const {paths, problems} = await findNotes(
      memoryFiles({'n/a.md@': '', 'n/socket@': '', 'n/b.md': ''}),
      'n',
    )
    assert.deepEqual(paths, ['b.md'])
    assert.deepEqual(
      problems.map(({file}) => file),
      ['a.md'],
    )
  })

  it('throws where the folder itself cannot be read', async () => {
    await assert.rejects(findNotes(memoryFiles({}), 'n'))
  })
})
