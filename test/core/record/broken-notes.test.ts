import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {parseNote, type Note} from '../../../src/core/note.ts'
import {noteProblems} from '../../../src/core/record/note-problems.ts'
import type {Problem} from '../../../src/core/problem.ts'
import {fixesFor, type Fix} from '../../../src/core/record/problem-fix.ts'
import {readRecord, type SessionRecord} from '../../../src/core/record/record.ts'
import {applyEdits} from '../../../src/core/text/span.ts'
import {decodeText} from '../../../src/folder/decode-text.ts'

const FOLDER = new URL('../../notes/broken/', import.meta.url)
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.md'))

/** What a record says, without places and without what it leaves out. */
const says = (record: SessionRecord): object =>
  JSON.parse(
    JSON.stringify(record, (key, value: unknown) => {
      if (key === 'span' || (Array.isArray(value) && value.length === 0)) return undefined
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
      const entries = Object.entries(value).filter(([name]) => name !== 'span')
      const only = entries.length === 1 && entries[0]?.[0] === 'value' ? entries[0][1] : value
      return typeof only === 'object' && Object.values(only).every((inner) => inner === undefined)
        ? undefined
        : only
    }),
  ) as object

function told(note: Note, {code, severity, span, message}: Problem): string {
  const {line, column} = note.lines.positionAt(span.start)
  return `${line}:${column} ${code} (${severity}) «${note.text.slice(span.start, span.end)}»\n  ${message}`
}

function fixed(note: Note, fix: Fix): string {
  const after = applyEdits(note.text, fix.edits).split(/\r\n|\n|\r/)
  const before = note.text.split(/\r\n|\n|\r/)
  const changed = after.filter((line, at) => line !== before[at + Math.min(0, before.length - after.length)])
  const lines = after.length === before.length ? changed : changed.filter((line) => !before.includes(line))
  return [
    `  → ${fix.title} (${fix.kind}${fix.byHand ? ', by hand' : ''})`,
    ...lines.map((line) => `    ${line}`),
  ].join('\n')
}

function expected(file: string): string {
  const decoded = decodeText(readFileSync(new URL(file, FOLDER)), file)
  if ('problem' in decoded)
    return `${decoded.problem.line} ${decoded.problem.code}\n  ${decoded.problem.message}\n`
  const note = parseNote(decoded.text)
  const reading = readRecord(note)
  const problems = noteProblems(note, reading)
  const fixes = fixesFor(note, problems, reading)
  const lines = problems.flatMap((problem) => [
    told(note, problem),
    ...fixes.filter((fix) => fix.problem === problem).map((fix) => fixed(note, fix)),
  ])
  return `${[...lines, '', ...Object.entries(says(reading.record)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)].join('\n')}\n`
}

describe('a broken note reads as it did when somebody last looked (UPDATE_SNAPSHOTS=1 renews them)', () => {
  for (const file of FILES)
    it(file, () => {
      const text = expected(file)
      const golden = new URL(file.replace(/\.md$/, '.expected.txt'), FOLDER)
      if (process.env['UPDATE_SNAPSHOTS']) writeFileSync(golden, text)
      assert.ok(existsSync(golden))
      assert.equal(text, readFileSync(golden, 'utf8'))
    })
})
