import {
  commands,
  NotebookCellData,
  NotebookCellKind,
  NotebookEdit,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type NotebookCell,
} from 'vscode'
import {QUERY_LANGUAGE, SECTION_LANGUAGE} from '../../core/cells/note-cells.ts'
import {RESULT_END, RESULT_START} from '../../core/text/kept-results.ts'
import {NOTEBOOK_TYPE} from '../document-kinds.ts'
import {now} from '../today.ts'

/** What an answer is kept as. */
export interface KeptResult {
  readonly question: string
  /** With links that hold wherever the folder goes. */
  readonly markdown: string
}

/** The command that writes the answers of a cell into the note, below it: the only way in which they come into it. */
export const registerKeepResult = (): Disposable =>
  commands.registerCommand('strengths.keepResult', async (cell?: unknown) => {
    const asked = isCell(cell) ? cell : cellInFront()
    const kept = asked?.outputs.flatMap(({metadata}) => keptIn(metadata)) ?? []
    if (!asked || kept.length === 0) {
      await window.showInformationMessage('There is no answer to keep yet: run the cell first.')
      return
    }
    await write(asked, kept.map(asRegion).join('\n\n'))
  })

/** The answer in comments that name its question and its day; what lies between is no note and no language to look at. */
const asRegion = ({question, markdown}: KeptResult): string =>
  [`${RESULT_START} ${question.replaceAll('-->', '')}, ${now().date} -->`, markdown, RESULT_END].join('\n\n')

/** Puts the answers below their cell, in place of those that were kept there before. */
async function write({notebook, index}: NotebookCell, text: string): Promise<void> {
  const edit = new WorkspaceEdit()
  const next = notebook.getCells()[index + 1]?.document
  const before = next?.languageId === SECTION_LANGUAGE ? next.getText() : ''
  const start = before.startsWith(RESULT_START) ? 0 : -1
  const end = before.lastIndexOf(RESULT_END)
  if (next && start === 0 && end > 0)
    edit.replace(next.uri, new Range(next.positionAt(0), next.positionAt(end + RESULT_END.length)), text)
  else {
    const cell = new NotebookCellData(NotebookCellKind.Markup, text, SECTION_LANGUAGE)
    edit.set(notebook.uri, [NotebookEdit.insertCells(index + 1, [cell])])
  }
  await workspace.applyEdit(edit)
}

function cellInFront(): NotebookCell | undefined {
  const editor = window.activeNotebookEditor
  const cells = editor?.notebook.getCells().slice(editor.selection.start, editor.selection.end) ?? []
  return cells.find(({document}) => document.languageId === QUERY_LANGUAGE)
}

const isCell = (value: unknown): value is NotebookCell =>
  typeof value === 'object' &&
  value !== null &&
  'notebook' in value &&
  workspace.notebookDocuments.some(
    (notebook) => notebook === value.notebook && notebook.notebookType === NOTEBOOK_TYPE,
  )

function keptIn(metadata: Readonly<Record<string, unknown>> | undefined): KeptResult[] {
  const kept = metadata?.['kept']
  return isKept(kept) ? [kept] : []
}

const isKept = (value: unknown): value is KeptResult =>
  typeof value === 'object' &&
  value !== null &&
  'question' in value &&
  typeof value.question === 'string' &&
  'markdown' in value &&
  typeof value.markdown === 'string'
