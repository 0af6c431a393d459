import {Disposable, type WebviewPanel} from 'vscode'
import {registerPageSerializers} from './page-serializers.ts'
import type {PageTools} from './page-tools.ts'
import type {Pages} from './pages.ts'
import {removeOldCopies} from './print-copies.ts'
import {whenCalled} from '../when-called.ts'

const COMMANDS = [
  'strengths.showPersonPage',
  'strengths.showWeek',
  'strengths.showCaseload',
  'strengths.readAsPerson',
  'strengths.readAsSpecialist',
  'strengths.exportPage',
  'strengths.printPage',
]

/** Loads the pages once one is asked for, or was open before the window was loaded anew. */
export class PageDoor implements Disposable {
  readonly #tools: PageTools
  readonly #subscriptions: Disposable
  #pages: Promise<Pages> | undefined

  constructor(tools: PageTools) {
    this.#tools = tools
    this.#subscriptions = Disposable.from(
      whenCalled(COMMANDS, async () => {
        const pages = await this.load()
        return {register: () => pages.register()}
      }),
      registerPageSerializers(async (panel, state) => this.restore(panel, state)),
    )
    void removeOldCopies(tools.storage)
  }

  async load(): Promise<Pages> {
    this.#pages ??= import('./pages.ts').then(
      ({Pages}) => new Pages(this.#tools),
      (error: unknown) => {
        this.#pages = undefined
        throw error
      },
    )
    return this.#pages
  }

  /** Shows again what a panel showed before the window was loaded anew. */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    await (await this.load()).restore(panel, state)
  }

  dispose(): void {
    this.#subscriptions.dispose()
    void this.#pages?.then((pages) => pages.dispose())
  }
}
