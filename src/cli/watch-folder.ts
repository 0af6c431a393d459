import {reasonOf} from './disk.ts'
import {CommandError, type Shell} from './shell.ts'
import {watchTree} from './watch-tree.ts'

/** How long a folder is left to settle before its notes are read again, in milliseconds. */
const SETTLE = 200

/**
 * Runs again whenever something in a folder changes that `concerns` it, one run after the other, until the person
 * ends it with Ctrl-C. What a run throws for the person is told, and the watch goes on.
 * @param concerns Takes a path below the folder, with `/` between the parts.
 * @param run Takes the paths that changed since the run before; undefined where the system does not say which.
 */
export async function watchFolder(
  shell: Shell,
  root: string,
  concerns: (path: string) => boolean,
  run: (changed: ReadonlySet<string> | undefined) => Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let changed: Set<string> | undefined = new Set()
  const again = async (): Promise<void> => {
    const paths = changed
    changed = new Set()
    if (paths?.size === 0) return
    try {
      await run(paths)
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      shell.err(`${error.message}\n`)
    }
  }
  let fail: (reason: CommandError) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  const tell = (error: unknown): void =>
    fail(new CommandError(`${root} can no longer be watched: ${reasonOf(error)}.`))
  const watcher = watchTree(root, shell.platform, {
    changed(path) {
      if (path !== undefined && !concerns(path)) return
      if (path === undefined) changed = undefined
      else changed?.add(path)
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(again)
        running.catch(tell)
      }, SETTLE)
    },
    failed: tell,
    enters: concerns,
  })
  try {
    await Promise.race([shell.interrupted(), failed])
  } finally {
    watcher.close()
    clearTimeout(timer)
    await running
  }
}
