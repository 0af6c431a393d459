import assert from 'node:assert/strict'
import {join} from 'node:path'
import {GENERATED_MARKER} from '../../src/summary/formats/generated.ts'
import {threadsFor} from '../../src/cli/lint-threads.ts'
import {contentsOf, inFolder, strengths, type Run} from './strengths.ts'

const STORY =
  'He walked in with the form already filled in and asked where it goes. We read the second page together and he found the line about the bus pass by himself.'

const note = (client: string, date: string, start: string, body: string): string =>
  `---\nclient: ${client}\ndate: ${date}\nspecialist: jm\nstart: ${start}\nend: 15:00\n---\n\n${body}\n`

/** Two folders with rules of their own, files that cannot be read, and notes that tell of each other. */
const FOLDER = {
  '.strengths/config.yml': 'rules: {snerf: warning, nothing: loud}\n',
  'c-1011/a.md': note('c-1011', '2026-07-01', '14:00', `${STORY} A zorgler came by.`),
  'c-1011/b.md': note('c-1011', '2026-07-02', '14:00', STORY),
  'c-1022/a.md': note('c-1022', '2026-07-01', '14:30', 'Both zorglers know c-1011. A snerfy day.'),
  'c-1022/b.md': new Uint8Array([0, 1, 2]),
  'c-1022/c.md': '',
  'c-1022/d.md': 'No frontmatter, one zorgler.\n',
  'c-1022/page.md': `${GENERATED_MARKER}\n\nA zorgler.\n`,
  'other/.strengths/clients.yml': 'c-1033:\n',
  'other/a.md': note('c-1033', '2026-07-01', '14:00', 'With c-1011.'),
  'other/b.md': note('c-1033', '2026-07-03', '14:00', 'Nothing.'),
}

const lint = async (
  folder: string,
  threads: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Run> => strengths(folder, ['lint', ...args], '', {STRENGTHS_THREADS: threads, ...variables})

describe('notes that several threads read', () => {
  for (const args of [[], ['--format', 'json'], ['--format', 'sarif'], ['--fix-dry-run']])
    it(`are told as by one: lint ${args.join(' ')}`, () =>
      inFolder(FOLDER, async (folder) => {
        const alone = await lint(folder, '1', [...args, '.', 'none.md'])
        assert.equal(alone.code, 2)
        assert.match(alone.out, /contacts-overlap|zorgler/)
        assert.deepEqual(await lint(folder, '3', [...args, '.', 'none.md']), alone)
      }))

  it('know what the others say', () =>
    inFolder(FOLDER, async (folder) => {
      const {out} = await lint(folder, '2', ['.'])
      for (const rule of ['note/repeated-text', 'note/contacts-overlap', 'privacy/other-client'])
        assert.ok(out.includes(rule), rule)
      assert.doesNotMatch(out, /other\/a\.md/, 'another configuration, another caseload')
    }))

  it('end with the same code', () =>
    inFolder({'a.md': 'A calm day.\n', 'b.md': 'Another.\n'}, async (folder) => {
      assert.deepEqual(await lint(folder, '2', ['.']), {
        code: 0,
        out: 'Nothing to look at · 2 notes\n',
        err: '',
      })
    }))

  it('are changed alike', () =>
    inFolder(FOLDER, async (one) =>
      inFolder(FOLDER, async (many) => {
        const alone = await lint(one, '1', ['--fix', '.'])
        assert.deepEqual(await lint(many, '2', ['--fix', '.']), alone)
        assert.deepEqual(contentsOf(many), contentsOf(one))
        assert.match(contentsOf(many)['c-1011/a.md'] ?? '', /A person who zorgles came by/)
      }),
    ))

  for (const [how, why] of [
    ['throw new Error("no memory is left")', 'no memory is left'],
    ['process.exit(3)', 'a thread ended too early'],
  ])
    it(`end with a sentence where a thread fails: ${why}`, () =>
      inFolder(
        {...FOLDER, 'fail.cjs': `if (!require("node:worker_threads").isMainThread) ${how}\n`},
        async (folder) => {
          const {code, out, err} = await lint(folder, '2', ['other'], {
            NODE_OPTIONS: `--require ${JSON.stringify(join(folder, 'fail.cjs'))}`,
          })
          assert.deepEqual({code, out}, {code: 2, out: ''})
          assert.equal(err.trim(), `Reading stopped before all notes were read: ${why}`)
        },
      ))

  for (const [processors, count, threads] of [
    [8, 499, 1],
    [8, 500, 2],
    [8, 10_000, 8],
    [64, 100_000, 8],
    [2, 10_000, 2],
    [1, 10_000, 1],
  ] as const)
    it(`are ${threads} for ${count} notes on ${processors} processors`, () => {
      assert.equal(threadsFor({processors, environment: () => undefined}, count), threads)
    })

  it('are as many as the variable says, if it says a number', () =>
    inFolder({'a.md': 'A day.\n'}, async (folder) => {
      const {code, err} = await lint(folder, 'many', ['.'])
      assert.equal(code, 2)
      assert.match(err, /STRENGTHS_THREADS is the number of threads/)
    }))
})
