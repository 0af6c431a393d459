import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {driveSuite, restoredFileIn} from './drive-suite.ts'
import {provisionServer} from './provision-server.ts'
import {serveEditor} from './serve-editor.ts'

/** Takes the command line of a desktop VS Code, and does what it asks in a served one. */
async function main(args: readonly string[]): Promise<number> {
  endWithParent()
  const {values, positionals} = parseArgs({
    args: [...args],
    strict: false,
    options: {
      extensionDevelopmentPath: {type: 'string'},
      extensionTestsPath: {type: 'string'},
      'extensions-dir': {type: 'string'},
      'user-data-dir': {type: 'string'},
    },
  })
  const text = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  const extension = text('extensionDevelopmentPath')
  const suite = text('extensionTestsPath')
  if (!extension || !suite) return commandLine(args)

  const folder = positionals.at(-1)
  const userData = text('user-data-dir')
  const extensions = text('extensions-dir')
  return inHome(async (home) => {
    const editor = await serveEditor({
      home,
      automation: true,
      ...(userData && {userData}),
      ...(extensions && {extensions}),
    })
    try {
      return await driveSuite({
        editor,
        request: {
          extension,
          suite,
          disableExtensions: values['disable-extensions'] === true,
          ...(folder && {folder}),
        },
        restoredFile: restoredFileIn(home),
        limitSeconds: Number(process.env['STRENGTHS_EDITOR_SECONDS'] ?? 600),
        print: (line) => process.stdout.write(`${line}\n`),
      })
    } finally {
      await editor.close()
    }
  })
}

/** `--version`, `--install-extension` and the like: the server knows them all. */
async function commandLine(args: readonly string[]): Promise<number> {
  const {node, main: server} = await provisionServer()
  return spawnSync(node, [server, '--accept-server-license-terms', ...args], {stdio: 'inherit'}).status ?? 1
}

/** Keeps everything of a run in one folder, the browser's files too. */
async function inHome(use: (home: string) => Promise<number>): Promise<number> {
  const given = process.env['STRENGTHS_EDITOR_HOME']
  const home = given ?? mkdtempSync(join(tmpdir(), 'strengths-'))
  process.env['TMPDIR'] = home
  try {
    return await use(home)
  } finally {
    if (!given) rmSync(home, {recursive: true, force: true})
  }
}

/** The caller may also be killed without a chance to stop us. The server and Chromium then follow by themselves. */
function endWithParent(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1)
  }, 500).unref()
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
