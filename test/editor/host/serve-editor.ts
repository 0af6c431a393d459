import {spawn, type ChildProcess} from 'node:child_process'
import {randomUUID} from 'node:crypto'
import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {provisionServer} from './provision-server.ts'
import {writeSettings, type Settings} from './settings.ts'

export interface ServeOptions {
  /** Where everything of this run is kept; without it a temporary folder, removed at the end. */
  readonly home?: string
  /** 0, the default, is any free port. */
  readonly port?: number
  readonly userData?: string
  readonly extensions?: string
  readonly settings?: Settings
  /** Opened by a page that does not ask for another one. */
  readonly folder?: string
  /** Answers only to who has the secret in the address: for a server that people leave running. */
  readonly token?: boolean
  /** Lets a page run a suite of tests, as the smoke tests of VS Code do. */
  readonly automation?: boolean
}

export interface LogFile {
  readonly relativePath: string
  readonly contents: string
}

/** A VS Code that answers on the loopback address until it is closed, or until this process ends. */
export interface ServedEditor {
  readonly url: string
  readonly home: string
  /** The logs of its extension hosts, by their file's name. */
  logs(): Promise<readonly LogFile[]>
  close(): Promise<void>
}

const flags = [
  '--host=127.0.0.1',
  '--accept-server-license-terms',
  '--disable-workspace-trust',
  '--disable-update-check',
  '--disable-getting-started-override',
  '--telemetry-level=off',
]

/** Starts the server of VS Code. */
export async function serveEditor(options: ServeOptions = {}): Promise<ServedEditor> {
  const {node, main} = await provisionServer()
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'strengths-')))
  const userData = options.userData ?? join(home, 'user')
  const token = options.token ? randomUUID() : ''
  await writeSettings(userData, options.settings)
  const server = spawn(
    node,
    [
      `--require=${join(import.meta.dirname, 'guard.cjs')}`,
      main,
      ...flags,
      `--port=${options.port ?? 0}`,
      `--server-data-dir=${join(home, 'server')}`,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${options.extensions ?? join(home, 'extensions')}`,
      ...(options.folder ? [`--default-folder=${options.folder}`] : []),
      token ? `--connection-token=${token}` : '--without-connection-token',
      ...(options.automation ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      // Its own process group, so that its extension hosts end with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, EXTENSIONS_GALLERY: '{}', STRENGTHS_EDITOR_HOME: home, TMPDIR: home},
    },
  )
  const close = async (): Promise<void> => {
    await endGroup(server)
    if (!options.home) await rm(home, {recursive: true, force: true})
  }
  try {
    const url = `http://127.0.0.1:${await listeningPort(server)}/${token && `?tkn=${token}`}`
    return {url, home, close, logs: () => readLogs(join(userData, 'logs'))}
  } catch (error) {
    await close()
    throw error
  }
}

async function listeningPort(server: ChildProcess): Promise<number> {
  let said = ''
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void =>
      reject(new Error(`The server of VS Code ${reason}. It said:\n${said}`))
    const timer = setTimeout(() => fail('was not ready after 30 seconds'), 30_000)
    const listen = (data: Buffer): void => {
      said += data.toString()
      const port = /agent listening on (\d+)/.exec(said)?.[1]
      if (!port) return
      clearTimeout(timer)
      resolve(Number(port))
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('error', (error) => fail(`could not be started (${error.message})`))
    server.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
  })
}

/** Asks first: an extension host that ends by itself still writes its coverage. */
async function endGroup(server: ChildProcess): Promise<void> {
  if (!server.pid) return
  const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-server.pid, signal)
    } catch {
      return
    }
    await Promise.race([ended, wait(2000, undefined, {ref: false})])
  }
}

async function readLogs(folder: string): Promise<readonly LogFile[]> {
  const entries = await readdir(folder, {recursive: true}).catch(() => [])
  const read = async (relativePath: string): Promise<LogFile> => ({
    relativePath,
    contents: await readFile(join(folder, relativePath), 'utf8'),
  })
  return Promise.all(entries.filter((entry) => entry.endsWith('.log')).map(read))
}
