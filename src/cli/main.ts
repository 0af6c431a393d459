import {Command, CommanderError, InvalidArgumentError} from 'commander'
import pico from 'picocolors'
import {availableParallelism, homedir} from 'node:os'
import {join} from 'node:path'
import {isMainThread, Worker} from 'node:worker_threads'
import {parseCivilDate} from '../core/time/civil-date.ts'
import {overviewCommand} from './commands/overview.ts'
import {lintCommand} from './commands/lint.ts'
import {queryCommand} from './commands/query.ts'
import {renameCommand} from './commands/rename.ts'
import {summaryCommand} from './commands/summary.ts'
import {newNoteCommand} from './commands/new-note.ts'
import {templatesCommand} from './commands/templates.ts'
import {reportCommand} from './commands/report.ts'
import {doctorCommand} from './commands/doctor.ts'
import {ehrCommand} from './commands/ehr.ts'
import {exportCommand} from './commands/export.ts'
import {explainCommand} from './commands/explain.ts'
import {weekCommand} from './commands/week.ts'
import {lintShare} from './lint-thread.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from './shell.ts'

const shell: Shell = {
  cwd: process.cwd(),
  terminal: process.stderr.isTTY,
  color: pico.isColorSupported && process.stdout.isTTY,
  columns: process.stdout.columns || 100,
  userTemplates:
    process.env['STRENGTHS_TEMPLATES'] ??
    join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'strengths-notes/templates'),
  platform: process.platform,
  processors: availableParallelism(),
  environment: (name) => process.env[name],
  thread: (job) => new Worker(new URL(import.meta.url), {workerData: job}),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  async readInput() {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  },
  now() {
    const clock = new Date()
    const two = (number: number): string => String(number).padStart(2, '0')
    const date = parseCivilDate(`${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`)
    if (!date) throw new Error('The clock of this machine shows no day.')
    return {date, time: `${two(clock.getHours())}:${two(clock.getMinutes())}`}
  },
}

const COMMANDS: readonly MakeCommand[] = [
  overviewCommand,
  lintCommand,
  summaryCommand,
  queryCommand,
  reportCommand,
  exportCommand,
  ehrCommand,
  weekCommand,
  doctorCommand,
  newNoteCommand,
  renameCommand,
  templatesCommand,
  explainCommand,
]

const EXIT_CODES = `
Exit code: 0 nothing to say, 1 findings, 2 something could not run or be read.
Notes stay on this machine: nothing is sent anywhere, and no text of a note is kept.`

function program(finish: (code: ExitCode) => void): Command {
  const main = new Command('strengths')
    .description('Session notes for peer support: language offers, templates, and each person’s page.')
    .version(VERSION)
    .addHelpText('afterAll', EXIT_CODES)
    .exitOverride()
    .configureHelp({showGlobalOptions: false})
  for (const make of COMMANDS) main.addCommand(make(shell, finish).copyInheritedSettings(main))
  return main
}

/** Set by the build from package.json. */
declare const VERSION: string

async function run(): Promise<number> {
  let code: ExitCode = 0
  try {
    await program((result) => (code = result)).parseAsync(process.argv)
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof CommandError || error instanceof InvalidArgumentError)) throw error
    shell.err(`${error.message}\n`)
    return 2
  }
}

if (isMainThread) {
  // A pager or `head` that closes early has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await run()
} else await lintShare()
