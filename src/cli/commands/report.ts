import {Command} from 'commander'
import {appendFile, mkdir} from 'node:fs/promises'
import {resolve} from 'node:path'
import {parseCivilDate, type CivilDate} from '../../core/time/civil-date.ts'
import {CONFIGURATION_FOLDER} from '../../folder/configuration.ts'
import {joinPath} from '../../folder/file-system.ts'
import {REPORT_LOG, reportLogLine} from '../../folder/report-log.ts'
import {FORMATS} from '../../summary/formats/index.ts'
import {caseloadPage} from '../../summary/readers/caseload-page.ts'
import {reasonOf} from '../disk.ts'
import {asOfDay, foldFolder} from '../fold-folder.ts'
import {countLanguage} from '../count-language.ts'
import {nobodyMessage} from '../nobody.ts'
import {posix, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {writePages} from '../write-pages.ts'

interface ReportOptions {
  readonly byClient: boolean
  readonly format: string
  readonly out: string | undefined
  readonly asOf: string | undefined
  readonly since: string | undefined
  readonly before: string | undefined
  readonly history: boolean
}

/** `strengths report`. */
export const reportCommand: MakeCommand = (shell, finish) =>
  new Command('report')
    .description('a caseload in numbers, for a supervisor: all notes together, nobody by name')
    .argument('<folder>', 'the folder of notes')
    .option('--by-client', `counts for each person too; adds a line to ${REPORT_LOG} that says so`, false)
    .option('--since <date>', 'count from this day on (default: all)')
    .option('--as-of <date>', 'the day the report is made for (default: today)')
    .option('--before <file>', 'what strengths lint --format json gave earlier, to count suggestions taken')
    .option('--history', 'count suggestions taken since notes were first committed, by asking git', false)
    .option('--format <format>', 'md, html or json', 'md')
    .option('--out <folder>', 'write caseload.md (or .html, .json) there, instead of printing')
    .action(async (folder: string, options: ReportOptions) => finish(await report(shell, folder, options)))

async function report(shell: Shell, folder: string, options: ReportOptions): Promise<ExitCode> {
  const format = FORMATS.find(({extension}) => extension === options.format)
  if (!format)
    throw new CommandError(`The format is one of: ${FORMATS.map(({extension}) => extension).join(', ')}.`)
  const asOf = asOfDay(shell, options.asOf)
  const since = sinceDay(options.since)
  const root = posix(resolve(shell.cwd, folder))
  const {summary, configuration, unread} = await foldFolder(shell, root, asOf)
  if (summary.pages.length === 0) throw new CommandError(nobodyMessage(summary, undefined, folder))
  const language = await countLanguage(shell, {
    root,
    since,
    asOf,
    before: options.before,
    history: options.history,
  })
  const page = caseloadPage(summary, {
    policy: configuration.policy,
    since,
    language,
    byClient: options.byClient,
  })
  if (options.byClient) await log(shell, configuration.root ?? root, asOf, summary.pages.length)
  if (options.out === undefined) shell.out(format.render(page))
  else await writePages(shell, root, [{name: 'caseload', page}], format, options.out)
  return unread > 0 ? 2 : 0
}

function sinceDay(typed: string | undefined): CivilDate | undefined {
  if (typed === undefined) return undefined
  const day = parseCivilDate(typed)
  if (!day) throw new CommandError(`“${typed}” is no day; --since takes one such as 2026-07-01.`)
  return day
}

/** Counts for single people leave a trace: when, and how many people. Without it there is no such report. */
async function log(shell: Shell, root: string, asOf: CivilDate, people: number): Promise<void> {
  const path = joinPath(root, REPORT_LOG)
  const line = reportLogLine(shell.now(), {how: 'report --by-client', asOf, people})
  try {
    await mkdir(joinPath(root, CONFIGURATION_FOLDER), {recursive: true})
    await appendFile(path, line)
  } catch (error) {
    throw new CommandError(
      `A report by client leaves a line in ${shownPath(path, shell.cwd)}, which could not be written: ${reasonOf(error)}.`,
    )
  }
  shell.err(`A line in ${shownPath(path, shell.cwd)} says that this report was made: ${line}`)
}
