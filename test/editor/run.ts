import {cp, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {downloadAndUnzipVSCode, runTests, SilentReporter, TestRunFailedError} from '@vscode/test-electron'
import {bundleSuite} from './bundle-suite.ts'
import {driveSuite, restoredFileIn} from './host/drive-suite.ts'
import {copyExtension} from './host/install-extension.ts'
import {canServe} from './host/provision-server.ts'
import {serveEditor} from './host/serve-editor.ts'
import {writeSettings} from './host/settings.ts'
import {stackPrinter} from './host/stack-printer.ts'
import {inWorker} from './host/worker-host.ts'
import type {SuiteResult} from './suite-index.ts'
import type {SuiteOptions} from './suite-options.ts'

const here = import.meta.dirname
const root = join(here, '../..')
const served = join(here, 'host/code.sh')
const ID = 'strengths-notes.strengths-notes'

type Host = SuiteOptions['host']
const HOSTS: Readonly<Record<string, readonly Host[]>> = {node: ['node'], web: ['web'], both: ['node', 'web']}
const NAMES: Readonly<Record<Host, string>> = {node: 'Node extension host', web: 'web worker extension host'}

/** Runs the editor suite inside a real VS Code, in each of its two kinds of host, and says at the end what passed. */
async function main(): Promise<number> {
  const {values} = parseArgs({
    options: {grep: {type: 'string', short: 'g'}, host: {type: 'string', default: 'both'}},
  })
  const hosts = HOSTS[values.host]
  if (!hosts) throw new Error(`--host is ${Object.keys(HOSTS).join(', ')}, not ${values.host}.`)
  // Both hosts have the same files, whatever is built meanwhile.
  const built = await mkdtemp(join(tmpdir(), 'strengths-'))
  try {
    await copyExtension(root, built)
    const codes: number[] = []
    for (const host of hosts) {
      if (host === 'web' && !canServe && values.host === 'both') {
        console.log(`The ${NAMES.web} needs a served VS Code, which is made for Linux on x64: not run.`)
        continue
      }
      console.log(`In the ${NAMES[host]}:`)
      codes.push(await runIn(host, built, values.grep))
    }
    return codes.find((code) => code !== 0) ?? 0
  } finally {
    await rm(built, {recursive: true, force: true})
  }
}

async function runIn(host: Host, built: string, grep: string | undefined): Promise<number> {
  const executable = host === 'node' ? await editorExecutable() : served
  const home = await mkdtemp(join(tmpdir(), 'strengths-'))
  const options: SuiteOptions = {
    host,
    grep,
    color: process.stdout.isTTY,
    forbidOnly: Boolean(process.env['CI']),
    resultFile: join(home, 'result.json'),
    restoredFile: executable === served ? restoredFileIn(home) : undefined,
  }
  try {
    const place = await prepare(home, built, options)
    const code = host === 'node' ? await inNode(executable, place) : await inBrowser(place)
    const result = await readResult(options)
    console.log(result ? summary(result) : 'The suite did not run to its end.')
    return code === 0 && !result?.passed ? 1 : code
  } finally {
    await rm(home, {recursive: true, force: true})
  }
}

/** The folders of one run. */
interface Place {
  readonly home: string
  readonly workspace: string
  readonly userData: string
  readonly extension: string
  /** Inside the extension's folder, or VS Code would not know whose tests they are. */
  readonly suite: string
}

/** Copies what is worked on: the folder that is open, and the extension as it would be packaged. */
async function prepare(home: string, built: string, options: SuiteOptions): Promise<Place> {
  const place: Place = {
    home,
    workspace: join(home, 'workspace'),
    userData: join(home, 'user'),
    extension: join(home, 'extension'),
    suite: join(home, 'extension/suite.cjs'),
  }
  await cp(join(here, 'workspace'), place.workspace, {recursive: true})
  await cp(built, place.extension, {recursive: true})
  await bundleSuite(place.suite, options)
  return place
}

async function inNode(executable: string, place: Place): Promise<number> {
  const {home, workspace, userData, extension, suite} = place
  await writeSettings(userData)
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(home, 'extensions')}`,
      ],
      extensionTestsEnv: {STRENGTHS_EDITOR_HOME: home},
    })
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1
    throw error
  }
}

async function inBrowser({home, workspace, userData, extension, suite}: Place): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  const editor = await serveEditor({home, userData, automation: true, settings: inWorker(ID)})
  const print = await stackPrinter(suite)
  try {
    return await driveSuite({
      editor,
      request: {folder: workspace, disableExtensions: true},
      worker: {id: ID, extension, suite},
      restoredFile: restoredFileIn(home),
      limitSeconds: Number(process.env['STRENGTHS_EDITOR_SECONDS'] ?? 600),
      print: (line) => process.stdout.write(`${print(line)}\n`),
    })
  } finally {
    await editor.close()
  }
}

/** A desktop VS Code where there is one to be had and a screen to show it, else the served one. */
async function editorExecutable(): Promise<string> {
  const wish = process.env['STRENGTHS_EDITOR_HOST']
  if (wish === 'served') return served
  if (wish && wish !== 'desktop') throw new Error(`STRENGTHS_EDITOR_HOST is desktop or served, not ${wish}.`)
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (!wish && !hasScreen && canServe) return served
  try {
    return await downloadAndUnzipVSCode({reporter: new SilentReporter()})
  } catch (error) {
    if (!wish && canServe) return served
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `No VS Code to run the tests in: the desktop one could not be downloaded (${reason})` +
        (canServe ? '.' : ', and one from npm is made for Linux on x64 only.'),
      {cause: error},
    )
  }
}

async function readResult({resultFile}: SuiteOptions): Promise<SuiteResult | undefined> {
  const text = await readFile(resultFile, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as SuiteResult)
}

const summary = ({passed, failed, pending}: SuiteResult): string =>
  `${passed} passed, ${failed} failed${pending ? `, ${pending} pending` : ''}`

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  },
)
