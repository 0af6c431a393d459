import assert from 'node:assert/strict'
import {mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {FollowedNotes} from '../../src/cli/followed-notes.ts'
import type {Shell} from '../../src/cli/shell.ts'
import type {PersonPage} from '../../src/summary/summary.ts'
import {day} from '../summary/folded.ts'
import {inFolder} from './strengths.ts'

const note = (client: string, win: string): string =>
  `---\nclient: ${client}\ndate: 2026-07-14\nwins: [${win}]\n---\n`
const AS_OF = day('2026-08-01')
const FILES = {
  'c-1/a.md': note('c-1', 'A walk'),
  'c-1/b.md': note('c-1', 'A swim'),
  'c-2/a.md': note('c-2', 'A song'),
}

/** Follows the notes of a folder; `told` holds what was said of files that could not be read. */
function following(
  use: (
    notes: FollowedNotes,
    place: {readonly at: (path: string) => string; readonly told: readonly string[]},
  ) => Promise<void>,
): Promise<void> {
  return inFolder(FILES, async (folder) => {
    const told: string[] = []
    const shell = {cwd: folder, terminal: false, err: (text: string) => void told.push(text)}
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that reading notes asks of a shell
    const notes = await FollowedNotes.read(shell as unknown as Shell, folder)
    await use(notes, {at: (path) => join(folder, path), told})
  })
}

const pages = (notes: FollowedNotes): readonly PersonPage[] => notes.fold(AS_OF).summary.pages
const wins = (notes: FollowedNotes): readonly string[] =>
  pages(notes).flatMap((page) => page.wins.map(({what}) => what).toSorted())

describe('the notes of a folder that is watched', () => {
  it('read again the file that changed and no other, and fold its person alone', () =>
    following(async (notes, {at}) => {
      const [first, second] = pages(notes)
      writeFileSync(at('c-1/a.md'), note('c-1', 'A run'))
      // Changed as well, and nobody was told: it is not read.
      writeFileSync(at('c-1/b.md'), note('c-1', 'A dive'))
      await notes.follow(new Set(['c-1/a.md']))
      assert.deepEqual(wins(notes), ['A run', 'A swim', 'A song'])
      assert.notEqual(pages(notes)[0], first)
      assert.equal(pages(notes)[1], second)
    }))

  it('keep every page where nothing changed', () =>
    following(async (notes, {at}) => {
      const before = pages(notes)
      writeFileSync(at('readme.txt'), 'Hi.')
      await notes.follow(new Set(['readme.txt', 'c-9/gone.md']))
      assert.deepEqual(
        pages(notes).map((page, index) => page === before[index]),
        [true, true],
      )
    }))

  it('let go of what is gone, a file or a folder', () =>
    following(async (notes, {at}) => {
      unlinkSync(at('c-1/a.md'))
      await notes.follow(new Set(['c-1/a.md']))
      assert.deepEqual(wins(notes), ['A swim', 'A song'])
      rmSync(at('c-1'), {recursive: true})
      await notes.follow(new Set(['c-1']))
      assert.deepEqual(wins(notes), ['A song'])
    }))

  it('go along with another name of a file or a folder', () =>
    following(async (notes, {at}) => {
      renameSync(at('c-1/a.md'), at('c-1/z.md'))
      await notes.follow(new Set(['c-1/a.md', 'c-1/z.md']))
      renameSync(at('c-1'), at('d'))
      await notes.follow(new Set(['c-1', 'd']))
      assert.deepEqual(
        pages(notes)[0]?.notes.map(({source}) => source.file),
        ['d/b.md', 'd/z.md'],
      )
    }))

  it('find what lies in a folder that is new', () =>
    following(async (notes, {at}) => {
      mkdirSync(at('new/deep'), {recursive: true})
      writeFileSync(at('new/deep/n.md'), note('c-2', 'A play'))
      await notes.follow(new Set(['new']))
      assert.deepEqual(wins(notes), ['A swim', 'A walk', 'A play', 'A song'])
    }))

  it('count and tell what cannot be read, until it can be', () =>
    following(async (notes, {at, told}) => {
      writeFileSync(at('c-2/a.md'), new Uint8Array([0xff]))
      await notes.follow(new Set(['c-2/a.md']))
      assert.equal(notes.fold(AS_OF).unread, 1)
      assert.deepEqual(
        notes.fold(AS_OF).summary.review.map(({code}) => code),
        ['note/unread'],
      )
      assert.match(told.join(''), /^c-2\/a\.md:1 {2}Some letters[^\n]*\n$/)
      writeFileSync(at('c-2/a.md'), note('c-2', 'A song'))
      await notes.follow(new Set(['c-2/a.md']))
      assert.equal(notes.fold(AS_OF).unread, 0)
    }))

  it('read all again where the system does not say what changed', () =>
    following(async (notes, {at}) => {
      writeFileSync(at('c-1/b.md'), note('c-1', 'A dive'))
      unlinkSync(at('c-2/a.md'))
      await notes.follow(undefined)
      assert.deepEqual(wins(notes), ['A dive', 'A walk'])
    }))

  it('follow who is one person, by the client list', () =>
    following(async (notes, {at}) => {
      writeFileSync(at('.strengths/clients.yml'), 'c-1: {also: [c-2]}\n')
      await notes.follow(new Set(['.strengths/clients.yml']))
      assert.deepEqual(
        pages(notes).map(({client}) => client),
        ['c-1'],
      )
    }))

  it('come to the same as when they are read at once', () =>
    following(async (notes, {at}) => {
      writeFileSync(at('c-1/a.md'), note('c-2', 'A run'))
      writeFileSync(
        at('c-3.md'),
        `---\ncorrects: c-2/a\nclient: c-2\ndate: 2026-07-14\nwins: [A choir]\n---\n`,
      )
      await notes.follow(new Set(['c-3.md', 'c-1/a.md']))
      const {summary} = notes.fold(AS_OF)
      await notes.follow(undefined)
      assert.deepEqual(notes.fold(AS_OF).summary, summary)
    }))
})
