// The language step against the Markdown parse it follows, on the same notes in the same run:
// node --import tsx bench/language-step.ts [FOLDER]
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseNote, type Note} from '../src/core/note.ts'
import {Linter} from '../src/lint/linter.ts'
import {language} from '../scripts/read-language.ts'

const folder = process.argv[2] ?? 'examples'
const texts = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const pages = [fitted(4_000), fitted(200_000)]

const compiled = performance.now()
const linter = new Linter(language)
console.log(`compiling ${language.entries.length} entries: ${(performance.now() - compiled).toFixed(0)} ms`)

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze()
for (const text of pages) {
  const parse = median(
    () => text,
    (fresh) => void remark.parse(fresh),
  )
  const language = median(
    () => readNote(text),
    (fresh) => void linter.lint(fresh),
  )
  console.log(
    `${(text.length / 1000).toFixed(0)} KB: remark-parse ${parse.toFixed(2)} ms, language ${language.toFixed(2)} ms, ratio ${(language / parse).toFixed(2)}`,
  )
}

/** One text of about `size` units, out of whole notes. */
function fitted(size: number): string {
  let text = ''
  for (let at = 0; text.length < size; at++)
    text += `${texts[at % texts.length]?.replace(/^---[\s\S]*?\n---\n/, '') ?? ''}\n`
  return text.slice(0, size)
}

/** A note that nobody has looked at yet, its body read. */
function readNote(text: string): Note {
  const note = parseNote(text)
  return note.prose.length > 0 ? note : parseNote('')
}

/** Median time of a call on input made anew each time, in milliseconds, warm. */
function median<T>(make: () => T, call: (input: T) => void): number {
  const times: number[] = []
  const until = performance.now() + 3000
  while (performance.now() < until || times.length < 5) {
    const input = make()
    const started = performance.now()
    call(input)
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
}
