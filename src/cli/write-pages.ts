import {relative, resolve} from 'node:path'
import {joinPath} from '../folder/file-system.ts'
import {fileNameOf} from '../summary/exports/export-name.ts'
import {stableId} from '../summary/exports/stable-id.ts'
import type {Format, Page} from '../summary/formats/format.ts'
import {groupBy} from '../summary/group-by.ts'
import type {NoteRef} from '../summary/summary.ts'
import type {CivilDate} from '../core/time/civil-date.ts'
import {posix} from './select-notes.ts'
import type {Shell} from './shell.ts'
import type {StandingPages} from './standing-pages.ts'
import {tellOutputs} from './tell-outputs.ts'
import {writeOutputs, type Output, type OutputResult} from './write-outputs.ts'

/** A page on its way to a file. */
export interface NamedPage {
  /** Of the file, without the extension: `c-014`, `c-014.person`. */
  readonly name: string
  /** Not asked for where its file stands as it should, so that a getter makes it only when needed. */
  readonly page: Page
  /** What the page is made from: the same object, the same page. */
  readonly source?: object
}

export interface WriteSettings {
  /** Turns what the format made into another kind of file. */
  readonly convert?: {readonly extension: string; readonly toBytes: (text: string) => Promise<Uint8Array>}
  /** Which of this tool's files go that are none of the pages. */
  readonly isOld?: ((name: string, text: string) => boolean) | undefined
  /** What stands from the runs before. */
  readonly standing?: StandingPages | undefined
  /** The day that the pages are made for; that of the first page where it is left out. */
  readonly asOf?: CivilDate
}

/**
 * Writes one file a page; only what changed, and never a file that this tool did not make. Tells what it did.
 * @returns The paths, in the order of the pages.
 * @throws CommandError where a page could not be written, once the others are.
 */
export async function writePages(
  shell: Shell,
  root: string,
  pages: readonly NamedPage[],
  format: Format,
  out: string,
  {convert, isOld, standing, asOf = pages[0]?.page.outline.asOf}: WriteSettings = {},
): Promise<readonly string[]> {
  const folder = posix(resolve(shell.cwd, out))
  const linkTo = ({file, line}: NoteRef): {href: string} => ({
    href: `${posix(relative(folder, joinPath(root, file)))
      .split('/')
      .map(encodeURIComponent)
      .join('/')}#L${line}`,
  })
  const names = fileNames(pages.map(({name}) => name))
  const extension = convert?.extension ?? format.extension
  const outputs: Output[] = []
  const known: OutputResult[] = []
  const sources = new Map<string, object | undefined>()
  for (const named of pages) {
    const {source} = named
    const name = `${names.get(named.name) ?? ''}.${extension}`
    const path = joinPath(folder, name)
    sources.set(name, source)
    if (source && (await standing?.holds(path, source))) {
      known.push({name, path, what: 'unchanged', reason: undefined})
      continue
    }
    const {page} = named
    // The page that a person keeps leads nowhere: an address of a note would hold an id.
    const text = format.render(page, page.outline.reader === 'specialist' ? {linkTo} : {})
    outputs.push({name, content: convert ? await convert.toBytes(text) : text})
  }
  const standingNames = known.map(({name}) => name)
  const results = await writeOutputs(folder, outputs, isOld, standingNames)
  for (const result of results) {
    const source = sources.get(result.name)
    if (source) await standing?.keep(result, source)
  }
  tellOutputs(shell, [...results, ...known], {what: 'page', asOf})
  return [...sources.keys()].map((name) => joinPath(folder, name))
}

/** A name for each id that leads nowhere; ids that would share one, on a disk without capitals too, get a mark of their own. */
function fileNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const bySafe = groupBy(ids, (id) => fileNameOf(id).toLowerCase())
  return new Map(
    [...bySafe.values()].flatMap((same) =>
      same.map((id) => {
        const safe = fileNameOf(id)
        return [id, same.length === 1 && safe === id ? safe : `${safe}-${stableId(id).slice(0, 6)}`] as const
      }),
    ),
  )
}
