// The findings of a folder of notes as `strengths lint --format json` prints them, straight from the sources:
// node --import tsx scripts/lint-json.ts FOLDER
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../src/core/note.ts'
import {linter} from '../test/lint/load-language.ts'

const folder = process.argv[2] ?? '.'
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.md'))
  .toSorted()
const report = files.map((file) => {
  const note = parseNote(readFileSync(join(folder, file), 'utf8'))
  const at = (offset: number) => ({...note.lines.positionAt(offset), offset})
  return {
    file,
    findings: linter.lint(note).map(({span, offers, ...finding}) => ({
      ...finding,
      text: note.text.slice(span.start, span.end),
      start: at(span.start),
      end: at(span.end),
      offers: offers.map(({kind, text}) => ({kind, text})),
    })),
  }
})
console.log(JSON.stringify(report))
