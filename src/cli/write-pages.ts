import {relative, resolve} from 'node:path'
import {joinPath} from '../folder/file-system.ts'
import {fileNameOf} from '../summary/exports/export-name.ts'
import {stableId} from '../summary/exports/stable-id.ts'
import type {Format, Page} from '../summary/formats/format.ts'
import {groupBy} from '../summary/group-by.ts'
import type {NoteRef} from '../summary/summary.ts'
import {posix} from './select-notes.ts'
import type {Shell} from './shell.ts'
import {tellOutputs} from './tell-outputs.ts'
import {writeOutputs, type Output} from './write-outputs.ts'

/** A page on its way to a file. */
export interface NamedPage {
  /** Of the file, without the extension: `c-014`, `c-014.person`. */
  readonly name: string
  readonly page: Page
}

export interface WriteSettings {
  /** Turns what the format made into another kind of file. */
  readonly convert?: {readonly extension: string; readonly toBytes: (text: string) => Promise<Uint8Array>}
  /** Which of this tool's files go that are none of the pages. */
  readonly isOld?: ((name: string, text: string) => boolean) | undefined
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
  {convert, isOld}: WriteSettings = {},
): Promise<readonly string[]> {
  const folder = posix(resolve(shell.cwd, out))
  const linkTo = ({file, line}: NoteRef): {href: string} => ({
    href: `${posix(relative(folder, joinPath(root, file)))
      .split('/')
      .map(encodeURIComponent)
      .join('/')}#L${line}`,
  })
  const names = fileNames(pages.map(({name}) => name))
  const outputs: Output[] = []
  for (const {name, page} of pages) {
    // The page that a person keeps leads nowhere: an address of a note would hold an id.
    const text = format.render(page, page.outline.reader === 'specialist' ? {linkTo} : {})
    outputs.push({
      name: `${names.get(name) ?? ''}.${convert?.extension ?? format.extension}`,
      content: convert ? await convert.toBytes(text) : text,
    })
  }
  const results = await writeOutputs(folder, outputs, isOld)
  tellOutputs(shell, results, {what: 'page', asOf: pages[0]?.page.outline.asOf})
  return outputs.map(({name}) => joinPath(folder, name))
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
