import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Browser} from 'playwright-core'
import {openBrowser} from '../editor/host/open-browser.ts'
import {examplePages} from '../summary/example-caseload.ts'
import {LOOKS, withPage} from './opened.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds: each violation with the first place of it. */
const VIOLATIONS = `axe.run(document, {resultTypes: ['violations']}).then(({violations}) =>
  violations.map(({id, help, nodes}) => id + ': ' + help + ' at ' + nodes[0].html))`

describe('the pages in a browser', function () {
  this.timeout(120_000)
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())

  for (const [name, page] of examplePages())
    for (const [look, options] of Object.entries(LOOKS))
      it(`${name} ${look}: axe-core finds nothing, and nothing lies outside the window`, async () => {
        await withPage(
          browser,
          page,
          async (opened) => {
            await opened.evaluate(AXE)
            assert.deepEqual(await opened.evaluate(VIOLATIONS), [])
            assert.equal(await opened.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
          },
          options,
        )
      })

  it('nothing that people wrote runs or fetches', async () => {
    const page = examplePages().get('c-014')
    assert.ok(page)
    const hostile =
      '<img src="https://example.com/x.png" onerror="document.title=1"><script>document.title=1</script>'
    const outline = {...page.outline, title: hostile, facts: [hostile], closing: [hostile]}
    await withPage(browser, {...page, outline}, async (opened, asked) => {
      assert.equal(await opened.evaluate(`document.querySelectorAll('script, img, iframe, link').length`), 0)
      assert.equal(await opened.evaluate('document.querySelector("h1").textContent'), hostile)
      assert.deepEqual(asked, [])
    })
  })
})
