import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import pico from 'picocolors'
import {parseCivilDate} from '../core/civil-date.ts'
import {explain} from './commands/explain.ts'
import {explainPlace, readNotePlace} from './commands/explain-place.ts'
import {lint, type LintOptions} from './commands/lint.ts'
import {newNote, type NewNoteOptions} from './commands/new-note.ts'
import {overview, type OverviewOptions} from './commands/overview.ts'
import {summary, type SummaryOptions} from './commands/summary.ts'
import {listTemplates} from './commands/templates.ts'
import {CommandError, type ExitCode, type Shell} from './shell.ts'

const shell: Shell = {
  cwd: process.cwd(),
  terminal: process.stderr.isTTY,
  color: pico.isColorSupported && process.stdout.isTTY,
  columns: process.stdout.columns || 100,
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
  main
    .command('overview')
    .description('a notes folder at a glance, and each person’s page as HTML')
    .argument('<folder>', 'the folder of notes')
    .option('--out <folder>', 'where the pages go', 'pages')
    .option('--as-of <date>', 'the day the pages are made for (default: today)')
    .action(async (folder: string, options: OverviewOptions) =>
      finish(await overview(shell, folder, options)),
    )
  main
    .command('lint')
    .description('offer strengths-based language for notes')
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .addOption(
      new Option('--format <format>', 'how findings are written').choices(['text', 'json']).default('text'),
    )
    .option('--fix', 'take the reframes that are safe in bulk', false)
    .option('--fix-dry-run', 'show what --fix would change, and change nothing', false)
    .option('--stdin-filename <name>', 'what standard input is called in the findings')
    .action(async (paths: string[], options: LintOptions) => finish(await lint(shell, paths, options)))
  main
    .command('summary')
    .description('fold a person’s notes into one page, every line with its notes')
    .argument('<folder>', 'the folder of notes')
    .option('--client <id>', 'one person only')
    .option('--format <format>', 'md, html or json', 'md')
    .option('--out <folder>', 'write one file a person there, instead of printing')
    .option('--as-of <date>', 'the day the page is made for (default: today)')
    .action(async (folder: string, options: SummaryOptions) => finish(await summary(shell, folder, options)))
  main
    .command('new')
    .description('start a note from a template')
    .argument('<template>', 'its id; `strengths templates` lists them')
    .requiredOption('--client <id>', 'the person’s id, such as c-014')
    .option('--date <date>', 'the day of the session (default: today)')
    .option('--specialist <id>', 'who writes')
    .option('--folder <folder>', 'the notes folder (default: this one)')
    .option('--stdout', 'print the note instead of making a file', false)
    .action(async (id: string, options: NewNoteOptions) => finish(await newNote(shell, id, options)))
  main
    .command('templates')
    .description('list the templates and the practice that each serves')
    .action(async () => finish(await listTemplates(shell)))
  main
    .command('explain')
    .description('say what a rule sees and why; or why a line of a note was told, or was not')
    .argument('<rule or place>', 'a rule, a category, or FILE:LINE or FILE:LINE:COLUMN')
    .action(async (rule: string) => {
      const place = readNotePlace(rule)
      finish(await (place ? explainPlace(shell, place) : explain(shell, rule)))
    })
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

// A pager or `head` that closes early has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await run()
