import {Disposable, Selection, ViewColumn, window, type TextEditor, type WebviewPanel} from 'vscode'
import type {NoteRef} from '../summary/summary.ts'
import type {NoteLink} from '../summary/formats/format.ts'
import {renderBody} from '../summary/formats/html.ts'
import {NO_POLICY} from '../core/policy.ts'
import {pageFor} from '../summary/readers/index.ts'
import {toPosition} from './convert.ts'
import {Delays} from './delays.ts'
import type {NotesFolder} from './notes-folder.ts'
import {pageFrame} from './page-frame.ts'
import {now} from './today.ts'

/** What a page asks for: nothing but a note at a line of it, counted from 1. */
export interface PageMessage {
  readonly note: string
  readonly line: number
}

/** How long after an edit a page follows, in milliseconds. */
const PAUSE = 400

/** One person's page in a panel, as their notes stand. */
export class PersonPage implements Disposable {
  readonly client: string
  readonly folder: NotesFolder
  readonly panel: WebviewPanel
  /** What the panel shows. */
  body = ''
  readonly #delays = new Delays()
  readonly #subscriptions: Disposable

  constructor(panel: WebviewPanel, folder: NotesFolder, client: string) {
    this.panel = panel
    this.folder = folder
    this.client = client
    panel.title = client
    panel.webview.options = {enableScripts: true, localResourceRoots: []}
    panel.webview.html = pageFrame({client, root: folder.root.toString()})
    this.#subscriptions = Disposable.from(
      this.#delays,
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => this.#updateSoon(0)),
      folder.onDidChange(() => this.#updateSoon(PAUSE)),
    )
    this.#updateSoon(0)
  }

  /** Opens the note that the page asks for; anything else that arrives is not for us. */
  async receive(message: unknown): Promise<TextEditor | undefined> {
    if (message === 'ready') this.#post()
    if (!isPageMessage(message)) return undefined
    const notes = await this.folder.notes()
    if (!notes.some(({id}) => id === message.note)) return undefined
    const place = toPosition(message.line)
    const column = this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One
    return window.showTextDocument(this.folder.uriOf(message.note), {
      viewColumn: column,
      selection: new Selection(place, place),
    })
  }

  /** Makes the page anew from the notes as they are now. */
  async update(): Promise<void> {
    const page = await this.folder.pageOf(this.client, now().date)
    const body = page
      ? renderBody(pageFor(page, 'specialist', {policy: NO_POLICY}), {linkTo})
      : '<p>No note here is about this person yet.</p>'
    if (body === this.body) return
    this.body = body
    this.#post()
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  #post(): void {
    if (this.body === '') return
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a panel's method, not a window's
    void this.panel.webview.postMessage({body: this.body})
  }

  #updateSoon(milliseconds: number): void {
    if (!this.panel.visible) return
    this.#delays.run('update', milliseconds, () => void this.update())
  }
}

const linkTo = ({file, line}: NoteRef): NoteLink => ({href: '#', data: {note: file, line}})

const isPageMessage = (message: unknown): message is PageMessage =>
  typeof message === 'object' &&
  message !== null &&
  'note' in message &&
  typeof message.note === 'string' &&
  'line' in message &&
  typeof message.line === 'number'
