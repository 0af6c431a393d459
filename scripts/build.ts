// Makes what the manifest's `main` and `bin` point to: two bundles, and the language packs as one file.
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {build, type BuildOptions} from 'esbuild'
import {language, problems} from './read-language.ts'

const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const shared: BuildOptions = {bundle: true, target: 'node20', logLevel: 'warning', legalComments: 'none'}

const bundles: readonly BuildOptions[] = [
  {
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.cjs',
    platform: 'node',
    // The browser builds of libraries, so that the same code runs in a worker.
    mainFields: ['browser', 'module', 'main'],
    format: 'cjs',
    external: ['vscode'],
    sourcemap: true,
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.mjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    define: {VERSION: JSON.stringify(version)},
    // CommonJS libraries inside an ES module want a `require`.
    banner: {
      js: '#!/usr/bin/env node\nimport {createRequire as $createRequire} from "node:module"; const require = $createRequire(import.meta.url);',
    },
  },
]

for (const {file, line, message} of problems) console.error(`${file}:${line}  ${message}`)
if (problems.length > 0) process.exit(1)

mkdirSync(new URL('../dist', import.meta.url), {recursive: true})
// A rule's own sentences are its proof and its page; the tools that run have no use for most of them.
writeFileSync(new URL('../dist/language.json', import.meta.url), JSON.stringify(language))
copyFileSync(
  new URL('../language/en/model.bin', import.meta.url),
  new URL('../dist/model.bin', import.meta.url),
)
for (const bundle of bundles) await build({...shared, ...bundle})
