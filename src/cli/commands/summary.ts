import {Command} from 'commander'
import {relative, resolve} from 'node:path'
import type {CivilDate} from '../../core/time/civil-date.ts'
import {joinPath} from '../../folder/file-system.ts'
import type {Format} from '../../summary/formats/format.ts'
import {FORMATS} from '../../summary/formats/index.ts'
import {pageFor, type PersonReader} from '../../summary/readers/index.ts'
import type {Summary} from '../../summary/summary.ts'
import {findBrowser} from '../find-browser.ts'
import {asOfDay} from '../fold-folder.ts'
import {FollowedNotes} from '../followed-notes.ts'
import {isPersonPage} from '../is-person-page.ts'
import {mayPrune} from '../may-prune.ts'
import {nobodyMessage} from '../nobody.ts'
import {openPrinter} from '../print-pdf.ts'
import {posix, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {StandingPages} from '../standing-pages.ts'
import {watchFolder} from '../watch-folder.ts'
import {writePages, type NamedPage, type WriteSettings} from '../write-pages.ts'

interface SummaryOptions {
  readonly client: string | undefined
  readonly format: string
  readonly for: string
  readonly out: string | undefined
  readonly asOf: string | undefined
  readonly prune: boolean
  readonly watch: boolean
}

/** `strengths summary`. */
export const summaryCommand: MakeCommand = (shell, finish) =>
  new Command('summary')
    .description('fold a person’s notes into one page, every line with its notes')
    .argument('<folder>', 'the folder of notes')
    .option('--client <id>', 'one person only')
    .option('--for <reader>', 'who reads it: person or specialist', 'specialist')
    .option('--format <format>', 'md, html, json or pdf', 'md')
    .option('--out <folder>', 'write one file a person there, instead of printing')
    .option('--as-of <date>', 'the day the page is made for (default: today)')
    .option('--prune', 'remove pages in --out of people whom no note names any more', false)
    .option('--watch', 'write pages again whenever a note changes, until Ctrl-C', false)
    .action(async (folder: string, options: SummaryOptions) => finish(await summary(shell, folder, options)))

/** How pages are made into files; a PDF is a page that a browser prints. */
interface PageKind {
  readonly format: Format
  readonly extension: string
  /** The browser that makes it one; undefined where the format's own text is the file. */
  readonly browser: string | undefined
}

async function summary(shell: Shell, folder: string, options: SummaryOptions): Promise<ExitCode> {
  const kind = await kindOf(shell, options)
  const reader = readerOf(options.for)
  asOfDay(shell, options.asOf)
  const root = posix(resolve(shell.cwd, folder))
  const {out} = options
  if (options.watch && out === undefined)
    throw new CommandError('--watch writes pages to the folder that --out names.')
  const run: SummaryRun = {...options, folder, root, kind, reader, standing: new StandingPages()}
  const notes = await FollowedNotes.read(shell, root)
  const code = await write(shell, notes, run)
  if (!options.watch) return code
  const made = posix(relative(root, resolve(shell.cwd, out ?? '')))
  shell.err('Watching; Ctrl-C ends it.\n')
  await watchFolder(
    shell,
    root,
    (path) => isOfNotes(path) && !(made !== '' && (path === made || path.startsWith(`${made}/`))),
    async (changed) => {
      await notes.follow(changed)
      await write(oneLine(shell), notes, run)
    },
  )
  return code
}

/** Notes, and the files that say how and which notes are read; hidden files are nobody's notes. */
const isOfNotes = (path: string): boolean =>
  /^\.(?:strengths(?:\/|$)|strengthsignore$|gitignore$)/.test(path) ||
  !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules')

/** While watching, a run is told by the line that counts its pages, with the time; one that changed nothing is not. */
function oneLine(shell: Shell): Shell {
  return {
    ...shell,
    terminal: false,
    err: (text) => {
      if (/^\d+ pages?: (?!\d+ unchanged, as of)/.test(text)) shell.err(`${shell.now().time}  ${text}`)
    },
  }
}

interface SummaryRun extends SummaryOptions {
  /** As the person named it. */
  readonly folder: string
  readonly root: string
  readonly kind: PageKind
  readonly reader: PersonReader
  readonly standing: StandingPages
}

async function write(shell: Shell, notes: FollowedNotes, run: SummaryRun): Promise<ExitCode> {
  const {folder, root, kind, reader, client: wanted, out, standing} = run
  const asOf = asOfDay(shell, run.asOf)
  const {summary: folded, unread, configuration} = notes.fold(asOf)
  const nameOf = (client: string): string => (reader === 'specialist' ? client : `${client}.${reader}`)
  const chosen = folded.pages.filter(({ids}) => wanted === undefined || ids.includes(wanted))
  if (chosen.length === 0) throw new CommandError(nobodyMessage(folded, wanted, folder))
  const pages = chosen.map((page): NamedPage => ({
    name: nameOf(page.client),
    get page() {
      return pageFor(page, reader, configuration)
    },
    source: page,
  }))
  if (out === undefined) for (const {page} of pages) shell.out(kind.format.render(page))
  else {
    const isOld = run.prune && mayPrune(unread) ? isPersonPage(reader, kind.extension) : undefined
    await withPrinter(kind, asOf, (convert) =>
      writePages(shell, root, pages, kind.format, out, {...convert, isOld, standing, asOf}),
    )
  }
  const isOpen = tellOpen(shell, root, folded)
  return unread > 0 ? 2 : isOpen ? 1 : 0
}

/** Tells which notes reach no page, or no place in time; whether there were any. */
function tellOpen(shell: Shell, root: string, {review}: Summary): boolean {
  const open = review.filter(({code}) => code === 'note/no-client' || code === 'note/no-date')
  for (const {message, sources} of open)
    shell.err(
      `${shownPath(joinPath(root, sources[0]?.file ?? ''), shell.cwd)}:${sources[0]?.line ?? 1}  ${message}\n`,
    )
  return open.length > 0
}

async function kindOf(shell: Shell, {format: typed, out, prune, client}: SummaryOptions): Promise<PageKind> {
  if (prune && (out === undefined || client !== undefined))
    throw new CommandError(
      '--prune goes with --out and all people: only then it can tell whose pages are old.',
    )
  const ids = [...FORMATS.map(({extension}) => extension), 'pdf']
  const format = FORMATS.find(({extension}) => extension === (typed === 'pdf' ? 'html' : typed))
  if (!format) throw new CommandError(`The format is one of: ${ids.join(', ')}.`)
  if (typed !== 'pdf') return {format, extension: format.extension, browser: undefined}
  if (out === undefined) throw new CommandError('A PDF is a file; --out says which folder it goes to.')
  return {format, extension: 'pdf', browser: await findBrowser(shell)}
}

/** Runs with what turns pages into the kind of file; a browser that it takes is closed at the end. */
async function withPrinter(
  {browser}: PageKind,
  asOf: CivilDate,
  run: (settings: Pick<WriteSettings, 'convert'>) => Promise<unknown>,
): Promise<void> {
  if (browser === undefined) return void (await run({}))
  const printer = await openPrinter(browser)
  try {
    await run({convert: {extension: 'pdf', toBytes: (text) => printer.print(text, asOf)}})
  } finally {
    await printer.close()
  }
}

function readerOf(typed: string): PersonReader {
  if (typed === 'person' || typed === 'specialist') return typed
  throw new CommandError(
    `A page is for the person or for the specialist; “${typed}” is neither. For a supervisor there is \`strengths report\`.`,
  )
}
