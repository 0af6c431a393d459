import {
  CodeAction,
  CodeActionKind,
  Disposable,
  languages,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type CodeActionProvider,
  type Diagnostic,
  type NotebookDocument,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode'
import {QUERY_LANGUAGE} from '../../core/cells/note-cells.ts'
import {questionBlocks} from '../../core/cells/question-blocks.ts'
import type {QuestionProblem} from '../../summary/query/check-questions.ts'
import {toDiagnostic} from '../convert.ts'
import {Delays} from '../delays.ts'
import {CELL_SCHEME, NOTEBOOK_TYPE, VIEWS} from '../document-kinds.ts'
import {AT_WORK} from '../language/sentence-at-work.ts'
import {NoteDocument} from '../note-document.ts'
import {now} from '../today.ts'
import {clientOf} from './client-of.ts'

/** How long the keys rest before questions are read, in milliseconds. */
const PAUSE = 300

const LANGUAGES = [QUERY_LANGUAGE, 'markdown']

/**
 * Tells what is not understood of questions to the notes, in a cell and between the fences of a text, before anybody
 * runs them. A question that is being typed is seldom whole: its line is told of once the keys have rested for two
 * seconds or the cursor has left it, as sentences are.
 */
export function registerQueryDiagnostics(): Disposable {
  const diagnostics = new QueryDiagnostics()
  for (const document of workspace.textDocuments) void diagnostics.show(document)
  return Disposable.from(
    diagnostics,
    languages.registerCodeActionsProvider(
      LANGUAGES.map((language) => ({language})),
      diagnostics,
      {providedCodeActionKinds: [CodeActionKind.QuickFix]},
    ),
    workspace.onDidOpenTextDocument((document) => void diagnostics.show(document)),
    workspace.onDidChangeTextDocument((event) => diagnostics.changed(event)),
    // Whom `this person` means stands in another cell.
    workspace.onDidChangeNotebookDocument(({notebook}) => diagnostics.showCells(notebook)),
    workspace.onDidCloseTextDocument((document) => diagnostics.forget(document)),
    window.onDidChangeTextEditorSelection(({textEditor: {document}}) => diagnostics.moved(document)),
  )
}

class QueryDiagnostics implements CodeActionProvider, Disposable {
  readonly #collection = languages.createDiagnosticCollection('strengths-questions')
  readonly #delays = new Delays()
  readonly #meant = new WeakMap<Diagnostic, string>()
  /** Where something is kept back while it is typed. */
  readonly #waiting = new Set<TextDocument>()
  #typed: {readonly document: TextDocument; readonly until: number} | undefined

  changed({document, contentChanges}: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !LANGUAGES.includes(document.languageId)) return
    if (window.activeTextEditor?.document === document) this.#typed = {document, until: Date.now() + AT_WORK}
    this.#showSoon(document)
  }

  /** Reads once more where the cursor moves while something is kept back: it may have left its line. */
  moved(document: TextDocument): void {
    if (this.#waiting.has(document)) this.#delays.run(keyOf(document), PAUSE, () => void this.show(document))
  }

  showCells(notebook: NotebookDocument): void {
    if (notebook.notebookType !== NOTEBOOK_TYPE) return
    for (const {document} of notebook.getCells())
      if (document.languageId === QUERY_LANGUAGE) this.#showSoon(document)
  }

  async show(document: TextDocument): Promise<void> {
    const {version} = document
    const problems = await problemsIn(document)
    if (document.isClosed || document.version !== version) return
    const told = problems.filter((problem) => !this.#isTyped(document, problem))
    if (told.length < problems.length) this.#waiting.add(document)
    else this.#waiting.delete(document)
    if (told.length === 0 && !this.#collection.has(document.uri)) return
    this.#collection.set(
      document.uri,
      told.map((problem) => this.#toDiagnostic(document, problem)),
    )
  }

  provideCodeActions(
    document: TextDocument,
    _range: unknown,
    {diagnostics}: {readonly diagnostics: readonly Diagnostic[]},
  ): CodeAction[] {
    return diagnostics.flatMap((diagnostic) => {
      const meant = this.#meant.get(diagnostic)
      if (meant === undefined) return []
      const action = new CodeAction(`Write “${meant}”`, CodeActionKind.QuickFix)
      action.edit = new WorkspaceEdit()
      action.edit.replace(document.uri, diagnostic.range, meant)
      action.diagnostics = [diagnostic]
      action.isPreferred = true
      return [action]
    })
  }

  forget(document: TextDocument): void {
    this.#delays.cancel(keyOf(document))
    this.#delays.cancel(restOf(document))
    this.#waiting.delete(document)
    this.#collection.delete(document.uri)
  }

  dispose(): void {
    this.#collection.dispose()
    this.#delays.dispose()
  }

  #showSoon(document: TextDocument): void {
    this.#delays.run(keyOf(document), PAUSE, () => void this.show(document))
    this.#delays.run(restOf(document), AT_WORK, () => {
      if (this.#waiting.has(document)) void this.show(document)
    })
  }

  /** Whether somebody is typing the question that a problem is in. */
  #isTyped(document: TextDocument, {line}: QuestionProblem): boolean {
    const editor = window.activeTextEditor
    if (editor?.document !== document || this.#typed?.document !== document) return false
    if (Date.now() >= this.#typed.until) return false
    const at = document.positionAt(line.start).line
    return editor.selections.some(({active}) => active.line === at)
  }

  #toDiagnostic(document: TextDocument, {span, message, meant}: QuestionProblem): Diagnostic {
    const range = new Range(document.positionAt(span.start), document.positionAt(span.end))
    const diagnostic = toDiagnostic(range, message, 'warning')
    if (meant !== undefined) this.#meant.set(diagnostic, meant)
    return diagnostic
  }
}

const keyOf = ({uri}: TextDocument): string => uri.toString()
const restOf = (document: TextDocument): string => `${keyOf(document)} at rest`

/** What is not understood of the questions in a document, with places of the document. */
async function problemsIn(document: TextDocument): Promise<readonly QuestionProblem[]> {
  const isCell = document.uri.scheme === CELL_SCHEME
  if (!LANGUAGES.includes(document.languageId) || VIEWS.has(document.uri.scheme)) return []
  if (isCell !== (document.languageId === QUERY_LANGUAGE)) return []
  const text = document.getText()
  const blocks = isCell ? [{start: 0, end: text.length}] : questionBlocks(text)
  const note = blocks.length > 0 ? NoteDocument.of(document) : undefined
  if (!note) return []
  const settings = {asOf: now().date, client: clientOf(note.text)}
  const {questionProblems} = await import('../../summary/query/check-questions.ts')
  return blocks.flatMap(({start, end}) =>
    questionProblems(text.slice(start, end), settings).map((problem) => ({
      ...problem,
      span: {start: start + problem.span.start, end: start + problem.span.end},
      line: {start: start + problem.line.start, end: start + problem.line.end},
    })),
  )
}
