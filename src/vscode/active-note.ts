import {window, type Uri} from 'vscode'
import {parseNote, type Note} from '../core/note.ts'
import {readRecord, type SessionRecord} from '../core/record.ts'
import {isSessionNote} from '../lint/check-note.ts'
import {NoteDocument} from './note-document.ts'

/** The session note in front, as it stands in its editor. */
export interface ActiveNote {
  /** Of the note's file. */
  readonly uri: Uri
  readonly note: Note
  readonly record: SessionRecord
}

/** Undefined where what is in front is no session note. */
export function activeNote(): ActiveNote | undefined {
  const document = window.activeTextEditor?.document
  const whole =
    document?.languageId === 'markdown' || document?.languageId === 'yaml'
      ? NoteDocument.of(document)
      : undefined
  if (!whole) return undefined
  const note = parseNote(whole.text)
  return isSessionNote(note) ? {uri: whole.uri, note, record: readRecord(note).record} : undefined
}
