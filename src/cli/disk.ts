import {randomUUID} from 'node:crypto'
import {
  link,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import type {FileSystem, FolderEntry} from '../folder/file-system.ts'

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'there is no such file or folder',
  EACCES: 'this account may not read it',
  EPERM: 'this account may not do that',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is a file, not a folder',
  ELOOP: 'its links lead in a circle',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
}

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

/** The disk, read only. */
export const disk: FileSystem = {
  readFile: (path) => readFile(path),
  async readFolder(path) {
    const entries = await readdir(path, {withFileTypes: true})
    return Promise.all(
      entries.map(async (entry): Promise<FolderEntry> => {
        if (entry.isFile()) return {name: entry.name, kind: 'file'}
        if (entry.isDirectory()) return {name: entry.name, kind: 'folder'}
        // A linked file is read; a linked folder is not entered, so that no walk goes in circles.
        const linked =
          entry.isSymbolicLink() && (await stat(join(path, entry.name)).catch(() => undefined))?.isFile()
        return {name: entry.name, kind: linked ? 'file' : 'other'}
      }),
    )
  },
}

/**
 * Puts `content` in the place of a file all at once: other programs see the old file or the new one, never half of it.
 * `expected` is what the file held when it was read; where it holds anything else by now, it is left alone.
 * @returns false where the file changed meanwhile.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  expected?: Uint8Array,
): Promise<boolean> {
  const target = await realpath(path).catch(() => path)
  const mode = (await stat(target).catch(() => undefined))?.mode
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx', mode === undefined ? 0o666 : mode & 0o777)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    if (expected && !(await readFile(target)).equals(expected)) return false
    await rename(temporary, target)
    return true
  } finally {
    await unlink(temporary).catch(() => undefined)
  }
}

/**
 * Makes a file that was not there, with the folders above it, all at once where the disk can; false where one was.
 */
export async function createFile(path: string, content: string | Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), {recursive: true})
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    await writeFile(temporary, content, {flag: 'wx'})
    await link(temporary, path).catch(async (error: unknown) => {
      if (isCode(error, 'EEXIST')) throw error
      // Some disks know no second name for a file.
      await writeFile(path, content, {flag: 'wx'})
    })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await unlink(temporary).catch(() => undefined)
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
