import type {TextDocument} from 'vscode'
import {readRecord} from '../../core/record/record.ts'
import {isTemplate, recordOf} from '../../lint/check-note.ts'
import type {Recall} from '../../summary/recall/recall.ts'
import {NoteDocument} from '../note-document.ts'
import type {NotesFolder, NotesFolders} from '../notes-folder.ts'
import {mayRead, sharedNote} from '../shared-note.ts'
import {now} from '../today.ts'
import type {Toolbox} from '../toolbox.ts'

/** A document that is (part of) a session note, with what the editor remembers about its people. */
export interface Remembered {
  readonly at: NoteDocument
  readonly folder: NotesFolder
  readonly recall: Recall
}

/** Puts together what an answer about a note is made from; whoever asks does not wait for all notes to be read. */
export class Memory {
  readonly #folders: NotesFolders
  readonly #toolbox: Toolbox
  readonly #warmed = new WeakSet<TextDocument>()

  constructor(folders: NotesFolders, toolbox: Toolbox) {
    this.#folders = folders
    this.#toolbox = toolbox
  }

  /** Undefined for what is no session note, and for a file outside of any folder. */
  async of(document: TextDocument): Promise<Remembered | undefined> {
    const at = NoteDocument.of(document)
    if (!at || !mayRead(at.text)) return undefined
    const note = sharedNote(at.text)
    const {root, policy} = await this.#toolbox.configurationFor(at.uri)
    const session = recordOf(note)
    if (isTemplate(note) || !(session || root !== undefined)) return undefined
    const {record} = session ?? readRecord(note)
    const folder = await this.#folders.of(at.uri)
    if (!folder) return undefined
    await folder.soon(at.uri)
    const {date, time} = now()
    const client = record.clients[0]?.value
    if (client !== undefined && !this.#warmed.has(document)) {
      this.#warmed.add(document)
      // Folded while nobody waits, so that the first answer is as quick as the others.
      setTimeout(() => folder.knownPageOf(client, date, at.uri), 0)
    }
    return {
      at,
      folder,
      recall: {
        note,
        record,
        today: date,
        time,
        policy,
        pageOf: (person) => folder.knownPageOf(person, date, at.uri),
        folderWords: () => folder.knownWords(client),
      },
    }
  }
}
