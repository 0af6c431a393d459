import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {RenderOptions} from '../../src/summary/formats/format.ts'
import {renderBody} from '../../src/summary/formats/html.ts'
import {markdown} from '../../src/summary/formats/markdown.ts'
import {examplePages} from './example-caseload.ts'

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

  it('are the same each time', () => {
    const once = [...examplePages().values()].map((page) => renderBody(page))
    assert.deepEqual(
      [...examplePages().values()].map((page) => renderBody(page)),
      once,
    )
  })
})
