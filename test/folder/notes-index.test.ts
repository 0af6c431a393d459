import assert from 'node:assert/strict'
import type {FileSystem} from '../../src/folder/file-system.ts'
import {NotesIndex, type Pace} from '../../src/folder/notes-index.ts'
import {day} from '../summary/folded.ts'
import {memoryFiles} from './memory-files.ts'

const ANN = '---\nclient: c-1\ndate: 2026-07-07\ngoals:\n  - {id: g-work, words: Work with my hands}\n---\n'
const LATER = '---\nclient: c-1\ndate: 2026-07-14\nstrengths: [humor]\n---\n'
const BOB = '---\nclient: c-2\ndate: 2026-07-14\n---\n'
const AS_OF = day('2026-07-21')

/** A clock that moves on by `step` each time it is read. */
function slowPace(step: number): Pace & {readonly rests: () => number} {
  let time = 0
  let rests = 0
  return {
    now: () => (time += step),
    rest: () => {
      rests++
      return Promise.resolve()
    },
    rests: () => rests,
  }
}

async function built(contents: Record<string, string | Uint8Array | undefined>): Promise<{
  index: NotesIndex
  contents: Record<string, string | Uint8Array | undefined>
  files: {read: readonly string[]}
}> {
  const files = memoryFiles(contents)
  const index = new NotesIndex(files, 'n', slowPace(0))
  await index.build()
  return {index, contents, files}
}

const ids = (inputs: readonly {readonly id: string}[]): string[] => inputs.map(({id}) => id)

