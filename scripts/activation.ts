// Asks VS Code itself how long the extension takes to be activated, and writes what it says to `docs/activation.md`.
import {writeFileSync} from 'node:fs'
import {cpus, loadavg} from 'node:os'
import {basename, join} from 'node:path'
import {parseArgs} from 'node:util'
import {format, resolveConfig} from 'prettier'
import {inWorker} from '../test/editor/host/worker-host.ts'
import type {Host} from './bundle-extension.ts'
import {openEditor} from './open-editor.ts'

/** What the issue allows, in milliseconds. */
const LIMIT = 100
const NAME = 'Strengths Notes'
const root = join(import.meta.dirname, '..')
const PAGE = join(root, 'docs/activation.md')
const NOTE = 'clients/c-014/2026-06-02.md'

/** What is measured: in which host, and whether the window opens on the folder or with the note already open. */
const WAYS: readonly {readonly name: string; readonly host: Host; readonly atOnce: boolean}[] = [
  {name: 'Node extension host, a note opened from the folder', host: 'node', atOnce: false},
  {name: 'Node extension host, a window that opens with a note', host: 'node', atOnce: true},
  {name: 'Web worker extension host, a note opened from the folder', host: 'web', atOnce: false},
  {name: 'Web worker extension host, a window that opens with a note', host: 'web', atOnce: true},
]

interface Told {
  readonly ours: number
  /** VS Code's own Markdown extension in the same window: how busy the machine was. */
  readonly markdown: number
}

/** What “Developer: Show Running Extensions” says after a note of the examples was opened. */
async function measure(host: Host, atOnce: boolean): Promise<Told> {
  const editor = await openEditor({
    folder: join(root, 'examples'),
    ...(atOnce && {file: NOTE}),
    // High enough that the list shows all its rows.
    size: {width: 1400, height: 3000},
    ...(host === 'web' && {settings: inWorker('strengths-notes.strengths-notes')}),
  })
  try {
    if (!atOnce) {
      await editor.settle(1000)
      await editor.openFile(basename(NOTE))
    }
    await editor.page.waitForSelector('#strengths-notes\\.strengths-notes\\.strengths', {timeout: 60_000})
    await editor.command('Developer: Show Running Extensions')
    const rowOf = async (name: string): Promise<string> =>
      editor.page.locator('.runtime-extensions-editor .monaco-list-row', {hasText: name}).first().innerText()
    const ours = await rowOf(NAME)
    // A row of the Node host names the machine that it is on.
    if (/127\.0\.0\.1/.test(ours) !== (host === 'node')) throw new Error(`In the other host: ${ours}`)
    return {ours: timeIn(ours), markdown: timeIn(await rowOf('Markdown Language Features'))}
  } finally {
    await editor.close()
  }
}

function timeIn(row: string): number {
  const told = /(\d+)\s*ms/.exec(row)?.[1]
  if (told === undefined) throw new Error(`No time is told here: ${row}`)
  return Number(told)
}

async function main(): Promise<void> {
  const {values} = parseArgs({options: {runs: {type: 'string', default: '5'}}})
  const rows: string[] = []
  for (const {name, host, atOnce} of WAYS) {
    const told: Told[] = []
    for (let run = 0; run < Number(values.runs); run++) told.push(await measure(host, atOnce))
    const ours = told.map((each) => each.ours)
    const markdown = told.map((each) => each.markdown)
    rows.push(`| ${name} | ${middle(ours)} | ${ours.join(', ')} | ${markdown.join(', ')} |`)
    console.log(`${name}: ${ours.join(', ')} ms; VS Code's own Markdown: ${markdown.join(', ')} ms`)
  }
  const text = `# How long activation takes

\`npm run activation\` opens a note of the examples in a served VS Code, with the extension installed as it is packaged,
and reads from the page what “Developer: Show Running Extensions” says. Times are in milliseconds; the goal is below
${LIMIT} on a machine at rest. The last column is VS Code’s own Markdown extension in the same windows, and tells how
busy this machine was: ${loadavg()[0]?.toFixed(1)} processes waited for its ${cpus().length} cores.

| Where | Middle | Each run | VS Code’s Markdown |
| --- | ---: | --- | --- |
${rows.join('\n')}

Activation loads a small file that looks at the frontmatter of the Markdown files that are opened. Everything else
comes when one of them is a session note, or when somebody asks for it; [bundle sizes](bundle-sizes.md) lists what.

A folder with \`.strengths\` or with notes in \`clients\` wakes that file as the window opens, any other folder when a
Markdown file is opened. In a window that opens with a note, VS Code starts the clock of all extensions that a
Markdown file wakes at once and loads one after the other in the Node host, so there the time holds the wait for those
that come first.
`
  writeFileSync(PAGE, await format(text, {...(await resolveConfig(PAGE)), parser: 'markdown'}))
}

const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
