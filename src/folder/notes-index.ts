import type {CivilDate} from '../core/time/civil-date.ts'
import {peopleNamed} from '../core/record/record.ts'
import {compareText} from '../core/record/said.ts'
import {fold, type FoldSettings} from '../summary/fold.ts'
import {WordCounts, type FolderWords} from '../summary/recall/folder-words.ts'
import type {NoteInput, PersonPage, UnreadFile} from '../summary/summary.ts'
import {contentHash} from './content-hash.ts'
import {decodeNote, type FileProblem} from './decode-text.ts'
import {joinPath, type FileSystem} from './file-system.ts'
import {findNotes} from './find-notes.ts'
import {readLeanInput} from './read-input.ts'

/** How the index shares one thread with who is typing; the shells hand in their clock. */
export interface Pace {
  /** Milliseconds of a clock that never goes back. */
  now(): number
  /** Resolves once everything else that waited has had its turn. */
  rest(): Promise<void>
}

/** An open document: its text is asked for only when somebody wants to know what it says. */
export interface OpenNote {
  readonly version: number
  text(): string
}

/** How a folder's notes fold, whatever the day. */
export type FolderSettings = Pick<FoldSettings, 'joined' | 'contested' | 'policy'>

/** How many files are read at once. */
const AT_ONCE = 32
/** How long notes are read at a stretch, in milliseconds. */
const SLICE = 6
/** How many folded pages are kept. */
const PAGES_KEPT = 300

const GONE = {code: 'file/unreadable', line: 1, message: 'This file could not be read.'} as const

interface Kept {
  readonly hash: string
  readonly input: NoteInput | undefined
}

/**
 * What the notes of a folder say, kept in memory as records without their text: files by what they hold, open
 * documents over them, and each person's page, folded when somebody asks. Nothing is ever written.
 */
export class NotesIndex {
  readonly #files: FileSystem
  readonly #root: string
  readonly #pace: Pace
  readonly #kept = new Map<string, Kept>()
  readonly #open = new Map<string, {readonly note: OpenNote; kept?: Kept & {readonly version: number}}>()
  readonly #words = new WordCounts()
  readonly #pathsOf = new Map<string, Set<string>>()
  /** How often a path was read or forgotten: what was read before the last time is out of date. */
  readonly #turns = new Map<string, number>()
  readonly #pages = new Map<string, {readonly inputs: readonly NoteInput[]; readonly page: PersonPage}>()
  #settings: FolderSettings = {}
  #built: Promise<void> | undefined
  #isBuilt = false
  #isNotePath = (_path: string): boolean => true
  /** What the walk of the folder met that no file is behind. */
  #passedOver: readonly UnreadFile[] = []
  readonly #unread = new Map<string, UnreadFile>()

  constructor(files: FileSystem, root: string, pace: Pace) {
    this.#files = files
    this.#root = root
    this.#pace = pace
  }

  /** Whether every file has been read once; before, answers hold what is known so far. */
  get isBuilt(): boolean {
    return this.#isBuilt
  }

