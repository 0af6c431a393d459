// Makes what the manifest's `main`, `browser` and `bin` point to, and the language packs and their model as files of data.
import {copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {build, type BuildOptions} from 'esbuild'
import {bundleExtension, folderOf, type Host} from './bundle-extension.ts'
import {language, problems} from './read-language.ts'
import {profileProblems, profiles} from './read-profiles.ts'

const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const cli: BuildOptions = {
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli.mjs',
  bundle: true,
  target: 'node20',
  platform: 'node',
  mainFields: ['module', 'main'],
  format: 'esm',
  define: {VERSION: JSON.stringify(version)},
  logLevel: 'warning',
  legalComments: 'none',
  // CommonJS libraries inside an ES module want a `require`.
  banner: {
    js: '#!/usr/bin/env node\nimport {createRequire as $createRequire} from "node:module"; const require = $createRequire(import.meta.url);',
  },
}

/** One folder a host; what an earlier build left there goes, as the names of the files change with what they hold. */
async function writeExtension(host: Host): Promise<void> {
  const files = await bundleExtension(host)
  const folder = new URL(`../${folderOf(host)}/`, import.meta.url)
  mkdirSync(folder, {recursive: true})
  for (const {name, text, map} of files) {
    writeFileSync(new URL(name, folder), `${text}//# sourceMappingURL=${name}.map\n`)
    writeFileSync(new URL(`${name}.map`, folder), map)
  }
  const made = new Set(files.flatMap(({name}) => [name, `${name}.map`]))
  for (const old of readdirSync(folder).filter((name) => !made.has(name))) rmSync(new URL(old, folder))
}

const wrong = [...problems, ...profileProblems]
for (const {file, line, message} of wrong) console.error(`${file}:${line}  ${message}`)
if (wrong.length > 0) process.exit(1)

mkdirSync(new URL('../dist', import.meta.url), {recursive: true})
writeFileSync(new URL('../dist/language.json', import.meta.url), JSON.stringify(language))
writeFileSync(new URL('../dist/ehr.json', import.meta.url), JSON.stringify(profiles))
copyFileSync(
  new URL('../language/en/model.bin', import.meta.url),
  new URL('../dist/model.bin', import.meta.url),
)
const templates = new URL('../templates/', import.meta.url)
const templateTexts = readdirSync(templates)
  .filter((name) => name.endsWith('.md'))
  .toSorted()
  .map((name) => [name.slice(0, -'.md'.length), readFileSync(new URL(name, templates), 'utf8')] as const)
writeFileSync(
  new URL('../dist/templates.json', import.meta.url),
  JSON.stringify(Object.fromEntries(templateTexts)),
)
await Promise.all([build(cli), writeExtension('node'), writeExtension('web')])
