import {createReadStream, createWriteStream, existsSync} from 'node:fs'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress} from 'node:zlib'
import {cachedFolder} from './cached-folder.ts'
import {unpackArchive, unpackNpmPackage, type NpmPackage} from './npm-package.ts'

/** A headless Chromium, and what its process must find in the environment. */
export interface ProvisionedBrowser {
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
}

const chromium: NpmPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
}

/** Takes a Chromium out of an npm package, once; STRENGTHS_CHROMIUM names another one to use instead. */
export async function provisionBrowser(): Promise<ProvisionedBrowser> {
  const own = process.env['STRENGTHS_CHROMIUM']
  if (own) return {executable: own, env: {}}
  const folder = await cachedFolder(`chromium-${chromium.version}`, fill)
  const env = {LD_LIBRARY_PATH: join(folder, 'system/lib')}
  // Without any font it ends at the first missing letter; where the system has fonts they are the better ones.
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : {FONTCONFIG_PATH: await writeFontList(folder)}
  return {executable: join(folder, 'chromium'), env: {...env, ...fonts}}
}

async function fill(folder: string): Promise<void> {
  const parts = join(folder, 'parts')
  await unpackNpmPackage(chromium, {destination: parts, folder: 'bin'})
  await Promise.all([
    expand(join(parts, 'chromium.br'), join(folder, 'chromium'), 0o755),
    expandArchive(join(parts, 'al2023.tar.br'), join(folder, 'system')),
    expandArchive(join(parts, 'fonts.tar.br'), join(folder, 'fonts')),
  ])
  await rm(parts, {recursive: true})
}

async function expandArchive(packed: string, destination: string): Promise<void> {
  await expand(packed, `${packed}.tar`)
  await unpackArchive(`${packed}.tar`, destination)
}

async function expand(packed: string, destination: string, mode = 0o644): Promise<void> {
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(destination, {mode}))
}

async function writeFontList(folder: string): Promise<string> {
  const list = join(folder, 'font-list')
  await mkdir(list, {recursive: true})
  const lines = [`<dir>${join(folder, 'fonts')}</dir>`, `<cachedir>${join(list, 'cache')}</cachedir>`]
  await writeFile(join(list, 'fonts.conf'), `<fontconfig>${lines.join('')}</fontconfig>\n`)
  return list
}
