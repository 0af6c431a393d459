import {execFile} from 'node:child_process'
import {mkdir, rm} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {promisify} from 'node:util'

const run = promisify(execFile)

/** A package of the npm registry, pinned to the bytes that were tried. */
export interface NpmPackage {
  readonly name: string
  readonly version: string
  readonly integrity: string
}

/** What to take out of a package: `folder` becomes the destination itself. */
export interface Unpacking {
  readonly destination: string
  readonly folder: string
  readonly exclude?: readonly string[]
}

/** Fetches one package with `npm pack` and unpacks one folder of it. No script of the package runs. */
export async function unpackNpmPackage(wanted: NpmPackage, unpacking: Unpacking): Promise<void> {
  const {destination, folder, exclude = []} = unpacking
  const downloads = join(destination, '.download')
  await mkdir(downloads, {recursive: true})
  const archive = await pack(wanted, downloads)
  const member = `package/${folder}`
  const options = [`--strip-components=${member.split('/').length}`, '--no-same-owner']
  for (const pattern of exclude) options.push(`--exclude=${member}/${pattern}`)
  await unpackArchive(archive, destination, [...options, member])
  await rm(downloads, {recursive: true})
}

/** Unpacks a tar archive with the system's own `tar`. */
export async function unpackArchive(
  archive: string,
  destination: string,
  options: readonly string[] = [],
): Promise<void> {
  await mkdir(destination, {recursive: true})
  try {
    await run('tar', ['-xf', archive, '-C', destination, ...options])
  } catch (error) {
    throw new Error(
      `Could not unpack ${basename(archive)} with tar, which the served VS Code needs: ${reasonOf(error)}`,
      {cause: error},
    )
  }
}

/** Installs what a folder's package.json and package-lock.json say. No script of any package runs. */
export async function installLocked(folder: string): Promise<void> {
  await npm(
    'the small packages of VS Code',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund'],
    folder,
  )
}

async function pack(wanted: NpmPackage, folder: string): Promise<string> {
  const spec = `${wanted.name}@${wanted.version}`
  const output = await npm(spec, ['pack', spec, '--json', '--pack-destination', folder])
  const [packed] = JSON.parse(output) as {filename: string; integrity: string}[]
  if (packed?.integrity !== wanted.integrity) {
    throw new Error(`The registry handed out another ${spec} than the one that was tried: not used.`)
  }
  return join(folder, packed.filename)
}

// Npm itself would try for more than a minute where nothing answers.
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000']

async function npm(what: string, args: readonly string[], cwd?: string): Promise<string> {
  try {
    const options = {...(cwd && {cwd}), maxBuffer: 2 ** 26}
    return (await run('npm', [...args, '--loglevel=error', ...patience], options)).stdout
  } catch (error) {
    throw new Error(
      `Could not fetch ${what}, a part of the served VS Code: see that \`npm ping\` answers, ` +
        `then run this again. ${reasonOf(error)}`,
      {cause: error},
    )
  }
}

function reasonOf(error: unknown): string {
  const {stderr, message} = error as {stderr?: string; message: string}
  const lines = (stderr || message).split('\n').filter((line) => line.trim() && !line.startsWith('npm warn'))
  return lines.find((line) => !/^npm error (code|errno|type|syscall|address|port) /.test(line)) ?? message
}
