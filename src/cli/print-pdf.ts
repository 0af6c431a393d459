import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import type {CivilDate} from '../core/civil-date.ts'
import {PDF_MARK} from '../summary/exports/made-here.ts'
import {CommandError} from './shell.ts'

const run = promisify(execFile)

/** How long one page may take, in milliseconds. */
const PATIENCE = 60_000

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

/**
 * A page as PDF, printed by `browser`. What it writes on the way lies in a folder that only this account may read, and
 * is gone afterwards. The same page as of the same day gives the same bytes from the same browser.
 */
export async function printPdf(browser: string, html: string, asOf: CivilDate): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'strengths-pdf-'))
  try {
    const page = join(folder, 'page.html')
    const printed = join(folder, 'page.pdf')
    await writeFile(page, html, {mode: 0o600})
    const flags = [
      '--headless',
      '--disable-gpu',
      ...OFFLINE,
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${printed}`,
      // The account that may do everything has no sandbox to go into.
      ...(isRoot() ? ['--no-sandbox'] : []),
      pathToFileURL(page).href,
    ]
    await run(browser, flags, {timeout: PATIENCE}).catch(() => undefined)
    const bytes = await readFile(printed).catch(() => undefined)
    if (!bytes)
      throw new CommandError(
        `${browser} printed no page. \`--format html\` makes one that any browser prints or saves as PDF.`,
      )
    return marked(bytes, asOf)
  } finally {
    await rm(folder, {recursive: true, force: true, maxRetries: 3})
  }
}

const isRoot = (): boolean => userInfo().uid === 0

/** The times of the clock that a PDF carries become the day of the page, and our mark stands after its end. */
function marked(bytes: Buffer, asOf: CivilDate): Uint8Array {
  const day = `${asOf.replaceAll('-', '')}000000`
  const text = bytes
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, (_, key: string) => key + day)
  return Buffer.from(`${text.trimEnd()}\n${PDF_MARK}\n`, 'latin1')
}
