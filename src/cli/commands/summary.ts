import {Command} from 'commander'
import {relative, resolve} from 'node:path'
import {parseCivilDate, type CivilDate} from '../../core/civil-date.ts'
import {parseNote} from '../../core/note.ts'
import {readRecord} from '../../core/record.ts'
import {isSessionNote} from '../../lint/check-note.ts'
import {joinPath} from '../../folder/file-system.ts'
import {fold} from '../../summary/fold.ts'
import {FORMATS} from '../../summary/formats/index.ts'
import type {Format} from '../../summary/formats/format.ts'
import {isGenerated} from '../../summary/formats/generated.ts'
import type {NoteInput, NoteRef, PersonPage, Summary} from '../../summary/summary.ts'
import {createFile, disk, reasonOf, replaceFile} from '../disk.ts'
import {findNotes} from '../../folder/find-notes.ts'
import {count} from '../lint-text.ts'
import {showProgress} from '../progress.ts'
import {posix, readNoteFile, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'

export interface SummaryOptions {
  readonly client: string | undefined
  readonly format: string
  readonly out: string | undefined
  readonly asOf: string | undefined
}

/** `strengths summary`. */
export const summaryCommand: MakeCommand = (shell, finish) =>
  new Command('summary')
    .description('fold a person’s notes into one page, every line with its notes')
    .argument('<folder>', 'the folder of notes')
    .option('--client <id>', 'one person only')
    .option('--format <format>', 'md, html or json', 'md')
    .option('--out <folder>', 'write one file a person there, instead of printing')
    .option('--as-of <date>', 'the day the page is made for (default: today)')
    .action(async (folder: string, options: SummaryOptions) => finish(await summary(shell, folder, options)))

export async function summary(shell: Shell, folder: string, options: SummaryOptions): Promise<ExitCode> {
  const format = FORMATS.find(({extension}) => extension === options.format)
  if (!format)
    throw new CommandError(`The format is one of: ${FORMATS.map(({extension}) => extension).join(', ')}.`)
  const asOf = options.asOf === undefined ? shell.now().date : parseCivilDate(options.asOf)
  if (!asOf) throw new CommandError(`“${options.asOf}” is no day; --as-of takes one such as 2026-07-14.`)
  const root = posix(resolve(shell.cwd, folder))
  const {summary: folded, unread} = await foldFolder(shell, root, asOf)
  const pages = folded.pages.filter(({client}) => options.client === undefined || client === options.client)
  if (pages.length === 0) throw new CommandError(nobodyMessage(folded, options.client, folder))
  if (options.out === undefined) for (const page of pages) shell.out(format.render(page))
  else await writePages(shell, root, pages, format, options.out)
  const open = folded.review.filter(({code}) => code === 'note/no-client' || code === 'note/no-date')
  for (const {message, sources} of open)
    shell.err(
      `${shownPath(joinPath(root, sources[0]?.file ?? ''), shell.cwd)}:${sources[0]?.line ?? 1}  ${message}\n`,
    )
  return unread > 0 ? 2 : open.length > 0 ? 1 : 0
}

function nobodyMessage({pages}: Summary, client: string | undefined, folder: string): string {
  if (client === undefined || pages.length === 0)
    return `No session notes in ${folder}: a note names its person in a line such as \`client: c-014\`.`
  return `No note names ${client}; the notes there are about ${pages.map((page) => page.client).join(', ')}.`
}

/** The notes of a folder folded as of a day; what could not be read is told and counted. */
export async function foldFolder(
  shell: Shell,
  root: string,
  asOf: CivilDate,
): Promise<{readonly summary: Summary; readonly notes: number; readonly unread: number}> {
  const found = await findNotes(disk, root).catch((error: unknown) => {
    throw new CommandError(
      `${shownPath(root, shell.cwd)}: this folder could not be read: ${reasonOf(error)}.`,
    )
  })
  const tell = (file: string, line: number, message: string): void =>
    shell.err(`${shownPath(joinPath(root, file), shell.cwd)}:${line}  ${message}\n`)
  for (const {file, line, message} of found.problems) tell(file, line, message)
  const progress = showProgress(shell, 'Reading notes:', found.paths.length)
  const notes: NoteInput[] = []
  let unread = found.problems.length
  for (const id of found.paths) {
    const read = await readNoteFile(joinPath(root, id))
    progress.step()
    if ('problem' in read) {
      unread++
      tell(id, read.problem.line, read.problem.message)
    } else if (!isGenerated(read.text)) {
      const note = parseNote(read.text)
      for (const {span, message, severity} of note.problems) {
        tell(id, note.lines.positionAt(span.start).line, message)
        if (severity === 'error') unread++
      }
      if (isSessionNote(note)) notes.push({id, note, record: readRecord(note).record})
    }
  }
  progress.done()
  return {summary: fold(notes, {asOf}), notes: notes.length, unread}
}

/** Writes one file a person; only what changed, and never a file that this tool did not make. */
export async function writePages(
  shell: Shell,
  root: string,
  pages: readonly PersonPage[],
  format: Format,
  out: string,
): Promise<readonly string[]> {
  const folder = posix(resolve(shell.cwd, out))
  const linkTo = ({file, line}: NoteRef): {href: string} => ({
    href: `${posix(relative(folder, joinPath(root, file)))
      .split('/')
      .map(encodeURIComponent)
      .join('/')}#L${line}`,
  })
  const written: string[] = []
  const refusals: string[] = []
  for (const page of pages) {
    const path = joinPath(
      folder,
      `${page.client.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '')}.${format.extension}`,
    )
    const refusal = await writePage(path, format.render(page, {linkTo}))
    written.push(path)
    if (refusal !== undefined) refusals.push(refusal)
    else shell.err(`${shownPath(path, shell.cwd)}\n`)
  }
  shell.err(`${count(written.length - refusals.length, 'page')} as of ${pages[0]?.asOf ?? ''}\n`)
  if (refusals.length > 0) throw new CommandError(refusals.join('\n'))
  return written
}

/** Why the page was not written, where it was not. */
async function writePage(path: string, text: string): Promise<string | undefined> {
  try {
    const current = await disk.readFile(path).catch(() => undefined)
    const before = current && new TextDecoder().decode(current)
    if (before === text) return undefined
    if (before !== undefined && !isGenerated(before))
      return `${path} was not made by this tool, so it stays as it is; --out with another folder leaves both.`
    const isWritten = current ? await replaceFile(path, text, current) : await createFile(path, text)
    return isWritten ? undefined : `${path} changed meanwhile, so it stays as it is.`
  } catch (error) {
    return `${path} could not be written: ${reasonOf(error)}.`
  }
}
