import {Command, Option} from 'commander'
import {resolve} from 'node:path'
import {FORMATS} from '../../summary/formats/index.ts'
import {weekData} from '../../summary/readers/week-data.ts'
import {weekPage} from '../../summary/readers/week-page.ts'
import {weekOf, type Week} from '../../summary/week.ts'
import {asOfDay, foldFolder} from '../fold-folder.ts'
import {nobodyMessage} from '../nobody.ts'
import {posix} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {weekText} from '../week-text.ts'

interface WeekOptions {
  readonly specialist: string | undefined
  readonly asOf: string | undefined
  readonly format: 'text' | 'md' | 'html' | 'json'
}

/** `strengths week`. */
export const weekCommand: MakeCommand = (shell, finish) =>
  new Command('week')
    .description('the next two weeks by person: meetings, steps, what is worth asking about')
    .argument('<folder>', 'the folder of notes')
    .option('--specialist <id>', 'people whose latest note is by this specialist')
    .option('--as-of <date>', 'the first of the days (default: today)')
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['text', 'md', 'html', 'json'])
        .default('text'),
    )
    .action(async (folder: string, options: WeekOptions) => finish(await week(shell, folder, options)))

async function week(shell: Shell, folder: string, options: WeekOptions): Promise<ExitCode> {
  const asOf = asOfDay(shell, options.asOf)
  const root = posix(resolve(shell.cwd, folder))
  const {summary, configuration, unread} = await foldFolder(shell, root, asOf)
  if (summary.pages.length === 0) throw new CommandError(nobodyMessage(summary, undefined, folder))
  const {format: wanted, specialist} = options
  const format = FORMATS.find(({extension}) => extension === wanted)
  if (wanted === 'text') shell.out(weekText(weekOf(summary, specialist), shell))
  else if (wanted === 'json' || !format) shell.out(weekJson(weekOf(summary, specialist)))
  else shell.out(format.render(weekPage(summary, {policy: configuration.policy, specialist})))
  return unread > 0 ? 2 : 0
}

/** Raised when a program that reads an earlier version could be misled. */
const WEEK_VERSION = 1

const weekJson = (week: Week): string =>
  `${JSON.stringify({version: WEEK_VERSION, ...weekData(week)}, undefined, 2)}\n`
