import {Disposable, EventEmitter, RelativePattern, Uri, workspace, type TextDocument} from 'vscode'
import {parseNote} from '../core/note.ts'
import {readRecord} from '../core/record.ts'
import {decodeText} from '../folder/decode-text.ts'
import {findNotes} from '../folder/find-notes.ts'
import {isSessionNote} from '../lint/check-note.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import type {NoteInput} from '../summary/summary.ts'
import type {Toolbox} from './toolbox.ts'
import {savedUri, workspaceFiles} from './workspace-files.ts'

/** How many files are read at once. */
const AT_ONCE = 32

/** The notes of one folder, as they stand in open editors and else on the file system. */
export class NotesFolder implements Disposable {
  readonly root: Uri
  readonly #changed = new EventEmitter<void>()
  readonly #subscriptions: Disposable
  readonly #read = new Map<string, NoteInput | undefined>()
  #paths: Promise<readonly string[]> | undefined

  /** Fires when what the notes say may have changed. */
  readonly onDidChange = this.#changed.event

  constructor(root: Uri) {
    this.root = root
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(root, '**/*.{md,markdown}'))
    const forget = (uri: Uri, sameFiles = false): void => {
      this.#read.delete(this.#pathOf(uri) ?? '')
      if (!sameFiles) this.#paths = undefined
      this.#changed.fire()
    }
    const touched = (document: TextDocument): void => {
      if (this.#pathOf(document.uri) !== undefined) this.#changed.fire()
    }
    this.#subscriptions = Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidCreate((uri) => forget(uri)),
      watcher.onDidDelete((uri) => forget(uri)),
      watcher.onDidChange((uri) => forget(uri, true)),
      workspace.onDidChangeTextDocument(({document}) => touched(document)),
      workspace.onDidCloseTextDocument(touched),
    )
  }

  /** The session notes of the folder; what cannot be read is left out, as it is no note of anybody. */
  async notes(): Promise<readonly NoteInput[]> {
    this.#paths ??= findNotes(workspaceFiles(this.root), this.root.path).then(({paths}) => paths)
    const paths = await this.#paths
    const open = this.#openNotes()
    const closed = paths.filter((path) => !open.has(path))
    for (let at = 0; at < closed.length; at += AT_ONCE)
      await Promise.all(closed.slice(at, at + AT_ONCE).map(async (path) => this.#readFile(path)))
    const read = closed.map((path) => this.#read.get(path))
    return [...read, ...open.values()].filter((input) => input !== undefined)
  }

  /** The document of a note where it is open, else its address; for the path that a page gives. */
  uriOf(path: string): Uri {
    const open = workspace.textDocuments.find((document) => this.#pathOf(document.uri) === path)
    return open?.uri ?? Uri.joinPath(this.root, path)
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  #openNotes(): Map<string, NoteInput | undefined> {
    const found = new Map<string, NoteInput | undefined>()
    for (const document of workspace.textDocuments) {
      const path = document.languageId === 'markdown' ? this.#pathOf(document.uri) : undefined
      if (path !== undefined && !path.startsWith('.') && !path.includes('/.'))
        found.set(path, readInput(path, document.getText()))
    }
    return found
  }

  async #readFile(path: string): Promise<void> {
    if (this.#read.has(path)) return
    const decoded = await Promise.resolve(workspace.fs.readFile(Uri.joinPath(this.root, path))).then(
      (bytes) => decodeText(bytes, path),
      () => undefined,
    )
    this.#read.set(path, decoded && 'text' in decoded ? readInput(path, decoded.text) : undefined)
  }

  /** A document's path below the folder; undefined for one that is elsewhere. */
  #pathOf(uri: Uri): string | undefined {
    const {scheme, authority, path} = savedUri(uri)
    const inside = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`
    return scheme === this.root.scheme && authority === this.root.authority && path.startsWith(inside)
      ? path.slice(inside.length)
      : undefined
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
    const {root} = await this.#toolbox.configurationFor(near)
    const folder = workspace.getWorkspaceFolder(near)?.uri ?? first
    const uri = root === undefined ? folder : near.with({path: root})
    return uri && this.at(uri)
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

function readInput(id: string, text: string): NoteInput | undefined {
  if (isGenerated(text)) return undefined
  const note = parseNote(text)
  return isSessionNote(note) ? {id, note, record: readRecord(note).record} : undefined
}
