import {watch} from 'node:fs'
import {reasonOf} from './disk.ts'
import {posix} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'

/** How long a folder is left to settle before its notes are read again, in milliseconds. */
const SETTLE = 200

/**
 * Runs again whenever something in a folder changes that `concerns` it, one run after the other, until the person
 * ends it with Ctrl-C. What a run throws for the person is told, and the watch goes on.
 * @param concerns Takes a path below the folder, with `/` between the parts.
 */
export async function watchFolder(
  shell: Shell,
  root: string,
  concerns: (path: string) => boolean,
  run: () => Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const again = async (): Promise<void> => {
    try {
      await run()
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      shell.err(`${error.message}\n`)
    }
  }
  const watcher = watch(root, {recursive: true}, (_, name) => {
    if (name !== null && !concerns(posix(name))) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(again)
    }, SETTLE)
  })
  const failed = new Promise<never>((_, reject) => {
    watcher.on('error', (error) =>
      reject(new CommandError(`${root} can no longer be watched: ${reasonOf(error)}.`)),
    )
  })
  try {
    await Promise.race([shell.interrupted(), failed])
  } finally {
    watcher.close()
    clearTimeout(timer)
    await running
  }
}
