import {Disposable, Selection, ViewColumn, window, type TextEditor, type WebviewPanel} from 'vscode'
import type {NoteRef} from '../../summary/summary.ts'
import type {NoteLink, Page} from '../../summary/formats/format.ts'
import {renderBody} from '../../summary/formats/html.ts'
import {toPosition} from '../convert.ts'
import {Delays} from '../delays.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {pageFrame, type PageContent, type PageState} from './page-frame.ts'
import type {PageTools} from './page-tools.ts'

/** One of the pages that a panel can show, for one notes folder. */
export interface PageSource {
  readonly folder: NotesFolder
  /** Of the tab. */
  readonly title: string
  /** For a file that it is exported to, without the extension. */
  readonly fileName: string
  readonly state: PageState
  /** The page as the notes stand, or a sentence where there is none. */
  readonly make: () => Promise<Page | string>
  /** What can be shown at once where making the whole page takes a while; undefined where it does not. */
  readonly early?: () => Promise<Page | string | undefined>
  /** Called once no panel shows it any more. */
  readonly dispose?: () => void
  /** Begins a note that corrects one of those behind the page; absent for a page that shows nothing of a note. */
  readonly correct?: () => Promise<void>
}

/** What a page asks for: nothing but a note at a line of it, counted from 1. */
export interface PageMessage {
  readonly note: string
  readonly line: number
}

/** How long after an edit a page follows, in milliseconds. */
const PAUSE = 400

/** A page in a panel: it follows the notes, keeps its place, and leads back to them. */
export class PagePanel implements Disposable {
  readonly panel: WebviewPanel
  /** What the panel shows. */
  body = ''
  #source: PageSource
  readonly #delays = new Delays()
  readonly #subscriptions: Disposable
  /** Counts what was asked for, so that an answer that comes late does not stand over a newer one. */
  #turn = 0

  constructor(panel: WebviewPanel, source: PageSource, {toolbox}: PageTools) {
    this.panel = panel
    this.#source = source
    panel.title = source.title
    panel.webview.options = {enableScripts: true, localResourceRoots: []}
    panel.webview.html = pageFrame(source.title, source.state)
    this.#subscriptions = Disposable.from(
      this.#delays,
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => this.#updateSoon(0)),
      source.folder.onDidChange(() => this.#updateSoon(PAUSE)),
      toolbox.onDidChange(() => this.#updateSoon(PAUSE)),
    )
    this.#updateSoon(0)
  }

  get source(): PageSource {
    return this.#source
  }

  /** Shows another page of the same folder. */
  async show(source: PageSource): Promise<void> {
    this.#source.dispose?.()
    this.#source = source
    this.panel.title = source.title
    this.body = ''
    await this.update()
  }

  /** Does what the page asks for; anything else that arrives is not for us. */
  async receive(message: unknown): Promise<TextEditor | undefined> {
    if (message === 'ready') this.#post()
    if (message === 'correct') await this.#source.correct?.()
    return isPageMessage(message) ? this.#openNote(message) : undefined
  }

  /** Makes the page anew from the notes as they are now. */
  async update(): Promise<void> {
    const turn = ++this.#turn
    const {early, make} = this.#source
    if (early) await this.#show(turn, early)
    await this.#show(turn, make)
  }

  dispose(): void {
    this.#turn++
    this.#source.dispose?.()
    this.#subscriptions.dispose()
  }

  /** Shows what is made, unless something newer was asked for meanwhile. */
  async #show(turn: number, make: () => Promise<Page | string | undefined>): Promise<void> {
    if (turn !== this.#turn) return
    const body = await this.#bodyOf(make)
    if (turn !== this.#turn || body === undefined || body === this.body) return
    this.body = body
    this.#post()
  }

  async #bodyOf(make: () => Promise<Page | string | undefined>): Promise<string | undefined> {
    const source = this.#source
    try {
      const page = await make()
      if (page === undefined) return undefined
      if (typeof page !== 'string')
        return renderBody(withQuestion(page, source), {linkTo, correctable: source.correct !== undefined})
      return `<main><p>${page}</p></main>`
    } catch {
      return '<main><p>The notes could not be read just now. Once they can be, this page follows.</p></main>'
    }
  }

  async #openNote({note, line}: PageMessage): Promise<TextEditor | undefined> {
    const {folder} = this.#source
    const notes = await folder.notes()
    if (!notes.some(({id}) => id === note)) return undefined
    const place = toPosition(line)
    const column = this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One
    return window.showTextDocument(folder.uriOf(note), {
      viewColumn: column,
      selection: new Selection(place, place),
    })
  }

  #post(): void {
    if (this.body === '') return
    const content: PageContent = {body: this.body, state: this.#source.state}
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a panel's method, not a window's
    void this.panel.webview.postMessage(content)
  }

  #updateSoon(milliseconds: number): void {
    if (!this.panel.visible) return
    this.#delays.run('update', milliseconds, () => void this.update())
  }
}

const linkTo = ({file, line}: NoteRef): NoteLink => ({href: '#', data: {note: file, line}})

/** A page about a person asks whether it is right, in the reader's own words where it has some. */
const withQuestion = (page: Page, {correct}: PageSource): Page =>
  correct && page.outline.closing.length === 0
    ? {
        ...page,
        outline: {...page.outline, closing: ['Something wrong here? Begin a note that puts it right.']},
      }
    : page

const isPageMessage = (message: unknown): message is PageMessage =>
  typeof message === 'object' &&
  message !== null &&
  'note' in message &&
  typeof message.note === 'string' &&
  'line' in message &&
  typeof message.line === 'number'
