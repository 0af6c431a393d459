import type {Command} from 'commander'
import type {Worker} from 'node:worker_threads'
import type {CivilDate} from '../core/time/civil-date.ts'

/** Everything a command may touch of the world around it; `main.ts` fills it from `process`. */
export interface Shell {
  readonly cwd: string
  /** True where people read the output as it comes. */
  readonly terminal: boolean
  readonly color: boolean
  readonly columns: number
  /** The folder of the writer's own templates, which go over all others. */
  readonly userTemplates: string
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string
  /** How many processors this process may use. */
  readonly processors: number
  environment(name: string): string | undefined
  /** Starts this tool in a thread of its own, with a job for it. */
  thread(job: unknown): Worker
  /** Resolves when the person ends a command that goes on, as with Ctrl-C. */
  interrupted(): Promise<void>
  out(text: string): void
  err(text: string): void
  readInput(): Promise<Uint8Array>
  /** The day and the time of day, `HH:MM`, on the clock of the person who calls. */
  now(): {readonly date: CivilDate; readonly time: string}
}

/** 0: nothing to say. 1: findings. 2: could not run, or could not read all it was given. */
export type ExitCode = 0 | 1 | 2

/** Ends a command with a sentence for the person who called it, and exit code 2. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Makes one of the commands; what it ends with goes to `finish`. */
export type MakeCommand = (shell: Shell, finish: (code: ExitCode) => void) => Command
