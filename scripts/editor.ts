import {once} from 'node:events'
import {mkdtemp, rm, stat} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join, relative, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {installExtension} from '../test/editor/host/install-extension.ts'
import {serveEditor} from '../test/editor/host/serve-editor.ts'

const root = join(import.meta.dirname, '..')

/** Serves a VS Code with the built extension to any browser on this machine, until Ctrl+C. */
async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {port: {type: 'string', default: '8123'}},
  })
  const folder = resolve(positionals[0] ?? join(root, 'examples'))
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new Error(`There is no folder ${folder}.`)
  const home = await mkdtemp(join(tmpdir(), 'strengths-'))
  const extensions = join(home, 'extensions')
  try {
    await installExtension(root, extensions)
    const port = await freePort(Number(values.port))
    const editor = await serveEditor({home, extensions, port, folder, token: true})
    console.log(`VS Code with Strengths Notes: ${editor.url}`)
    console.log(
      `Open: ${relative(process.cwd(), folder) || '.'}. These are the files themselves: a save changes them.`,
    )
    console.log('Settings made in that window are gone at the end. Ctrl+C ends it.')
    await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)))
    await editor.close()
  } finally {
    await rm(home, {recursive: true, force: true})
  }
}

/** The wanted port, or 0 for any other where it is taken. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer()
  try {
    probe.listen(wanted, '127.0.0.1')
    await once(probe, 'listening')
    return wanted
  } catch {
    return 0
  } finally {
    probe.close()
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
