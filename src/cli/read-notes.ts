import {findNotes, type FoundNotes} from '../folder/find-notes.ts'
import {joinPath} from '../folder/file-system.ts'
import {readInput} from '../folder/read-input.ts'
import type {NoteInput} from '../summary/summary.ts'
import {disk, reasonOf} from './disk.ts'
import {readNoteFile, shownPath} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'

/**
 * The paths of a folder's notes.
 * @throws CommandError where the folder cannot be read.
 */
export const notesBelow = (shell: Shell, root: string): Promise<FoundNotes> =>
  findNotes(disk, root).catch((error: unknown) => {
    throw new CommandError(
      `${shownPath(root, shell.cwd)}: this folder could not be read: ${reasonOf(error)}.`,
    )
  })

/** How many files are read at once. */
const AT_ONCE = 32

/** Every note file in the order of `paths`, which start at `root`, read a few at a time. */
export async function* readAhead(
  root: string,
  paths: readonly string[],
): AsyncGenerator<{readonly path: string; readonly read: Awaited<ReturnType<typeof readNoteFile>>}> {
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE)
    yield* await Promise.all(
      some.map(async (path) => ({path, read: await readNoteFile(joinPath(root, path))})),
    )
  }
}

/** The session notes of a folder; what cannot be read is no note of anybody. */
export async function readNotes(root: string): Promise<readonly NoteInput[]> {
  const {paths} = await findNotes(disk, root).catch(() => ({paths: []}))
  const notes: NoteInput[] = []
  for await (const {path, read} of readAhead(root, paths)) {
    const input = 'text' in read ? readInput(path, read.text) : undefined
    if (input) notes.push(input)
  }
  return notes
}
