import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {pages} from '../scripts/docs.ts'

describe('the pages made from packs and templates', () => {
  for (const [path, text] of Object.entries(pages))
    it(`${path} says what they say today (npm run docs renews it)`, () => {
      assert.equal(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), text)
    })
})
