import {noteIdAt, numberedPath} from '../core/templates/template.ts'
import {joinPath} from '../folder/file-system.ts'
import {createFile, reasonOf} from './disk.ts'
import {shownPath} from './select-notes.ts'
import {CommandError, type ExitCode, type Shell} from './shell.ts'

export interface PlacedNote {
  readonly folder: string
  /** From the folder; the first free name like it is taken, and a note that is there stays as it is. */
  readonly path: string
  readonly toStdout: boolean
  /** The note's text, given its own id. */
  readonly fill: (note: string) => string
}

/** Makes the file of a new note and prints where it is, or prints the note. */
export async function placeNote(shell: Shell, {folder, path, toStdout, fill}: PlacedNote): Promise<ExitCode> {
  if (toStdout) {
    shell.out(fill(noteIdAt(path)))
    return 0
  }
  try {
    for (let number = 1; ; number++) {
      const free = numberedPath(path, number)
      const file = joinPath(folder, free)
      if (!(await createFile(file, fill(noteIdAt(free))))) continue
      shell.out(`${shownPath(file, shell.cwd)}\n`)
      return 0
    }
  } catch (error) {
    throw new CommandError(
      `${shownPath(joinPath(folder, path), folder)} could not be written: ${reasonOf(error)}.`,
    )
  }
}
