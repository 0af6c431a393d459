import {cp, readFile} from 'node:fs/promises'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {listFiles, PackageManager} from '@vscode/vsce'

interface Manifest {
  readonly name: string
  readonly publisher: string
  readonly version: string
  readonly main: string
}

/** Copies into an extensions folder exactly the files that the .vsix would hold, so that a forgotten one shows. */
export async function installExtension(source: string, extensions: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as Manifest
  const {name, publisher, version, main} = manifest
  if (!existsSync(join(source, main)))
    throw new Error(`${main} is not there yet: \`npm run build\` makes it.`)
  const destination = join(extensions, `${publisher}.${name}-${version}`)
  for (const file of await listFiles({cwd: source, packageManager: PackageManager.None})) {
    await cp(join(source, file), join(destination, file))
  }
}
