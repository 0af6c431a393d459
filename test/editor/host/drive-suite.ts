import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {format} from 'node:util'
import type {Browser, Page} from 'playwright-core'
import {openBrowser} from './open-browser.ts'
import type {LogFile, ServedEditor} from './serve-editor.ts'
import {developInWorker, type WorkerExtension} from './worker-host.ts'
import {workbenchUrl, type WorkbenchRequest} from './workbench-url.ts'

/** Starts each line that the suite itself prints; everything else in a window's console is not for us. */
const suiteMark = '\u2063'

/** Where in a run's folder the suite finds that its window is restored. */
export const restoredFileIn = (home: string): string => join(home, 'restored')

const exitCodes = {timeLimit: 124, crash: 125} as const

export interface DriveOptions {
  readonly editor: ServedEditor
  readonly request: WorkbenchRequest
  /** An extension to load in the web worker host, where `request` names none for the Node one. */
  readonly worker?: WorkerExtension
  /** Written once the window is restored, which the suite waits for. */
  readonly restoredFile: string
  readonly limitSeconds: number
  readonly print: (line: string) => void
}

interface Outcome {
  readonly code: number
  readonly reason?: string
  /** Handed over by a suite that came to its end. */
  readonly logs?: readonly LogFile[]
}

/** Runs a suite of tests in a served VS Code as its own smoke tests do, and returns the exit code. */
export async function driveSuite(options: DriveOptions): Promise<number> {
  const {editor, limitSeconds, print} = options
  const browser = await openBrowser()
  const consoleLines: string[] = []
  const limit = new AbortController()
  try {
    const outcome = await Promise.race([
      runInPage(browser, options, consoleLines),
      timeLimit(limitSeconds, limit.signal),
    ])
    const told = outcome.code === 0 ? '' : await describe(outcome, editor, consoleLines)
    if (told) print(told)
    return outcome.code
  } finally {
    limit.abort()
    await browser.close()
  }
}

async function runInPage(browser: Browser, options: DriveOptions, consoleLines: string[]): Promise<Outcome> {
  const page = await browser.newPage()
  return new Promise((resolve, reject) => {
    const crashed = (reason: string) => (): void => resolve({code: exitCodes.crash, reason})
    page.once('crash', crashed('The page of VS Code crashed.'))
    browser.once('disconnected', crashed('Chromium ended before the suite did.'))
    start(page, options, consoleLines, resolve).catch(reject)
  })
}

async function start(
  page: Page,
  {editor, request, worker, restoredFile, print}: DriveOptions,
  consoleLines: string[],
  end: (outcome: Outcome) => void,
): Promise<void> {
  page.on('pageerror', (error) => consoleLines.push(String(error)))
  page.on('console', (message) => {
    const text = message.text().replace(/^%c +(\w+) color: #\w+ /, '$1 ')
    if (!text.includes(suiteMark)) consoleLines.push(`[${message.type()}] ${text}`)
  })
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const line = format(...args)
    if (line.startsWith(suiteMark)) print(line.replaceAll(suiteMark, ''))
  })
  await page.exposeFunction('codeAutomationExit', (code: number, logs: readonly LogFile[]) =>
    end({code, logs}),
  )
  if (worker) await developInWorker(page, editor.url, worker)
  await page.goto(workbenchUrl(editor.url, request))
  await page.waitForFunction('window.driver', undefined, {timeout: 60_000})
  await page.evaluate('window.driver.whenWorkbenchRestored()')
  await writeFile(restoredFile, '')
}

function timeLimit(seconds: number, signal: AbortSignal): Promise<Outcome> {
  const reason = `The suite did not end within ${seconds} seconds (STRENGTHS_EDITOR_SECONDS sets the limit).`
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({code: exitCodes.timeLimit, reason}), seconds * 1000)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}

/** What helps to see why. A suite that came to its end has told most of it: then only what VS Code calls an error. */
async function describe(
  outcome: Outcome,
  editor: ServedEditor,
  consoleLines: readonly string[],
): Promise<string> {
  const {reason, logs} = outcome
  const hosts = await editor.logs()
  const shown = logs
    ? hosts.map((log) => ({...log, contents: errorsOf(log.contents)}))
    : [{relativePath: 'console of the window', contents: consoleLines.join('\n')}, ...hosts]
  const parts = shown
    .filter(({contents}) => contents.trim())
    .map(({relativePath, contents}) => `--- ${relativePath}\n${lastLines(contents)}`)
  return [...(reason ? [reason] : []), ...parts].join('\n')
}

/** The entries of a log that are marked so, each with the lines of its stack. */
const errorsOf = (log: string): string =>
  (log.match(/^\S+ \S+ \[error\].*(?:\n(?!\S+ \S+ \[).*)*/gm) ?? []).join('\n')

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-60).join('\n')