  /**
   * Reads all notes of the folder once, in slices; the same promise for everybody who asks. Those in the folder of
   * `near`, a path, come first.
   * @throws where the folder itself cannot be read; asked again, it is tried again.
   */
  async build(near = ''): Promise<void> {
    this.#built ??= this.#readAll(near).catch((error: unknown) => {
      this.#built = undefined
      throw error
    })
    return this.#built
  }

  /**
   * Reads one file again. True where what it holds has changed; one that cannot be read counts as gone, and one
   * that no walk of the folder would find is left alone.
   */
  async read(path: string): Promise<boolean> {
    if (!this.#isNotePath(path)) return false
    const turn = this.#nextTurn(path)
    const bytes = await this.#bytesOf(path)
    return turn === this.#turns.get(path) && this.#take(path, bytes)
  }

  /** Forgets a file, or all files below a folder. True where there were any. */
  forget(path: string): boolean {
    const gone = [...this.#kept.keys()].filter((known) => known === path || known.startsWith(`${path}/`))
    const unread = [...this.#unread.keys()].filter((known) => known === path || known.startsWith(`${path}/`))
    for (const known of [path, ...gone, ...unread]) {
      this.#nextTurn(known)
      this.#put(known, undefined)
      this.#unread.delete(known)
    }
    return gone.length > 0 || unread.length > 0
  }

  /** From now on the document counts, whatever the file says; undefined, and the file counts again. */
  setOpen(path: string, note: OpenNote | undefined): void {
    if (note) this.#open.set(path, {note})
    else this.#open.delete(path)
  }

  /** Every note as it stands, in the order of their paths. */
  notes(): readonly NoteInput[] {
    const paths = new Set([...this.#kept.keys(), ...this.#open.keys()])
    return [...paths].toSorted(compareText).flatMap((path) => this.note(path) ?? [])
  }

  /** What could not be read, in the order of the paths; an open document can always be read. */
  unread(): readonly UnreadFile[] {
    return [...this.#passedOver, ...this.#unread.values()]
      .filter(({file}) => !this.#open.has(file))
      .toSorted((a, b) => compareText(a.file, b.file))
  }

  /** The note at a path as it stands; undefined where there is none. */
  note(path: string): NoteInput | undefined {
    return this.#open.has(path) ? this.#readOpen(path) : this.#kept.get(path)?.input
  }

  /** What the folder's configuration says of folding: which ids mean one person, and how time is counted. */
  foldWith(settings: FolderSettings): void {
    const {joined, contested, policy} = this.#settings
    if (settings.joined === joined && settings.contested === contested && settings.policy === policy) return
    this.#settings = settings
    this.#pages.clear()
  }

  /** The notes that name a person by any of their ids, in the order of their paths, without the one at `but`. */
  notesOf(client: string, but?: string): readonly NoteInput[] {
    const ids = this.#idsOf(client)
    const paths = new Set(ids.flatMap((id) => [...(this.#pathsOf.get(id) ?? [])]))
    for (const path of this.#open.keys()) paths.add(path)
    if (but !== undefined) paths.delete(but)
    return [...paths]
      .toSorted(compareText)
      .flatMap((path) => this.note(path) ?? [])
      .filter((input) => clientsOf(input).some((id) => ids.includes(id)))
  }

  /** Everybody whom a file or an open note names. */
  clients(): readonly string[] {
    const inFiles = [...this.#pathsOf].flatMap(([client, paths]) =>
      [...paths].some((path) => !this.#open.has(path)) ? [client] : [],
    )
    const open = [...this.#open.keys()].flatMap((path) => this.#readOpen(path) ?? [])
    return [...new Set([...inFiles, ...open.flatMap(clientsOf)])].toSorted(compareText)
  }

  /**
   * A person's page from all their notes but the one at `but`, folded anew only where one of them has changed;
   * undefined where no note names them.
   */
  pageOf(client: string, asOf: CivilDate, but?: string): PersonPage | undefined {
    const inputs = this.notesOf(client, but)
    const [id = client] = this.#idsOf(client)
    const key = `${id}\n${but ?? ''}`
    const known = this.#pages.get(key)
    if (known?.page.asOf === asOf && sameItems(known.inputs, inputs)) return known.page
    const page = fold(inputs, {...this.#settings, asOf}).pages.find((each) => each.client === id)
    this.#pages.delete(key)
    if (page) this.#pages.set(key, {inputs, page})
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > PAGES_KEPT && oldest !== undefined) this.#pages.delete(oldest)
    return page
  }

  /** Words that the files hold and that may be wanted again, those of a person's notes first. */
  words(client?: string): FolderWords {
    const own = client === undefined ? [] : this.notesOf(client)
    return this.#words.words(own.map(({record}) => record))
  }

  /** All ids of a person, the one of their page first. */
  #idsOf(client: string): readonly string[] {
    const joined = Object.entries(this.#settings.joined ?? {}).find(
      ([id, also]) => id === client || also.includes(client),
    )
    return joined ? [joined[0], ...joined[1]] : [client]
  }

  async #readAll(near: string): Promise<void> {
    const {paths, problems, isNotePath} = await findNotes(this.#files, this.#root)
    this.#isNotePath = isNotePath
    this.#passedOver = problems.map(unreadFile)
    const folder = near.slice(0, near.lastIndexOf('/') + 1)
    const isNear = (path: string): boolean => folder !== '' && path.startsWith(folder)
    const ordered = [...paths.filter(isNear), ...paths.filter((path) => !isNear(path))]
    let started = this.#pace.now()
    for (let at = 0; at < ordered.length; at += AT_ONCE) {
      const some = ordered.slice(at, at + AT_ONCE).map((path) => ({path, turn: this.#turns.get(path)}))
      const read = await Promise.all(
        some.map(async (each) => ({...each, bytes: await this.#bytesOf(each.path)})),
      )
      for (const {path, turn, bytes} of read) {
        if (this.#pace.now() - started >= SLICE) {
          await this.#pace.rest()
          started = this.#pace.now()
        }
        if (turn === this.#turns.get(path)) this.#take(path, bytes)
      }
    }
    this.#isBuilt = true
  }

  async #bytesOf(path: string): Promise<Uint8Array | undefined> {
    return this.#files.readFile(joinPath(this.#root, path)).catch(() => undefined)
  }

  #nextTurn(path: string): number {
    const turn = (this.#turns.get(path) ?? 0) + 1
    this.#turns.set(path, turn)
    return turn
  }

  #take(path: string, bytes: Uint8Array | undefined): boolean {
    const read = bytes ? decodeNote(bytes, path) : {problem: {...GONE, file: path}}
    const known = this.#kept.get(path)
    if ('problem' in read) {
      const before = this.#unread.get(path)
      this.#unread.set(path, unreadFile(read.problem))
      return this.#put(path, undefined) || before?.message !== read.problem.message
    }
    const {text} = read
    const wasUnread = this.#unread.delete(path)
    const hash = contentHash(text)
    return known?.hash === hash
      ? wasUnread
      : this.#put(path, {hash, input: readLeanInput(path, text)}) || wasUnread
  }

  #put(path: string, kept: Kept | undefined): boolean {
    const before = this.#kept.get(path)
    if (before?.input) this.#words.remove(before.input.record)
    if (kept?.input) this.#words.add(kept.input.record)
    for (const client of before?.input ? clientsOf(before.input) : []) {
      const paths = this.#pathsOf.get(client)
      paths?.delete(path)
      if (paths?.size === 0) this.#pathsOf.delete(client)
    }
    if (kept) this.#kept.set(path, kept)
    else this.#kept.delete(path)
    for (const client of kept?.input ? clientsOf(kept.input) : [])
      this.#pathsOf.set(client, (this.#pathsOf.get(client) ?? new Set()).add(path))
    return before !== undefined || kept !== undefined
  }

  #readOpen(path: string): NoteInput | undefined {
    const open = this.#open.get(path)
    if (!open) return undefined
    const {version} = open.note
    if (open.kept?.version === version) return open.kept.input
    const text = open.note.text()
    const hash = contentHash(text)
    const same = [open.kept, this.#kept.get(path)].find((kept) => kept?.hash === hash)
    open.kept = {version, hash, input: same ? same.input : readLeanInput(path, text)}
    return open.kept.input
  }
}

/** Everybody whom a note or its `each` names. */
const clientsOf = ({record}: NoteInput): string[] => [...new Set(peopleNamed(record).map(({value}) => value))]

const unreadFile = ({file, line, message}: FileProblem): UnreadFile => ({file, line, message})

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])
