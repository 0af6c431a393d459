import {Uri, window, workspace} from 'vscode'
import type {Format, Page, RenderOptions} from '../../summary/formats/format.ts'
import {isGenerated} from '../../summary/formats/generated.ts'
import {FORMATS} from '../../summary/formats/index.ts'
import type {NotesFolder} from '../notes-folder.ts'
import type {PageSource} from './page-panel.ts'

const NAMES: Readonly<Record<string, string>> = {html: 'HTML', markdown: 'Markdown', json: 'JSON'}

/** HTML first: it prints, and opens everywhere. */
const OFFERED = ['html', 'markdown', 'json'].flatMap((id) => FORMATS.find((format) => format.id === id) ?? [])

/** Asks where a page goes, and writes it there; gives the file, or undefined when the writer turns back. */
export async function exportPage(source: PageSource): Promise<Uri | undefined> {
  const {folder, fileName} = source
  const target = await window.showSaveDialog({
    title: 'Export this page',
    saveLabel: 'Export',
    defaultUri: Uri.joinPath(folder.root, `${fileName}.html`),
    filters: Object.fromEntries(OFFERED.map(({id, extension}) => [NAMES[id] ?? id, [extension]])),
  })
  const written = target && (await writePage(source, target))
  if (written) void tell(written)
  return written
}

/**
 * Writes a page as its file is named: HTML, Markdown or JSON, and HTML where the name says none of them. A file that
 * is no page of ours, such as a note, is left as it is; undefined then, and where there is no page.
 */
export async function writePage(source: PageSource, wanted: Uri): Promise<Uri | undefined> {
  const named = OFFERED.find(({extension}) => wanted.path.toLowerCase().endsWith(`.${extension}`))
  const target = named ? wanted : wanted.with({path: `${wanted.path}.html`})
  const page = await pageOf(source)
  if (!page) return undefined
  const before = await Promise.resolve(workspace.fs.readFile(target)).catch(() => undefined)
  if (before && before.length > 0 && !isGenerated(new TextDecoder().decode(before))) {
    void window.showWarningMessage(
      `${fileOf(target)} holds something that is no exported page, so it stays as it is. Another name is free.`,
    )
    return undefined
  }
  const format = named ?? OFFERED[0]
  const text = format?.render(page, linksFrom(target, page, source.folder, format)) ?? ''
  await workspace.fs.writeFile(target, new TextEncoder().encode(text))
  return target
}

/** The page as the notes stand; what stands instead of one is told. */
export async function pageOf(source: PageSource): Promise<Page | undefined> {
  const page = await source.make()
  if (typeof page !== 'string') return page
  void window.showInformationMessage(page)
  return undefined
}

async function tell(target: Uri): Promise<void> {
  const open = 'Show it here'
  const answer = await window.showInformationMessage(`The page is in ${fileOf(target)}.`, open)
  if (answer === open) await window.showTextDocument(target)
}

const fileOf = ({path}: Uri): string => path.slice(path.lastIndexOf('/') + 1)

/** Links lead from the file to the notes beside it; the page that a person keeps leads nowhere, as a path holds an id. */
function linksFrom(target: Uri, page: Page, {root}: NotesFolder, {id}: Format): RenderOptions {
  const isNear = target.scheme === root.scheme && target.authority === root.authority
  if (page.outline.reader !== 'specialist' || !isNear || id === 'json') return {}
  const from = target.path.split('/').slice(0, -1)
  return {
    linkTo: ({file, line}) => {
      const to = Uri.joinPath(root, file).path.split('/')
      const shared = from.findIndex((part, index) => part !== to[index])
      const same = shared < 0 ? from.length : shared
      const steps = [...from.slice(same).fill('..'), ...to.slice(same).map(encodeURIComponent)]
      return {href: `${steps.join('/')}#L${line}`}
    },
  }
}
