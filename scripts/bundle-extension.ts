import {readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {build, transform, type BuildOptions, type Metafile, type OutputFile, type Plugin} from 'esbuild'

/** The two extension hosts of VS Code: Node, and the web worker of a browser. */
export type Host = 'node' | 'web'

/** A file of the extension's code. */
export interface CodeFile {
  readonly name: string
  readonly text: string
  readonly map: string
  /** What it was made from. */
  readonly sources: readonly string[]
  /** The source whose `import()` loads it; undefined for what several share. */
  readonly starts: string | undefined
  /** The files that must be there before this one runs, itself included. */
  readonly needs: readonly string[]
}

const ENTRY = 'extension'
/** The manifest calls `.js` ES modules, which a browser's host runs none of. */
const SUFFIX = '.cjs'
export const folderOf = (host: Host): string => `dist/${host}`

interface Manifest {
  readonly name: string
  readonly publisher: string
}

const root = join(import.meta.dirname, '..')

/** The Markdown libraries can also write what they read. We write text, never trees, so this half stays out. */
const withoutWriting: Plugin = {
  name: 'without writing of Markdown',
  setup(build) {
    build.onResolve({filter: /^mdast-util-to-markdown$|^stringify-entities$/}, ({path}) => ({
      path,
      namespace: 'left-out',
    }))
    build.onLoad({filter: /.*/, namespace: 'left-out'}, () => ({
      contents: 'export const defaultHandlers = {}, stringifyEntitiesLight = undefined',
    }))
  },
}

const OPTIONS: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  // The browser builds of libraries for both hosts, so that the same code runs in each.
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  // A worker has no page whose parser could be lent.
  conditions: ['worker'],
  external: ['vscode'],
  plugins: [withoutWriting],
  // Libraries ask for it in vain where there is none.
  define: {process: 'undefined'},
  write: false,
  logLevel: 'warning',
  legalComments: 'none',
}

/**
 * The code of the extension for one host: the entry, and files that each `import()` of the sources loads when it is
 * called. Neither host loads ES modules out of an installed extension in every version that we support, so all of
 * it becomes CommonJS.
 */
export async function bundleExtension(host: Host): Promise<readonly CodeFile[]> {
  const {outputFiles, metafile} = await build({
    ...OPTIONS,
    entryPoints: {[ENTRY]: 'src/vscode/entry.ts'},
    outdir: folderOf(host),
    outExtension: {'.js': SUFFIX},
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    minify: host === 'web',
    sourcemap: 'inline',
    metafile: true,
    write: false,
  })
  const files = await Promise.all(outputFiles.map(async (file) => asCommonJs(file, metafile, host)))
  return host === 'node' ? files : withLoader(files)
}

async function asCommonJs({path, text}: OutputFile, metafile: Metafile, host: Host): Promise<CodeFile> {
  const name = basename(path)
  const {inputs, entryPoint: starts} = outputOf(metafile, host, name)
  const needs = needsOf(metafile, host, name)
  const loaded = host === 'node' ? text : callLoader(text, name, metafile)
  const {code, map} = await transform(loaded, {
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    // The Node host finds `require` of a file quicker than `import`, and every version of it can.
    supported: {'dynamic-import': false},
    minify: host === 'web',
    sourcemap: 'external',
    sourcefile: name,
    legalComments: 'none',
  })
  return {name, text: code, map, sources: Object.keys(inputs), starts, needs}
}

/** Puts the loader's call in the place of each `import()`. */
function callLoader(text: string, name: string, metafile: Metafile): string {
  const dynamic = outputOf(metafile, 'web', name).imports.filter(({kind}) => kind === 'dynamic-import')
  return [...new Set(dynamic.map(({path}) => basename(path)))].reduce((code, part) => {
    const call = `import("./${part}")`
    if (!code.includes(call)) throw new Error(`${name} does not load ${part} as expected.`)
    const files = needsOf(metafile, 'web', part).toReversed()
    return code.replaceAll(call, `$parts.load(${files.map((file) => JSON.stringify(file)).join(',')})`)
  }, text)
}

/** A browser's host loads one file, so the entry brings what it needs, and the loader of the rest, with it. */
async function withLoader(files: readonly CodeFile[]): Promise<readonly CodeFile[]> {
  const entry = files.find(({name}) => name === `${ENTRY}${SUFFIX}`)
  if (!entry) throw new Error('The entry was not made.')
  const {name: id, publisher} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest
  const loader = await build({
    ...OPTIONS,
    entryPoints: ['src/vscode/part-loader.ts'],
    format: 'iife',
    globalName: '$loader',
    minify: true,
    write: false,
  })
  const included = entry.needs.map((need) => files.find(({name}) => name === need) ?? entry)
  const place = [`${publisher}.${id}`, folderOf('web')].map((word) => JSON.stringify(word)).join(',')
  const text = [
    `"use strict";${loader.outputFiles[0]?.text.trim()}`,
    `var $parts=new $loader.PartLoader(${place},require);`,
    ...included.map(
      (file) =>
        `$parts.define(${JSON.stringify(file.name)},function(module,exports,require,$parts){\n${file.text}});`,
    ),
    `module.exports=$parts.get(${JSON.stringify(entry.name)});`,
  ].join('\n')
  const whole = {...entry, text, needs: [entry.name], sources: included.flatMap(({sources}) => sources)}
  const inEntry = new Set(entry.needs)
  return [
    whole,
    // Older hosts of a browser put `.js` at the end of what the manifest names.
    {...whole, name: `${whole.name}.js`, starts: undefined},
    ...files
      .filter(({name}) => !inEntry.has(name))
      .map((file) => ({...file, needs: file.needs.filter((need) => !inEntry.has(need))})),
  ]
}

/** The files that a file loads before it runs, those that need nothing first and itself last. */
function needsOf(metafile: Metafile, host: Host, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return []
  seen.add(name)
  const needs = outputOf(metafile, host, name).imports.filter(({kind}) => kind === 'import-statement')
  return [
    ...needs
      .filter(({external}) => !external)
      .flatMap(({path}) => needsOf(metafile, host, basename(path), seen)),
    name,
  ]
}

function outputOf(metafile: Metafile, host: Host, name: string): Metafile['outputs'][string] {
  const output = metafile.outputs[`${folderOf(host)}/${name}`]
  if (!output) throw new Error(`${name} is not among what was made.`)
  return output
}
