import assert from 'node:assert/strict'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {writeOutputs} from '../../src/cli/write-outputs.ts'
import {GENERATED_MARKER} from '../../src/summary/formats/generated.ts'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const note = (client: string, date: string): string =>
  `---\nclient: ${client}\ndate: ${date}\nwins:\n  - A walk on ${date}\n---\n\nText.\n`
const NOTES = {'n/a.md': note('c-1', '2026-07-14'), 'n/b.md': note('c-2', '2026-07-15')}
const SUMMARY = ['summary', 'n', '--out', 'pages', '--as-of', '2026-08-01']
const page = (text: string): string => `${GENERATED_MARKER}\n\n# c-1\n\n${text}\n`

describe('pages written again', () => {
  it('are left as they are where nothing changed, and this is told', () =>
    inFolder(NOTES, async (folder) => {
      const first = await strengths(folder, SUMMARY)
      assert.match(first.err, /^written {2}pages\/c-1\.md$/m)
      assert.match(first.err, /^2 pages: 2 written, as of 2026-08-01$/m)
      const before = contentsOf(folder)
      const long = new Date('2020-01-01')
      utimesSync(join(folder, 'pages/c-1.md'), long, long)
      const again = await strengths(folder, SUMMARY)
      assert.equal(again.err, '2 pages: 2 unchanged, as of 2026-08-01\n')
      assert.deepEqual(contentsOf(folder), before)
      assert.equal(statSync(join(folder, 'pages/c-1.md')).mtimeMs, long.getTime())
    }))

  it('leave a read-only page, and say so', () =>
    inFolder(NOTES, async (folder) => {
      await strengths(folder, SUMMARY)
      writeFileSync(join(folder, 'n/c.md'), note('c-1', '2026-07-20'))
      const path = join(folder, 'pages/c-1.md')
      const before = readFileSync(path, 'utf8')
      chmodSync(path, 0o444)
      const {code, err} = await strengths(folder, SUMMARY)
      assert.equal(code, 2)
      assert.match(err, /pages\/c-1\.md is read-only, so it stays as it is\./)
      assert.equal(readFileSync(path, 'utf8'), before)
    }))

  it('write nothing through a link that leads out of the folder', () =>
    inFolder({...NOTES, 'elsewhere/x.md': page('old')}, async (folder) => {
      mkdirSync(join(folder, 'pages'))
      symlinkSync('../elsewhere/x.md', join(folder, 'pages/c-1.md'))
      symlinkSync('nowhere.md', join(folder, 'pages/c-2.md'))
      const {code, err} = await strengths(folder, SUMMARY)
      assert.equal(code, 2)
      assert.match(err, /pages\/c-1\.md is a link that leads out of the folder/)
      assert.match(err, /pages\/c-2\.md is a link that leads to no file/)
      assert.equal(readFileSync(join(folder, 'elsewhere/x.md'), 'utf8'), page('old'))
    }))

  it('leave a folder of that name, and write the others', () =>
    inFolder(NOTES, async (folder) => {
      mkdirSync(join(folder, 'pages/c-1.md'), {recursive: true})
      const {code, err} = await strengths(folder, SUMMARY)
      assert.equal(code, 2)
      assert.match(err, /pages\/c-1\.md could not be written: it is a folder/)
      assert.ok(existsSync(join(folder, 'pages/c-2.md')))
    }))

  it('leave nothing half written beside them', () =>
    inFolder(NOTES, async (folder) => {
      await strengths(folder, SUMMARY)
      writeFileSync(join(folder, 'n/c.md'), note('c-1', '2026-07-20'))
      await strengths(folder, SUMMARY)
      assert.deepEqual(readdirSync(join(folder, 'pages')), ['c-1.md', 'c-2.md'])
    }))

  it('keep two ids apart that would share a file', () =>
    inFolder(
      {
        'n/a.md': note('a/b', '2026-07-14'),
        'n/b.md': note('a-b', '2026-07-15'),
        'n/c.md': note('A-B', '2026-07-16'),
      },
      async (folder) => {
        await strengths(folder, SUMMARY)
        const names = readdirSync(join(folder, 'pages')).map((name) => name.toLowerCase())
        assert.equal(new Set(names).size, 3)
      },
    ))
})

