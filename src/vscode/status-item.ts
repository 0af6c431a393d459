import {
  commands,
  Disposable,
  Range,
  Selection,
  StatusBarAlignment,
  window,
  workspace,
  type QuickPickItem,
  type StatusBarItem,
} from 'vscode'
import type {Span} from '../core/span.ts'
import {isLanguage} from '../lint/finding.ts'
import {toRange} from './convert.ts'
import {Delays} from './delays.ts'
import type {NoteReader, NoteReading} from './note-reader.ts'

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
      workspace.onDidChangeTextDocument(({document}) => {
        if (document === window.activeTextEditor?.document) this.#updateSoon(500)
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
    this.text = reading ? statusText(reading) : ''
    void commands.executeCommand('setContext', 'strengths.isSessionNote', reading !== undefined)
    if (!reading) return this.#item.hide()
    this.#item.text = this.text
    this.#item.tooltip = 'What this note holds; a click lists it.'
    this.#item.show()
  }

  async #readActive(): Promise<NoteReading | undefined> {
    const document = window.activeTextEditor?.document
    return document && this.#reader.read(document)
  }
}

function statusText({findings, sightings}: Pick<NoteReading, 'findings' | 'sightings'>): string {
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
async function pickPhrase({document, findings, sightings}: NoteReading): Promise<void> {
  const editor = window.activeTextEditor
  if (editor?.document !== document) return
  const before = {selection: editor.selection, visible: editor.visibleRanges[0]}
  const item = (span: Span, icon: string, detail: string): PhraseItem => ({
    label: `$(${icon}) ${document.getText(toRange(document, span))}`,
    description: `line ${toRange(document, span).start.line + 1}`,
    detail,
    span,
  })
  const items = [
    ...findings.map(({span, message}) => item(span, 'comment', message)),
    ...sightings.map((sighting) => item(sighting, 'star-empty', 'A strength in your words.')),
  ].toSorted((a, b) => a.span.start - b.span.start)
  const show = ({span}: PhraseItem): void => {
    const range = toRange(document, span)
    editor.selection = new Selection(range.start, range.end)
    editor.revealRange(range)
  }
  const picked = await window.showQuickPick(items, {
    title: statusText({findings, sightings}),
    onDidSelectItem: (chosen) => show(chosen as PhraseItem),
  })
  if (picked) return show(picked)
  editor.selection = before.selection
  editor.revealRange(before.visible ?? new Range(before.selection.start, before.selection.end))
}
