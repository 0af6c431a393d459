import {parseCivilDate, type CivilDate} from '../core/time/civil-date.ts'
import {FollowedNotes, type FoldedFolder} from './followed-notes.ts'
import {CommandError, type Shell} from './shell.ts'

/** The day that `--as-of` gives, or today. */
export function asOfDay(shell: Shell, typed: string | undefined): CivilDate {
  const asOf = typed === undefined ? shell.now().date : parseCivilDate(typed)
  if (!asOf) throw new CommandError(`“${typed}” is no day; --as-of takes one such as 2026-07-14.`)
  return asOf
}

/** Folds the notes of a folder as of a day; what could not be read is told and counted. */
export async function foldFolder(shell: Shell, root: string, asOf: CivilDate): Promise<FoldedFolder> {
  const notes = await FollowedNotes.read(shell, root)
  return notes.fold(asOf)
}
