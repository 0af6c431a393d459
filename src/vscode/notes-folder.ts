import {Disposable, EventEmitter, RelativePattern, Uri, window, workspace} from 'vscode'
import type {CivilDate} from '../core/time/civil-date.ts'
import {decodeText} from '../folder/decode-text.ts'
import {NotesIndex, type FolderSettings} from '../folder/notes-index.ts'
import type {FolderWords} from '../summary/recall/folder-words.ts'
import type {NoteInput, PersonPage, UnreadFile} from '../summary/summary.ts'
import {made} from './made.ts'
import {openNotes} from './note-document.ts'
import type {Toolbox} from './toolbox.ts'
import {savedUri, workspaceFiles} from './workspace-files.ts'

/** How long an answer waits for notes that are not read yet, in milliseconds. */
const PATIENCE = 30

/** The notes of one folder, as they stand in open editors and else on the file system. */
export class NotesFolder implements Disposable {
  readonly root: Uri
  readonly #index: NotesIndex
  readonly #changed = new EventEmitter<void>()
  readonly #subscriptions: Disposable
  readonly #open = new Set<string>()

  /** Fires when what the notes say may have changed. */
  readonly onDidChange = this.#changed.event

  constructor(root: Uri) {
    this.root = root
    made.indexes++
    this.#index = new NotesIndex(workspaceFiles(root), root.path, {
      now: () => performance.now(),
      rest: async () =>
        new Promise((resolve) => {
          setTimeout(resolve, 0)
        }),
    })
    this.#followOpen()
    made.watchers++
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(root, '**/*.{md,markdown}'))
    const followOpen = (): void => this.#followOpen()
    this.#subscriptions = Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidCreate((uri) => this.#read(uri)),
      watcher.onDidChange((uri) => this.#read(uri)),
      watcher.onDidDelete((uri) => this.#forget(uri)),
      // A folder that moves or goes is one event, and none of a Markdown file.
      workspace.onDidDeleteFiles(({files}) => files.forEach((uri) => this.#forget(uri))),
      workspace.onDidRenameFiles(({files}) => {
        for (const {oldUri, newUri} of files) {
          this.#forget(oldUri)
          void this.#readBelow(newUri)
        }
      }),
      window.tabGroups.onDidChangeTabs(followOpen),
      workspace.onDidOpenTextDocument(followOpen),
      workspace.onDidCloseTextDocument(followOpen),
      workspace.onDidOpenNotebookDocument(followOpen),
      workspace.onDidCloseNotebookDocument(followOpen),
      workspace.onDidChangeTextDocument(({document}) => this.#touched(document.uri)),
      workspace.onDidChangeNotebookDocument(({notebook}) => this.#touched(notebook.uri)),
    )
  }

  /** Whether all files have been read; before, answers hold what is known so far. */
  get isRead(): boolean {
    return this.#index.isBuilt
  }

  /** What the folder's configuration says of folding. */
  foldWith(settings: FolderSettings): void {
    this.#index.foldWith(settings)
  }

  /** Begins to read, those beside `near` first, so that what is asked later is known already. */
  start(near?: Uri): void {
    if (this.isRead) return
    this.#index.build(near && this.pathOf(near)).then(
      () => this.#changed.fire(),
      // No folder yet; whoever wants notes asks again.
      () => undefined,
    )
  }

  /** The session notes of the folder; what cannot be read is left out, as it is no note of anybody. */
  async notes(): Promise<readonly NoteInput[]> {
    await this.#index.build()
    return this.#index.notes()
  }

  /** What could not be read, which pages are without. */
  async unread(): Promise<readonly UnreadFile[]> {
    await this.#index.build()
    return this.#index.unread()
  }

  /** What stands in a note, for who wants more than its record; undefined where it cannot be read. */
  async textOf(path: string): Promise<string | undefined> {
    const open = openNotes().find(({uri}) => this.pathOf(uri) === path)
    if (open) return open.text()
    const bytes = await Promise.resolve(workspace.fs.readFile(Uri.joinPath(this.root, path))).catch(
      () => undefined,
    )
    const read = bytes && decodeText(bytes, path)
    return read && 'text' in read ? read.text : undefined
  }

  /** Everybody whom the notes name, by id. */
  async clients(): Promise<readonly string[]> {
    await this.#index.build()
    return this.#index.clients()
  }

  /** A person's page from all their notes; undefined where none names them. */
  async pageOf(client: string, asOf: CivilDate): Promise<PersonPage | undefined> {
    await this.#index.build()
    return this.#index.pageOf(client, asOf)
  }

  /** Waits a little for notes that are not read yet, those beside `near` first: for answers while somebody types. */
  async soon(near: Uri, milliseconds = PATIENCE): Promise<void> {
    this.start(near)
    if (this.isRead) return
    const patience = new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds)
    })
    await Promise.race([this.#index.build(), patience]).catch(() => undefined)
  }

  /** A person's page from what is known of their notes by now, without the note at `but`. */
  knownPageOf(client: string, asOf: CivilDate, but?: Uri): PersonPage | undefined {
    return this.#index.pageOf(client, asOf, but && this.pathOf(but))
  }

  /** What is known by now of the notes that name a person, or of all, as they stand. */
  knownNotes(client?: string): readonly NoteInput[] {
    return client === undefined ? this.#index.notes() : this.#index.notesOf(client)
  }

  /** Words of the notes that are known by now, those of a person's notes first. */
  knownWords(client: string | undefined): FolderWords {
    return this.#index.words(client)
  }

  /** The document of a note where it is open, else its address; for the path that a page gives. */
  uriOf(path: string): Uri {
    const open = openNotes().find(({uri}) => this.pathOf(uri) === path)
    return open?.uri ?? Uri.joinPath(this.root, path)
  }

  /** The path of a note below the folder; undefined for one that is elsewhere. */
  pathOf(uri: Uri): string | undefined {
    const {scheme, authority, path} = savedUri(uri)
    const inside = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`
    return scheme === this.root.scheme && authority === this.root.authority && path.startsWith(inside)
      ? path.slice(inside.length)
      : undefined
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  async #read(uri: Uri): Promise<void> {
    const path = this.pathOf(uri)
    if (path !== undefined && (await this.#index.read(path))) this.#changed.fire()
  }

  #forget(uri: Uri): void {
    const path = this.pathOf(uri)
    if (path !== undefined && this.#index.forget(path)) this.#changed.fire()
  }

  /** The notes of a folder that came with its own name; a file is heard of by the watcher. */
  async #readBelow(uri: Uri): Promise<void> {
    const pattern = new RelativePattern(uri, '**/*.{md,markdown}')
    for (const found of await workspace.findFiles(pattern, null)) await this.#read(found)
  }

  #touched(uri: Uri): void {
    if (this.#open.has(this.pathOf(uri) ?? '')) this.#changed.fire()
  }

  #followOpen(): void {
    const before = new Set(this.#open)
    this.#open.clear()
    for (const note of openNotes()) {
      const path = this.pathOf(note.uri)
      if (path === undefined || path.startsWith('.') || path.includes('/.')) continue
      this.#open.add(path)
      this.#index.setOpen(path, note)
    }
    const closed = [...before].filter((path) => !this.#open.has(path))
    for (const path of closed) this.#index.setOpen(path, undefined)
    if (closed.length > 0 || this.#open.size > before.size) this.#changed.fire()
  }
}

/** Keeps one `NotesFolder` a folder, made when it is first asked for. */
export class NotesFolders implements Disposable {
  readonly #toolbox: Toolbox
  readonly #folders = new Map<string, NotesFolder>()

  constructor(toolbox: Toolbox) {
    this.#toolbox = toolbox
  }

  /** The notes folder of a document: the one that holds `.strengths`, else its workspace folder. */
  async of(document: Uri | undefined): Promise<NotesFolder | undefined> {
    const first = workspace.workspaceFolders?.[0]?.uri
    const near = document ? savedUri(document) : first && Uri.joinPath(first, 'note.md')
    if (!near) return undefined
    const {root, clients, policy} = await this.#toolbox.configurationFor(near)
    const folder = workspace.getWorkspaceFolder(near)?.uri ?? first
    const uri = root === undefined ? folder : near.with({path: root})
    const found = uri && this.at(uri)
    found?.foldWith({joined: clients.joined, contested: clients.contested, policy})
    return found
  }

  at(root: Uri): NotesFolder {
    const known = this.#folders.get(root.toString()) ?? new NotesFolder(root)
    this.#folders.set(root.toString(), known)
    return known
  }

  dispose(): void {
    for (const folder of this.#folders.values()) folder.dispose()
  }
}
