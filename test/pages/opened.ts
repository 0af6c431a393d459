import type {Browser, BrowserContextOptions, Page as BrowserPage} from 'playwright-core'
import type {Page} from '../../src/summary/formats/format.ts'
import {html} from '../../src/summary/formats/html.ts'

/** How people look at a page. */
export const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'in light': {colorScheme: 'light', viewport: {width: 1000, height: 800}},
  'in dark': {colorScheme: 'dark', viewport: {width: 1000, height: 800}},
  'in high contrast': {forcedColors: 'active', viewport: {width: 1000, height: 800}},
  'on a phone': {viewport: {width: 360, height: 740}},
}

/** Opens a page as a file would be, does something with it and the addresses that it asked for, and closes it again. */
export async function withPage<T>(
  browser: Browser,
  page: Page,
  use: (opened: BrowserPage, asked: readonly string[]) => Promise<T>,
  look: BrowserContextOptions = {},
): Promise<T> {
  // The page's own policy lets nothing run, and so neither what a test asks of it.
  const context = await browser.newContext({...look, bypassCSP: true})
  try {
    const opened = await context.newPage()
    const asked: string[] = []
    opened.on('request', (request) => asked.push(request.url()))
    await opened.setContent(html.render(page))
    return await use(opened, asked)
  } finally {
    await context.close()
  }
}
