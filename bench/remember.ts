// Completion and hover with thousands of notes in the folder: node --expose-gc --import tsx bench/remember.ts [COUNT]
// Times are of the processor, collecting garbage included, so that a busy machine gives the same.
// Writes nothing: the notes are those of examples/, renamed and moved to as many people, in memory.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {NotesIndex} from '../src/folder/notes-index.ts'
import {parseCivilDate} from '../src/core/time/civil-date.ts'
import {parseNote} from '../src/core/note.ts'
import {NO_POLICY} from '../src/core/agency/policy.ts'
import {readRecord} from '../src/core/record/record.ts'
import type {FileSystem} from '../src/folder/file-system.ts'
import type {Recall} from '../src/summary/recall/recall.ts'
import {suggestAt} from '../src/summary/recall/suggest.ts'
import {tellAt} from '../src/summary/recall/tell.ts'

const count = Number(process.argv[2] ?? 10_000)
const EACH = 50
const clock = (): number => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
const today = parseCivilDate('2026-11-22')
if (!today) throw new RangeError('No day.')

const examples = readdirSync('examples/clients', {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join('examples/clients', name), 'utf8'))
const files = new Map(
  Array.from({length: count}, (_, at): [string, string] => {
    const client = `p-${Math.floor(at / EACH)}`
    const text = examples[at % examples.length] ?? ''
    return [`${client}/${at}.md`, text.replace(/^client: .*$/m, `client: ${client}`)]
  }),
)
const children = new Map<string, string[]>()
for (const path of files.keys()) {
  const [client = '', name = ''] = path.split('/')
  children.set(client, [...(children.get(client) ?? []), name])
}
const encoder = new TextEncoder()
const memory: FileSystem = {
  readFile: (path) => {
    const text = files.get(path.slice(2))
    return text === undefined ? Promise.reject(new Error(path)) : Promise.resolve(encoder.encode(text))
  },
  readFolder: (path) =>
    Promise.resolve(
      path === 'n'
        ? [...children.keys()].map((name) => ({name, kind: 'folder' as const}))
        : (children.get(path.slice(2)) ?? []).map((name) => ({name, kind: 'file' as const})),
    ),
}

// How long the thread was held at a stretch while the index was made.
let started = clock()
const slices: number[] = []
const index = new NotesIndex(memory, 'n', {
  now: () => clock(),
  rest: () => {
    slices.push(clock() - started)
    return new Promise((resolve) => {
      setImmediate(() => {
        started = clock()
        resolve()
      })
    })
  },
})
globalThis.gc?.()
const heap = process.memoryUsage().heapUsed
const begun = clock()
await index.build('p-3/new.md')
const built = clock() - begun
globalThis.gc?.()
const kept = (process.memoryUsage().heapUsed - heap) / 1e6
slices.sort((a, b) => a - b)
const at = (part: number): string => (slices[Math.floor((slices.length - 1) * part)] ?? 0).toFixed(1)
console.log(`${count} notes of ${children.size} people`)
console.log(
  `index: ${(built / 1000).toFixed(1)} s in ${slices.length} slices, median ${at(0.5)} ms, 99 of 100 under ${at(0.99)} ms, longest ${at(1)} ms`,
)
if (globalThis.gc) console.log(`kept in memory: ${kept.toFixed(0)} MB`)

const NOTE = `---
client: p-3
date: 2026-11-22
place: 
goals:
  - id: g-bread
    status: 
    strengths: []
    actions:
      - 
---

She said it was #
`

/** What the editor does for one answer, parsing the note at hand included. */
function recall(client: string): Recall {
  const note = parseNote(NOTE.replace('p-3', client))
  return {
    note,
    record: readRecord(note).record,
    today: today as NonNullable<typeof today>,
    time: '14:00',
    policy: NO_POLICY,
    pageOf: (person) => index.pageOf(person, today as NonNullable<typeof today>, `${person}/new.md`),
    folderWords: () => index.words(client),
  }
}

/** Milliseconds of a first answer about each of several people, and of the answers after it. */
function time(name: string, answer: (client: string) => number): void {
  const measure = (client: string): number => {
    const from = clock()
    if (answer(client) === 0) throw new Error(`${name} had nothing to say.`)
    return clock() - from
  }
  const clients = Array.from({length: Math.min(40, children.size)}, (_, each) => `p-${each}`)
  const first = clients.map(measure).toSorted((a, b) => a - b)
  const later = clients
    .flatMap((client) => Array.from({length: 5}, () => measure(client)))
    .toSorted((a, b) => a - b)
  const words = (times: readonly number[]): string =>
    `median ${(times[times.length >> 1] ?? 0).toFixed(1)} ms, longest ${(times.at(-1) ?? 0).toFixed(1)} ms`
  console.log(`${name}: first ${words(first)}; later ${words(later)}`)
}

const suggest = (client: string, words: string): number => {
  const text = NOTE.replace('p-3', client)
  return suggestAt(text.indexOf(words) + words.length, recall(client)).length
}
time('completion of a goal', (client) => suggest(client, 'said it was #'))
time('completion of a strength', (client) => suggest(client, 'strengths: ['))
time('completion of a place', (client) => suggest(client, 'place: '))
time('completion of keys', (client) => suggest(client, '      - '))
time('hover over a goal', (client) => tellAt(NOTE.indexOf('goals:') + 1, recall(client))?.lines.length ?? 0)
