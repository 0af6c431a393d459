import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {openBrowser} from '../test/editor/host/open-browser.ts'
import {LOOKS, withPage} from '../test/pages/opened.ts'
import {examplePages} from '../test/summary/example-caseload.ts'

const OUT = join(import.meta.dirname, '../.vscode-test/screenshots/pages')

/** Takes pictures of every page of the examples, on screens and as a PDF, for whoever wants to see what a reader sees. */
async function main(): Promise<void> {
  await mkdir(OUT, {recursive: true})
  const browser = await openBrowser()
  try {
    for (const [name, page] of examplePages()) {
      for (const [look, options] of Object.entries(LOOKS))
        await withPage(
          browser,
          page,
          (opened) => opened.screenshot({path: join(OUT, `${name} ${look}.png`), fullPage: true}),
          options,
        )
      await withPage(browser, page, (opened) => opened.pdf({path: join(OUT, `${name}.pdf`), format: 'A4'}))
    }
  } finally {
    await browser.close()
  }
  console.log(OUT)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
