import {stat} from 'node:fs/promises'
import {relative, resolve, sep} from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'
import {decodeNote, type FileProblem} from '../folder/decode-text.ts'
import {joinPath} from '../folder/file-system.ts'
import {findNotes} from '../folder/find-notes.ts'
import {disk, reasonOf} from './disk.ts'

/** What people named on the command line, as files to read, each once, in order. */
export interface Selection {
  /** Absolute paths with `/` between the parts. */
  readonly paths: readonly string[]
  readonly problems: readonly FileProblem[]
}

/** Files, the notes of folders, and what globs match. */
export async function selectNotes(targets: readonly string[], cwd: string): Promise<Selection> {
  const paths = new Set<string>()
  const problems: FileProblem[] = []
  for (const target of targets) {
    const path = posix(resolve(cwd, target))
    const kind = await stat(path).catch(() => undefined)
    if (kind?.isDirectory()) {
      const found = await findNotes(disk, path).catch((error: unknown) => ({
        paths: [],
        problems: [problem('', 'file/unreadable', `This folder could not be read: ${reasonOf(error)}.`)],
      }))
      if (/\.(?:md|markdown)$/i.test(path))
        problems.push(
          problem(
            path,
            'file/unreadable',
            'This is a folder with the name of a note; the notes in it were read.',
          ),
        )
      for (const below of found.paths) paths.add(joinPath(path, below))
      problems.push(...found.problems.map((each) => ({...each, file: joinPath(path, each.file)})))
    } else if (kind?.isFile()) paths.add(path)
    else if (kind)
      problems.push(
        problem(path, 'file/unreadable', 'This is neither a file nor a folder, so it was passed over.'),
      )
    else {
      const matches = isDynamicPattern(target)
        ? await glob(target, {cwd, absolute: true, onlyFiles: true, ignore: ['**/node_modules/**']})
        : []
      for (const match of matches.toSorted()) paths.add(posix(match))
      if (matches.length === 0)
        problems.push(
          problem(
            path,
            'file/not-found',
            'There is no such file or folder, and no file matches it as a pattern.',
          ),
        )
    }
  }
  return {paths: [...paths], problems}
}

const problem = (file: string, code: FileProblem['code'], message: string): FileProblem => ({
  file,
  code,
  line: 1,
  message,
})

export const posix = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))

/** A path as people read it: from where they stand, unless that leads far up. */
export function shownPath(path: string, cwd: string): string {
  const from = posix(relative(cwd, path))
  return from === '' ? '.' : from.startsWith('../../..') ? path : from
}

/** A file's bytes and text, or why it has none. */
export async function readNoteFile(
  path: string,
): Promise<{readonly bytes: Uint8Array; readonly text: string} | {readonly problem: FileProblem}> {
  let bytes: Uint8Array
  try {
    bytes = await disk.readFile(path)
  } catch (error) {
    return {problem: problem(path, 'file/unreadable', `This file could not be read: ${reasonOf(error)}.`)}
  }
  const decoded = decodeNote(bytes, path)
  return 'text' in decoded ? {bytes, text: decoded.text} : decoded
}
