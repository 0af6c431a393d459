import {commands, Disposable, Uri, ViewColumn, window, type WebviewPanel} from 'vscode'
import {fileInFront} from './in-front.ts'
import type {NotesFolder, NotesFolders} from './notes-folder.ts'
import type {PageState} from './page-frame.ts'
import {people} from './people.ts'
import type {PersonPage} from './person-page.ts'
import {PERSON_PAGE} from './view-types.ts'

/** The command that shows a person's page, and the pages that are open. */
export class PersonPages implements Disposable {
  readonly #folders: NotesFolders
  readonly #open = new Set<PersonPage>()
  readonly #subscriptions: Disposable

  constructor(folders: NotesFolders) {
    this.#folders = folders
    this.#subscriptions = Disposable.from(
      commands.registerCommand('strengths.showPersonPage', () => this.#show()),
      window.registerWebviewPanelSerializer(PERSON_PAGE, {
        deserializeWebviewPanel: async (panel, state: unknown) => this.restore(panel, state),
      }),
    )
  }

  get open(): readonly PersonPage[] {
    return [...this.#open]
  }

  /** Shows again what a panel showed before the window was loaded anew. */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    if (isPageState(state)) await this.#add(panel, this.#folders.at(Uri.parse(state.root)), state.client)
    else panel.dispose()
  }

  dispose(): void {
    for (const page of this.#open) page.panel.dispose()
    this.#subscriptions.dispose()
  }

  async #show(): Promise<void> {
    const near = fileInFront()
    const folder = await this.#folders.of(near)
    const client = folder && (await chooseClient(folder, near))
    if (!folder || client === undefined) return
    const open = this.open.find((page) => page.client === client && page.folder === folder)
    if (open) return open.panel.reveal(undefined, true)
    const place = {viewColumn: ViewColumn.Beside, preserveFocus: true}
    await this.#add(window.createWebviewPanel(PERSON_PAGE, client, place), folder, client)
  }

  async #add(panel: WebviewPanel, folder: NotesFolder, client: string): Promise<void> {
    const {PersonPage} = await import('./person-page.ts')
    const page = new PersonPage(panel, folder, client)
    this.#open.add(page)
    panel.onDidDispose(() => {
      this.#open.delete(page)
      page.dispose()
    })
  }
}

/** The person that the note in front is about, else the one that is picked. */
async function chooseClient(folder: NotesFolder, near: Uri | undefined): Promise<string | undefined> {
  const notes = await folder.notes()
  const current = near && notes.find(({id}) => folder.uriOf(id).toString() === near.toString())
  const about = current?.record.clients ?? []
  if (about.length === 1) return about[0]?.value
  const ids = about.length > 1 ? about.map(({value}) => value) : people(notes).map(({id}) => id)
  if (ids.length === 0) {
    await window.showInformationMessage(
      'No session notes here yet: a note names its person in a line such as `client: c-014`.',
    )
    return undefined
  }
  return window.showQuickPick(ids, {title: 'Show this person’s page', placeHolder: 'Whose page?'})
}

const isPageState = (state: unknown): state is PageState =>
  typeof state === 'object' &&
  state !== null &&
  'client' in state &&
  typeof state.client === 'string' &&
  'root' in state &&
  typeof state.root === 'string'
