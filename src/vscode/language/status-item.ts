import {
  commands,
  Disposable,
  NotebookRange,
  Range,
  Selection,
  StatusBarAlignment,
  window,
  workspace,
  type QuickPickItem,
  type StatusBarItem,
} from 'vscode'
import type {Span} from '../../core/text/span.ts'
import {isLanguage} from '../../lint/finding.ts'
import {Delays} from '../delays.ts'
import {documentInFront, editorOf, isInFront} from '../in-front.ts'
import {NoteDocument} from '../note-document.ts'
import type {NoteReader, NoteReading, NoteSeen} from '../note-reader.ts'

const SHOW_PHRASES = 'strengths.showPhrases'

/** Says in the status bar what the session note in front holds; a click lists it. */
export class StatusItem implements Disposable {
  /** What it says; empty while it is not there. */
  text = ''
  readonly #reader: NoteReader
  readonly #item: StatusBarItem = window.createStatusBarItem('strengths', StatusBarAlignment.Left)
  readonly #delays = new Delays()
  readonly #subscriptions: Disposable

  constructor(reader: NoteReader) {
    this.#reader = reader
    this.#item.name = 'Strengths Notes'
    this.#item.command = SHOW_PHRASES
    this.#subscriptions = Disposable.from(
      this.#item,
      this.#delays,
      commands.registerCommand(SHOW_PHRASES, async () => {
        const reading = await this.#readActive()
        if (reading) await pickPhrase(reading)
      }),
      window.onDidChangeActiveTextEditor(() => this.#updateSoon(0)),
      window.onDidChangeActiveNotebookEditor(() => this.#updateSoon(0)),
      workspace.onDidChangeTextDocument(({document}) => {
        if (isInFront(document)) this.#updateSoon(500)
      }),
      reader.onDidChange(() => this.#updateSoon(0)),
    )
    this.#updateSoon(0)
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  #updateSoon(milliseconds: number): void {
    this.#delays.run('update', milliseconds, () => void this.#update())
  }

  async #update(): Promise<void> {
    const reading = await this.#readActive()
    this.text = reading ? statusText(reading.whole) : ''
    void commands.executeCommand('setContext', 'strengths.isSessionNote', reading !== undefined)
    if (!reading) return this.#item.hide()
    this.#item.text = this.text
    this.#item.tooltip = 'What this note holds; a click lists it.'
    this.#item.show()
  }

  async #readActive(): Promise<NoteReading | undefined> {
    const document = documentInFront()
    return document && this.#reader.read(document)
  }
}

function statusText({findings, sightings}: NoteSeen): string {
  const phrases = findings.filter(isLanguage).length
  const lines = findings.filter(({category}) => category === 'record').length
  const parts = [
    counted(phrases, 'phrase to look at', 'phrases to look at'),
    counted(lines, 'line to complete', 'lines to complete'),
    counted(findings.length - phrases - lines, 'prompt', 'prompts'),
    counted(sightings.length, 'strength noted', 'strengths noted'),
  ]
  return parts.filter(Boolean).join(' · ') || 'Nothing to look at'
}

const counted = (count: number, one: string, several: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : several}`

interface PhraseItem extends QuickPickItem {
  readonly span: Span
}

/** Lists what was seen; moving through the list shows each in the note, and leaving it leads back. */
async function pickPhrase({at, whole}: NoteReading): Promise<void> {
  const {note, findings, sightings} = whole
  const item = (span: Span, icon: string, detail: string): PhraseItem => ({
    label: `$(${icon}) ${note.text.slice(span.start, span.end)}`,
    description: `line ${note.lines.positionAt(span.start).line}`,
    detail,
    span,
  })
  const items = [
    ...findings.map(({span, message}) => item(span, 'comment', message)),
    ...sightings.map((sighting) => item(sighting, 'star-empty', 'A strength in your words.')),
  ].toSorted((a, b) => a.span.start - b.span.start)
  const goBack = rememberPlace()
  const picked = await window.showQuickPick(items, {
    title: statusText(whole),
    onDidSelectItem: (chosen) => show(at, chosen as PhraseItem),
  })
  if (picked) show(at, picked)
  else goBack()
}

/** Shows a span in its editor, or its cell where that is not open for writing. */
function show(at: NoteDocument, {span}: PhraseItem): void {
  const target = NoteDocument.holding(at, span) ?? at
  const editor = editorOf(target.document)
  const range = target.rangeOf(span)
  if (editor) {
    editor.selection = new Selection(range.start, range.end)
    editor.revealRange(range)
  }
  const notebook = window.activeNotebookEditor
  const index = notebook?.notebook.getCells().findIndex(({document}) => document === target.document) ?? -1
  if (!notebook || index < 0) return
  notebook.selection = new NotebookRange(index, index + 1)
  notebook.revealRange(notebook.selection)
}

/** Gives what leads back to where the writer is now. */
function rememberPlace(): () => void {
  const editor = window.activeTextEditor
  const notebook = window.activeNotebookEditor
  const [selection, visible, cells] = [editor?.selection, editor?.visibleRanges[0], notebook?.selection]
  return () => {
    if (notebook && cells) notebook.selection = cells
    if (!editor || !selection) return
    editor.selection = selection
    editor.revealRange(visible ?? new Range(selection.start, selection.end))
  }
}
