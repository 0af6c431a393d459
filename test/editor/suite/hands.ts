import {setTimeout as wait} from 'node:timers/promises'
import {
  commands,
  extensions,
  languages,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
  type TextEditor,
} from 'vscode'
import type {StrengthsNotes} from '../../../src/vscode/entry.ts'
import type {Features} from '../../../src/vscode/extension.ts'

/** The address of a file of the open folder. */
export function fileUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri
  if (!folder) throw new Error('No folder is open.')
  return Uri.joinPath(folder, path)
}

/** The extension as VS Code has activated it, which may not have loaded anything yet. */
export async function activated(): Promise<StrengthsNotes> {
  const extension = extensions.getExtension<StrengthsNotes>('strengths-notes.strengths-notes')
  if (!extension) throw new Error('The extension is not there.')
  return extension.activate()
}

export async function strengthsNotes(): Promise<Features> {
  return (await activated()).features()
}

/** Asks until there is an answer that will do. */
export async function until<T>(
  ask: () => T | undefined | Thenable<T | undefined>,
  willDo: (answer: T) => boolean = Boolean,
): Promise<T> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && willDo(answer)) return answer
    if (Date.now() > deadline) throw new Error(`Still not after ten seconds: ${JSON.stringify(answer)}`)
    await wait(50)
  }
}

/** A new note beside the others, unsaved, with this text; its folder has the agency's own words. */
export async function openText(text: string, name = 'agency/draft.md'): Promise<TextEditor> {
  await closeAll()
  const editor = await window.showTextDocument(Uri.from({scheme: 'untitled', path: fileUri(name).path}))
  await editor.edit((edit) => edit.replace(wholeOf(editor.document), text))
  await commands.executeCommand('cursorTop')
  return editor
}

/** Opens a copy of nothing: a file on the disk with exactly these bytes. */
export async function openFile(path: string, text: string): Promise<TextEditor> {
  await closeAll()
  await workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text))
  return window.showTextDocument(fileUri(path))
}

/** VS Code writes settings by way of a document of its own, which is dirty for a moment. */
const isOurDraft = ({isDirty, uri}: TextDocument): boolean => isDirty && !uri.path.endsWith('/settings.json')

export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter(isOurDraft)) {
    await window.showTextDocument(document)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  await commands.executeCommand('workbench.action.closeAllEditors')
}

const wholeOf = (document: TextDocument): Range =>
  new Range(document.positionAt(0), document.positionAt(document.getText().length))

/** The words that our findings stand at. */
export const findingsIn = (document: TextDocument): string[] =>
  ours(document).map(({range}) => document.getText(range))

export const ours = ({uri}: TextDocument): Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({source}) => source === 'Strengths Notes')

/** Waits for exactly these findings. */
export const untilFindings = async (document: TextDocument, wanted: readonly string[]): Promise<string[]> =>
  until(
    () => findingsIn(document),
    (found) => found.join('|') === wanted.join('|'),
  )

export function rangeOf(document: TextDocument, words: string): Range {
  const start = document.getText().indexOf(words)
  if (start < 0) throw new Error(`Not in the text: ${words}`)
  return new Range(document.positionAt(start), document.positionAt(start + words.length))
}

export function putCursor(editor: TextEditor, before: string): void {
  const {start} = rangeOf(editor.document, before)
  editor.selection = new Selection(start, start)
}

/** Types as a person does: each key an edit of its own, at the cursor. */
export async function type(text: string): Promise<void> {
  for (const key of text) await commands.executeCommand('type', {text: key})
}

/** The light bulb's entries at some words, asked again while VS Code cancels the question. */
export async function actionsAt(document: TextDocument, words: string, kind?: string): Promise<CodeAction[]> {
  return until(
    async () => {
      try {
        const range = rangeOf(document, words)
        return await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
          kind,
        )
      } catch (error) {
        // The window may hear of a cell somewhat later than the extension, and does not know it until then.
        if (String(error).includes('Illegal argument')) return undefined
        throw error
      }
    },
    (actions) => actions.length > 0,
  )
}

export async function takeAction(document: TextDocument, words: string, title: string): Promise<void> {
  const actions = await until(
    async () => actionsAt(document, words),
    (found) => found.some((action) => action.title === title),
  )
  const edit = actions.find((action) => action.title === title)?.edit
  if (!edit) throw new Error(`“${title}” makes no edit.`)
  await workspace.applyEdit(edit)
}
