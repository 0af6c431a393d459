import {execFileSync, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CLI = join(ROOT, 'dist/cli.mjs')

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const newest = (folder: string): number =>
  readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'}).reduce(
    (latest, name) => Math.max(latest, statSync(join(ROOT, folder, name)).mtimeMs),
    0,
  )

let isBuilt = false

/** Builds the command where anything that it is made of is newer; the tests run what people run. */
function buildOnce(): void {
  if (isBuilt) return
  isBuilt = true
  const built = statSync(CLI, {throwIfNoEntry: false})?.mtimeMs ?? 0
  if (['src', 'language', 'profiles', 'scripts'].every((folder) => newest(folder) < built)) return
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {cwd: ROOT, stdio: 'pipe'})
}

/** Runs `strengths` in a folder; `input` is its standard input, `variables` go over those of the tests. */
export function strengths(
  cwd: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  variables: Readonly<Record<string, string>> = {},
): Promise<Run> {
  buildOnce()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      // The templates of whoever runs the tests are none of theirs.
      env: {...process.env, NO_COLOR: '1', TZ: 'UTC', XDG_CONFIG_HOME: join(cwd, '.config'), ...variables},
    })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString()})
    })
    // A command that does not read its input may be gone before it is written.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** Two rules of words that no shipped pack knows, so that what is told here does not change as the language grows. */
export const PACK = `category: label
effect: names a person by one part of their life
why: Naming the person first keeps the whole person in view.
entries:
  zorgler:
    phrases: [zorgler]
    forms: {zorgler: noun, person: noun}
    offers: [{apply: person who zorgles}, {ask: 'person who zorgles, [how often]'}]
  snerf:
    phrases: [snerfy]
    offers: [{ask: '[what happened]'}]
    severity: information
`

/** A folder for one test, gone after it, with files by path and the two rules above. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'strengths-'))
  try {
    for (const [name, content] of Object.entries({'.strengths/language/test.yml': PACK, ...files})) {
      mkdirSync(dirname(join(folder, name)), {recursive: true})
      writeFileSync(join(folder, name), content)
    }
    return await run(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Every file below a folder with what it holds, to tell whether a run touched any. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, {recursive: true, encoding: 'utf8', withFileTypes: false})
      .toSorted((a, b) => a.localeCompare(b))
      .flatMap((name) => {
        const stat = statSync(join(folder, name), {throwIfNoEntry: false})
        return stat?.isFile() ? [[name, readFileSync(join(folder, name), 'latin1')]] : []
      }),
  )
}
