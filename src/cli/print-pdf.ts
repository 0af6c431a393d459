import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'
import type {CivilDate} from '../core/time/civil-date.ts'
import {PDF_MARK} from '../summary/exports/made-here.ts'
import {startBrowser, type BrowserPipe} from './browser-pipe.ts'
import {CommandError} from './shell.ts'

/** A page is one file that fetches nothing; the browser is held to that as well. */
const OFFLINE = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** A browser that prints pages, until it is closed. */
export interface Printer {
  /**
   * A page as PDF. The same page as of the same day gives the same bytes from the same browser.
   * @throws CommandError where the browser prints nothing.
   */
  print(html: string, asOf: CivilDate): Promise<Uint8Array>
  close(): Promise<void>
}

/** Starts `browser` to print with; pages reach it by a pipe, so that none lies on the disk on its way. */
export async function openPrinter(browser: string): Promise<Printer> {
  const profile = await mkdtemp(join(tmpdir(), 'strengths-pdf-'))
  const pipe = startBrowser(browser, [
    '--headless',
    '--disable-gpu',
    ...OFFLINE,
    `--user-data-dir=${profile}`,
    // The account that may do everything has no sandbox to go into.
    ...(userInfo().uid === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ])
  return {
    async print(html, asOf) {
      const bytes = await printPage(pipe, html).catch((error: unknown) => {
        throw new CommandError(
          `${browser} printed no page (${error instanceof Error ? error.message : String(error)}). ` +
            '`--format html` makes one that any browser prints or saves as PDF.',
        )
      })
      return marked(bytes, asOf)
    },
    async close() {
      await pipe.close()
      await rm(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 100})
    },
  }
}

async function printPage(pipe: BrowserPipe, html: string): Promise<Buffer> {
  const {targetId} = await pipe.ask('Target.createTarget', {url: 'about:blank'})
  const {sessionId} = await pipe.ask('Target.attachToTarget', {targetId, flatten: true})
  const session = String(sessionId)
  await pipe.ask('Emulation.setScriptExecutionDisabled', {value: true}, session)
  const {frameTree} = await pipe.ask('Page.getFrameTree', {}, session)
  const frameId = (frameTree as {readonly frame: {readonly id: string}}).frame.id
  await pipe.ask('Page.setDocumentContent', {frameId, html}, session)
  const {data} = await pipe.ask(
    'Page.printToPDF',
    {printBackground: true, preferCSSPageSize: true, displayHeaderFooter: false},
    session,
  )
  await pipe.ask('Target.closeTarget', {targetId})
  return Buffer.from(String(data), 'base64')
}

/** The times of the clock that a PDF carries become the day of the page, and our mark stands after its end. */
function marked(bytes: Buffer, asOf: CivilDate): Uint8Array {
  const day = `${asOf.replaceAll('-', '')}000000`
  const text = bytes
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, (_, key: string) => key + day)
  return Buffer.from(`${text.trimEnd()}\n${PDF_MARK}\n`, 'latin1')
}
