import {existsSync} from 'node:fs'
import {build} from 'esbuild'

const shared = {bundle: true, sourcemap: true, target: 'node20', logLevel: 'warning'}

const bundles = [
  {
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.cjs',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.mjs',
    // The platform `node` would pick the CommonJS of a library, whose `require` dies at start in a module.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    external: ['node:*'],
    banner: {js: '#!/usr/bin/env node'},
  },
]

for (const bundle of bundles) {
  if (bundle.entryPoints.every((entry) => existsSync(entry))) await build({...shared, ...bundle})
}
