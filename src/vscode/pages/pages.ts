import {commands, Disposable, Uri, ViewColumn, window, type WebviewPanel} from 'vscode'
import {caseloadSource, type CaseloadReader} from './caseload-page.ts'
import {fileInFront} from '../in-front.ts'
import type {NotesFolder} from '../notes-folder.ts'
import {PagePanel, type PageSource} from './page-panel.ts'
import type {PageTools} from './page-tools.ts'
import type {PageState} from './page-frame.ts'
import {chooseClient, isReader, personSource} from './person-page.ts'
import {CASELOAD_PAGE, PERSON_PAGE, WEEK_PAGE} from '../view-types.ts'
import {weekSource} from './week-page.ts'

/** What can be in a panel again after the window was loaded anew. */
const RESTORED: Readonly<
  Record<string, (tools: PageTools, folder: NotesFolder, state: PageState) => PageSource | undefined>
> = {
  [PERSON_PAGE]: (tools, folder, {client, reader}) =>
    client === undefined
      ? undefined
      : personSource(tools, folder, {client, reader: isReader(reader) ? reader : 'specialist'}),
  [WEEK_PAGE]: weekSource,
  [CASELOAD_PAGE]: (tools, folder, {reader}) =>
    caseloadSource(tools, folder, reader === 'each-person' ? reader : 'everybody'),
}

/** The pages that are open, and the commands that open them and work on the one in front. */
export class Pages implements Disposable {
  readonly #tools: PageTools
  readonly #open = new Set<PagePanel>()

  constructor(tools: PageTools) {
    this.#tools = tools
  }

  get open(): readonly PagePanel[] {
    return [...this.#open]
  }

  /** The commands; they go with what this gives, the pages do not. */
  register(): Disposable {
    return Disposable.from(
      commands.registerCommand('strengths.showPersonPage', async (asked: unknown) => this.#showPerson(asked)),
      commands.registerCommand('strengths.showWeek', async () => this.#showOf(WEEK_PAGE, weekSource)),
      commands.registerCommand('strengths.showCaseload', async () =>
        this.#showOf(CASELOAD_PAGE, (tools, folder) => caseloadSource(tools, folder)),
      ),
      commands.registerCommand('strengths.readAsPerson', async () => this.#readAs('person')),
      commands.registerCommand('strengths.readAsSpecialist', async () => this.#readAs('specialist')),
      commands.registerCommand('strengths.countEachPerson', async () => this.#count('each-person')),
      commands.registerCommand('strengths.countEverybody', async () => this.#count('everybody')),
      commands.registerCommand('strengths.exportPage', async () => {
        const page = this.#inFront()
        if (page) await (await import('./export-page.ts')).exportPage(page.source)
      }),
      commands.registerCommand('strengths.printPage', async () => {
        const page = this.#inFront()
        if (page) await (await import('./print-page.ts')).printPage(page.source, this.#tools)
      }),
    )
  }

  /** Shows again what a panel showed before the window was loaded anew. */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const source = isPageState(state)
      ? RESTORED[panel.viewType]?.(this.#tools, this.#tools.folders.at(Uri.parse(state.root)), state)
      : undefined
    if (source) this.#add(panel, source)
    else panel.dispose()
  }

  dispose(): void {
    for (const {panel} of this.#open) panel.dispose()
  }

  async #showPerson(asked: unknown): Promise<void> {
    const near = fileInFront()
    const root = askedFor(asked, 'root')
    const folder = root === undefined ? await this.#folder(near) : this.#tools.folders.at(Uri.parse(root))
    const client = folder && (askedFor(asked, 'client') ?? (await chooseClient(folder, near)))
    if (!folder || client === undefined) return
    const typed = askedFor(asked, 'reader')
    const reader = isReader(typed) ? typed : undefined
    const open = this.#find(PERSON_PAGE, folder, client)
    const source = personSource(this.#tools, folder, {client, reader: reader ?? 'specialist'})
    if (!open) return this.#openPanel(PERSON_PAGE, source, ViewColumn.Beside)
    open.panel.reveal(undefined, true)
    if (reader && open.source.state.reader !== reader) await open.show(source)
  }

  async #showOf(
    viewType: string,
    make: (tools: PageTools, folder: NotesFolder) => PageSource,
  ): Promise<void> {
    const folder = await this.#folder(fileInFront())
    if (!folder) return
    const open = this.#find(viewType, folder)
    if (open) open.panel.reveal()
    else this.#openPanel(viewType, make(this.#tools, folder), ViewColumn.Active)
  }

  /** The same person's page for another reader, in the same panel. */
  async #readAs(reader: 'person' | 'specialist'): Promise<void> {
    const page = this.#inFront()
    const client = page?.source.state.client
    if (!page || client === undefined) return
    await page.show(personSource(this.#tools, page.source.folder, {client, reader}))
    tellReader(page)
  }

  /** The caseload with a row for each person, or without, in the same panel. */
  async #count(reader: CaseloadReader): Promise<void> {
    const page = this.#inFront()
    if (!page || page.panel.viewType !== CASELOAD_PAGE || page.source.state.reader === reader) return
    const shown = page.show(caseloadSource(this.#tools, page.source.folder, reader))
    tellReader(page)
    await shown
  }

  /** The folder of what is in front, which may be a page. */
  async #folder(near: Uri | undefined): Promise<NotesFolder | undefined> {
    const page = this.open.find(({panel}) => panel.active)
    const folder = page?.source.folder ?? (await this.#tools.folders.of(near))
    if (!folder)
      void window.showInformationMessage('A page is made from notes: open the folder of your notes first.')
    return folder
  }

  #find(viewType: string, folder: NotesFolder, client?: string): PagePanel | undefined {
    return this.open.find(
      ({panel, source}) =>
        panel.viewType === viewType && source.folder === folder && source.state.client === client,
    )
  }

  #inFront(): PagePanel | undefined {
    const page = this.open.find(({panel}) => panel.active) ?? this.open.findLast(({panel}) => panel.visible)
    if (!page) void window.showInformationMessage('Open a page first, such as the page of a person.')
    return page
  }

  #openPanel(viewType: string, source: PageSource, viewColumn: ViewColumn): void {
    const place = {viewColumn, preserveFocus: viewColumn === ViewColumn.Beside}
    this.#add(window.createWebviewPanel(viewType, source.title, place), source)
  }

  #add(panel: WebviewPanel, source: PageSource): void {
    const page = new PagePanel(panel, source, this.#tools)
    this.#open.add(page)
    tellReader(page)
    panel.onDidChangeViewState(() => tellReader(page))
    panel.onDidDispose(() => {
      this.#open.delete(page)
      page.dispose()
    })
  }
}

/** Lets the title bar offer the other reader. */
function tellReader({panel, source}: PagePanel): void {
  if (panel.active) void commands.executeCommand('setContext', 'strengths.pageReader', source.state.reader)
}

/** What a key binding or a view says beforehand. */
function askedFor(asked: unknown, key: string): string | undefined {
  const value: unknown =
    typeof asked === 'object' && asked !== null ? new Map(Object.entries(asked)).get(key) : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

const isPageState = (state: unknown): state is PageState =>
  typeof state === 'object' && state !== null && 'root' in state && typeof state.root === 'string'
