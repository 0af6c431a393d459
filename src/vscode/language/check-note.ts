import {commands, type Disposable} from 'vscode'
import {documentInFront} from '../in-front.ts'
import type {NoteReader} from '../note-reader.ts'

/** Reads the Markdown file in front as a session note from now on, whatever it holds, and lists what was met. */
export function registerCheckNote(reader: NoteReader): Disposable {
  return commands.registerCommand('strengths.checkNote', async () => {
    const document = documentInFront()
    if (!document) return
    reader.include(document)
    await commands.executeCommand('workbench.actions.view.problems')
  })
}
