import {setTimeout as wait} from 'node:timers/promises'
import {
  commands,
  NotebookRange,
  window,
  workspace,
  type NotebookCell,
  type NotebookDocument,
  type NotebookEditor,
  type TextDocument,
  type TextEditor,
} from 'vscode'
import {closeAll, fileUri, until} from './hands.ts'

/** Writes a note and opens it as a session notebook, as its title button does. */
export async function openNotebook(path: string, text: string | Uint8Array): Promise<NotebookEditor> {
  await closeAll()
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  await workspace.fs.writeFile(fileUri(path), bytes)
  await commands.executeCommand('vscode.openWith', fileUri(path), 'strengths-session')
  return until(
    () => window.activeNotebookEditor,
    ({notebook}) => notebook.uri.path === fileUri(path).path,
  )
}

/** Saves first, as VS Code would ask about what is not saved. */
export async function closeNotebooks(): Promise<void> {
  for (const notebook of workspace.notebookDocuments) if (notebook.isDirty) await notebook.save()
  await closeAll()
}

export const bytesOf = async (path: string): Promise<string> =>
  new TextDecoder('utf-8', {ignoreBOM: true}).decode(await workspace.fs.readFile(fileUri(path)))

export const textsOf = (notebook: NotebookDocument): string[] =>
  notebook.getCells().map(({document}) => document.getText())

export function cellAt(notebook: NotebookDocument, index: number): NotebookCell {
  const cell = notebook.getCells()[index]
  if (!cell) throw new Error(`There is no cell ${index}.`)
  return cell
}

export const documentAt = (notebook: NotebookDocument, index: number): TextDocument =>
  cellAt(notebook, index).document

export function select(editor: NotebookEditor, start: number, end = start + 1): void {
  editor.selections = [new NotebookRange(start, end)]
}

/** Runs a command of the notebook on the cell that is selected, once VS Code has taken note of it. */
export async function onCell(editor: NotebookEditor, index: number, command: string): Promise<void> {
  select(editor, index)
  await wait(100)
  await commands.executeCommand(command)
  await wait(100)
}

/** Opens a cell for writing, as Enter does; until then VS Code has nothing to ask for offers about. */
export async function openCell(editor: NotebookEditor, index: number): Promise<TextEditor> {
  await onCell(editor, index, 'notebook.cell.edit')
  return until(
    () => window.activeTextEditor,
    ({document}) => document === documentAt(editor.notebook, index),
  )
}
