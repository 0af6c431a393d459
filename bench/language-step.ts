// The language step, with the model, against the Markdown parse it follows, on the same notes in the same run:
// node --import tsx bench/language-step.ts [FOLDER]
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseNote, type Note} from '../src/core/note.ts'
import {Linter} from '../src/lint/linter.ts'
import {LanguageModel} from '../src/lint/model/language-model.ts'
import {readModel} from '../src/lint/model/model-data.ts'
import {language} from '../scripts/read-language.ts'

const folder = process.argv[2] ?? 'examples'
const texts = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const OPENING = '---\nclient: c-014\ndate: 2026-06-02\n---\n'
/** As many notes a round as take a measurable time. */
const rounds = [manyOf(4_000, 12), manyOf(200_000, 1)]

const compiled = performance.now()
const file = readFileSync(new URL('../language/en/model.bin', import.meta.url))
const linter = new Linter(language, new LanguageModel(readModel(file)))
console.log(`compiling ${language.entries.length} entries: ${(performance.now() - compiled).toFixed(0)} ms`)

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze()
for (const pages of rounds) {
  const [parse, language] = medians(
    () => pages.forEach((page) => void remark.parse(page)),
    () => {
      const notes = pages.map(readNote)
      return () => notes.forEach((note) => void linter.lint(note))
    },
  )
  const each = (ms: number): string => (ms / pages.length).toFixed(2)
  console.log(
    `${((pages[0]?.length ?? 0) / 1000).toFixed(0)} KB: remark-parse ${each(parse)} ms, language ${each(language)} ms, ratio ${(language / parse).toFixed(2)}`,
  )
}

/** Texts of `size` units each, cut out of all notes one after another. */
function manyOf(size: number, count: number): readonly string[] {
  let text = ''
  for (let at = 0; text.length < size * count; at++)
    text += `${texts[at % texts.length]?.replace(/^---[\s\S]*?\n---\n/, '') ?? ''}\n`
  // The model reads what opens like a session note.
  return Array.from({length: count}, (_, at) => `${OPENING}${text.slice(at * size, (at + 1) * size)}`)
}

/** A note that nobody has looked at yet, its body read. */
function readNote(text: string): Note {
  const note = parseNote(text)
  return note.prose.length > 0 ? note : parseNote('')
}

/** Median times of two steps taken in turn, in milliseconds, warm; the second gets its input made anew, untimed. */
function medians(first: () => void, makeSecond: () => () => unknown): readonly [number, number] {
  const times: [number[], number[]] = [[], []]
  const until = performance.now() + 6000
  while (performance.now() < until || times[0].length < 5) {
    const second = makeSecond()
    times[0].push(timed(first))
    times[1].push(timed(second))
  }
  return [medianOf(times[0]), medianOf(times[1])]
}

function timed(call: () => unknown): number {
  const started = performance.now()
  call()
  return performance.now() - started
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
}
