import {relative, resolve} from 'node:path'
import {joinPath} from '../folder/file-system.ts'
import type {Format, Page} from '../summary/formats/format.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import type {NoteRef} from '../summary/summary.ts'
import {createFile, disk, reasonOf, replaceFile} from './disk.ts'
import {count} from './lint-text.ts'
import {posix, shownPath} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'

/** A page on its way to a file. */
export interface NamedPage {
  /** Of the file, without the extension: `c-014`, `c-014.person`. */
  readonly name: string
  readonly page: Page
}

/** Writes one file a page; only what changed, and never a file that this tool did not make. */
export async function writePages(
  shell: Shell,
  root: string,
  pages: readonly NamedPage[],
  format: Format,
  out: string,
): Promise<readonly string[]> {
  const folder = posix(resolve(shell.cwd, out))
  const linkTo = ({file, line}: NoteRef): {href: string} => ({
    href: `${posix(relative(folder, joinPath(root, file)))
      .split('/')
      .map(encodeURIComponent)
      .join('/')}#L${line}`,
  })
  // The page that a person keeps leads nowhere: an address of a note would hold an id.
  const written: string[] = []
  const refusals: string[] = []
  for (const {name, page} of pages) {
    const path = joinPath(
      folder,
      `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '')}.${format.extension}`,
    )
    const refusal = await writePage(
      path,
      format.render(page, page.outline.reader === 'specialist' ? {linkTo} : {}),
    )
    written.push(path)
    if (refusal !== undefined) refusals.push(refusal)
    else shell.err(`${shownPath(path, shell.cwd)}\n`)
  }
  shell.err(`${count(written.length - refusals.length, 'page')} as of ${pages[0]?.page.outline.asOf ?? ''}\n`)
  if (refusals.length > 0) throw new CommandError(refusals.join('\n'))
  return written
}

/** Why the page was not written, where it was not. */
async function writePage(path: string, text: string): Promise<string | undefined> {
  try {
    const current = await disk.readFile(path).catch(() => undefined)
    const before = current && new TextDecoder().decode(current)
    if (before === text) return undefined
    if (before !== undefined && !isGenerated(before))
      return `${path} was not made by this tool, so it stays as it is; --out with another folder leaves both.`
    const isWritten = current ? await replaceFile(path, text, current) : await createFile(path, text)
    return isWritten ? undefined : `${path} changed meanwhile, so it stays as it is.`
  } catch (error) {
    return `${path} could not be written: ${reasonOf(error)}.`
  }
}
