import {workspace, type Disposable} from 'vscode'
import {NOTEBOOK_TYPE} from '../document-kinds.ts'

/**
 * Lets a note open as a notebook. VS Code wants this at once and the rest only with the first note, so the rest is
 * loaded then; `letIn` loads what else the extension does.
 */
export const registerNotebook = (letIn: () => Promise<unknown>): Disposable =>
  workspace.registerNotebookSerializer(
    NOTEBOOK_TYPE,
    {
      async deserializeNotebook(bytes) {
        void letIn()
        const {readNotebook} = await import('./serializer.ts')
        return readNotebook(bytes)
      },
      async serializeNotebook(data) {
        const {writeNotebook} = await import('./serializer.ts')
        return writeNotebook(data)
      },
    },
    // Results of questions are no part of a note, so asking one leaves the note as it is.
    {transientOutputs: true},
  )
