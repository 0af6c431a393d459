import {Disposable} from 'vscode'
import {registerCustomiseTemplate} from './customise-template.ts'
import {registerFollowOnNotes} from './follow-on-note.ts'
import {registerNewNote} from './new-note.ts'
import type {NewNoteOptions} from './offered-templates.ts'

/** The commands that start a note, and what they start from. */
export const registerNewNotes = (options: NewNoteOptions): Disposable =>
  Disposable.from(
    registerNewNote(options),
    registerFollowOnNotes(options),
    registerCustomiseTemplate(options),
  )
