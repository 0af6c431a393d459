import {isGenerated} from '../summary/formats/generated.ts'
import {unread, type FixOptions, type Linted} from './lint-note.ts'
import {LintRooms} from './lint-rooms.ts'
import {lintInThreads, threadsFor} from './lint-threads.ts'
import {NoteShare, type LintedAt, type Numbered, type ShareOptions} from './note-share.ts'
import {showProgress} from './progress.ts'
import {selectNotes, shownPath} from './select-notes.ts'
import type {Shell} from './shell.ts'

/**
 * Lints files, folders and globs, and takes `apply` offers where the options say so. Many notes are shared out among
 * threads; what comes back is the same, in the same order.
 */
export async function lintPaths(
  shell: Shell,
  targets: readonly string[],
  {fix, fixDryRun}: FixOptions,
  rooms = new LintRooms(shell),
): Promise<readonly Linted[]> {
  const {paths, problems} = await selectNotes(targets, shell.cwd)
  for (const path of paths) await rooms.configurationOf(path)
  const progress = showProgress(shell, 'Reading notes:', paths.length)
  const files = paths.map((path, at): Numbered => ({at, path}))
  const options: ShareOptions = {cwd: shell.cwd, asOf: shell.now().date, fix, fixDryRun}
  const count = threadsFor(shell, files.length)
  const found: Linted[] = []
  const take = ({at, linted}: LintedAt): void => {
    found[at] = linted
    progress.step()
  }
  if (count > 1) await lintInThreads(shell, files, options, {count, take})
  else await lintHere(rooms, files, options, take)
  progress.done()
  const unreadable = problems.map((problem) => unread(problem, shownPath(problem.file, shell.cwd)))
  return [...unreadable, ...found].filter(({text}) => text === undefined || !isGenerated(text))
}

async function lintHere(
  rooms: LintRooms,
  files: readonly Numbered[],
  options: ShareOptions,
  take: (found: LintedAt) => void,
): Promise<void> {
  const share = new NoteShare(rooms, options)
  const shared = await share.read(files)
  for await (const found of share.lint(files.length > 1 ? shared : undefined)) take(found)
}
