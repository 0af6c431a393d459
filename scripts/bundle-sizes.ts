// Lists what is loaded when, in `docs/bundle-sizes.md`. Run after `npm run build`, which makes the data files.
import {statSync, writeFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'
import {format, resolveConfig} from 'prettier'
import {bundleExtension, type CodeFile, type Host} from './bundle-extension.ts'

/** What the issue allows for the code of the first load in a browser, in bytes. */
export const FIRST_LOAD_LIMIT = 600_000

const PAGE = fileURLToPath(new URL('../docs/bundle-sizes.md', import.meta.url))

/** A point of use and the files that it loads which the earlier ones have not. */
export interface Load {
  readonly when: string
  readonly files: readonly CodeFile[]
}

const WHEN: Readonly<Record<string, string>> = {
  'src/vscode/extension.ts': 'The first session note opens, or a command or view of ours is used',
  'src/summary/recall/suggest.ts': 'A completion list opens in a note',
  'src/summary/recall/tell.ts': 'The pointer rests on something in the frontmatter',
  'src/vscode/notebook/serializer.ts': 'A note opens as a notebook',
  'src/summary/query/check-questions.ts': 'A question stands in a note that opens',
  'src/summary/query/suggest-query.ts': 'The words of a question are completed',
  'src/vscode/notebook/answer-cell.ts': 'A question in a cell is run',
  'src/vscode/new-note/new-notes.ts': 'A note is started, corrected or added to, or a template customised',
  'src/vscode/recall/add-item.ts': 'A strength, goal, resource, win or step is added by a command',
  'src/vscode/recall/rename.ts': 'Something is renamed',
  'src/vscode/pages/pages.ts': 'A page opens: a person’s, the week, the caseload',
  'src/vscode/pages/export-page.ts': 'A page is exported',
  'src/vscode/pages/print-page.ts': 'A page goes to the browser to be printed',
  'src/vscode/copy-for-record.ts': 'A note is copied for the record of an agency',
}

/** The code of one host by when it is loaded; each file is counted once, at the first point that needs it. */
export function loadsOf(files: readonly CodeFile[]): readonly Load[] {
  const entry = files.filter(({name}) => name === 'extension.cjs')
  const seen = new Set(entry.flatMap(({needs}) => needs))
  const take = (names: readonly string[]): CodeFile[] =>
    files.filter(({name}) => names.includes(name) && !seen.has(name) && seen.add(name))
  const first: Load = {
    when: 'A Markdown file opens',
    files: files.filter(({name}) => entry.some(({needs}) => needs.includes(name))),
  }
  // What is named for a source is what an `import()` of that source loads.
  const byStart = files
    .filter(({starts}) => starts !== undefined && starts !== 'src/vscode/entry.ts')
    .toSorted((a, b) => orderOf(a) - orderOf(b) || (a.name < b.name ? -1 : 1))
  return [
    first,
    ...byStart.map((file) => ({
      when: WHEN[file.starts ?? ''] ?? `\`${file.starts}\` is asked for`,
      files: take(file.needs),
    })),
  ]
}

const orderOf = ({starts = ''}: CodeFile): number => {
  const at = Object.keys(WHEN).indexOf(starts)
  return at < 0 ? Infinity : at
}

export const bytesOf = ({files}: Load): number =>
  files.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0)

const packed = ({files}: Load): number => files.reduce((sum, {text}) => sum + gzipSync(text).byteLength, 0)

const inKb = (bytes: number): string => (bytes / 1000).toFixed(1)

const NAMES: Readonly<Record<Host, string>> = {
  web: 'In a browser (web worker extension host, minified)',
  node: 'On a computer (Node extension host, names kept for readable reports)',
}

async function tableOf(host: Host): Promise<string> {
  const loads = loadsOf(await bundleExtension(host))
  const rows = loads.map((load) => `| ${load.when} | ${inKb(bytesOf(load))} | ${inKb(packed(load))} |`)
  return [`## ${NAMES[host]}`, '', '| When | kB | kB with gzip |', '| --- | ---: | ---: |', ...rows].join(
    '\n',
  )
}

async function page(): Promise<string> {
  const data = ['language.json', 'model.bin'].map((name) => {
    const {size} = statSync(new URL(`../dist/${name}`, import.meta.url))
    return `| \`${name}\` | ${inKb(size)} |`
  })
  return `# What is loaded, and when

\`npm run sizes\` writes this page; a kB is 1000 bytes. Each row says what comes on top of the rows above it. A test
holds the first two rows of the browser together below ${FIRST_LOAD_LIMIT / 1000} kB: that is all code that an open
session note needs.

${await tableOf('web')}

${await tableOf('node')}

## Data, read when the first session note is read

| File | kB |
| --- | ---: |
${data.join('\n')}
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(PAGE, await format(await page(), {...(await resolveConfig(PAGE)), parser: 'markdown'}))
