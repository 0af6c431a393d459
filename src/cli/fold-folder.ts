import {parseCivilDate, type CivilDate} from '../core/time/civil-date.ts'
import {parseNote} from '../core/note.ts'
import {findConfiguration, type Configuration} from '../folder/configuration.ts'
import {joinPath} from '../folder/file-system.ts'
import {noteInput, withoutTree} from '../folder/read-input.ts'
import {fold} from '../summary/fold.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import type {NoteInput, Summary, UnreadFile} from '../summary/summary.ts'
import {disk} from './disk.ts'
import {showProgress} from './progress.ts'
import {notesBelow, readAhead} from './read-notes.ts'
import {shownPath} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'
import {tellProblems} from './tell-problems.ts'

/** The notes of a folder folded as of a day, and what they were folded with. */
export interface FoldedFolder {
  readonly summary: Summary
  readonly configuration: Configuration
  readonly inputs: readonly NoteInput[]
  /** How many session notes there are. */
  readonly notes: number
  /** How many places could not be read; each was told. */
  readonly unread: number
}

/** The day that `--as-of` gives, or today. */
export function asOfDay(shell: Shell, typed: string | undefined): CivilDate {
  const asOf = typed === undefined ? shell.now().date : parseCivilDate(typed)
  if (!asOf) throw new CommandError(`“${typed}” is no day; --as-of takes one such as 2026-07-14.`)
  return asOf
}

/** Folds the notes of a folder as of a day; what could not be read is told and counted. */
export async function foldFolder(shell: Shell, root: string, asOf: CivilDate): Promise<FoldedFolder> {
  const found = await notesBelow(shell, root)
  const tell = (file: string, line: number, message: string): void =>
    shell.err(`${shownPath(joinPath(root, file), shell.cwd)}:${line}  ${message}\n`)
  for (const {file, line, message} of found.problems) tell(file, line, message)
  const configuration = await findConfiguration(disk, root)
  const progress = showProgress(shell, 'Reading notes:', found.paths.length)
  const inputs: NoteInput[] = []
  const unreadFiles: UnreadFile[] = found.problems.map(({file, line, message}) => ({file, line, message}))
  let unread = found.problems.length + tellProblems(configuration, shell)
  for await (const {path, read} of readAhead(root, found.paths)) {
    progress.step()
    if ('problem' in read) {
      unread++
      const {line, message} = read.problem
      tell(path, line, message)
      unreadFiles.push({file: path, line, message})
    } else if (!isGenerated(read.text)) {
      const note = parseNote(read.text)
      for (const {span, message, severity} of note.problems) {
        tell(path, note.lines.positionAt(span.start).line, message)
        if (severity === 'error') unread++
      }
      const input = noteInput(path, note)
      if (input) inputs.push(withoutTree(input))
    }
  }
  progress.done()
  const {policy, clients} = configuration
  return {
    summary: fold(inputs, {
      asOf,
      policy,
      joined: clients.joined,
      contested: clients.contested,
      unread: unreadFiles,
    }),
    configuration,
    inputs,
    notes: inputs.length,
    unread,
  }
}
