import {commands, window, type Disposable} from 'vscode'
import type {NoteReader} from './note-reader.ts'

/** Reads the Markdown file in front as a session note from now on, whatever it holds, and lists what was met. */
export function registerCheckNote(reader: NoteReader): Disposable {
  return commands.registerCommand('strengths.checkNote', async () => {
    const document = window.activeTextEditor?.document
    if (!document) return
    reader.include(document)
    await commands.executeCommand('workbench.actions.view.problems')
  })
}