describe('the index of a notes folder', () => {
  it('knows whose notes there are, and reads nothing twice', async () => {
    const {index, files} = await built({
      'n/a.md': ANN,
      'n/b.md': LATER,
      'n/c.md': BOB,
      'n/readme.md': '# Hi\n',
    })
    assert.deepEqual(index.clients(), ['c-1', 'c-2'])
    assert.deepEqual(ids(index.notesOf('c-1')), ['a.md', 'b.md'])
    assert.deepEqual(ids(index.notes()), ['a.md', 'b.md', 'c.md'])
    await index.build()
    assert.equal(files.read.filter((path) => path === 'n/a.md').length, 1)
  })

  it('folds a person once, and again only when one of their notes has changed', async () => {
    const {index, contents} = await built({'n/a.md': ANN, 'n/b.md': LATER, 'n/c.md': BOB})
    const page = index.pageOf('c-1', AS_OF)
    assert.equal(page?.strengths[0]?.name, 'humor')
    contents['n/c.md'] = `${BOB}More.\n`
    assert.equal(await index.read('c.md'), true)
    assert.equal(index.pageOf('c-1', AS_OF), page)
    contents['n/b.md'] = LATER.replace('humor', 'kindness')
    await index.read('b.md')
    assert.equal(index.pageOf('c-1', AS_OF)?.strengths[0]?.name, 'kindness')
  })

  it('gives places in a note by their lines', async () => {
    const {index} = await built({'n/a.md': ANN})
    assert.equal(index.pageOf('c-1', AS_OF)?.goals[0]?.sources[0]?.line, 5)
  })

  it('leaves out the note at hand', async () => {
    const {index} = await built({'n/a.md': ANN, 'n/b.md': LATER})
    assert.deepEqual(index.pageOf('c-1', AS_OF, 'b.md')?.strengths, [])
    assert.equal(index.pageOf('c-9', AS_OF), undefined)
  })

  it('takes two ids as one person where the client list does', async () => {
    const {index} = await built({'n/a.md': ANN, 'n/b.md': BOB})
    assert.equal(index.pageOf('c-2', AS_OF)?.goals.length, 0)
    index.foldWith({joined: {'c-1': ['c-2']}})
    assert.deepEqual(ids(index.notesOf('c-2')), ['a.md', 'b.md'])
    assert.equal(index.pageOf('c-2', AS_OF)?.client, 'c-1')
    assert.equal(index.pageOf('c-2', AS_OF), index.pageOf('c-1', AS_OF))
    index.foldWith({})
    assert.equal(index.pageOf('c-2', AS_OF)?.client, 'c-2')
  })

  it('sees that a file was saved as it was', async () => {
    const {index} = await built({'n/a.md': ANN})
    const before = index.note('a.md')
    assert.equal(await index.read('a.md'), false)
    assert.equal(index.note('a.md'), before)
  })

  it('follows files that come, go and move', async () => {
    const {index, contents} = await built({'n/c-1/a.md': ANN, 'n/c-1/b.md': LATER})
    delete contents['n/c-1/b.md']
    assert.equal(index.forget('c-1/b.md'), true)
    contents['n/c-1/later.md'] = LATER
    await index.read('c-1/later.md')
    assert.deepEqual(ids(index.notes()), ['c-1/a.md', 'c-1/later.md'])
    assert.equal(index.forget('c-1'), true)
    assert.deepEqual(index.clients(), [])
    assert.equal(index.forget('c-1'), false)
  })

  it('leaves alone what a walk of the folder leaves alone', async () => {
    const {index, contents} = await built({'n/a.md': ANN, 'n/.gitignore': 'drafts/\n'})
    contents['n/drafts/b.md'] = LATER
    contents['n/.strengths/templates/c.md'] = LATER
    assert.equal(await index.read('drafts/b.md'), false)
    assert.equal(await index.read('.strengths/templates/c.md'), false)
    assert.deepEqual(ids(index.notes()), ['a.md'])
  })

  it('takes a file that cannot be read any more as gone', async () => {
    const {index, contents} = await built({'n/a.md': ANN})
    contents['n/a.md'] = undefined
    assert.equal(await index.read('a.md'), true)
    assert.deepEqual(index.notes(), [])
  })

  it('says which files could not be read, until they can be or are gone', async () => {
    const {index, contents} = await built({
      'n/a.md': ANN,
      'n/b.md': new Uint8Array([0x41, 0xff, 0xfe]),
      'n/d/c.md': ' \n',
      'n/link.md@': '',
      'n/z.md': undefined,
    })
    const files = (): string[] => index.unread().map(({file}) => file)
    assert.deepEqual(files(), ['b.md', 'd/c.md', 'link.md', 'z.md'])
    assert.match(index.unread()[0]?.message ?? '', /UTF-8/)
    contents['n/b.md'] = BOB
    assert.equal(await index.read('b.md'), true)
    assert.equal(await index.read('z.md'), false)
    contents['n/a.md'] = new Uint8Array([0xff])
    assert.equal(await index.read('a.md'), true)
    contents['n/a.md'] = ANN
    assert.equal(await index.read('a.md'), true)
    index.setOpen('z.md', {version: 1, text: () => ANN})
    assert.deepEqual(files(), ['d/c.md', 'link.md'])
    index.setOpen('z.md', undefined)
    assert.equal(index.forget('d'), true)
    assert.deepEqual(files(), ['link.md', 'z.md'])
  })

  it('hears an open document before its file, and asks for its text only when somebody wants to know', async () => {
    const {index} = await built({'n/a.md': ANN})
    let asked = 0
    const open = (version: number, text: string): void =>
      index.setOpen('a.md', {version, text: () => (asked++, text)})
    open(1, ANN.replace('c-1', 'c-7'))
    assert.equal(asked, 0)
    assert.deepEqual(ids(index.notesOf('c-7')), ['a.md'])
    assert.deepEqual(index.notesOf('c-1'), [])
    assert.deepEqual(index.clients(), ['c-7'])
    index.clients()
    assert.equal(asked, 1)
    index.setOpen('a.md', undefined)
    assert.deepEqual(index.clients(), ['c-1'])
  })

  it('does not read an open document again that says what its file says', async () => {
    const {index} = await built({'n/a.md': ANN})
    const before = index.note('a.md')
    index.setOpen('a.md', {version: 1, text: () => ANN})
    assert.equal(index.note('a.md'), before)
  })

  it('counts a document that is no file yet', async () => {
    const {index} = await built({'n/a.md': ANN})
    index.setOpen('new.md', {version: 1, text: () => LATER})
    assert.equal(index.pageOf('c-1', AS_OF)?.strengths.length, 1)
  })

  it('rests whenever it has worked for a while, and answers with what it has meanwhile', async () => {
    const contents = Object.fromEntries(Array.from({length: 100}, (_, at) => [`n/${at}.md`, BOB]))
    const pace = slowPace(3)
    const index = new NotesIndex(memoryFiles({...contents, 'n/near/z.md': ANN}), 'n', {
      ...pace,
      async rest() {
        assert.equal(index.isBuilt, false)
        assert.equal(index.notesOf('c-1').length, 1)
        return pace.rest()
      },
    })
    await index.build('near/y.md')
    assert.equal(index.isBuilt, true)
    assert.ok(pace.rests() >= 30)
    assert.equal(index.notes().length, 101)
  })

  it('keeps the newer of two readings, whichever comes first', async () => {
    const waiting: ((text: string) => void)[] = []
    const files: FileSystem = {
      readFile: (path) =>
        path.endsWith('.md')
          ? new Promise((resolve) => {
              waiting.push((text) => resolve(new TextEncoder().encode(text)))
            })
          : Promise.reject(new Error('none')),
      readFolder: () => Promise.resolve([{name: 'a.md', kind: 'file'}]),
    }
    const index = new NotesIndex(files, 'n', slowPace(0))
    const build = index.build()
    while (waiting.length < 1) await Promise.resolve()
    const read = index.read('a.md')
    waiting[1]?.(LATER)
    assert.equal(await read, true)
    waiting[0]?.(ANN)
    await build
    assert.equal(index.note('a.md')?.record.date?.value, '2026-07-14')
  })

  it('tries again after a folder that could not be read', async () => {
    const contents: Record<string, string> = {}
    const index = new NotesIndex(memoryFiles(contents), 'n', slowPace(0))
    await assert.rejects(index.build())
    contents['n/a.md'] = ANN
    await index.build()
    assert.equal(index.notes().length, 1)
  })
})
