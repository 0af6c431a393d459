import {
  Disposable,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type TextDocument,
  type TreeDataProvider,
} from 'vscode'
import {mayBeSessionNote} from '../core/first-glance.ts'
import type {Features} from './extension.ts'
import {made} from './made.ts'
import {CELL_SCHEME, VIEWS} from './document-kinds.ts'
import {registerNotebook} from './notebook/register-notebook.ts'
import {registerPageSerializers} from './pages/page-serializers.ts'
import {PEOPLE_VIEW} from './view-types.ts'
import {standIn} from './when-called.ts'
import {folderOf} from './workspace-files.ts'

/** What the extension hands to who asks VS Code for it: its own test suite. */
export interface StrengthsNotes {
  /** Everything that the extension does, loaded if nobody has asked for it yet. */
  features(): Promise<Features>
  readonly made: Readonly<typeof made>
}

/** Called by VS Code when a Markdown file is first opened, or one of our commands is called. */
export function activate(context: ExtensionContext): StrengthsNotes {
  const doorkeeper = new Doorkeeper(context)
  context.subscriptions.push(
    doorkeeper,
    registerNotebook(async () => doorkeeper.open()),
  )
  return {features: async () => doorkeeper.open(), made}
}

/**
 * Lets everything else in once there is a session note, or somebody asks. Until then the extension is this file: it
 * looks at the frontmatter of Markdown files that are opened, and at nothing besides.
 */
class Doorkeeper implements Disposable {
  readonly #context: ExtensionContext
  readonly #waiting: Disposable
  #features: Promise<Features> | undefined

  constructor(context: ExtensionContext) {
    this.#context = context
    const open = async (): Promise<Features> => this.open()
    this.#waiting = Disposable.from(
      standIn(commandsOf(context), open),
      window.registerTreeDataProvider(PEOPLE_VIEW, emptyTree(open)),
      registerPageSerializers(async (panel, state) => (await open()).pages.restore(panel, state)),
      workspace.onDidOpenTextDocument((document) => void this.#look(document)),
      workspace.onDidChangeTextDocument(({document}) => {
        if (isNote(document)) void this.#letIn()
      }),
    )
    for (const document of workspace.textDocuments) void this.#look(document)
  }

  /** Loads everything, once; where that fails, the next who asks tries again. */
  async open(): Promise<Features> {
    this.#features ??= this.#load().catch((error: unknown) => {
      this.#features = undefined
      throw error
    })
    return this.#features
  }

  dispose(): void {
    this.#waiting.dispose()
  }

  async #load(): Promise<Features> {
    const {startFeatures} = await import('./extension.ts')
    this.#waiting.dispose()
    made.features++
    return startFeatures(this.#context)
  }

  async #look(document: TextDocument): Promise<void> {
    if (this.#features || !isMarkdownFile(document)) return
    if (isNote(document) || (await isInNotesFolder(document))) await this.#letIn()
  }

  async #letIn(): Promise<void> {
    await this.open().catch(async (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      await window.showWarningMessage(
        `Strengths Notes could not be loaded (${reason}). Your notes are as they were; reloading the window tries again.`,
      )
    })
  }
}

const isMarkdownFile = ({languageId, uri}: TextDocument): boolean =>
  languageId === 'markdown' && !VIEWS.has(uri.scheme) && uri.scheme !== CELL_SCHEME

const isNote = (document: TextDocument): boolean =>
  isMarkdownFile(document) &&
  document.lineAt(0).text.startsWith('---') &&
  mayBeSessionNote(document.getText())

/** In a folder with `.strengths` every Markdown file is a note. */
async function isInNotesFolder({uri}: TextDocument): Promise<boolean> {
  const folder = folderOf(uri)
  const names = folder.path.split('/')
  const above = names.map((_, index) => names.slice(0, index + 1).join('/')).filter(Boolean)
  const found = await Promise.all(
    above.map(async (path) =>
      workspace.fs.stat(Uri.joinPath(folder.with({path}), '.strengths')).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.includes(true)
}

function commandsOf({extension}: ExtensionContext): string[] {
  const manifest: {contributes: {commands: readonly {readonly command: string}[]}} = extension.packageJSON
  return manifest.contributes.commands.map(({command}) => command)
}

/** The tree of people before anybody has looked at it. */
const emptyTree = (open: () => Promise<unknown>): TreeDataProvider<never> => ({
  getTreeItem: (nobody) => nobody,
  getChildren: async () => {
    await open()
    return []
  },
})
