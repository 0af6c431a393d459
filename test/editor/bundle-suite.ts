import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {build, type BuildOptions, type Plugin} from 'esbuild'
import type {SuiteOptions} from './suite-options.ts'

const here = import.meta.dirname

/** What a browser has none of, and what stands in for it there. */
const STAND_INS: Readonly<Record<string, string>> = {
  './map-stack.ts': 'web/map-stack.ts',
  'node:assert/strict': 'web/assert.ts',
  'node:timers/promises': 'web/timers.ts',
  mocha: 'web/mocha.ts',
}

const standIns: Plugin = {
  name: 'stand-ins',
  setup(build) {
    build.onResolve({filter: /^(?:mocha|node:.*|\.\/map-stack\.ts)$/}, ({path}) => {
      const file = STAND_INS[path]
      return file === undefined
        ? {errors: [{text: `${path} is not there in a browser, and nothing stands in for it.`}]}
        : {path: join(here, file)}
    })
    // It takes any `module` around it for its own, and would export itself in the place of the suite.
    build.onLoad({filter: /mocha[\\/]mocha\.js$/}, async ({path}) => ({
      contents: `var exports, module;${await readFile(path, 'utf8')}`,
    }))
  },
}

const FOR_HOST: Readonly<Record<SuiteOptions['host'], BuildOptions>> = {
  node: {platform: 'node', target: 'node20'},
  web: {
    platform: 'browser',
    conditions: ['worker'],
    target: 'es2022',
    plugins: [standIns],
    define: {global: 'globalThis'},
  },
}

/** Sees the extension before anything has made it load the rest. */
const FIRST = 'activation.test.ts'

/** All test files in one bundle, declared only when the index has mocha ready. */
export async function bundleSuite(outfile: string, options: SuiteOptions): Promise<void> {
  const files = (await readdir(join(here, 'suite'), {recursive: true}))
    .filter((file) => file.endsWith('.test.ts'))
    .toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1))
  const requires = files.map((file) => `require(${JSON.stringify(`./suite/${file.replaceAll('\\', '/')}`)})`)
  const {define, ...forHost} = FOR_HOST[options.host]
  await build({
    ...forHost,
    define: {...define, SUITE_OPTIONS: JSON.stringify(options)},
    stdin: {
      contents: `import {runSuite} from './suite-index.ts'
export const run = () => runSuite(() => {${requires.join(';')}})`,
      resolveDir: here,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    sourcemap: true,
    logLevel: 'warning',
    // Mocha looks for its parallel workers so; nothing here starts any.
    logOverride: {'require-resolve-not-external': 'silent'},
  })
}
