import {Command} from 'commander'
import {resolve} from 'node:path'
import {joinPath} from '../../folder/file-system.ts'
import {FORMATS} from '../../summary/formats/index.ts'
import {pageFor, type PersonReader} from '../../summary/readers/index.ts'
import type {Summary} from '../../summary/summary.ts'
import {asOfDay, foldFolder} from '../fold-folder.ts'
import {posix, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {writePages} from '../write-pages.ts'

export interface SummaryOptions {
  readonly client: string | undefined
  readonly format: string
  readonly for: string
  readonly out: string | undefined
  readonly asOf: string | undefined
}

/** `strengths summary`. */
export const summaryCommand: MakeCommand = (shell, finish) =>
  new Command('summary')
    .description('fold a person’s notes into one page, every line with its notes')
    .argument('<folder>', 'the folder of notes')
    .option('--client <id>', 'one person only')
    .option('--for <reader>', 'who reads it: person or specialist', 'specialist')
    .option('--format <format>', 'md, html or json', 'md')
    .option('--out <folder>', 'write one file a person there, instead of printing')
    .option('--as-of <date>', 'the day the page is made for (default: today)')
    .action(async (folder: string, options: SummaryOptions) => finish(await summary(shell, folder, options)))

export async function summary(shell: Shell, folder: string, options: SummaryOptions): Promise<ExitCode> {
  const format = FORMATS.find(({extension}) => extension === options.format)
  if (!format)
    throw new CommandError(`The format is one of: ${FORMATS.map(({extension}) => extension).join(', ')}.`)
  const asOf = asOfDay(shell, options.asOf)
  const root = posix(resolve(shell.cwd, folder))
  const reader = readerOf(options.for)
  const {summary: folded, unread, configuration} = await foldFolder(shell, root, asOf)
  const chosen = folded.pages.filter(({client}) => options.client === undefined || client === options.client)
  if (chosen.length === 0) throw new CommandError(nobodyMessage(folded, options.client, folder))
  const pages = chosen.map((page) => ({
    name: reader === 'specialist' ? page.client : `${page.client}.${reader}`,
    page: pageFor(page, reader, configuration),
  }))
  if (options.out === undefined) for (const {page} of pages) shell.out(format.render(page))
  else await writePages(shell, root, pages, format, options.out)
  const open = folded.review.filter(({code}) => code === 'note/no-client' || code === 'note/no-date')
  for (const {message, sources} of open)
    shell.err(
      `${shownPath(joinPath(root, sources[0]?.file ?? ''), shell.cwd)}:${sources[0]?.line ?? 1}  ${message}\n`,
    )
  return unread > 0 ? 2 : open.length > 0 ? 1 : 0
}

function readerOf(typed: string): PersonReader {
  if (typed === 'person' || typed === 'specialist') return typed
  throw new CommandError(
    `A page is for the person or for the specialist; “${typed}” is neither. For a supervisor there is \`strengths report\`.`,
  )
}

function nobodyMessage({pages}: Summary, client: string | undefined, folder: string): string {
  if (client === undefined || pages.length === 0)
    return `No session notes in ${folder}: a note names its person in a line such as \`client: c-014\`.`
  return `No note names ${client}; the notes there are about ${pages.map((page) => page.client).join(', ')}.`
}
