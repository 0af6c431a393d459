import type {Worker} from 'node:worker_threads'
import type {LintJob} from './lint-thread.ts'
import type {LintedAt, Numbered, ShareOptions} from './note-share.ts'
import {reasonOf} from './disk.ts'
import {CommandError, type Shell} from './shell.ts'

/** To start a thread and to make its linter takes about the processor time of so many notes, lost where none is free. */
const FEWEST = 250
/** Each has a linter of its own, of some 150 MB. */
const MOST = 8

const VARIABLE = 'STRENGTHS_THREADS'

/**
 * How many threads read `count` notes: as many as there are processors and as pays, or as the variable says.
 * @throws CommandError where it says no number.
 */
export function threadsFor(shell: Pick<Shell, 'processors' | 'environment'>, count: number): number {
  const wanted = shell.environment(VARIABLE) ?? ''
  if (wanted === '') return Math.max(1, Math.min(shell.processors, MOST, Math.floor(count / FEWEST)))
  if (!/^[1-9]\d*$/.test(wanted))
    throw new CommandError(
      `${VARIABLE} is the number of threads that read notes, from 1 on; it says “${wanted}”.`,
    )
  return Math.min(Number(wanted), count)
}

/**
 * Shares files out among threads; what they find goes to `take`, in no order.
 * @throws CommandError where a thread ends before it is done.
 */
export async function lintInThreads(
  shell: Shell,
  files: readonly Numbered[],
  options: ShareOptions,
  {count, take}: {readonly count: number; readonly take: (found: LintedAt) => void},
): Promise<void> {
  const threads = Array.from({length: count}, (_, first) => {
    const job: LintJob = {...options, files: files.filter(({at}) => at % count === first)}
    return shell.thread(job)
  })
  const ended = Promise.all(threads.map(ending))
  try {
    // What one thread reads, the checks of all others know.
    const shared = await Promise.race([Promise.all(threads.map(firstMessage)), ended.then(() => [])])
    let left = files.length
    for (const thread of threads) {
      thread.on('message', (found: LintedAt) => {
        left--
        take(found)
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's method, not a window's
      thread.postMessage(shared)
    }
    await ended
    if (left > 0) throw new Error(`nothing is known of ${left} files`)
  } catch (error) {
    throw new CommandError(`Reading stopped before all notes were read: ${reasonOf(error)}`)
  } finally {
    await Promise.all(threads.map(async (thread) => thread.terminate()))
  }
}

const firstMessage = async (thread: Worker): Promise<unknown> =>
  new Promise((resolve) => {
    thread.once('message', resolve)
  })

/** Resolves when a thread is done, and rejects where it failed. */
const ending = async (thread: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error('a thread ended too early'))
    })
  })
