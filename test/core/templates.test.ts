import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {parseNote} from '../../src/core/note.ts'
import {readRecord} from '../../src/core/record.ts'
import {fillAsNote, readTemplate} from '../../src/core/template.ts'
import {linter} from '../lint/load-language.ts'

const FOLDER = new URL('../../templates/', import.meta.url)
const values = {client: 'c-014', date: '2026-07-14', start: '14:00', specialist: 'jm'}

describe('every template that ships', () => {
  for (const file of readdirSync(FOLDER)) {
    const {template, problems} = readTemplate(
      readFileSync(new URL(file, FOLDER), 'utf8'),
      file.replace(/\.md$/, ''),
    )

    it(`${file} says what it is for and which practice it serves`, () => {
      assert.deepEqual(problems, [])
      assert.ok(template?.name && template.description && template.practice)
    })

    it(`${file} has tab stops from 1 on, and an end`, () => {
      const stops = [...(template?.text ?? '').matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]))
      const numbered = [...new Set(stops.filter((stop) => stop > 0))].toSorted((a, b) => a - b)
      assert.deepEqual(
        numbered,
        numbered.map((_, index) => index + 1),
      )
      assert.ok(numbered.length > 0 && stops.filter((stop) => stop === 0).length === 1)
    })

    it(`${file} fresh from filling parses, lints clean and asks for nothing that is still blank`, () => {
      const note = parseNote(fillAsNote(template?.text ?? '', values))
      assert.deepEqual(note.problems, [])
      assert.deepEqual(readRecord(note).problems, [])
      assert.deepEqual(linter.lint(note), [])
    })
  }
})
