import {Disposable, NotebookControllerAffinity, notebooks, workspace, type NotebookCell} from 'vscode'
import {QUERY_LANGUAGE} from '../../core/cells/note-cells.ts'
import {NOTEBOOK_TYPE} from '../document-kinds.ts'
import type {QueryTools} from './answer-cell.ts'
import {registerKeepResult} from './keep-result.ts'
import {registerQueryCompletion} from './query-completion.ts'
import {registerQueryDiagnostics} from './query-diagnostics.ts'

/** Cells that ask the notes: they run, they are completed, and an answer is kept where somebody wants it. */
export function registerQueryCells(tools: QueryTools): Disposable {
  const controller = notebooks.createNotebookController('strengths-query', NOTEBOOK_TYPE, 'Strengths Notes')
  controller.supportedLanguages = [QUERY_LANGUAGE]
  controller.supportsExecutionOrder = false
  controller.description = 'Answers from the notes of this folder'
  controller.executeHandler = async (cells) => {
    for (const cell of cells) await run(cell)
  }
  const run = async (cell: NotebookCell): Promise<void> => {
    const execution = controller.createNotebookCellExecution(cell)
    execution.start(Date.now())
    try {
      const {answerCell} = await import('./answer-cell.ts')
      const {outputs, isUnderstood} = await answerCell(cell, tools)
      if (!execution.token.isCancellationRequested) await execution.replaceOutput([...outputs])
      execution.end(isUnderstood, Date.now())
    } catch (error) {
      execution.end(false, Date.now())
      throw error
    }
  }
  const prefer = (): void => {
    for (const notebook of workspace.notebookDocuments)
      if (notebook.notebookType === NOTEBOOK_TYPE)
        controller.updateNotebookAffinity(notebook, NotebookControllerAffinity.Preferred)
  }
  prefer()
  return Disposable.from(
    controller,
    workspace.onDidOpenNotebookDocument(prefer),
    registerQueryCompletion(tools.folders),
    registerQueryDiagnostics(),
    registerKeepResult(),
  )
}
