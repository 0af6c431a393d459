import {
  Disposable,
  languages,
  window,
  workspace,
  type Diagnostic,
  type DiagnosticCollection,
  type NotebookDocument,
  type Range,
  type TextDocument,
  type TextEditor,
} from 'vscode'
import {overlaps, type Span} from '../../core/text/span.ts'
import {isLanguage, type Finding, type Severity} from '../../lint/finding.ts'
import {toDiagnostic} from '../convert.ts'
import {Delays} from '../delays.ts'
import type {NoteDocument} from '../note-document.ts'
import type {NoteReader, NoteReading} from '../note-reader.ts'
import {rulePageLink} from './rule-pages.ts'
import {AT_WORK, cursorsOf, SentenceAtWork} from './sentence-at-work.ts'
import {setting} from '../settings.ts'

/** How long the keys rest before a note is read, in milliseconds. */
const PAUSE = 300

/** Shows the findings of open notes, in the sentence that is being written only those that were there before. */
export function registerDiagnostics(reader: NoteReader): Disposable {
  const diagnostics = new NoteDiagnostics(reader)
  const showAll = (): void => {
    for (const document of workspace.textDocuments) void diagnostics.show(document)
  }
  showAll()
  const showCells = ({notebook}: {readonly notebook: NotebookDocument}): void => {
    for (const {document} of notebook.getCells()) diagnostics.showSoon(document)
  }
  return Disposable.from(
    diagnostics,
    reader.onDidChange(showAll),
    // What a cell says, or where it stands, may bear on what is told of another.
    workspace.onDidChangeNotebookDocument(showCells),
    workspace.onDidSaveNotebookDocument((notebook) => {
      for (const {document} of notebook.getCells()) diagnostics.atWork.rest(document)
      showCells({notebook})
    }),
    workspace.onDidOpenTextDocument((document) => void diagnostics.show(document)),
    workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length === 0) return
      diagnostics.atWork.typed(event)
      diagnostics.showSoon(event.document)
    }),
    workspace.onDidSaveTextDocument((document) => {
      diagnostics.atWork.rest(document)
      void diagnostics.show(document)
    }),
    workspace.onDidCloseTextDocument((document) => diagnostics.forget(document)),
    window.onDidChangeTextEditorSelection(({textEditor}) => diagnostics.moved(textEditor)),
  )
}

/** What is on show for one document. */
interface Shown {
  readonly reading: NoteReading
  readonly findings: readonly Finding[]
  /** Whether something new is kept back. */
  readonly isWaiting: boolean
  /** Sentences that are being written. */
  readonly atWork: readonly Span[]
}

class NoteDiagnostics implements Disposable {
  readonly atWork = new SentenceAtWork()
  readonly #reader: NoteReader
  readonly #collection: DiagnosticCollection = languages.createDiagnosticCollection('strengths')
  readonly #delays = new Delays()
  readonly #shown = new Map<TextDocument, Shown>()

  constructor(reader: NoteReader) {
    this.#reader = reader
  }

  /** Shows a document once the keys have rested, and once more when its last sentence counts as written. */
  showSoon(document: TextDocument): void {
    const key = document.uri.toString()
    this.#delays.run(key, PAUSE, () => void this.show(document))
    this.#delays.run(`${key} at rest`, AT_WORK, () => {
      this.atWork.rest(document)
      if (this.#shown.get(document)?.isWaiting !== false) void this.show(document)
    })
  }

  /** Shows the findings of a document, or none where it is no session note. */
  async show(document: TextDocument): Promise<void> {
    const reading = await this.#reader.read(document)
    // A newer version is read in its turn; a closed document shows nothing.
    if (document.isClosed || (reading && !reading.at.isCurrent)) return
    const shown = reading && this.#choose(reading)
    if (shown) this.#shown.set(document, shown)
    else if (!this.#shown.delete(document)) return
    this.#collection.set(document.uri, shown ? toDiagnostics(shown) : [])
  }

  /** Shows what was kept back once the cursor has left its sentence. */
  moved(editor: TextEditor): void {
    const shown = this.#shown.get(editor.document)
    if (!shown?.isWaiting || !shown.reading.at.isCurrent) return
    const isIn = ({start, end}: Span): boolean =>
      cursorsOf(editor, shown.reading.at).some((cursor) => start <= cursor && cursor <= end)
    if (!shown.atWork.every(isIn)) void this.show(editor.document)
  }

  forget(document: TextDocument): void {
    const key = document.uri.toString()
    this.#delays.cancel(key)
    this.#delays.cancel(`${key} at rest`)
    this.#shown.delete(document)
    this.#collection.delete(document.uri)
  }

  dispose(): void {
    this.#collection.dispose()
    this.#delays.dispose()
  }

  /**
   * What was on show stays, so that nothing blinks while a sentence grows; what is new there waits, as does all that
   * concerns the note as a whole, whose lines are seldom whole before they are finished.
   */
  #choose(reading: NoteReading): Shown {
    const {document} = reading
    const atWork = this.atWork.spansIn(reading)
    const recordWaits = this.atWork.isIn(document)
    const waits = (finding: Finding): boolean =>
      isLanguage(finding) ? atWork.some((sentence) => overlaps(sentence, finding.span)) : recordWaits
    const before = this.#shown.get(document)
    const known = new Set(before?.findings.map((finding) => wordsOf(before.reading, finding)))
    const findings = reading.findings.filter(
      (finding) => !waits(finding) || known.has(wordsOf(reading, finding)),
    )
    return {reading, findings, isWaiting: findings.length < reading.findings.length, atWork}
  }
}

const wordsOf = ({note}: NoteReading, {rule, span}: Finding): string =>
  `${rule} ${note.text.slice(span.start, span.end)}`

function toDiagnostics({reading: {at}, findings}: Shown): Diagnostic[] {
  const wanted = setting('severity', 'by rule', at.uri)
  if (wanted === 'off') return []
  return findings.map((finding) => {
    const severity: Severity = wanted === 'by rule' ? finding.severity : wanted
    const diagnostic = toDiagnostic(shownRange(at, finding), finding.message, severity)
    diagnostic.code = {value: finding.rule, target: rulePageLink(finding)}
    return diagnostic
  })
}

/** What concerns more than a phrase shows on its first line, so that a half-filled note stays readable. */
function shownRange(at: NoteDocument, finding: Finding): Range {
  const range = at.rangeOf(finding.span)
  return !isLanguage(finding) && !range.isSingleLine
    ? range.with({end: at.document.lineAt(range.start.line).range.end})
    : range
}
