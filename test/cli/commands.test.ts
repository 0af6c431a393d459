import assert from 'node:assert/strict'
import {existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../../src/core/note.ts'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const note = (client: string, date: string, lines = ''): string =>
  `---\nclient: ${client}\ndate: ${date}\nwins: [A walk on ${date}]\n${lines}---\n\nText.\n`

describe('strengths --help', () => {
  for (const command of ['', 'overview', 'lint', 'summary', 'new', 'rename', 'templates', 'explain'])
    it(`tells the exit codes: ${command || 'by itself'}`, () =>
      inFolder({}, async (folder) => {
        const {code, out} = await strengths(folder, [command, '--help'].filter(Boolean))
        assert.equal(code, 0)
        assert.match(out, /Exit code: 0 .*, 1 .*, 2 /)
      }))

  it('is shown where nothing was asked, as something that could not run', () =>
    inFolder({}, async (folder) => {
      const {code, err} = await strengths(folder, [])
      assert.equal(code, 2)
      assert.match(err, /Usage: strengths/)
    }))

  it('names a command that there is not', () =>
    inFolder({}, async (folder) => {
      const {code, err} = await strengths(folder, ['lnit'])
      assert.equal(code, 2)
      assert.match(err, /lnit/)
    }))

  it('has a version', () =>
    inFolder({}, async (folder) => {
      assert.match((await strengths(folder, ['--version'])).out, /^\d+\.\d+\.\d+\n$/)
    }))
})

describe('strengths new', () => {
  it('makes a note with its folders and prints where it is', () =>
    inFolder({}, async (folder) => {
      const args = ['new', 'session', '--client', 'c-014', '--date', '2026-07-14', '--specialist', 'jm']
      const {code, out} = await strengths(folder, args)
      assert.equal(code, 0)
      assert.equal(out, 'clients/c-014/2026-07-14.md\n')
      const text = readFileSync(join(folder, 'clients/c-014/2026-07-14.md'), 'utf8')
      assert.match(text, /^---\nclient: "c-014"\ndate: 2026-07-14\n/)
      assert.doesNotMatch(text, /\{\{|\$\{|template:/)
      assert.deepEqual(parseNote(text).problems, [])
    }))

  it('never writes over a note', () =>
    inFolder({'clients/c-1/2026-07-14.md': 'Mine.\n'}, async (folder) => {
      const args = ['new', 'session', '--client', 'c-1', '--date', '2026-07-14']
      assert.equal((await strengths(folder, args)).out, 'clients/c-1/2026-07-14-2.md\n')
      assert.equal((await strengths(folder, args)).out, 'clients/c-1/2026-07-14-3.md\n')
      assert.equal(readFileSync(join(folder, 'clients/c-1/2026-07-14.md'), 'utf8'), 'Mine.\n')
    }))

  it('makes the note in the folder that it is given', () =>
    inFolder({}, async (folder) => {
      const {out} = await strengths(folder, [
        'new',
        'session',
        '--client',
        'c-1',
        '--date',
        '2026-07-14',
        '--folder',
        'notes',
      ])
      assert.equal(out, 'notes/clients/c-1/2026-07-14.md\n')
      assert.ok(existsSync(join(folder, out.trim())))
    }))

  it('prints instead, where it is asked to', () =>
    inFolder({}, async (folder) => {
      const before = contentsOf(folder)
      const {out, code} = await strengths(folder, ['new', 'session', '--client', 'c-1', '--stdout'])
      assert.equal(code, 0)
      assert.match(out, /^---\nclient: "c-1"\n/)
      assert.deepEqual(contentsOf(folder), before)
    }))

  for (const [name, args] of [
    ['a path as a client', ['session', '--client', '../x']],
    ['an absolute path as a client', ['session', '--client', '/tmp/x']],
    ['a client of dots', ['session', '--client', '..']],
    ['a client with line ends', ['session', '--client', 'c-1\nx: y']],
    ['no client', ['session']],
    ['an empty client', ['session', '--client', '']],
    ['a template that there is not', ['sesion', '--client', 'c-1']],
    ['a path as a template', ['../templates/session', '--client', 'c-1']],
    ['a day that there is not', ['session', '--client', 'c-1', '--date', '2026-02-30']],
  ] as const)
    it(`refuses ${name}, with a sentence`, () =>
      inFolder({}, async (folder) => {
        const before = contentsOf(folder)
        const {code, err, out} = await strengths(folder, ['new', ...args])
        assert.equal(code, 2)
        assert.equal(out, '')
        assert.match(err, /\S+ \S+ \S+/)
        assert.doesNotMatch(err, /\n {4}at /)
        assert.deepEqual(contentsOf(folder), before)
      }))

  it('stays inside the notes folder, whatever a specialist is called', () =>
    inFolder(
      {
        'n/.strengths/templates/t.md':
          '---\ntemplate: {name: T, file: "../{{specialist}}/{{client}}.md"}\nclient: "{{client}}"\n---\n',
      },
      async (folder) => {
        const {code} = await strengths(join(folder, 'n'), [
          'new',
          't',
          '--client',
          'c-1',
          '--specialist',
          '../..',
        ])
        assert.equal(code, 0)
        assert.deepEqual(
          readdirSync(folder).toSorted((a, b) => a.localeCompare(b)),
          ['.strengths', 'n'],
        )
      },
    ))

  it('says so where a file is in the way of a folder', () =>
    inFolder({clients: 'a file'}, async (folder) => {
      const {code, err} = await strengths(folder, ['new', 'session', '--client', 'c-1'])
      assert.equal(code, 2)
      assert.match(err, /could not be written: /)
      assert.doesNotMatch(err, /EEXIST|ENOTDIR/)
    }))
})

describe('strengths templates', () => {
  it('lists those that ship and those of the folder', () =>
    inFolder(
      {
        '.strengths/templates/walk.md':
          '---\ntemplate: {name: Walk, description: Beside the river.}\nclient: x\n---\n',
      },
      async (folder) => {
        const {code, out} = await strengths(folder, ['templates'])
        assert.equal(code, 0)
        for (const id of [
          'session',
          'first-meeting',
          'group',
          'resource-map',
          'goals-and-action-plan',
          'strengths-assessment',
          'celebration',
        ])
          assert.match(out, new RegExp(`^${id} +\\S`, 'm'))
        assert.match(out, /^walk +Beside the river\. \(this folder’s\)$/m)
      },
    ))

  it('names a template that cannot be read, with its line, and lists the others', () =>
    inFolder({'.strengths/templates/walk.md': 'No block.\n'}, async (folder) => {
      const {code, out, err} = await strengths(folder, ['templates'])
      assert.equal(code, 2)
      assert.match(err, /^\.strengths\/templates\/walk\.md:1 {2}A template starts with/)
      assert.match(out, /^session /m)
    }))
})

describe('strengths explain', () => {
  it('tells what a rule of the folder sees, why, and what it offers', () =>
    inFolder({}, async (folder) => {
      const {code, out} = await strengths(folder, ['explain', 'zorgler'])
      assert.equal(code, 0)
      assert.match(out, /^zorgler {2}\(label, warning\)/)
      assert.match(out, /Naming the person first/)
      assert.match(out, /person who zorgles, \[how often\] {2}\(asks the writer\)/)
    }))

  it('tells which rules a category has', () =>
    inFolder({}, async (folder) => {
      const {code, out} = await strengths(folder, ['explain', 'label'])
      assert.equal(code, 0)
      assert.match(out, /^ {2}zorgler {2}zorgler$/m)
    }))

  it('says that there is no such rule, and which are near', () =>
    inFolder({}, async (folder) => {
      const {code, err} = await strengths(folder, ['explain', 'zorg'])
      assert.equal(code, 2)
      assert.match(err, /no rule “zorg”.*zorgler/)
    }))
})

describe('strengths summary', () => {
  it('prints a person’s page', () =>
    inFolder({'a.md': note('c-1', '2026-07-14'), 'b.md': note('c-2', '2026-07-15')}, async (folder) => {
      const {code, out} = await strengths(folder, [
        'summary',
        '.',
        '--client',
        'c-1',
        '--as-of',
        '2026-08-01',
      ])
      assert.equal(code, 0)
      assert.match(out, /A walk on 2026-07-14/)
      assert.doesNotMatch(out, /2026-07-15/)
    }))

  it('is the same for the same notes', () =>
    inFolder({'a.md': note('c-1', '2026-07-14'), 'b.md': note('c-1', '2026-07-15')}, async (folder) => {
      for (const format of ['md', 'html', 'json']) {
        const run = async (): Promise<string> =>
          (await strengths(folder, ['summary', '.', '--format', format, '--as-of', '2026-08-01'])).out
        assert.equal(await run(), await run())
      }
    }))

  it('writes one file a person, and again only what changed', () =>
    inFolder({'n/a.md': note('c-1', '2026-07-14'), 'n/b.md': note('c-2', '2026-07-15')}, async (folder) => {
      const args = ['summary', 'n', '--out', 'pages', '--as-of', '2026-08-01']
      assert.equal((await strengths(folder, args)).code, 0)
      assert.deepEqual(readdirSync(join(folder, 'pages')), ['c-1.md', 'c-2.md'])
      const long = new Date('2020-01-01')
      for (const page of ['c-1.md', 'c-2.md']) utimesSync(join(folder, 'pages', page), long, long)
      writeFileSync(join(folder, 'n/c.md'), note('c-2', '2026-07-16'))
      await strengths(folder, args)
      const isOld = (page: string): boolean =>
        statSync(join(folder, 'pages', page)).mtimeMs === long.getTime()
      assert.deepEqual([isOld('c-1.md'), isOld('c-2.md')], [true, false])
    }))

  it('never writes over a file that it did not make, and writes the others', () =>
    inFolder(
      {'n/a.md': note('c-1', '2026-07-14'), 'n/b.md': note('c-2', '2026-07-15'), 'pages/c-1.md': 'Mine.\n'},
      async (folder) => {
        const {code, err} = await strengths(folder, [
          'summary',
          'n',
          '--out',
          'pages',
          '--as-of',
          '2026-08-01',
        ])
        assert.equal(code, 2)
        assert.match(err, /pages\/c-1\.md.* was not made by this tool/)
        assert.equal(readFileSync(join(folder, 'pages/c-1.md'), 'utf8'), 'Mine.\n')
        assert.ok(existsSync(join(folder, 'pages/c-2.md')))
      },
    ))

  it('does not read its own pages as notes', () =>
    inFolder({'a.md': note('c-1', '2026-07-14')}, async (folder) => {
      const args = ['summary', '.', '--out', '.', '--as-of', '2026-08-01']
      await strengths(folder, args)
      const first = contentsOf(folder)
      assert.equal((await strengths(folder, args)).code, 0)
      assert.deepEqual(contentsOf(folder), first)
    }))

  for (const [name, args] of [
    ['a person whom no note names', ['.', '--client', 'c-9']],
    ['a format that there is not', ['.', '--format', 'doc']],
    ['a day that there is not', ['.', '--as-of', 'soon']],
    ['a folder that there is not', ['none']],
    ['a file for a folder', ['a.md']],
  ] as const)
    it(`says what is the matter with ${name}`, () =>
      inFolder({'a.md': note('c-1', '2026-07-14')}, async (folder) => {
        const {code, out, err} = await strengths(folder, ['summary', ...args])
        assert.equal(code, 2)
        assert.equal(out, '')
        assert.match(err, /\S+ \S+ \S+/)
        assert.doesNotMatch(err, /\n {4}at |ENOENT|ENOTDIR/)
      }))

  it('keeps a client’s id from leading out of the folder', () =>
    inFolder({'n/a.md': note('"../../evil"', '2026-07-14')}, async (folder) => {
      mkdirSync(join(folder, 'deep/pages'), {recursive: true})
      await strengths(folder, ['summary', 'n', '--out', 'deep/pages', '--as-of', '2026-08-01'])
      assert.ok(!existsSync(join(folder, 'evil.md')) && !existsSync(join(folder, 'deep/evil.md')))
    }))
})

describe('strengths overview', () => {
  it('tells what a folder holds and makes each person’s page', () =>
    inFolder(
      {'n/a.md': note('c-1', '2026-07-14').replace('Text', 'A zorgler'), 'n/b.md': note('c-2', '2026-07-15')},
      async (folder) => {
        const {code, out} = await strengths(folder, [
          'overview',
          'n',
          '--out',
          'pages',
          '--as-of',
          '2026-08-01',
        ])
        assert.equal(code, 0)
        assert.match(out, /^2 session notes about 2 people in n$/m)
        assert.match(out, /a\.md:7 {2}“zorgler” → “person who zorgles”/)
        assert.deepEqual(readdirSync(join(folder, 'pages')), ['c-1.html', 'c-2.html'])
      },
    ))
})
