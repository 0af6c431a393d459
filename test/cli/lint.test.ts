import assert from 'node:assert/strict'
import {
  appendFileSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import {join} from 'node:path'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const CLEAN = '---\nclient: c-1\ndate: 2026-07-14\n---\n\nHe cooked for the house.\n'
const FLAGGED = '---\nclient: c-1\ndate: 2026-07-14\n---\n\nHe is a zorgler, a bit snerfy.\n'
const FIXED = FLAGGED.replace('zorgler', 'person who zorgles')

const SNAPSHOT = new URL('lint.snapshot.txt', import.meta.url)

interface FileReport {
  readonly file: string
  readonly findings: readonly {
    readonly rule: string
    readonly text: string
    readonly start: {readonly line: number; readonly column: number; readonly offset: number}
    readonly end: {readonly line: number; readonly column: number; readonly offset: number}
  }[]
}

const reportOf = (json: string): readonly FileReport[] => JSON.parse(json) as readonly FileReport[]
const filesIn = (json: string): string[] => reportOf(json).map(({file}) => file)

describe('strengths lint', () => {
  it('ends with 0 where there is nothing to say', () =>
    inFolder({'a.md': CLEAN}, async (folder) => {
      assert.equal((await strengths(folder, ['lint', '.'])).code, 0)
    }))

  it('ends with 1 on findings, and 2 where something could not be read beside them', () =>
    inFolder({'a.md': FLAGGED, 'b.md': Uint8Array.of(0)}, async (folder) => {
      assert.equal((await strengths(folder, ['lint', 'a.md'])).code, 1)
      assert.equal((await strengths(folder, ['lint', '.'])).code, 2)
    }))

  it('ends with 2 where it could not run', () =>
    inFolder({'a.md': CLEAN}, async (folder) => {
      for (const args of [
        ['lint'],
        ['lint', 'none.md'],
        ['lint', 'a.md', '--format', 'xml'],
        ['lint', 'a.md', '--nope'],
      ]) {
        const {code, err, out} = await strengths(folder, args)
        assert.equal(code, 2, args.join(' '))
        assert.notEqual(err + out, '', args.join(' '))
      }
    }))

  it('reads as it did when somebody last looked (UPDATE_SNAPSHOTS=1 renews it)', () =>
    inFolder(
      {
        'a.md': `${FLAGGED}\nA long line before the word ${'that is here '.repeat(12)}of a Zorgler ${'and after '.repeat(12)}.\n\n- two\tzorglers\n`,
        'b.md': '---\nwins: [A walk]\ndate: 2026-07-14\n---\n',
        'c.md': 'Nothing more.\n',
        'd.md': Uint8Array.of(0x61, 0x0a, 0xe9),
      },
      async (folder) => {
        const {out, err} = await strengths(folder, ['lint', '.', 'none.md'])
        const preview = await strengths(folder, ['lint', 'a.md', '--fix-dry-run'])
        const shown = `${out}\n${err}====\n${preview.out}`
        if (process.env['UPDATE_SNAPSHOTS']) writeFileSync(SNAPSHOT, shown)
        assert.equal(shown, readFileSync(SNAPSHOT, 'utf8'))
      },
    ))

  it('takes a folder, a file and a pattern, each note once, in order', () =>
    inFolder(
      {'n/b.md': CLEAN, 'n/a.md': CLEAN, 'n/x/c.md': CLEAN, 'n/d.txt': CLEAN, 'n/node_modules/e.md': CLEAN},
      async (folder) => {
        const run = async (...targets: string[]): Promise<string[]> =>
          filesIn((await strengths(folder, ['lint', '--format', 'json', ...targets])).out)
        assert.deepEqual(await run('n'), ['n/a.md', 'n/b.md', 'n/x/c.md'])
        assert.deepEqual(await run('n/*.md', 'n/a.md', 'n'), ['n/a.md', 'n/b.md', 'n/x/c.md'])
        assert.deepEqual(await run('n/**/*.md'), ['n/a.md', 'n/b.md', 'n/x/c.md'])
        assert.deepEqual(await run('n/x', 'n/a.md'), ['n/x/c.md', 'n/a.md'])
      },
    ))

  it('takes a file whose name looks like a pattern', () =>
    inFolder({'[a].md': FLAGGED}, async (folder) => {
      assert.equal((await strengths(folder, ['lint', '[a].md'])).code, 1)
    }))

  it('prints JSON whose offsets are those of the text', () =>
    inFolder(
      {
        'a.md': `\uFEFF🙂 ${FLAGGED.replaceAll('\n', '\r\n')}\r\n*Snerfy* &amp; two **zorg**lers`,
        'b.md': CLEAN,
      },
      async (folder) => {
        const text = readFileSync(join(folder, 'a.md'), 'utf8')
        const {out, code} = await strengths(folder, ['lint', '.', '--format', 'json'])
        assert.equal(code, 1)
        const [first, second] = reportOf(out)
        assert.deepEqual(second, {file: 'b.md', findings: []})
        assert.deepEqual(
          first?.findings.map(({text: words}) => words),
          ['zorgler', 'snerfy', 'Snerfy', 'zorg**lers'],
        )
        for (const {text: words, start, end} of first?.findings ?? []) {
          assert.equal(text.slice(start.offset, end.offset), words)
          const lines = text.split('\r\n')
          assert.equal(lines[start.line - 1]?.slice(start.column - 1, end.column - 1), words)
        }
      },
    ))

  it('prints JSON in the shape that is written down', () =>
    inFolder({'a.md': FLAGGED, 'b.md': Uint8Array.of(0)}, async (folder) => {
      const offset = FLAGGED.indexOf('zorgler')
      const place = (at: number) => ({line: 6, column: at - offset + 9, offset: at})
      const {out} = await strengths(folder, ['lint', 'b.md', 'a.md', '--format', 'json'])
      const [unread, read] = JSON.parse(out) as readonly {findings: readonly unknown[]}[]
      assert.deepEqual(read?.findings[0], {
        rule: 'zorgler',
        category: 'label',
        severity: 'warning',
        message: '“zorgler” names a person by one part of their life. Perhaps “person who zorgles”.',
        text: 'zorgler',
        start: place(offset),
        end: place(offset + 7),
        offers: [
          {kind: 'apply', text: 'person who zorgles'},
          {kind: 'ask', text: 'person who zorgles, [how often]'},
        ],
      })
      const start = {line: 1, column: 1, offset: 0}
      assert.deepEqual(unread?.findings, [
        {
          rule: 'file/not-text',
          category: 'file',
          severity: 'error',
          message: 'This reads as a binary file and was left alone.',
          text: '',
          start,
          end: start,
          offers: [],
        },
      ])
    }))

  it('reads standard input, by the name and the configuration that it is given', () =>
    inFolder({'sub/.strengths/config.yml': 'rules: {snerf: off}\n'}, async (folder) => {
      const plain = await strengths(folder, ['lint', '-', '--format', 'json'], FLAGGED)
      assert.equal(plain.code, 1)
      assert.deepEqual(
        reportOf(plain.out).map(({file, findings}) => [file, findings.length]),
        [['stdin.md', 2]],
      )
      const named = await strengths(
        folder,
        ['lint', '-', '--stdin-filename', 'sub/x.md', '--format', 'json'],
        FLAGGED,
      )
      assert.deepEqual(filesIn(named.out), ['sub/x.md'])
      assert.equal(
        reportOf(named.out)[0]?.findings.some(({rule}) => rule === 'snerf'),
        false,
      )
      assert.equal((await strengths(folder, ['lint', '-'], CLEAN)).code, 0)
      assert.equal((await strengths(folder, ['lint', '-'], Uint8Array.of(0x61, 0xe9))).code, 2)
      assert.equal((await strengths(folder, ['lint', '-', '--fix'], FLAGGED)).code, 2)
    }))

  it('follows the rules of the folder', () =>
    inFolder(
      {'.strengths/config.yml': 'rules: {zorgler: off, snerf: error}\n', 'a.md': FLAGGED},
      async (folder) => {
        const {out} = await strengths(folder, ['lint', 'a.md', '--format', 'json'])
        assert.deepEqual(
          reportOf(out)[0]?.findings.map((finding) => [
            finding.rule,
            (finding as unknown as {severity: string}).severity,
          ]),
          [['snerf', 'error']],
        )
      },
    ))

  it('passes over pages that this tool made', () =>
    inFolder({'c-1.md': `<!-- strengths-notes: generated page -->\n\nA zorgler.\n`}, async (folder) => {
      assert.equal((await strengths(folder, ['lint', '.'])).code, 0)
    }))
})

describe('strengths lint --fix', () => {
  it('takes what is safe in bulk and tells what is left', () =>
    inFolder({'a.md': FLAGGED, 'b.md': CLEAN}, async (folder) => {
      const before = statSync(join(folder, 'b.md')).mtimeMs
      const {code, out} = await strengths(folder, ['lint', '.', '--fix'])
      assert.equal(code, 1)
      assert.match(out, /1 reframe taken/)
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), FIXED)
      assert.equal(statSync(join(folder, 'b.md')).mtimeMs, before)
    }))

  it('ends with 0 where nothing is left, and changes nothing the second time', () =>
    inFolder({'a.md': 'Two zorglers came.\n'}, async (folder) => {
      assert.equal((await strengths(folder, ['lint', '.', '--fix'])).code, 0)
      const after = contentsOf(folder)
      assert.equal(after['a.md'], 'Two people who zorgles came.\n')
      assert.equal((await strengths(folder, ['lint', '.', '--fix'])).code, 0)
      assert.deepEqual(contentsOf(folder), after)
    }))

  it('keeps line ends, a byte order mark, the mode of the file, a link to it, and leaves no file behind', () =>
    inFolder({'real/a.txt': `\uFEFF${FLAGGED.replaceAll('\n', '\r\n')}`}, async (folder) => {
      chmodSync(join(folder, 'real/a.txt'), 0o640)
      symlinkSync('real/a.txt', join(folder, 'a.md'))
      await strengths(folder, ['lint', 'a.md', '--fix'])
      assert.equal(
        readFileSync(join(folder, 'real/a.txt'), 'utf8'),
        `\uFEFF${FIXED.replaceAll('\n', '\r\n')}`,
      )
      assert.equal(statSync(join(folder, 'real/a.txt')).mode & 0o777, 0o640)
      assert.ok(lstatSync(join(folder, 'a.md')).isSymbolicLink())
      assert.deepEqual(readdirSync(join(folder, 'real')), ['a.txt'])
    }))

  it('loses nothing that is written while it runs', () =>
    inFolder({'a.md': FLAGGED + '\nHe met a zorgler.\n'.repeat(2000)}, async (folder) => {
      const path = join(folder, 'a.md')
      const running = strengths(folder, ['lint', 'a.md', '--fix'])
      await new Promise((resolve) => setTimeout(resolve, 700))
      appendFileSync(path, 'A last line.\n')
      const {code, out} = await running
      assert.ok(readFileSync(path, 'utf8').endsWith('A last line.\n'))
      assert.ok(code === 1 || (code === 2 && /changed while it was being read/.test(out)))
    })).timeout(60_000)

  it('as a dry run shows what it would change, and touches nothing', () =>
    inFolder({'a.md': FLAGGED}, async (folder) => {
      const before = contentsOf(folder)
      const {out, code} = await strengths(folder, ['lint', '.', '--fix-dry-run'])
      assert.equal(code, 1)
      assert.match(out, /- *He is a zorgler/)
      assert.match(out, /\+ *He is a person who zorgles/)
      assert.deepEqual(contentsOf(folder), before)
    }))
})
