import assert from 'node:assert/strict'
import {mkdirSync, readdirSync, readFileSync, symlinkSync, unlinkSync} from 'node:fs'
import {join} from 'node:path'
import {contentsOf, inFolder, strengths} from './strengths.ts'

const GOOD = '---\nclient: c-1\ndate: 2026-07-14\nwins: [A walk]\n---\n\nA zorgler.\n'

interface BadFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** Where `lint` and `summary` say that something is the matter. */
  readonly lint: string
  readonly summary: string
  /** The exit code beside a note with one finding. */
  readonly code: 1 | 2
}

const BAD: readonly BadFile[] = [
  {
    name: 'broken YAML',
    content: GOOD.replace('wins:', 'a walk\nwins:'),
    lint: 'bad.md 4',
    summary: 'bad.md 4',
    code: 1,
  },
  {
    name: 'frontmatter that does not close',
    content: '---\nclient: c-1\nText.\n',
    lint: 'bad.md 1',
    summary: 'bad.md 1',
    code: 1,
  },
  {
    name: 'a missing client',
    content: GOOD.replace('client: c-1\n', ''),
    lint: 'bad.md 1',
    summary: 'bad.md 1',
    code: 1,
  },
  {
    name: 'a missing date',
    content: GOOD.replace('date: 2026-07-14\n', ''),
    lint: 'bad.md 1',
    summary: 'bad.md 1',
    code: 1,
  },
  {
    name: 'a date that is none',
    content: GOOD.replace('2026-07-14', 'soon'),
    lint: 'bad.md 3',
    summary: 'bad.md 1',
    code: 1,
  },
  {
    name: 'a binary file',
    content: Uint8Array.of(0x89, 0x50, 0, 1, 2),
    lint: 'bad.md 1',
    summary: 'bad.md 1',
    code: 2,
  },
  {
    name: 'invalid UTF-8',
    content: Buffer.from('one\ntwo\ncaf\xe9\n', 'latin1'),
    lint: 'bad.md 3',
    summary: 'bad.md 3',
    code: 2,
  },
  {
    name: 'UTF-16',
    content: Buffer.from(`\uFEFF${GOOD}`, 'utf16le'),
    lint: 'bad.md 1',
    summary: 'bad.md 1',
    code: 2,
  },
  {name: 'an empty file', content: '', lint: 'bad.md 1', summary: 'bad.md 1', code: 2},
  {name: 'a file of line ends', content: '\r\n\r\r\n\n', lint: 'bad.md 1', summary: 'bad.md 1', code: 2},
]

/** Places of the text report, as `file line`. */
const places = (text: string): string[] =>
  text.split('\n').flatMap((line, at, lines) => {
    const unread = /^(\S+\.\w+):(\d+)/.exec(line)
    if (unread) return [`${unread[1]} ${unread[2]}`]
    const found = /^ {2}(\d+):\d+ {2}/.exec(line)
    const file = lines.slice(0, at).findLast((earlier) => /^\S+\.md$/.test(earlier))
    return found && file ? [`${file} ${found[1]}`] : []
  })

