import {env, UIKind, window, type Uri} from 'vscode'
import {html} from '../../summary/formats/html.ts'
import {choose} from '../choose.ts'
import {exportPage, pageOf} from './export-page.ts'
import type {PageSource} from './page-panel.ts'
import type {PageTools} from './page-tools.ts'
import {KEPT_FOR, writeCopy} from './print-copies.ts'

/** Opens a page as a file of its own in the browser, which prints it; where that is not possible, says what is. */
export async function printPage(source: PageSource, {storage}: PageTools): Promise<void> {
  if (!opensFiles(storage)) {
    void offerExport(source)
    return
  }
  const how = await choose(
    Promise.resolve([
      {
        label: 'Open a copy that goes away again',
        detail: `It lies in VS Code’s own storage on this computer, and is removed after ${KEPT_FOR / 60_000} minutes.`,
        value: 'copy' as const,
      },
      {
        label: 'Save it where I choose, then open it',
        detail: 'The file stays until you remove it.',
        value: 'file' as const,
      },
    ]),
    {title: 'Open in browser to print', placeholder: 'A browser prints from a file. Which one?'},
  )
  if (!how) return
  const file = how.value === 'file' ? await exportPage(source) : await copyOf(source, storage)
  if (file && !(await env.openExternal(file)))
    void window.showInformationMessage(`The browser did not open. The page to print is ${file.fsPath}.`)
}

async function copyOf(source: PageSource, storage: Uri): Promise<Uri | undefined> {
  const page = await pageOf(source)
  return page && writeCopy(storage, html.render(page))
}

/** Whether the browser that would open is on the computer that the file is on. */
const opensFiles = ({scheme}: Uri): boolean =>
  env.uiKind === UIKind.Desktop && env.remoteName === undefined && scheme === 'file'

async function offerExport(source: PageSource): Promise<void> {
  const save = 'Export this page'
  const answer = await window.showInformationMessage(
    'From here a file cannot be opened in your own browser. Export the page as HTML, bring that file to your computer, and print it from your browser there.',
    save,
  )
  if (answer === save) await exportPage(source)
}
