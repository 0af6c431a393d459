import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {inFolder, strengths} from './strengths.ts'

const FOLDER = new URL('../notes/broken/', import.meta.url)
const LINES = Array.from({length: 10_000}, (_, i) => `  - step #${i}: done`)
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file, readFileSync(new URL(file, FOLDER))]),
  ),
  'long.md': `---\nclient: c-099\ndate: 2026-07-14\nwins:\n${LINES.join('\n')}\n---\n`,
}
const WELL = ['as-typed.md', 'other-names.md', 'whole.md', 'no-keys.md']

interface LintedFile {
  readonly file: string
  readonly findings: readonly {
    readonly rule: string
    readonly message: string
    readonly start: {readonly line: number}
  }[]
}

describe('a folder of broken notes', () => {
  it('is linted: each has its message with a line, and none stops the rest', () =>
    inFolder(FILES, async (folder) => {
      const {out, err, code} = await strengths(folder, ['lint', '.', '--format', 'json'])
      const linted = JSON.parse(out) as readonly LintedFile[]
      assert.equal(code, 2)
      assert.doesNotMatch(err, /\n {4}at /)
      assert.deepEqual(linted.map(({file}) => file).toSorted(), Object.keys(FILES).toSorted())
      const told = linted.filter(({findings}) =>
        findings.some(({rule}) => /^(?:yaml|note|file)\//.test(rule)),
      )
      assert.deepEqual(
        linted.filter((file) => !told.includes(file)).map(({file}) => file),
        WELL.toSorted(),
      )
      for (const {findings} of told) for (const {start} of findings) assert.ok(start.line >= 1)
    })).timeout(60_000)

  it('is folded: what could be read is on the page, what could not is named with its line', () =>
    inFolder(FILES, async (folder) => {
      const {out, err, code} = await strengths(folder, [
        'summary',
        '.',
        '--as-of',
        '2026-08-01',
        '--format',
        'json',
      ])
      assert.equal(code, 2)
      for (const words of [
        'Union hall put her on the list',
        'I told her what I saw: three calls',
        '"I did it," she said',
      ])
        assert.ok(out.includes(JSON.stringify(words)), words)
      assert.match(err, /^not-utf-8\.md:4 {2}/m)
      assert.match(err, /^unclosed\.md:1 {2}/m)
    })).timeout(60_000)

  it('is mended where that is safe: no word is lost, and what is mended lints the same as the rest', () =>
    inFolder(FILES, async (folder) => {
      await strengths(folder, ['lint', '.', '--fix'])
      const {out} = await strengths(folder, ['lint', '.', '--format', 'json'])
      const linted = JSON.parse(out) as readonly LintedFile[]
      const rulesOf = (name: string) =>
        linted.find(({file}) => file === name)?.findings.map(({rule}) => rule) ?? []
      for (const name of ['hash.md', 'colon.md', 'tabs.md', 'item-deeper.md', 'curly-quotes.md', 'long.md'])
        assert.deepEqual(
          rulesOf(name).filter((rule) => /^(?:yaml|note\/read)/.test(rule)),
          [],
          name,
        )
    })).timeout(60_000)
})
