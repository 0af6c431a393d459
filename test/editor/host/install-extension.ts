import {cp, readFile} from 'node:fs/promises'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {listFiles, PackageManager} from '@vscode/vsce'

interface Manifest {
  readonly name: string
  readonly publisher: string
  readonly version: string
  readonly main: string
  readonly browser: string
}

/** Copies into an extensions folder exactly the files that the .vsix would hold, so that a forgotten one shows. */
export async function installExtension(source: string, extensions: string): Promise<void> {
  const {name, publisher, version} = await readManifest(source)
  await copyExtension(source, join(extensions, `${publisher}.${name}-${version}`))
}

/** The same into any folder. */
export async function copyExtension(source: string, destination: string): Promise<void> {
  const {main, browser} = await readManifest(source)
  for (const file of [main, browser])
    if (!existsSync(join(source, file)))
      throw new Error(`${file} is not there yet: \`npm run build\` makes it.`)
  for (const file of await listFiles({cwd: source, packageManager: PackageManager.None}))
    await cp(join(source, file), join(destination, file))
}

const readManifest = async (source: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as Manifest
