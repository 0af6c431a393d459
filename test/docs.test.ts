import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {pages} from '../scripts/docs.ts'
import {parseNote} from '../src/core/note.ts'
import {linter} from './lint/load-language.ts'

describe('the pages made from packs and templates', () => {
  for (const [path, text] of Object.entries(pages))
    it(`${path} says what they say today (npm run docs renews it)`, () => {
      assert.equal(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), text)
    })
})

describe('our own words', () => {
  const files = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'examples/README.md',
    'language/README.md',
    'docs/rules/check.md',
    ...readdirSync(new URL('../docs', import.meta.url))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  for (const file of files)
    it(`in ${file} lint clean`, () => {
      const note = parseNote(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
      assert.deepEqual(
        linter.lint(note).map(({message}) => message),
        [],
      )
    })
})
