// Linting a folder, as `strengths lint` does in one thread, against reading the same files and making their Markdown
// trees with remark-parse: node --import tsx bench/lint.ts [NOTES]
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseCivilDate} from '../src/core/time/civil-date.ts'
import {NoteShare, type Numbered} from '../src/cli/note-share.ts'
import {findConfiguration} from '../src/folder/configuration.ts'
import {disk} from '../src/cli/disk.ts'
import {makeLinter, readBuiltModel} from '../src/folder/load-language.ts'
import {language} from '../scripts/read-language.ts'
import {madeNotes} from './made-notes.ts'

const COUNT = Number(process.argv[2] ?? 2000)
const ROUNDS = 3
const asOf = parseCivilDate('2026-07-21')
if (!asOf) throw new RangeError('No day.')
const model = readBuiltModel(readFileSync(new URL('../language/en/model.bin', import.meta.url)))
const linter = makeLinter(language, [], model)
const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze()

const folder = mkdtempSync(join(tmpdir(), 'strengths-lint-'))
try {
  const configuration = await findConfiguration(disk, folder)
  const rooms = {configurationOf: async () => configuration, of: async () => ({linter, configuration})}
  const files: Numbered[] = []
  for (const [at, {path, text}] of [...madeNotes(COUNT)].entries()) {
    const file = join(folder, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
    files.push({at, path: file})
  }
  const floor: number[] = []
  const lint: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(
      await seconds(async () => {
        for (const {path} of files) remark.parse(await readFile(path, 'utf8'))
      }),
    )
    lint.push(
      await seconds(async () => {
        const share = new NoteShare(rooms, {cwd: folder, asOf, fix: false, fixDryRun: false})
        let found = 0
        for await (const {linted} of share.lint(await share.read(files))) found += linted.strengths
        if (found === 0) throw new RangeError('Nothing was seen.')
      }),
    )
  }
  const [parse = 0, all = 0] = [floor, lint].map((times) => times.toSorted((a, b) => a - b)[ROUNDS >> 1])
  const each = (time: number): string => ((1000 * time) / COUNT).toFixed(2)
  console.log(
    `${COUNT} notes, a note: reading and remark-parse ${each(parse)} ms, lint ${each(all)} ms, ratio ${(all / parse).toFixed(2)}`,
  )
} finally {
  rmSync(folder, {recursive: true})
}

/** Of processor time, so that what else runs on the machine does not count. */
async function seconds(call: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage()
  await call()
  const {user, system} = process.cpuUsage(started)
  return (user + system) / 1e6
}
