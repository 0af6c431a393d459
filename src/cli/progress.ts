import type {Shell} from './shell.ts'

/** How long a person waits before a line tells them how far it is, and how often it is renewed; milliseconds. */
const PATIENCE = 1000
const RENEWAL = 100

/** Tells on a terminal how far a long run is; silent elsewhere. */
export interface Progress {
  step(): void
  done(): void
}

export function showProgress(shell: Shell, what: string, total: number): Progress {
  if (!shell.terminal) return {step: () => undefined, done: () => undefined}
  const started = performance.now()
  let shown = 0
  let count = 0
  return {
    step() {
      count++
      const now = performance.now()
      if (now - started < PATIENCE || now - shown < RENEWAL) return
      shown = now
      shell.err(`\r${what} ${count} of ${total}`)
    },
    done() {
      if (shown > 0) shell.err('\r\u001B[K')
    },
  }
}
