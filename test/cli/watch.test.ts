import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {inFolder, strengths} from './strengths.ts'

const note = (client: string, date: string): string =>
  `---\nclient: ${client}\ndate: ${date}\nwins:\n  - A walk on ${date}\n---\n\nText.\n`
const NOTES = {'n/a.md': note('c-1', '2026-07-14'), 'n/b.md': note('c-2', '2026-07-15')}
const SUMMARY = ['summary', 'n', '--out', 'pages', '--as-of', '2026-08-01']

describe('--watch', () => {
  /** Runs a watch over a folder of notes, and hands over what helps to see what it tells. */
  const watching = (
    files: Readonly<Record<string, string>>,
    use: (watch: {
      readonly folder: string
      /** Does something, and waits for the lines that this makes it tell, with the time taken off. */
      readonly after: (change: () => void, lines?: number) => Promise<readonly string[]>
      readonly page: (name: string) => string
    }) => Promise<void>,
    args: readonly string[] = SUMMARY,
  ): Promise<void> =>
    inFolder(files, async (folder) => {
      await strengths(folder, ['--version'])
      const child = spawn(
        process.execPath,
        [fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url)), ...args, '--watch'],
        {cwd: folder, env: {...process.env, NO_COLOR: '1', XDG_CONFIG_HOME: join(folder, '.config')}},
      )
      let told = ''
      child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
      const linesFrom = (start: number): readonly string[] =>
        told
          .slice(start)
          .split('\n')
          .slice(0, -1)
          .map((line) => line.replace(/^\d\d:\d\d {2}/, ''))
      const until = (willDo: () => boolean): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => (willDo() ? resolve() : void setTimeout(look, 20))
          look()
        })
      try {
        await until(() => told.includes('Watching; Ctrl-C ends it.\n'))
        await use({
          folder,
          page: (name) => readFileSync(join(folder, 'pages', name), 'utf8'),
          after: async (change, lines = 1) => {
            const start = told.length
            change()
            await until(() => linesFrom(start).length >= lines)
            return linesFrom(start)
          },
        })
      } finally {
        child.kill('SIGINT')
      }
      assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0)
    })
  const ONE = ['2 pages: 1 written, 1 unchanged, as of 2026-08-01']

  it('writes again what changed, a line a change, and ends at Ctrl-C', () =>
    watching(NOTES, async ({folder, after, page}) => {
      const path = join(folder, 'n/c.md')
      assert.deepEqual(await after(() => writeFileSync(path, note('c-1', '2026-07-20'))), ONE)
      assert.match(page('c-1.md'), /2026-07-20/)
      assert.deepEqual(await after(() => unlinkSync(path)), ONE)
      assert.doesNotMatch(page('c-1.md'), /2026-07-20/)
    }))

  it('hears of a note that another file takes the place of, each time', () =>
    watching(NOTES, async ({folder, after, page}) => {
      for (const day of ['2026-07-21', '2026-07-22', '2026-07-23']) {
        const change = (): void => {
          writeFileSync(join(folder, 'n/.a.tmp'), note('c-1', day))
          renameSync(join(folder, 'n/.a.tmp'), join(folder, 'n/a.md'))
        }
        assert.deepEqual(await after(change), ONE)
        assert.match(page('c-1.md'), new RegExp(`A walk on ${day}`))
      }
    }))

  it('follows files and folders that get another name, come with notes in them, or go', () =>
    watching({...NOTES, 'n/deep/er/d.md': note('c-2', '2026-07-18')}, async ({folder, after, page}) => {
      const at = (path: string): string => join(folder, path)
      assert.deepEqual(await after(() => renameSync(at('n/a.md'), at('n/z.md'))), ONE)
      assert.match(page('c-1.md'), /n\/z\.md/)
      assert.deepEqual(await after(() => renameSync(at('n/deep'), at('n/far'))), ONE)
      assert.match(page('c-2.md'), /n\/far\/er\/d\.md/)
      assert.doesNotMatch(page('c-2.md'), /n\/deep/)
      const change = (): void => writeFileSync(at('n/far/er/d.md'), note('c-2', '2026-07-19'))
      assert.deepEqual(await after(change), ONE)
      assert.match(page('c-2.md'), /A walk on 2026-07-19/)
      assert.deepEqual(await after(() => rmSync(at('n/far'), {recursive: true})), ONE)
      assert.doesNotMatch(page('c-2.md'), /A walk on 2026-07-19/)
      assert.deepEqual(
        await after(() => {
          mkdirSync(at('n/new/one'), {recursive: true})
          writeFileSync(at('n/new/one/e.md'), note('c-2', '2026-07-24'))
        }),
        ONE,
      )
      assert.match(page('c-2.md'), /A walk on 2026-07-24/)
    }))

  it('follows the files that say how, and which notes, are read', () =>
    watching(NOTES, async ({folder, after, page}) => {
      mkdirSync(join(folder, 'n/.strengths'))
      const clients = join(folder, 'n/.strengths/clients.yml')
      assert.deepEqual(await after(() => writeFileSync(clients, 'c-1: {also: [c-2]}\n')), [
        '1 page: 1 written, as of 2026-08-01',
      ])
      assert.match(page('c-1.md'), /2026-07-15/)
      const ignored = join(folder, 'n/.strengthsignore')
      assert.deepEqual(await after(() => writeFileSync(ignored, 'b.md\n')), [
        '1 page: 1 written, as of 2026-08-01',
      ])
      assert.doesNotMatch(page('c-1.md'), /2026-07-15/)
    }))

  it('tells of a note that can no longer be read, once', () =>
    watching(NOTES, async ({folder, after}) => {
      const broken = (): void => writeFileSync(join(folder, 'n/b.md'), new Uint8Array([0x41, 0xff]))
      const [first] = await after(broken)
      assert.match(first ?? '', /^n\/b\.md:1 {2}Some letters here are not UTF-8/)
      const change = (): void => writeFileSync(join(folder, 'n/a.md'), note('c-1', '2026-07-16'))
      assert.deepEqual(await after(change), ['1 page: 1 written, as of 2026-08-01'])
    }))

  it('writes a page again that somebody removed, once something changes', () =>
    watching(NOTES, async ({folder, after, page}) => {
      unlinkSync(join(folder, 'pages/c-2.md'))
      const change = (): void => writeFileSync(join(folder, 'n/a.md'), note('c-1', '2026-07-16'))
      assert.deepEqual(await after(change), ['2 pages: 2 written, as of 2026-08-01'])
      assert.match(page('c-2.md'), /2026-07-15/)
    }))

  it('removes the page of somebody whose last note went, with --prune', () =>
    watching(
      NOTES,
      async ({folder, after}) => {
        const lines = await after(() => unlinkSync(join(folder, 'n/b.md')))
        assert.deepEqual(lines, ['1 page: 1 unchanged, 1 removed, as of 2026-08-01'])
        assert.deepEqual(readdirSync(join(folder, 'pages')), ['c-1.md'])
      },
      [...SUMMARY, '--prune'],
    ))

  it('asks for a folder to write to', () =>
    inFolder(NOTES, async (folder) => {
      const {code, err} = await strengths(folder, ['summary', 'n', '--watch'])
      assert.equal(code, 2)
      assert.match(err, /--out/)
    }))
})