describe('what cannot be used', () => {
  for (const {name, content, lint, summary, code} of BAD)
    it(`${name}: one message with its line, the rest goes on, nothing is touched`, () =>
      inFolder({'bad.md': content, 'good.md': GOOD}, async (folder) => {
        const before = contentsOf(folder)
        const linted = await strengths(folder, ['lint', '.', '--fix-dry-run'])
        assert.deepEqual(
          places(linted.out).filter((place) => place.startsWith('bad')),
          [lint],
        )
        assert.match(linted.out, /person who zorgles/)
        assert.equal(linted.code, code)
        const folded = await strengths(folder, ['summary', '.', '--as-of', '2026-08-01'])
        assert.deepEqual(places(folded.err), [summary])
        assert.match(folded.out, /A walk/)
        assert.notEqual(folded.code, 0)
        assert.deepEqual(contentsOf(folder), before)
      }))

  it('a folder with the name of a note: named, and its notes are read', () =>
    inFolder({'good.md': GOOD}, async (folder) => {
      mkdirSync(join(folder, 'x.md'))
      for (const target of ['.', 'x.md']) {
        const {out, code} = await strengths(folder, ['lint', target])
        assert.ok(places(out).includes('x.md 1'))
        assert.equal(code, 2)
      }
      assert.match((await strengths(folder, ['summary', '.'])).err, /^x\.md:1 {2}/m)
    }))

  it('links to nothing and in circles: each named, the rest goes on', () =>
    inFolder({'good.md': GOOD}, async (folder) => {
      symlinkSync('none.md', join(folder, 'dangling.md'))
      symlinkSync('b.md', join(folder, 'a.md'))
      symlinkSync('a.md', join(folder, 'b.md'))
      mkdirSync(join(folder, 'sub'))
      symlinkSync('..', join(folder, 'sub/up'))
      const {out, code} = await strengths(folder, ['lint', '.'])
      assert.deepEqual(places(out), ['a.md 1', 'b.md 1', 'dangling.md 1', 'good.md 7'])
      assert.equal(code, 2)
      const byName = await strengths(folder, ['lint', 'dangling.md', 'a.md', 'good.md'])
      assert.deepEqual(places(byName.out), ['dangling.md 1', 'a.md 1', 'good.md 7'])
      assert.equal(byName.code, 2)
      assert.equal((await strengths(folder, ['lint', '**/*.md'])).code, 1)
    }))

  it('a folder that is a link in a circle: named', () =>
    inFolder({}, async (folder) => {
      symlinkSync('y', join(folder, 'x'))
      symlinkSync('x', join(folder, 'y'))
      const {code, err} = await strengths(folder, ['summary', 'x'])
      assert.equal(code, 2)
      assert.match(err, /could not be read: its links lead in a circle/)
    }))

  it('something that is neither file nor folder: named, and not waited for', () =>
    inFolder({'good.md': GOOD}, async (folder) => {
      const {out, code} = await strengths(folder, ['lint', '/dev/null', 'good.md'])
      assert.match(out, /neither a file nor a folder/)
      assert.match(out, /person who zorgles/)
      assert.equal(code, 2)
    }))

  it('a file that disappears: named, or read before', () =>
    inFolder(
      {...Object.fromEntries(Array.from({length: 300}, (_, n) => [`a${n}.md`, GOOD])), 'z.md': GOOD},
      async (folder) => {
        const running = strengths(folder, ['lint', '.', '--fix'])
        await new Promise((resolve) => setTimeout(resolve, 400))
        unlinkSync(join(folder, 'z.md'))
        const {code, out} = await running
        assert.ok(
          code === 0 || (code === 2 && /z\.md:1\n {2}(This file|It) could not be (read|written)/.test(out)),
          out.slice(-500),
        )
        assert.deepEqual(
          readdirSync(folder).filter((name) => name === 'z.md' || name.includes('.tmp')),
          [],
        )
      },
    )).timeout(60_000)

  it('a pack and a template with something wrong: each named with its line, the rest works', () =>
    inFolder(
      {
        'good.md': GOOD,
        '.strengths/config.yml': 'rules:\n  snerf: loud\n',
        '.strengths/language/bad.yml': 'category: label\nentries:\n  x: {phrases: ["(a"]}\n',
        '.strengths/language/worse.yml': 'category: [\n',
        '.strengths/templates/bad.md': 'No block.\n',
      },
      async (folder) => {
        const {code, out, err} = await strengths(folder, ['lint', '.'])
        assert.deepEqual(
          err
            .trim()
            .split('\n')
            .map((line) => line.replace(/ {2}.*/, '')),
          [
            '.strengths/config.yml:2',
            '.strengths/language/bad.yml:3',
            '.strengths/language/worse.yml:2',
            '.strengths/templates/bad.md:1',
          ],
        )
        assert.match(out, /person who zorgles/)
        assert.equal(code, 2)
        const made = await strengths(folder, ['new', 'session', '--client', 'c-1', '--stdout'])
        assert.equal(made.code, 0)
        assert.match(made.err, /templates\/bad\.md:1/)
      },
    ))

  it('nothing in a note is run, written to a cache, or shown as a stack of calls', () =>
    inFolder(
      {
        'a.md': `---\nclient: !!js/function "function(){}"\ndate: 2026-07-14\n__proto__: {x: 1}\nconstructor: {y: 2}\n---\n${'['.repeat(5000)}\n${'>'.repeat(3000)} a\n\n${'*a '.repeat(3000)}\n`,
      },
      async (folder) => {
        const before = contentsOf(folder)
        const {code, out, err} = await strengths(folder, ['lint', '.'])
        assert.ok(code === 0 || code === 1)
        assert.doesNotMatch(out + err, /\n {4}at /)
        await strengths(folder, ['summary', '.', '--as-of', '2026-08-01'])
        assert.deepEqual(contentsOf(folder), before)
      },
    )).timeout(60_000)

  it('5 MB of text are read', function () {
    this.timeout(300_000)
    const page = readFileSync(new URL('../corpus/fresh-a/notes/a01.md', import.meta.url), 'utf8').replace(
      /^---[\s\S]*?\n---\n/,
      '',
    )
    const text = GOOD + `${page}\n`.repeat(Math.ceil(5_000_000 / page.length))
    return inFolder({'large.md': text}, async (folder) => {
      const started = performance.now()
      const {code, out} = await strengths(folder, ['lint', 'large.md', '--format', 'json'])
      console.log(`      5 MB in ${((performance.now() - started) / 1000).toFixed(1)} s`)
      assert.equal(code, 1)
      assert.match(out, /"zorgler"/)
    })
  })
})
