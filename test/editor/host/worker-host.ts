import type {Page} from 'playwright-core'
import type {Settings} from './settings.ts'

export interface WorkerExtension {
  /** `publisher.name` */
  readonly id: string
  readonly extension: string
  readonly suite: string
}

/** Sends an extension that could also run in Node to the web worker. */
export const inWorker = (id: string): Settings => ({'remote.extensionKind': {[id]: ['web']}})

/**
 * Has the page's workbench load an extension under development, and its tests, in the web worker host. An address can
 * say so only for the Node host, so this goes into the configuration that the page is served with.
 */
export async function developInWorker(
  page: Page,
  server: string,
  {extension, suite}: WorkerExtension,
): Promise<void> {
  const {host} = new URL(server)
  const uri = (path: string): object => ({$mid: 1, scheme: 'vscode-remote', authority: host, path})
  const developmentOptions = {extensions: [uri(extension)], extensionTestsPath: uri(suite)}
  // A route would be simpler, and then Chromium closes every web socket of the page.
  await page.addInitScript({content: `(${PATCH})(${JSON.stringify(developmentOptions)})`})
}

/** Runs in the page. */
const PATCH = `(options) => {
  const {getElementById} = Document.prototype
  Document.prototype.getElementById = function (id) {
    const element = getElementById.call(this, id)
    if (id !== 'vscode-workbench-web-configuration' || !element) return element
    const settings = JSON.parse(element.dataset.settings)
    // The server has put there that the page is driven.
    const developmentOptions = {...settings.developmentOptions, ...options}
    element.dataset.settings = JSON.stringify({...settings, developmentOptions})
    return element
  }
}`
