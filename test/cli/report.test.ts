import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {inFolder, strengths, type Run} from './strengths.ts'

const NOTES = {
  'c-1/2026-07-01.md': `---
client: c-1
date: 2026-07-01
duration: 50
goals: [{id: g-1, words: Rest, status: active, actions: [{what: Sleep, who: person}]}]
---

We met a zorgler, and one more zorgler in the garden.
`,
  'c-2/2026-07-02.md':
    '---\nclient: c-2\ndate: 2026-07-02\nduration: 10\n---\n\nWe talked about the garden.\n',
}
const LOG = '.strengths/report.log'

const report = (folder: string, ...args: string[]): Promise<Run> =>
  strengths(folder, ['report', '.', '--as-of', '2026-07-21', ...args])

/** The note with one of its two suggestions taken. */
function takeOne(folder: string): void {
  const path = join(folder, 'c-1/2026-07-01.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace('a zorgler', 'a neighbour'))
}

describe('strengths report', () => {
  it('counts a caseload, names nobody and writes nothing', () =>
    inFolder(NOTES, async (folder) => {
      const {code, out} = await report(folder)
      assert.equal(code, 0)
      assert.match(out, /2 people · 2 notes, 1 Jul 2026 to 2 Jul 2026/)
      assert.match(out, /\*\*60\*\* minutes/)
      assert.match(out, / suggestions per 1,000 words · 2 in \d+ words/)
      assert.doesNotMatch(out, /c-1|c-2|zorgler|Rest|Sleep|garden|earlier/)
      assert.ok(!existsSync(join(folder, LOG)))
    }))

  it('counts the sessions of a note too long to be one, leaves its wording out, and says so', () =>
    inFolder(NOTES, async (folder) => {
      const long = join(folder, 'c-2/2026-07-02.md')
      writeFileSync(long, `${readFileSync(long, 'utf8')}${'A zorgler. '.repeat(100_000)}`)
      const {code, out, err} = await report(folder)
      assert.equal(code, 0)
      assert.match(out, /\*\*60\*\* minutes/)
      assert.match(out, / suggestions per 1,000 words · 2 in \d+ words/)
      assert.match(
        err,
        /^c-2\/2026-07-02\.md:1 {2}Longer than a session’s note, so its wording is not counted\.$/m,
      )
    }))

  it('counts what could not be read, in the page as well', () =>
    inFolder({...NOTES, 'c-2/x.md': new Uint8Array([0x41, 0xff])}, async (folder) => {
      const {code, out} = await report(folder)
      assert.equal(code, 2)
      assert.match(out, /left out: 1 file that could not be read/)
    }))

  it('goes down to single people when asked to, and leaves a line that says so and names nobody', () =>
    inFolder(NOTES, async (folder) => {
      const {code, out, err} = await report(folder, '--by-client')
      assert.equal(code, 0)
      assert.match(out, /\| \*\*c-1\*\* \| 1 \| 50 \|/)
      const log = readFileSync(join(folder, LOG), 'utf8')
      assert.match(log, /^\d{4}-\d\d-\d\d \d\d:\d\d {2}report --by-client, as of 2026-07-21, people: 2\n$/)
      assert.ok(err.includes(log))
      await report(folder, '--by-client')
      assert.equal(readFileSync(join(folder, LOG), 'utf8').split('\n').length, 3)
    }))

  it('does not go down to single people where no line can be left', () =>
    inFolder(NOTES, async (folder) => {
      rmSync(join(folder, '.strengths'), {recursive: true})
      writeFileSync(join(folder, '.strengths'), '')
      const {code, out, err} = await report(folder, '--by-client')
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, /could not be written/)
    }))

  it('counts what was taken since an earlier run', () =>
    inFolder(NOTES, async (folder) => {
      const earlier = await strengths(folder, ['lint', '.', '--format', 'json'])
      writeFileSync(join(folder, 'earlier.json'), earlier.out)
      takeOne(folder)
      assert.match(
        (await report(folder, '--before', 'earlier.json')).out,
        /\*\*1 of 2\*\* earlier suggestions taken/,
      )
    }))

  it('counts what was taken since notes were first committed, where it is asked to', () =>
    inFolder(NOTES, async (folder) => {
      const git = (...args: string[]): void =>
        void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], {
          cwd: folder,
          stdio: 'pipe',
        })
      git('init', '-q')
      git('add', '.')
      git('commit', '-q', '-m', 'Notes')
      takeOne(folder)
      assert.match((await report(folder, '--history')).out, /\*\*1 of 2\*\* earlier suggestions taken/)
      git('commit', '-q', '-a', '-m', 'Reworded')
      assert.match((await report(folder, '--history')).out, /\*\*1 of 2\*\* earlier suggestions taken/)
      assert.doesNotMatch((await report(folder)).out, /earlier suggestions taken/)
      // From a folder further down, paths are told from there.
      assert.match((await strengths(folder, ['report', 'c-1', '--history'])).out, /\*\*1 of 2\*\* earlier/)
    }))

  it('says so where there is no history to ask', () =>
    inFolder(NOTES, async (folder) => {
      const {code, err} = await report(folder, '--history')
      assert.equal(code, 0)
      assert.match(err, /Git has no history of these notes/)
    }))

  it('counts the language by month and by team, with what these numbers are not', () =>
    inFolder(
      {
        ...NOTES,
        '.strengths/specialists.yml':
          ['a', 'b', 'c'].map((id) => `${id}: {team: north}\n`).join('') + 'd: {team: south}\n',
        ...Object.fromEntries(
          ['a', 'b', 'c', 'd'].map((id) => [
            `c-3/${id}.md`,
            `---\nclient: c-3\ndate: 2026-06-03\nspecialist: ${id}\n---\n\nOne zorgler in ten words that were all about the garden.\n`,
          ]),
        ),
      },
      async (folder) => {
        const {out} = await report(folder)
        assert.match(out, /\| \*\*north\*\* \| 3 \| \d+\.\d \| 0 \|/)
        assert.doesNotMatch(out, /south/)
        assert.match(out, /\| \*\*2026-06\*\* \| 4 \|[^]*\| \*\*2026-07\*\* \| 2 \|/)
        assert.match(out, /\| \*\*label\*\* \| 6 \|/)
        assert.match(out, /These numbers describe notes, not people/)
        const {language} = JSON.parse((await report(folder, '--format', 'json')).out) as {
          language: {figures: {months: {month: string}[]}}
        }
        assert.deepEqual(
          language.figures.months.map(({month}) => month),
          ['2026-06', '2026-07'],
        )
      },
    ))

  it('says what is wrong with what it was given', () =>
    inFolder({...NOTES, 'no.json': '{}'}, async (folder) => {
      for (const [args, words] of [
        [['--since', 'May'], /“May” is no day/],
        [['--format', 'doc'], /The format is one of/],
        [['--before', 'no.json'], /is not what `strengths lint --format json` writes/],
        [['--before', 'gone.json'], /gone\.json could not be read: there is no such file/],
      ] as const) {
        const {code, err} = await report(folder, ...args)
        assert.equal(code, 2)
        assert.match(err, words)
      }
    }))
})

describe('strengths summary --for person', () => {
  it('writes a page beside the specialist’s, with no id and no link in it', () =>
    inFolder({'a.md': NOTES['c-1/2026-07-01.md']}, async (folder) => {
      const args = ['summary', '.', '--as-of', '2026-07-21', '--format', 'html', '--out', 'pages']
      await strengths(folder, args)
      assert.equal((await strengths(folder, [...args, '--for', 'person'])).code, 0)
      assert.match(readFileSync(join(folder, 'pages/c-1.html'), 'utf8'), /href="\.\.\/a\.md#L/)
      const made = readFileSync(join(folder, 'pages/c-1.person.html'), 'utf8')
      assert.doesNotMatch(made, /href=|c-1\b/)
      assert.match(made, /Something wrong here\? Tell me and I will correct the note\./)
    }))

  it('is for nobody else', () =>
    inFolder(NOTES, async (folder) => {
      const {code, err} = await strengths(folder, ['summary', '.', '--for', 'judge'])
      assert.equal(code, 2)
      assert.match(err, /for the person or for the specialist; “judge” is neither/)
    }))
})
