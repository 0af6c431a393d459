// The fold's bench as what ships, bundled like the command line: node --import tsx bench/run.ts [NOTES]
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {build} from 'esbuild'

// Inside the checkout, so that a bundle finds packages that it leaves outside.
mkdirSync('dist', {recursive: true})
const folder = mkdtempSync(join('dist', 'bench-'))
try {
  const outfile = join(folder, 'fold.mjs')
  await build({
    entryPoints: [join('bench', 'fold.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  const {status} = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {stdio: 'inherit'})
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, {recursive: true})
}
