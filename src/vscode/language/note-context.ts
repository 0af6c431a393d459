import {EventEmitter, type Disposable, type Uri} from 'vscode'
import type {Configuration} from '../../folder/configuration.ts'
import {fingerprintsOfInput} from '../../folder/read-input.ts'
import {KnownNotes} from '../../lint/checks/known-notes.ts'
import type {CheckContext} from '../../lint/checks/rule.ts'
import type {NotesFolder, NotesFolders} from '../notes-folder.ts'
import {now} from '../today.ts'
import type {Toolbox} from '../toolbox.ts'

/** How long what a folder says is used before it is put together anew, in milliseconds; nobody waits for it. */
const FRESH = 2000

interface Known {
  readonly clients: Configuration['clients']
  readonly notes: KnownNotes
  readonly at: number
  isStale: boolean
}

/**
 * What the note checks may know beside a note: the folder's policy, who is who, and what its other notes say once
 * they have all been read. Until then those checks are silent.
 */
export class NoteContexts implements Disposable {
  readonly #toolbox: Toolbox
  readonly #folders: NotesFolders
  readonly #read = new EventEmitter<void>()
  readonly #known = new Map<NotesFolder, Known>()
  readonly #awaited = new Map<NotesFolder, Disposable>()

  /** Fires when the notes of a folder have all been read, so that the checks know more than before. */
  readonly onDidRead = this.#read.event

  constructor(toolbox: Toolbox, folders: NotesFolders) {
    this.#toolbox = toolbox
    this.#folders = folders
  }

  async of(uri: Uri): Promise<CheckContext> {
    const {policy, clients, specialists} = await this.#toolbox.configurationFor(uri)
    const base = {asOf: now().date, policy, clients, specialists}
    const folder = await this.#folders.of(uri)
    const file = folder?.pathOf(uri)
    if (!folder || file === undefined) return base
    this.#follow(folder, uri)
    return {...base, file, known: folder.isRead ? this.#knownIn(folder, clients) : undefined}
  }

  dispose(): void {
    this.#read.dispose()
    for (const subscription of this.#awaited.values()) subscription.dispose()
  }

  #follow(folder: NotesFolder, near: Uri): void {
    if (this.#awaited.has(folder)) return
    let wasRead = folder.isRead
    this.#awaited.set(
      folder,
      folder.onDidChange(() => {
        const known = this.#known.get(folder)
        if (known) known.isStale = true
        if (wasRead || !folder.isRead) return
        wasRead = true
        this.#read.fire()
      }),
    )
    folder.start(near)
  }

  #knownIn(folder: NotesFolder, clients: Configuration['clients']): KnownNotes {
    const known = this.#known.get(folder)
    const isFresh = known?.clients === clients && (!known.isStale || performance.now() - known.at < FRESH)
    if (known && isFresh) return known.notes
    const inputs = folder.knownNotes().map((input) => {
      const {id: file, record} = input
      return {file, record, sentences: () => fingerprintsOfInput(input)}
    })
    const notes = new KnownNotes(inputs, clients)
    this.#known.set(folder, {clients, notes, at: performance.now(), isStale: false})
    return notes
  }
}
