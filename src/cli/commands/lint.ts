import {Command, Option} from 'commander'
import {resolve} from 'node:path'
import {isGenerated} from '../../summary/formats/generated.ts'
import {parseNote, type Note} from '../../core/note.ts'
import {applyEdits} from '../../core/text/span.ts'
import {Configurations, type Configuration} from '../../folder/configuration.ts'
import {decodeText, type FileProblem} from '../../folder/decode-text.ts'
import {makeLinter} from '../../folder/load-language.ts'
import {checkNote, recordOf} from '../../lint/check-note.ts'
import {KnownNotes, type KnownNote} from '../../lint/checks/known-notes.ts'
import {fingerprintsOf} from '../../lint/checks/sentences.ts'
import type {Finding} from '../../lint/finding.ts'
import {fixNote} from '../../lint/fix-note.ts'
import type {Linter} from '../../lint/linter.ts'
import {loadLanguageAndModel} from '../assets.ts'
import {disk, reasonOf, replaceFile} from '../disk.ts'
import {jsonReport} from '../lint-json.ts'
import {sarifReport} from '../lint-sarif.ts'
import {fixPreview, textReport} from '../lint-text.ts'
import {showProgress} from '../progress.ts'
import {posix, readNoteFile, selectNotes, shownPath} from '../select-notes.ts'
import {tellProblems} from '../tell-problems.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'

interface LintOptions {
  readonly format: 'text' | 'json' | 'sarif'
  readonly fix: boolean
  readonly fixDryRun: boolean
  readonly stdinFilename: string | undefined
}

/** What was found in one file. */
export interface LintedFile {
  /** As people read it. */
  readonly file: string
  readonly note: Note | undefined
  readonly findings: readonly Finding[]
  readonly problem: FileProblem | undefined
  /** Strengths-based language that the note holds. */
  readonly strengths: number
  /** Where reframes were taken: the text before and after. */
  readonly fixed: {readonly before: string; readonly after: string; readonly count: number} | undefined
}

/** How often fixing starts anew on its own result; each pass may only take away findings. */
const PASSES = 3

/** `strengths lint`. */
export const lintCommand: MakeCommand = (shell, finish) =>
  new Command('lint')
    .description('offer strengths-based language for notes')
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--fix', 'take the reframes that are safe in bulk', false)
    .option('--fix-dry-run', 'show what --fix would change, and change nothing', false)
    .option('--stdin-filename <name>', 'what standard input is called in the findings')
    .action(async (paths: string[], options: LintOptions) => finish(await lint(shell, paths, options)))

async function lint(shell: Shell, targets: readonly string[], options: LintOptions): Promise<ExitCode> {
  const rooms = new LintRooms(shell)
  const files = targets.includes('-')
    ? await lintInput(shell, rooms, options)
    : await lintPaths(shell, targets, options, rooms)
  if (options.format === 'json') shell.out(jsonReport(files))
  else if (options.format === 'sarif') shell.out(sarifReport(files))
  else {
    if (options.fixDryRun) shell.out(fixPreview(files, shell))
    shell.out(textReport(files, shell))
  }
  if (rooms.problems > 0 || files.some(({problem}) => problem)) return 2
  return files.some(({findings}) => findings.some(({severity}) => severity !== 'hint')) ? 1 : 0
}

/** Lints files, folders and globs, and takes `apply` offers where the options say so. */
export async function lintPaths(
  shell: Shell,
  targets: readonly string[],
  options: LintOptions,
  rooms = new LintRooms(shell),
): Promise<readonly LintedFile[]> {
  const {paths, problems} = await selectNotes(targets, shell.cwd)
  const progress = showProgress(shell, 'Reading notes:', paths.length)
  const files = problems.map((problem) => unread(problem, shell))
  const read: (LintedFile | ReadNote)[] = []
  for (const path of paths) {
    const room = {...(await rooms.of(path.slice(0, path.lastIndexOf('/')))), shell, options}
    const found = await readNoteFile(path)
    if ('problem' in found) read.push(unread(found.problem, shell))
    else read.push({...found, path, file: shownPath(path, shell.cwd), note: parseNote(found.text), room})
  }
  const known = paths.length > 1 ? knownNotes(read) : undefined
  for (const file of read) {
    files.push('room' in file ? await lintFile(file, known?.get(file.room.configuration)) : file)
    progress.step()
  }
  progress.done()
  return files.filter(({note}) => !note || !isGenerated(note.text))
}

interface Room {
  readonly linter: Linter
  readonly configuration: Configuration
  readonly shell: Shell
  readonly options: LintOptions
  readonly known?: KnownNotes | undefined
}

