import type {CivilDate} from '../core/time/civil-date.ts'
import {parseNote, type Note} from '../core/note.ts'
import {recordOf} from '../lint/check-note.ts'
import {KnownNotes, type KnownNote} from '../lint/checks/known-notes.ts'
import {fingerprintsOf} from '../lint/checks/sentences.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import {reasonOf, replaceFile} from './disk.ts'
import {lintNote, unread, type FixOptions, type Linted, type LintTools} from './lint-note.ts'
import type {LintRooms} from './lint-rooms.ts'
import {readNoteFile, shownPath} from './select-notes.ts'

/** A file of a run, and its place in the order of the run. */
export interface Numbered {
  readonly at: number
  readonly path: string
}

/** What one session note tells the checks on the others, and the folder of the configuration that it lies under. */
export interface SharedNote {
  readonly at: number
  readonly root: string
  readonly note: KnownNote
}

/** What was found in a file, with its place in the order of the run. */
export interface LintedAt {
  readonly at: number
  readonly linted: Linted
}

interface ReadNote extends Numbered {
  /** The path as people read it. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly note: Note
}

export interface ShareOptions extends FixOptions {
  readonly cwd: string
  /** The day on which the notes are looked at. */
  readonly asOf: CivilDate
}

/** What `NoteShare` asks of the rooms. */
type Rooms = Pick<LintRooms, 'configurationOf' | 'of'>

/** Some of the files of a run: first all of them are read, then each is linted, knowing what the others say. */
export class NoteShare {
  readonly #rooms: Rooms
  readonly #options: ShareOptions
  #unread: LintedAt[] = []
  #read: ReadNote[] = []

  constructor(rooms: Rooms, options: ShareOptions) {
    this.#rooms = rooms
    this.#options = options
  }

  /** Reads the files; what their notes tell the checks on others comes back. */
  async read(files: readonly Numbered[]): Promise<readonly SharedNote[]> {
    const shared: SharedNote[] = []
    for (const {at, path} of files) {
      const file = shownPath(path, this.#options.cwd)
      const found = await readNoteFile(path)
      if ('problem' in found) {
        this.#unread.push({at, linted: unread(found.problem, file)})
        continue
      }
      const note = parseNote(found.text)
      this.#read.push({at, path, file, bytes: found.bytes, note})
      const record = isGenerated(note.text) ? undefined : recordOf(note)?.record
      const root = (await this.#rooms.configurationOf(path)).root ?? ''
      if (record) shared.push({at, root, note: {file, record, sentences: fingerprintsOf(note)}})
    }
    return shared
  }

  /** Lints what was read. `shared` is what all notes of the run tell; undefined where a file is read alone. */
  async *lint(shared: readonly SharedNote[] | undefined): AsyncGenerator<LintedAt> {
    yield* this.#unread
    const known = new Map<string, KnownNotes>()
    // Taken off the list one by one: what was made of a note's text goes with it.
    this.#read.reverse()
    for (let next = this.#read.pop(); next; next = this.#read.pop()) {
      const {asOf} = this.#options
      const {linter, configuration} = await this.#rooms.of(next.path)
      const root = configuration.root ?? ''
      if (shared && !known.has(root))
        known.set(root, new KnownNotes(notesBelow(root, shared), configuration.clients))
      const tools = {linter, configuration, options: this.#options, asOf, known: known.get(root)}
      yield {at: next.at, linted: await lintFile(next, tools)}
    }
  }
}

const notesBelow = (root: string, shared: readonly SharedNote[]): readonly KnownNote[] =>
  shared.filter((each) => each.root === root).map(({note}) => note)

async function lintFile({path, file, bytes, note}: ReadNote, tools: LintTools): Promise<Linted> {
  const linted = lintNote(note, file, tools)
  if (!linted.fixed || !tools.options.fix) return linted
  const unchanged = (message: string): Linted => ({
    ...lintNote(parseNote(note.text), file, {...tools, options: {fix: false, fixDryRun: false}}),
    problem: {file: path, code: 'file/unreadable', line: 1, message},
  })
  try {
    if (await replaceFile(path, linted.fixed.after, bytes)) return linted
    return unchanged('It changed while it was being read, so it was left as it is.')
  } catch (error) {
    return unchanged(`It could not be written: ${reasonOf(error)}.`)
  }
}
