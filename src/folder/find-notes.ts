import ignore from 'ignore'
import {compareText} from '../core/record/said.ts'
import type {FileProblem} from './decode-text.ts'
import {joinPath, type FileSystem} from './file-system.ts'

/** Folders that hold no notes of a person. */
const SKIPPED = new Set(['node_modules', 'dist', 'out'])
const NOTE_NAME = /\.(?:md|markdown)$/i

export interface FoundNotes {
  readonly paths: readonly string[]
  readonly problems: readonly FileProblem[]
  /** Whether a file that comes later, by its path, would be among them. */
  readonly isNotePath: (path: string) => boolean
}

/**
 * The Markdown files below `folder`, as paths relative to it, sorted by name. Hidden folders, `node_modules` and
 * what `.gitignore` or `.strengthsignore` at the top of the folder list are passed over.
 * @throws where `folder` itself cannot be read.
 */
export async function findNotes(files: FileSystem, folder: string): Promise<FoundNotes> {
  const ignored = ignore()
  for (const name of ['.gitignore', '.strengthsignore'])
    await files.readFile(joinPath(folder, name)).then(
      (bytes) => ignored.add(new TextDecoder().decode(bytes)),
      () => undefined,
    )
  const isNotePath = (path: string): boolean =>
    NOTE_NAME.test(path) &&
    path.split('/').every((part) => !part.startsWith('.') && !SKIPPED.has(part)) &&
    !ignored.ignores(path)
  const paths: string[] = []
  const problems: FileProblem[] = []
  const report = (file: string, message: string): void => {
    problems.push({file, code: 'file/unreadable', line: 1, message})
  }
  const visit = async (below: string): Promise<void> => {
    const entries = await files.readFolder(joinPath(folder, below))
    for (const {name, kind} of entries) {
      const path = below === '' ? name : `${below}/${name}`
      if (name.startsWith('.') || SKIPPED.has(name)) continue
      const isNamedLikeNote = NOTE_NAME.test(name)
      if (kind === 'folder' && !ignored.ignores(`${path}/`)) {
        if (isNamedLikeNote)
          report(path, 'This is a folder with the name of a note; the notes in it were read.')
        await visit(path).catch(() => report(path, 'This folder could not be read and was passed over.'))
      } else if (isNamedLikeNote && kind !== 'folder' && !ignored.ignores(path)) {
        if (kind === 'file') paths.push(path)
        else report(path, 'This has the name of a note and leads to no file.')
      }
    }
  }
  await visit('')
  return {paths: paths.toSorted((a, b) => compareText(a, b)), problems, isNotePath}
}
