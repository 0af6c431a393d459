import type {Uri} from 'vscode'
import type {Note} from '../core/note.ts'
import type {SessionRecord} from '../core/record/record.ts'
import {recordOf} from '../lint/check-note.ts'
import {CELL_SCHEME} from './document-kinds.ts'
import {documentInFront} from './in-front.ts'
import {NoteDocument} from './note-document.ts'
import {sharedNote} from './shared-note.ts'

/** The session note in front, as it stands in its editor. */
export interface ActiveNote {
  /** Of the note's file. */
  readonly uri: Uri
  readonly note: Note
  readonly record: SessionRecord
}

/** Undefined where what is in front is no session note. */
export function activeNote(): ActiveNote | undefined {
  const document = documentInFront()
  const isNote = document?.languageId === 'markdown' || document?.uri.scheme === CELL_SCHEME
  const whole = document && isNote ? NoteDocument.of(document) : undefined
  const note = whole && sharedNote(whole.text)
  const record = note && recordOf(note)?.record
  return record && {uri: whole.uri, note, record}
}
