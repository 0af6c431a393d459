import {cp, mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {downloadAndUnzipVSCode, runTests, SilentReporter, TestRunFailedError} from '@vscode/test-electron'
import {build} from 'esbuild'
import {canServe} from './host/provision-server.ts'
import {writeSettings} from './host/settings.ts'
import type {SuiteResult} from './suite-index.ts'

const here = import.meta.dirname
const root = join(here, '../..')
// Inside the extension's folder, or VS Code would not know whose tests they are; not in what is packaged.
const suite = join(root, '.vscode-test/editor-suite.cjs')

/** Runs the editor suite inside a real VS Code, and says at the end what passed. */
async function main(): Promise<number> {
  const {values} = parseArgs({options: {grep: {type: 'string', short: 'g'}}})
  const executable = await editorExecutable()
  const home = await mkdtemp(join(tmpdir(), 'strengths-'))
  try {
    const code = await runSuite(executable, home, values.grep)
    const result = await readResult(home)
    console.log(result ? summary(result) : 'The suite did not run to its end.')
    return code === 0 && !result?.passed ? 1 : code
  } finally {
    await rm(home, {recursive: true, force: true})
  }
}

/** All test files in one bundle, declared only when the index has mocha ready. */
async function bundleSuite(): Promise<void> {
  const files = (await readdir(join(here, 'suite'), {recursive: true}))
    .filter((file) => file.endsWith('.test.ts'))
    .toSorted()
  const requires = files.map((file) => `require(${JSON.stringify(`./suite/${file.replaceAll('\\', '/')}`)})`)
  await build({
    stdin: {
      contents: `import {runSuite} from './suite-index.ts'
export const run = () => runSuite(() => {${requires.join(';')}})`,
      resolveDir: here,
    },
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: true,
    logLevel: 'warning',
    // Mocha looks for its parallel workers so; nothing here starts any.
    logOverride: {'require-resolve-not-external': 'silent'},
  })
}

async function runSuite(executable: string, home: string, grep: string | undefined): Promise<number> {
  const workspace = join(home, 'workspace')
  const userData = join(home, 'user')
  await cp(join(here, 'workspace'), workspace, {recursive: true})
  await writeSettings(userData)
  await bundleSuite()
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(home, 'extensions')}`,
      ],
      extensionTestsEnv: {
        STRENGTHS_EDITOR_HOME: home,
        STRENGTHS_EDITOR_RESULT: resultFile(home),
        ...(grep && {STRENGTHS_EDITOR_GREP: grep}),
        ...(process.stdout.isTTY && {STRENGTHS_EDITOR_COLOR: '1'}),
      },
    })
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1
    throw error
  }
}

/** A desktop VS Code where there is one to be had and a screen to show it, else the served one. */
async function editorExecutable(): Promise<string> {
  const served = join(here, 'host/code.sh')
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

const resultFile = (home: string): string => join(home, 'result.json')

async function readResult(home: string): Promise<SuiteResult | undefined> {
  const text = await readFile(resultFile(home), 'utf8').catch(() => undefined)
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
