import {Uri, workspace} from 'vscode'

/** How long a copy for the browser stays, in milliseconds: enough to open a printer's dialog and come back to it. */
export const KEPT_FOR = 15 * 60_000

const folderIn = (storage: Uri): Uri => Uri.joinPath(storage, 'print')

/** Writes a page where nobody looks for notes, under a name that says nothing, until it is removed again. */
export async function writeCopy(storage: Uri, text: string): Promise<Uri> {
  const copy = Uri.joinPath(folderIn(storage), `page-${crypto.randomUUID()}.html`)
  await workspace.fs.writeFile(copy, new TextEncoder().encode(text))
  setTimeout(() => void removeOldCopies(storage), KEPT_FOR + 1000)
  return copy
}

/** Removes copies whose time is over, those of windows that were closed before too. */
export async function removeOldCopies(storage: Uri, keptFor = KEPT_FOR): Promise<void> {
  const folder = folderIn(storage)
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => [])
  for (const [name] of entries) {
    const copy = Uri.joinPath(folder, name)
    const stat = await Promise.resolve(workspace.fs.stat(copy)).catch(() => undefined)
    // Another window may have removed it by now.
    if (stat && stat.mtime + keptFor <= Date.now())
      await Promise.resolve(workspace.fs.delete(copy)).catch(() => undefined)
  }
}
