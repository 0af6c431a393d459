import {cp, mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import type {FrameLocator, Page} from 'playwright-core'
import {installExtension} from '../test/editor/host/install-extension.ts'
import {openBrowser} from '../test/editor/host/open-browser.ts'
import {serveEditor} from '../test/editor/host/serve-editor.ts'
import type {Settings} from '../test/editor/host/settings.ts'
import {workbenchUrl} from '../test/editor/host/workbench-url.ts'

export interface OpenEditorOptions {
  /** The folder of notes. What is opened is a copy, so nothing that is done there changes it. */
  readonly folder: string
  /** A file to open, from that folder. */
  readonly file?: string
  readonly settings?: Settings
  /** Where screenshots go; `.vscode-test/screenshots` by default. */
  readonly screenshots?: string
  readonly size?: {readonly width: number; readonly height: number}
}

/** A VS Code with the built extension, opened in a browser as a user would. */
export interface OpenedEditor {
  readonly page: Page
  /** The copy of the folder that is open. */
  readonly folder: string
  /** Runs a command by its title, from the palette. */
  command(title: string): Promise<void>
  /** Opens a file of the folder by its name. */
  openFile(name: string): Promise<void>
  /** Puts the cursor there, both counted from 1, and the focus into the text. */
  goTo(line: number, column?: number): Promise<void>
  type(text: string): Promise<void>
  /** One or more keys, such as `Control+.` or `Escape`. */
  press(...keys: readonly string[]): Promise<void>
  /** The rows of a list that is open: `problems`, `actions` (the lightbulb's), `suggestions`, `picks`. */
  rows(list: keyof typeof lists): Promise<readonly string[]>
  /** What is inside a webview panel. */
  webview(): FrameLocator
  /** Waits until nothing in the window has changed for so many milliseconds: 250, unless said. */
  settle(quietFor?: number): Promise<void>
  /** Takes a picture once the window has settled, and says where it is. */
  screenshot(name: string): Promise<string>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..')

const lists = {
  actions: '.action-widget .monaco-list-row.action',
  picks: '.quick-input-widget .monaco-list-row',
  problems: '.markers-panel .monaco-list-row',
  suggestions: '.suggest-widget .monaco-list-row',
} as const

/** Serves a VS Code with the built extension and opens it in a headless Chromium. */
export async function openEditor(options: OpenEditorOptions): Promise<OpenedEditor> {
  const {size = {width: 1400, height: 900}, settings} = options
  const home = await mkdtemp(join(tmpdir(), 'strengths-'))
  const closers = [() => rm(home, {recursive: true, force: true})]
  const close = async (): Promise<void> => {
    for (const step of closers.splice(0).toReversed()) await step()
  }
  try {
    const folder = join(home, basename(resolve(options.folder)))
    await cp(options.folder, folder, {recursive: true})
    const extensions = join(home, 'extensions')
    await installExtension(root, extensions)
    const editor = await serveEditor({home, extensions, ...(settings && {settings})})
    closers.push(() => editor.close())
    const browser = await openBrowser()
    closers.push(() => browser.close())
    const page = await browser.newPage({viewport: size, permissions: ['clipboard-read', 'clipboard-write']})
    const file = options.file === undefined ? {} : {file: join(folder, options.file)}
    await page.goto(workbenchUrl(editor.url, {folder, ...file}))
    await page.waitForSelector(
      options.file ? '.monaco-editor .view-line' : '.explorer-folders-view .monaco-list-row',
    )
    const opened = {
      ...hands(page, resolve(options.screenshots ?? join(root, '.vscode-test/screenshots'))),
      page,
      folder,
      close,
    }
    await opened.settle(500)
    return opened
  } catch (error) {
    await close()
    throw error
  }
}

function hands(page: Page, screenshots: string): Omit<OpenedEditor, 'page' | 'folder' | 'close'> {
  const settle = async (quietFor = 250): Promise<void> => void (await page.evaluate(untilQuiet(quietFor)))
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
    await settle()
  }
  const ask = async (key: string, text: string): Promise<void> => {
    const input = '.quick-input-widget input:focus'
    for (let attempt = 0; attempt < 5; attempt++) {
      await page.keyboard.press(key)
      // A panel that is just being shown hears no key.
      const opened = await page.waitForSelector(input, {timeout: 3000}).catch(() => undefined)
      if (opened) break
    }
    await page.waitForSelector(input)
    await page.keyboard.insertText(text)
    await settle()
  }
  const rows = (list: keyof typeof lists): Promise<readonly string[]> =>
    page.evaluate(
      `Array.from(document.querySelectorAll('${lists[list]}'), (row) => row.ariaLabel ?? row.innerText)`,
    )
  const pickNamed = async (title: string): Promise<number> => {
    const picks = await rows('picks')
    const place = picks.findIndex((pick) => pick === title || pick.startsWith(`${title}, `))
    if (place < 0) throw new Error(`There is no "${title}" here. What is offered: ${picks.join(' | ')}`)
    return place
  }
  return {
    settle,
    press,
    rows,
    command: async (title) => {
      await ask('F1', title)
      await press(...Array<string>(await pickNamed(title)).fill('ArrowDown'), 'Enter')
    },
    openFile: async (name) => {
      await ask('Control+p', name)
      await press('Enter')
    },
    goTo: async (line, column = 1) => {
      await ask('Control+g', `${line}:${column}`)
      await press('Enter')
    },
    type: async (text) => {
      await page.keyboard.type(text)
      await settle()
    },
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    screenshot: async (name) => {
      await settle(500)
      await mkdir(screenshots, {recursive: true})
      const path = join(screenshots, `${name}.png`)
      await page.screenshot({path})
      return path
    },
  }
}

/** Runs in the page; gives up after five seconds, as something may move for ever. */
const untilQuiet = (quietFor: number): string => `new Promise((resolve) => {
  let timer = setTimeout(done, ${quietFor})
  const observer = new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(done, ${quietFor})
  })
  const limit = setTimeout(done, 5000)
  function done() {
    clearTimeout(limit)
    observer.disconnect()
    resolve()
  }
  observer.observe(document.body, {childList: true, subtree: true, characterData: true})
})`
