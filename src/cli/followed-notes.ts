import {stat} from 'node:fs/promises'
import type {CivilDate} from '../core/time/civil-date.ts'
import {parseNote} from '../core/note.ts'
import {CONFIGURATION_FOLDER, findConfiguration, type Configuration} from '../folder/configuration.ts'
import {joinPath} from '../folder/file-system.ts'
import type {FoundNotes} from '../folder/find-notes.ts'
import {noteInput, withoutTree} from '../folder/read-input.ts'
import {FoldCache} from '../summary/fold-cache.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import type {NoteInput, Summary, UnreadFile} from '../summary/summary.ts'
import {disk} from './disk.ts'
import {showProgress} from './progress.ts'
import {notesBelow, readAhead} from './read-notes.ts'
import {shownPath} from './select-notes.ts'
import type {Shell} from './shell.ts'
import {tellProblems} from './tell-problems.ts'

/** The notes of a folder folded as of a day, and what they were folded with. */
export interface FoldedFolder {
  readonly summary: Summary
  readonly configuration: Configuration
  readonly inputs: readonly NoteInput[]
  /** How many session notes there are. */
  readonly notes: number
  /** How many places could not be read; each was told. */
  readonly unread: number
}

/** What a file came to when it was read. */
interface Held {
  /** Undefined for what is no session note. */
  readonly input: NoteInput | undefined
  readonly unread: UnreadFile | undefined
  /** How many places of it could not be read. */
  readonly errors: number
}

const IGNORE_FILES = new Set(['.gitignore', '.strengthsignore'])

/**
 * The notes of a folder, read once, and from then on only where something changed: a changed note costs the reading
 * of one file and the fold of those it names. What cannot be read is told as it is met.
 */
export class FollowedNotes {
  readonly #shell: Shell
  readonly #root: string
  readonly #cache = new FoldCache()
  readonly #held = new Map<string, Held>()
  #found: FoundNotes = {paths: [], problems: [], isNotePath: () => false}
  #configuration: Configuration
  #configurationProblems = 0

  private constructor(shell: Shell, root: string, configuration: Configuration) {
    this.#shell = shell
    this.#root = root
    this.#configuration = configuration
  }

  /**
   * Reads all notes of a folder.
   * @throws CommandError where the folder itself cannot be read.
   */
  static async read(shell: Shell, root: string): Promise<FollowedNotes> {
    const found = await notesBelow(shell, root)
    const followed = new FollowedNotes(shell, root, await findConfiguration(disk, root))
    await followed.#readAll(found)
    return followed
  }

  /** Reads again what changed: paths of files or folders below this one; undefined, and all is read again. */
  async follow(changed: ReadonlySet<string> | undefined): Promise<void> {
    const isOfFolder = (path: string): boolean =>
      path === CONFIGURATION_FOLDER || path.startsWith(`${CONFIGURATION_FOLDER}/`)
    const isAll = !changed || [...changed].some((path) => IGNORE_FILES.has(path))
    if (isAll || [...changed].some(isOfFolder))
      this.#configuration = await findConfiguration(disk, this.#root)
    if (isAll) {
      this.#held.clear()
      return this.#readAll(await notesBelow(this.#shell, this.#root))
    }
    if ([...changed].some(isOfFolder))
      this.#configurationProblems = tellProblems(this.#configuration, this.#shell)
    const paths = new Set<string>()
    const folders: string[] = []
    for (const path of [...changed].filter((each) => !isOfFolder(each))) {
      const entry = await stat(joinPath(this.#root, path)).catch(() => undefined)
      if (entry?.isDirectory()) folders.push(path)
      else if (entry?.isFile() && this.#found.isNotePath(path)) paths.add(path)
      else this.#forget(path)
    }
    if (folders.length > 0) {
      this.#found = await notesBelow(this.#shell, this.#root)
      const isBelow = (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`))
      for (const path of this.#found.paths) if (isBelow(path)) paths.add(path)
    }
    await this.#readSome([...paths])
  }

  /** The pages as of a day; that of somebody whose notes are as before is the same object as before. */
  fold(asOf: CivilDate): FoldedFolder {
    const held = [...this.#held.values()]
    const inputs = held.flatMap(({input}) => input ?? [])
    const {policy, clients} = this.#configuration
    const passedOver = this.#found.problems.map(({file, line, message}) => ({file, line, message}))
    const unread = [...passedOver, ...held.flatMap((file) => file.unread ?? [])]
    const summary = this.#cache.fold(inputs, {
      asOf,
      policy,
      joined: clients.joined,
      contested: clients.contested,
      unread,
    })
    return {
      summary,
      configuration: this.#configuration,
      inputs,
      notes: inputs.length,
      unread:
        passedOver.length + this.#configurationProblems + held.reduce((sum, {errors}) => sum + errors, 0),
    }
  }

  async #readAll(found: FoundNotes): Promise<void> {
    this.#found = found
    for (const {file, line, message} of found.problems) this.#tell(file, line, message)
    this.#configurationProblems = tellProblems(this.#configuration, this.#shell)
    const progress = showProgress(this.#shell, 'Reading notes:', found.paths.length)
    await this.#readSome(found.paths, () => progress.step())
    progress.done()
  }

  async #readSome(paths: readonly string[], step: () => void = () => undefined): Promise<void> {
    for await (const {path, read} of readAhead(this.#root, paths)) {
      step()
      if ('problem' in read) {
        const {line, message} = read.problem
        this.#tell(path, line, message)
        this.#held.set(path, {input: undefined, unread: {file: path, line, message}, errors: 1})
      } else this.#held.set(path, this.#readNote(path, read.text))
    }
  }

  #readNote(path: string, text: string): Held {
    if (isGenerated(text)) return {input: undefined, unread: undefined, errors: 0}
    const note = parseNote(text)
    for (const {span, message} of note.problems)
      this.#tell(path, note.lines.positionAt(span.start).line, message)
    const input = noteInput(path, note)
    return {
      input: input && withoutTree(input),
      unread: undefined,
      errors: note.problems.filter(({severity}) => severity === 'error').length,
    }
  }

  /** Lets go of a file that is gone, or of all below a folder. */
  #forget(path: string): void {
    const isGone = (known: string): boolean => known === path || known.startsWith(`${path}/`)
    for (const known of this.#held.keys()) if (isGone(known)) this.#held.delete(known)
    this.#found = {...this.#found, problems: this.#found.problems.filter(({file}) => !isGone(file))}
  }

  #tell(file: string, line: number, message: string): void {
    this.#shell.err(`${shownPath(joinPath(this.#root, file), this.#shell.cwd)}:${line}  ${message}\n`)
  }
}
