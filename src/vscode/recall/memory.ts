import type {TextDocument} from 'vscode'
import {parseNote, type Note} from '../../core/note.ts'
import {readRecord, type SessionRecord} from '../../core/record/record.ts'
import {isSessionNote} from '../../lint/check-note.ts'
import {isGenerated} from '../../summary/formats/generated.ts'
import type {Recall} from '../../summary/recall/recall.ts'
import {NoteDocument} from '../note-document.ts'
import type {NotesFolder, NotesFolders} from '../notes-folder.ts'
import {now} from '../today.ts'
import type {Toolbox} from '../toolbox.ts'

/** Past this many characters a file is no note of a session. */
const LARGEST = 200_000

/** A document that is (part of) a session note, with what the editor remembers about its people. */
export interface Remembered {
  readonly at: NoteDocument
  readonly folder: NotesFolder
  readonly recall: Recall
}

interface Reading {
  readonly text: string
  readonly note: Note
  readonly record: SessionRecord
}

/** Puts together what an answer about a note is made from; whoever asks does not wait for all notes to be read. */
export class Memory {
  readonly #folders: NotesFolders
  readonly #toolbox: Toolbox
  readonly #warmed = new WeakSet<TextDocument>()
  #latest: Reading | undefined

  constructor(folders: NotesFolders, toolbox: Toolbox) {
    this.#folders = folders
    this.#toolbox = toolbox
  }

  /** Undefined for what is no session note, and for a file outside of any folder. */
  async of(document: TextDocument): Promise<Remembered | undefined> {
    const at = NoteDocument.of(document)
    if (!at || at.text.length > LARGEST || isGenerated(at.text)) return undefined
    const {note, record} = this.#read(at.text)
    const isTemplate = note.frontmatter?.entries.some(({key}) => key === 'template') ?? false
    const {root, policy} = await this.#toolbox.configurationFor(at.uri)
    if (isTemplate || !(root !== undefined || isSessionNote(note))) return undefined
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

  /** The same text is read once, whoever asks. */
  #read(text: string): Reading {
    if (this.#latest?.text === text) return this.#latest
    const note = parseNote(text)
    this.#latest = {text, note, record: readRecord(note).record}
    return this.#latest
  }
}