/** A note as it was read, and what it is linted with. */
interface ReadNote {
  readonly path: string
  /** The path as people read it. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly note: Note
  readonly room: Room
}

/** What the session notes of this run say together, by the configuration that they lie under. */
function knownNotes(files: readonly (LintedFile | ReadNote)[]): Map<Configuration, KnownNotes> {
  const found = new Map<Configuration, KnownNote[]>()
  for (const each of files) {
    const record = 'room' in each && !isGenerated(each.note.text) ? recordOf(each.note)?.record : undefined
    if (!('room' in each) || !record) continue
    const list = found.get(each.room.configuration) ?? []
    found.set(each.room.configuration, list)
    list.push({file: each.file, record, sentences: fingerprintsOf(each.note)})
  }
  return new Map(
    [...found].map(([configuration, list]) => [configuration, new KnownNotes(list, configuration.clients)]),
  )
}

/** One linter for each configuration that the notes lie under. */
export class LintRooms {
  readonly #shell: Shell
  readonly #configurations = new Configurations(disk)
  readonly #linters = new Map<string, Promise<Linter>>()
  #language: ReturnType<typeof loadLanguageAndModel> | undefined
  #problems = 0

  constructor(shell: Shell) {
    this.#shell = shell
  }

  /** How many places of the configurations could not be read; each was told. */
  get problems(): number {
    return this.#problems
  }

  async of(folder: string): Promise<{linter: Linter; configuration: Configuration}> {
    const configuration = await this.#configurations.of(folder)
    const root = configuration.root ?? ''
    const known = this.#linters.get(root)
    if (!known) this.#problems += tellProblems(configuration, this.#shell)
    this.#language ??= loadLanguageAndModel()
    const linter =
      known ?? this.#language.then(([language, model]) => makeLinter(language, configuration.packs, model))
    this.#linters.set(root, linter)
    return {linter: await linter, configuration}
  }
}

const unread = (problem: FileProblem, shell: Shell): LintedFile => ({
  file: shownPath(problem.file, shell.cwd),
  note: undefined,
  findings: [],
  problem,
  strengths: 0,
  fixed: undefined,
})

async function lintFile(
  {path, file, bytes, note, room: own}: ReadNote,
  known: KnownNotes | undefined,
): Promise<LintedFile> {
  const room = {...own, known}
  const linted = lintNote(note, file, room)
  if (!linted.fixed || !room.options.fix) return linted
  try {
    if (await replaceFile(path, linted.fixed.after, bytes)) return linted
    return unchanged(
      linted,
      room,
      path,
      note.text,
      'It changed while it was being read, so it was left as it is.',
    )
  } catch (error) {
    return unchanged(linted, room, path, note.text, `It could not be written: ${reasonOf(error)}.`)
  }
}

function unchanged(linted: LintedFile, room: Room, path: string, text: string, message: string): LintedFile {
  const again = lintNote(parseNote(text), linted.file, {
    ...room,
    options: {...room.options, fix: false, fixDryRun: false},
  })
  return {...again, problem: {file: path, code: 'file/unreadable', line: 1, message}}
}

function lintNote(
  read: Note,
  file: string,
  {linter, configuration, options, shell, known}: Room,
): LintedFile {
  const fixed = options.fix || options.fixDryRun ? takeOffers(read.text, linter, configuration) : undefined
  const note = fixed ? parseNote(fixed.after) : read
  const {rules, policy, clients, specialists} = configuration
  const context = {asOf: shell.now().date, policy, clients, specialists, known, file}
  const findings = checkNote(linter, note, rules, context)
  return {file, note, findings, problem: undefined, strengths: linter.sightings(note).length, fixed}
}

/** Takes every `apply` offer, each on text that was read after the ones before it. */
function takeOffers(text: string, linter: Linter, {rules}: Configuration): LintedFile['fixed'] {
  let after = text
  let count = 0
  for (let pass = 0; pass < PASSES; pass++) {
    const edits = fixNote(linter, parseNote(after), rules)
    if (edits.length === 0) break
    // A reframe over markup is one edit with its words and others that only take away.
    count += edits.filter((edit) => edit.text !== '').length
    after = applyEdits(after, edits)
  }
  return count > 0 ? {before: text, after, count} : undefined
}

async function lintInput(
  shell: Shell,
  rooms: LintRooms,
  options: LintOptions,
): Promise<readonly LintedFile[]> {
  if (options.fix)
    throw new CommandError(
      'Text from standard input has no file to change; --fix-dry-run shows what would change.',
    )
  const file = options.stdinFilename ?? 'stdin.md'
  const path = posix(resolve(shell.cwd, file))
  const {linter, configuration} = await rooms.of(path.slice(0, path.lastIndexOf('/')))
  const decoded = decodeText(await shell.readInput(), path)
  if ('problem' in decoded) return [unread(decoded.problem, shell)]
  return [lintNote(parseNote(decoded.text), file, {linter, configuration, shell, options})]
}