describe('a page in a person’s own file', () => {
  const OWN =
    'My words before.\r\n\r\n<!-- strengths:begin c-1 -->\r\nold\r\n<!-- strengths:end -->\r\n\r\nMy words after.'

  it('is renewed between its marks, and all around it stays', () =>
    inFolder({...NOTES, 'pages/c-1.md': OWN}, async (folder) => {
      const {code} = await strengths(folder, SUMMARY)
      assert.equal(code, 0)
      const text = readFileSync(join(folder, 'pages/c-1.md'), 'utf8')
      assert.ok(text.startsWith('My words before.\r\n\r\n<!-- strengths:begin c-1 -->\r\n'))
      assert.ok(text.endsWith('\r\n<!-- strengths:end -->\r\n\r\nMy words after.'))
      assert.match(text, /A walk on 2026-07-14/)
      assert.doesNotMatch(text, /old|(?<!\r)\n/)
      const again = await strengths(folder, SUMMARY)
      assert.match(again.err, /2 unchanged/)
      assert.equal(readFileSync(join(folder, 'pages/c-1.md'), 'utf8'), text)
    }))

  it('waits where its end is missing', () =>
    inFolder({...NOTES, 'pages/c-1.md': 'Mine\n<!-- strengths:begin -->\nAlso mine\n'}, async (folder) => {
      const {code} = await strengths(folder, SUMMARY)
      assert.equal(code, 2)
      assert.equal(
        readFileSync(join(folder, 'pages/c-1.md'), 'utf8'),
        'Mine\n<!-- strengths:begin -->\nAlso mine\n',
      )
    }))

  it('cannot be moved by words of a note that look like its marks', () =>
    inFolder(
      {
        'n/a.md':
          '---\nclient: c-1\ndate: 2026-07-14\nwins:\n  - "x <!-- strengths:end --> y"\n  - "<!-- strengths:begin -->"\n---\n',
        'pages/c-1.md': OWN,
      },
      async (folder) => {
        await strengths(folder, SUMMARY)
        const first = contentsOf(join(folder, 'pages'))
        await strengths(folder, SUMMARY)
        assert.deepEqual(contentsOf(join(folder, 'pages')), first)
        assert.ok(readFileSync(join(folder, 'pages/c-1.md'), 'utf8').endsWith('\r\n\r\nMy words after.'))
      },
    ))
})

describe('a file that changes while it is written', () => {
  it('stays as it is', () =>
    inFolder({'p/a.md': page('old')}, async (folder) => {
      const path = join(folder, 'p/a.md')
      const [first, second] = await Promise.all([
        writeOutputs(join(folder, 'p'), [{name: 'a.md', content: page('one')}]),
        writeOutputs(join(folder, 'p'), [{name: 'a.md', content: page('two')}]),
      ])
      const text = readFileSync(path, 'utf8')
      assert.ok([page('one'), page('two')].includes(text))
      const written = [first, second].filter((results) => results[0]?.what === 'written')
      assert.ok(written.length > 0)
      assert.deepEqual(readdirSync(join(folder, 'p')), ['a.md'])
    }))
})

describe('--prune', () => {
  const KEPT = {
    ...NOTES,
    'pages/c-9.md': page('gone'),
    'pages/c-9.person.md': page('gone'),
    'pages/mine.md': 'Mine.\n',
    'pages/c-9.html': `<!doctype html>\n${GENERATED_MARKER}\n<html></html>\n`,
    'pages/caseload.md': page('All'),
  }

  it('removes pages of people who are gone, of its reader and format alone', () =>
    inFolder(KEPT, async (folder) => {
      const {code, err} = await strengths(folder, [...SUMMARY, '--prune'])
      assert.equal(code, 0)
      assert.match(err, /^removed {2}pages\/c-9\.md$/m)
      assert.match(err, /2 pages: 2 written, 1 removed/)
      assert.deepEqual(readdirSync(join(folder, 'pages')), [
        'c-1.md',
        'c-2.md',
        'c-9.html',
        'c-9.person.md',
        'caseload.md',
        'mine.md',
      ])
    }))

  for (const format of ['md', 'html', 'json'])
    it(`tells pages of one person from reports and exports, as ${format}`, () =>
      inFolder(NOTES, async (folder) => {
        const args = [...SUMMARY, '--format', format]
        await strengths(folder, args)
        await strengths(folder, ['report', 'n', '--out', 'pages', '--format', format])
        await strengths(folder, ['export', 'n', '--out', 'pages'])
        renameSync(join(folder, `pages/c-1.${format}`), join(folder, `pages/c-9.${format}`))
        copyFileSync(join(folder, `pages/caseload.${format}`), join(folder, `pages/june.${format}`))
        const {err} = await strengths(folder, [...args, '--prune'])
        assert.match(err, new RegExp(`^removed  pages/c-9\\.${format}$`, 'm'))
        assert.deepEqual(
          readdirSync(join(folder, 'pages')).toSorted(),
          [
            `c-1.${format}`,
            `c-2.${format}`,
            `caseload.${format}`,
            'export.json',
            `june.${format}`,
          ].toSorted(),
        )
      }))

  it('is asked for: without it they stay', () =>
    inFolder(KEPT, async (folder) => {
      await strengths(folder, SUMMARY)
      assert.ok(existsSync(join(folder, 'pages/c-9.md')))
    }))

  it('does nothing where a note could not be read: whose it is, nobody knows', () =>
    inFolder({...KEPT, 'n/c.md': new Uint8Array([0xff, 0xfe, 0x41])}, async (folder) => {
      const before = contentsOf(join(folder, 'pages'))
      const {code, err} = await strengths(folder, [...SUMMARY, '--prune'])
      assert.equal(code, 2)
      assert.match(err, /could not be read, so whose pages are old cannot be told/)
      assert.deepEqual(contentsOf(join(folder, 'pages')), before)
    }))

  it('goes with all people only', () =>
    inFolder(KEPT, async (folder) => {
      assert.equal((await strengths(folder, [...SUMMARY, '--prune', '--client', 'c-1'])).code, 2)
      assert.ok(!existsSync(join(folder, 'pages/c-2.md')))
    }))
})
