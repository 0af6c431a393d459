import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import * as fc from 'fast-check'
import type {RenderOptions} from '../../src/summary/formats/format.ts'
import {renderBody} from '../../src/summary/formats/html.ts'
import {FORMATS} from '../../src/summary/formats/index.ts'
import {json} from '../../src/summary/formats/json.ts'
import {markdown} from '../../src/summary/formats/markdown.ts'
import type {NoteInput} from '../../src/summary/summary.ts'
import {exampleNotes, examplePages} from './example-caseload.ts'

const KEPT = join(import.meta.dirname, 'golden-pages')
const LINKED: RenderOptions = {linkTo: ({file, line}) => ({href: `${file}#L${line}`})}

/** The kept text of a page; with UPDATE_EXPECTED=1 it is written first, and then wants a look before it is committed. */
function expected(name: string, made: string): string {
  const path = join(KEPT, name)
  if (process.env['UPDATE_EXPECTED']) {
    mkdirSync(KEPT, {recursive: true})
    writeFileSync(path, made)
  }
  return readFileSync(path, 'utf8')
}

describe('the pages of the examples', () => {
  for (const [name, page] of examplePages()) {
    const options = page.outline.reader === 'specialist' ? LINKED : {}
    it(`${name}.md is the one that was looked at`, () => {
      const made = markdown.render(page, options)
      assert.equal(made, expected(`${name}.md`, made))
    })

    it(`${name}.html is the one that was looked at`, () => {
      const made = `${renderBody(page, options)}\n`
      assert.equal(made, expected(`${name}.html`, made))
    })
  }

  it('are as data what the schema of exports says, on each working page', () => {
    const ajv = new Ajv({allErrors: true})
    const isValid = ajv.compile(
      JSON.parse(
        readFileSync(join(import.meta.dirname, '../../schema/summary.schema.json'), 'utf8'),
      ) as object,
    )
    for (const [name, page] of examplePages())
      if (page.outline.reader === 'specialist' && name !== 'week')
        assert.ok(isValid(JSON.parse(json.render(page))), ajv.errorsText(isValid.errors))
  })

  it('are the same in whatever order the notes come', () => {
    const notes = exampleNotes()
    const made = (all: readonly NoteInput[]): string[] =>
      [...examplePages(all).values()].flatMap((page) => FORMATS.map((format) => format.render(page)))
    const once = made(notes)
    fc.assert(
      fc.property(fc.shuffledSubarray(notes, {minLength: notes.length}), (shuffled) => {
        assert.deepEqual(made(shuffled), once)
      }),
      {numRuns: 8},
    )
  })
})
