// A fold and all pages of 10,000 notes against reading the files and parsing their frontmatter with `yaml` alone:
// node --import tsx bench/fold.ts [NOTES]
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {parse} from 'yaml'
import {parseCivilDate} from '../src/core/time/civil-date.ts'
import {frontmatterSpan} from '../src/core/text/frontmatter-span.ts'
import {NO_POLICY} from '../src/core/agency/policy.ts'
import {decodeText} from '../src/folder/decode-text.ts'
import {readInput, withoutTree} from '../src/folder/read-input.ts'
import {FoldCache} from '../src/summary/fold-cache.ts'
import type {FoldSettings} from '../src/summary/fold.ts'
import {FORMATS} from '../src/summary/formats/index.ts'
import {pageFor} from '../src/summary/readers/index.ts'
import type {NoteInput, PersonPage} from '../src/summary/summary.ts'
import {madeNotes} from './made-notes.ts'

const COUNT = Number(process.argv[2] ?? 10_000)
const AT_ONCE = 32
/** The format of `strengths summary` where none is asked for. */
const [format] = FORMATS
const asHtml = FORMATS.find(({id}) => id === 'html')
const asOf = parseCivilDate('2026-07-21')
if (!format || !asHtml || !asOf) throw new RangeError('No format, no day.')
const settings: FoldSettings = {asOf}
const POLICY = {policy: NO_POLICY}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Notes, their pages and what those come to as text, kept as an editor or `--watch` does. */
class Pages {
  readonly #inputs = new Map<string, NoteInput>()
  readonly #cache = new FoldCache()
  #texts = new Map<PersonPage, string>()
  rendered = 0

  /** Processor seconds of the steps of the last time. */
  readonly steps = {reading: 0, folding: 0, pages: 0}

  /** Processor seconds that the same pages take in another format. */
  async again(other: typeof format): Promise<number> {
    const pages = [...this.#texts.keys()]
    return seconds(() => pages.map((page) => other?.render(pageFor(page, 'specialist', POLICY)).length))
  }

  async readAll(all: readonly string[]): Promise<void> {
    this.steps.reading = await seconds(() => readThrough(all, (path, bytes) => this.#take(path, bytes)))
    await this.#render()
  }

  async readOne(path: string): Promise<void> {
    const bytes = await readFile(join(folder, path))
    const changed = bytes.toString().replace('wins:', 'wins:\n  - Slept through')
    this.#take(path, Buffer.from(changed))
    await this.#render()
  }

  #take(path: string, bytes: Uint8Array): void {
    const decoded = decodeText(bytes, path)
    const input = 'text' in decoded ? readInput(path, decoded.text) : undefined
    if (input) this.#inputs.set(path, withoutTree(input))
  }

  async #render(): Promise<void> {
    let pages: readonly PersonPage[] = []
    this.steps.folding = await seconds(() => {
      ;({pages} = this.#cache.fold([...this.#inputs.values()], settings))
    })
    const known = this.#texts
    this.steps.pages = await seconds(() => {
      this.#texts = new Map(pages.map((page) => [page, known.get(page) ?? this.#text(page)]))
    })
  }

  #text(page: PersonPage): string {
    this.rendered++
    return format?.render(pageFor(page, 'specialist', POLICY)) ?? ''
  }
}

const folder = mkdtempSync(join(tmpdir(), 'strengths-fold-'))
try {
  const paths: string[] = []
  let frontmatter = 0
  for (const {path, text} of madeNotes(COUNT)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
    paths.push(path)
    frontmatter += frontmatterSpan(text)?.end ?? 0
  }
  await readThrough(paths, () => {})
  const alone: number[] = []
  const cold: number[] = []
  const again: number[] = []
  const inHtml: number[] = []
  const shares: Pages['steps'][] = []
  let heap = 0
  for (let round = 0; round < 3; round++) {
    collectGarbage()
    alone.push(await seconds(() => parseAlone(paths)))
    collectGarbage()
    const before = process.memoryUsage().heapUsed
    const pages = new Pages()
    cold.push(await seconds(() => pages.readAll(paths)))
    collectGarbage()
    heap = Math.max(heap, process.memoryUsage().heapUsed - before)
    shares.push({...pages.steps})
    inHtml.push((cold.at(-1) ?? 0) - pages.steps.pages + (await pages.again(asHtml)))
    for (let edit = 1; edit <= 5; edit++) {
      const edited = paths[Math.floor((paths.length * edit) / 6) + round] ?? ''
      again.push(await seconds(() => pages.readOne(edited)))
    }
    if (pages.rendered === 0) throw new RangeError('No pages.')
  }
  const [base, first, second, third] = [alone, cold, again, inHtml].map(
    (times) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0,
  )
  const ratio = (time = 0): string => (time / (base ?? 1)).toFixed(3)
  console.log(`${paths.length} notes, ${(frontmatter / 1e6).toFixed(1)} MB of frontmatter`)
  console.log(`reading and yaml alone: ${base?.toFixed(2)} s of processor time`)
  console.log(
    `fold and all working pages in Markdown, as \`summary --out\` makes them: ${first?.toFixed(2)} s, ratio ${ratio(first)} (at most 1.5)`,
  )
  const {reading = 0, folding = 0, pages = 0} = shares.at(-1) ?? {}
  console.log(`  reading notes ${ratio(reading)}, folding ${ratio(folding)}, pages ${ratio(pages)}`)
  console.log(`  the same in HTML, with their pictures: ratio ${ratio(third)}`)
  console.log(`again after one edit: ${second?.toFixed(3)} s, ratio ${ratio(second)} (at most 0.03)`)
  console.log(`heap: ${(heap / frontmatter).toFixed(1)} bytes per byte of frontmatter (under 100)`)
} finally {
  rmSync(folder, {recursive: true})
}

async function parseAlone(all: readonly string[]): Promise<unknown> {
  const values: unknown[] = []
  await readThrough(all, (_, bytes) => {
    const text = bytes.toString()
    const span = frontmatterSpan(text)
    if (span) values.push(parse(text.slice(span.start + 3, span.end - 3)))
  })
  return values
}

/** Every file, a few at a time. */
async function readThrough(
  all: readonly string[],
  take: (path: string, bytes: Buffer) => void,
): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE)
    const read = await Promise.all(some.map((path) => readFile(join(folder, path))))
    for (const [index, bytes] of read.entries()) take(some[index] ?? '', bytes)
  }
}

/** Of processor time, so that what else runs on the machine does not count. */
async function seconds(call: () => unknown): Promise<number> {
  const started = process.cpuUsage()
  await call()
  const {user, system} = process.cpuUsage(started)
  return (user + system) / 1e6
}
