import {window, workspace, type TextDocument, type TextEditor, type Uri} from 'vscode'
import {NOTEBOOK_TYPE} from './document-kinds.ts'
import {NoteDocument} from './note-document.ts'

/** The document in front: the one in a text editor or an open cell, else the selected cell of a session notebook. */
export function documentInFront(): TextDocument | undefined {
  const editor = window.activeTextEditor
  if (editor) return editor.document
  const notebook = window.activeNotebookEditor
  if (notebook?.notebook.notebookType !== NOTEBOOK_TYPE) return undefined
  const cells = notebook.notebook.getCells()
  return (cells[notebook.selection.start] ?? cells[0])?.document
}

/** The file in front: for a cell, that of its notebook. */
export function fileInFront(): Uri | undefined {
  const document = documentInFront()
  if (!document) return window.activeNotebookEditor?.notebook.uri
  const notebook = workspace.notebookDocuments.find((each) =>
    each.getCells().some((cell) => cell.document === document),
  )
  return notebook?.uri ?? document.uri
}

/** The editor of a document that is on show; of a cell, only while it is open for writing. */
export const editorOf = (document: TextDocument): TextEditor | undefined =>
  window.visibleTextEditors.find((editor) => editor.document === document)

/** Whether a document and what is in front are of one note. */
export function isInFront(document: TextDocument): boolean {
  const front = documentInFront()
  return front !== undefined && NoteDocument.allOf(front).includes(document)
}
