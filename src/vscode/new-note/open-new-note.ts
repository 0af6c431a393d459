import {SnippetString, Uri, window, workspace} from 'vscode'
import {noteIdAt, numberedPath} from '../../core/templates/template.ts'
import type {NoteInput} from '../../summary/summary.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {isThere} from './offered-templates.ts'
import {setting} from '../settings.ts'

/**
 * Opens a note that is on no disk yet, with its tab stops to step through: its document knows the path, the folder's
 * first free one, and the file is made when the writer saves. `fill` gives the snippet for the note's own id.
 */
export async function openNewNote(
  {root}: NotesFolder,
  path: string,
  fill: (note: string) => string,
): Promise<void> {
  const free = await freePath(root, path)
  const uri = Uri.from({scheme: 'untitled', path: Uri.joinPath(root, free).path})
  const document = await workspace.openTextDocument(uri)
  const editor = await window.showTextDocument(document)
  await editor.insertSnippet(new SnippetString(fill(noteIdAt(free))))
}

/** `…-2.md` for the second contact of a day; a document that is open and unsaved has its path too. */
async function freePath(root: Uri, wanted: string): Promise<string> {
  for (let count = 1; ; count++) {
    const path = numberedPath(wanted, count)
    const uri = Uri.joinPath(root, path)
    const isOpen = workspace.textDocuments.some((document) => document.uri.path === uri.path)
    if (!isOpen && !(await isThere(uri))) return path
  }
}

/** Who writes here: what the setting says, else the one specialist of the folder; of several, none is guessed. */
export function specialistOf(notes: readonly NoteInput[], {root}: NotesFolder): string {
  const [only = '', ...others] = new Set(notes.flatMap(({record}) => record.specialist?.value ?? []))
  return setting('specialist', '', root) || (others.length === 0 ? only : '')
}
