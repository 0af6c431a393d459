import assert from 'node:assert/strict'
import type {Browser, Page as BrowserPage} from 'playwright-core'
import {renderBody} from '../../src/summary/formats/html.ts'
import {pageFrame, type PageContent, type PageState} from '../../src/vscode/pages/page-frame.ts'
import {openBrowser} from '../editor/host/open-browser.ts'
import {examplePages} from '../summary/example-caseload.ts'

const STATE: PageState = {root: 'file:///notes', client: 'c-014', reader: 'specialist'}

/** VS Code's side of a panel, as far as the page's script knows it. */
const HOST = (kept: object | undefined): string => `
window.posted = []
window.kept = ${JSON.stringify(kept) ?? 'undefined'}
window.acquireVsCodeApi = () => ({
  postMessage: (message) => posted.push(message),
  getState: () => kept,
  setState: (state) => { kept = state },
})`

function contentOf(name: string, state: PageState = STATE): PageContent {
  const page = examplePages().get(name)
  assert.ok(page)
  const outline = {...page.outline, closing: ['Something wrong here? Begin a note that puts it right.']}
  const body = renderBody(
    {...page, outline},
    {linkTo: ({file, line}) => ({href: '#', data: {note: file, line}}), correctable: true},
  )
  return {body, state}
}

describe('the script of a page in a panel', function () {
  this.timeout(60_000)
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())

  /** Opens a panel's document under its own policy, and shows content as the extension would send it. */
  async function panel(use: (opened: BrowserPage) => Promise<void>, kept?: object): Promise<void> {
    const context = await browser.newContext({viewport: {width: 700, height: 500}})
    try {
      const opened = await context.newPage()
      const refused: string[] = []
      opened.on('console', (message) => refused.push(message.text()))
      await opened.addInitScript(HOST(kept))
      await opened.route('http://panel.test/', (route) =>
        route.fulfill({contentType: 'text/html', body: pageFrame('c-014', STATE)}),
      )
      await opened.goto('http://panel.test/')
      assert.deepEqual(await posted(opened), ['ready'])
      await show(opened, contentOf('c-014'))
      await use(opened)
      assert.deepEqual(refused, [])
    } finally {
      await context.close()
    }
  }

  const posted = (opened: BrowserPage): Promise<readonly unknown[]> => opened.evaluate('posted')
  const lastPosted = async (opened: BrowserPage): Promise<unknown> => (await posted(opened)).at(-1)
  const topOf = (opened: BrowserPage): Promise<number> => opened.evaluate('scrollY')
  /** Scrolls, and lets the page hear of it. */
  const scroll = async (opened: BrowserPage, top: number): Promise<void> => {
    await opened.evaluate(`scrollTo(0, ${top})`)
    await opened.waitForFunction(`kept.top === ${top}`)
  }
  const show = async (opened: BrowserPage, content: PageContent): Promise<void> => {
    await opened.evaluate(`dispatchEvent(new MessageEvent('message', {data: ${JSON.stringify(content)}}))`)
  }

  it('asks for the note at its line, by a click on what a line rests on', () =>
    panel(async (opened) => {
      const link = opened.locator('section li a[data-note]').first()
      const [note, line] = await Promise.all([link.getAttribute('data-note'), link.getAttribute('data-line')])
      await scroll(opened, 120)
      await link.dispatchEvent('click')
      assert.match(note ?? '', /^clients\/c-014\/2026-\d\d-\d\d\.md$/)
      assert.deepEqual(await posted(opened), ['ready', {note, line: Number(line)}])
      assert.equal(await topOf(opened), 120)
      assert.equal(opened.url(), 'http://panel.test/')
    }))

  it('asks for it by the keyboard as well', () =>
    panel(async (opened) => {
      await opened.keyboard.press('Tab')
      const focused = opened.locator('a:focus')
      const note = await focused.getAttribute('data-note')
      const line = Number(await focused.getAttribute('data-line'))
      await opened.keyboard.press('Enter')
      assert.ok(note && line > 0)
      assert.deepEqual(await lastPosted(opened), {note, line})
    }))

  it('reaches every link and button by the keyboard, each with a mark around it', () =>
    panel(async (opened) => {
      const stops = await opened.locator('#page a, #page button, #page pre').count()
      const seen = new Set<unknown>()
      for (let press = 0; press < stops; press++) {
        await opened.keyboard.press('Tab')
        const at = await opened.evaluate(`(() => {
          const stop = document.activeElement
          const all = Array.from(document.querySelectorAll('#page a, #page button, #page pre'))
          return getComputedStyle(stop).outlineStyle === 'solid' ? all.indexOf(stop) : -1
        })()`)
        seen.add(at)
      }
      assert.equal(seen.size, stops)
      assert.ok(!seen.has(-1))
    }))

  it('says that something is wrong, by a click and by the keyboard', () =>
    panel(async (opened) => {
      const button = opened.locator('button[data-correct]')
      await button.click()
      assert.equal(await lastPosted(opened), 'correct')
      await button.focus()
      await opened.keyboard.press('Space')
      assert.deepEqual(await posted(opened), ['ready', 'correct', 'correct'])
    }))

  it('says nothing by a click elsewhere', () =>
    panel(async (opened) => {
      await opened.locator('h1').click()
      await opened.locator('section h2').first().click()
      assert.deepEqual(await posted(opened), ['ready'])
    }))

  it('stays at its place, and the keyboard on what it was on, when the notes change', () =>
    panel(async (opened) => {
      await opened.keyboard.press('Tab')
      await opened.keyboard.press('Tab')
      const note = await opened.locator('a:focus').getAttribute('data-note')
      await scroll(opened, 300)
      await show(opened, contentOf('c-014'))
      assert.equal(await topOf(opened), 300)
      assert.equal(await opened.locator('a:focus').getAttribute('data-note'), note)
    }))

  it('begins at the top for another reader, and keeps what it shows', () =>
    panel(async (opened) => {
      await scroll(opened, 300)
      const state = {...STATE, reader: 'person'}
      await show(opened, contentOf('c-014.person', state))
      assert.equal(await topOf(opened), 0)
      assert.deepEqual(await opened.evaluate('kept'), {...state, top: 0})
    }))

  it('is at its place again after it was loaded anew', () =>
    panel(
      async (opened) => {
        assert.equal(await topOf(opened), 240)
        assert.deepEqual(await opened.evaluate('kept'), {...STATE, top: 240})
      },
      {...STATE, top: 240},
    ))
})
