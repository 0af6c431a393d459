import './mark-console.ts'
import {setTimeout as wait} from 'node:timers/promises'
import Mocha from 'mocha'
import {extensions, Uri, workspace} from 'vscode'
import {stackMapper} from './map-stack.ts'
import {suiteOptions} from './suite-options.ts'

/** What the suite tells the script that started VS Code. */
export interface SuiteResult {
  readonly passed: number
  readonly failed: number
  readonly pending: number
}

/** Runs the tests that `load` declares, inside the extension host of a VS Code that has come to rest. */
export async function runSuite(load: () => void): Promise<void> {
  const {color, forbidOnly, grep, resultFile} = suiteOptions
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: 20_000,
    color,
    forbidOnly,
    ...(grep !== undefined && {grep}),
  })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  load()
  await settle()
  const result = await run(mocha)
  await workspace.fs.writeFile(onMachine(resultFile), new TextEncoder().encode(JSON.stringify(result)))
  if (result.failed > 0) throw plainError(`${result.failed} failed.`)
  if (result.passed === 0) throw plainError('No test ran.')
}

/** A path of the machine that the open folder is on. */
function onMachine(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri
  return !folder || folder.scheme === 'file' ? Uri.file(path) : folder.with({path})
}

/** VS Code prints the stack of what a suite throws, and ours says nothing. */
function plainError(message: string): Error {
  return Object.assign(new Error(message), {stack: message})
}

async function run(mocha: Mocha): Promise<SuiteResult> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const {passes: passed = 0, failures: failed = 0, pending = 0} = runner.stats ?? {}
      resolve({passed, failed, pending})
    })
    const mapStack = stackMapper()
    runner.on('fail', (_, error: Error) => {
      if (error.stack) error.stack = mapStack(error.stack)
    })
  })
}

/**
 * Waits for the window, then for the extensions that come with a Markdown file. VS Code cancels a request for code
 * actions when their providers change meanwhile, so a suite that starts earlier loses some by chance.
 */
async function settle(): Promise<void> {
  const {restoredFile} = suiteOptions
  if (restoredFile !== undefined) await untilThere(onMachine(restoredFile))
  const early = new Set(['*', 'onStartupFinished', 'onLanguage:markdown'])
  const comesEarly = (manifest: {readonly activationEvents?: readonly string[]}): boolean =>
    manifest.activationEvents?.some((event) => early.has(event)) ?? false
  const wanted = extensions.all.filter(({packageJSON}) => comesEarly(packageJSON))
  await Promise.allSettled(wanted.map((extension) => extension.activate()))
}

async function untilThere(file: Uri): Promise<void> {
  const deadline = Date.now() + 60_000
  const isThere = async (): Promise<boolean> =>
    workspace.fs.stat(file).then(
      () => true,
      () => false,
    )
  while (!(await isThere())) {
    if (Date.now() > deadline) throw new Error('The window was not restored within 60 seconds.')
    await wait(50)
  }
}
