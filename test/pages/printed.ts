import assert from 'node:assert/strict'
import type {Browser} from 'playwright-core'
import {openBrowser} from '../editor/host/open-browser.ts'
import {examplePages} from '../summary/example-caseload.ts'
import {withPage} from './opened.ts'

/** Both sides of one sheet. */
const SHEET = 2

describe('pages on paper', function () {
  this.timeout(120_000)
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())

  for (const [name, page] of examplePages()) {
    if (page.outline.reader !== 'person') continue
    for (const format of ['A4', 'Letter'])
      it(`${name} is one sheet of ${format}, in letters of 11 points and more`, async () => {
        await withPage(browser, page, async (opened) => {
          const pdf = await opened.pdf({format})
          assert.ok((pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0) <= SHEET)
          await opened.emulateMedia({media: 'print'})
          const sizes = await opened.evaluate<number[]>(
            `Array.from(document.querySelectorAll('.words, td:not(.noted), th[scope=row]'), (words) => parseFloat(getComputedStyle(words).fontSize))`,
          )
          assert.ok(Math.min(...sizes) >= (11 * 96) / 72 - 0.1)
        })
      })
  }

  it('are black on white, whatever the theme', async () => {
    const page = examplePages().get('c-014')
    assert.ok(page)
    await withPage(
      browser,
      page,
      async (opened) => {
        await opened.emulateMedia({media: 'print', colorScheme: 'dark'})
        const colours = await opened.evaluate(
          `[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]`,
        )
        assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
      },
      {colorScheme: 'dark'},
    )
  })
})
