import {once} from 'node:events'
import {deserialize, serialize} from 'node:v8'
import {parentPort, workerData} from 'node:worker_threads'
import type {KnownNote} from '../lint/checks/known-notes.ts'
import {LintRooms} from './lint-rooms.ts'
import {NoteShare, type LintedAt, type Numbered, type SharedNote, type ShareOptions} from './note-share.ts'

/** What a thread is started with. */
export interface LintJob extends ShareOptions {
  readonly files: readonly Numbered[]
}

/**
 * What runs in a thread of its own: reads its share of the notes, says what the checks on others need of them, hears
 * the same of all others, and gives what it finds file by file.
 */
export async function lintShare(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('This is no thread.')
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's method, not a window's
  const tell = (message: Uint8Array | LintedAt): void => port.postMessage(message)
  const {files, ...options} = workerData as LintJob
  // The configurations' problems were told by who started it.
  const share = new NoteShare(new LintRooms({cwd: options.cwd, err: () => undefined}), options)
  tell(inSharedMemory(await share.read(files)))
  const [all] = (await once(port, 'message')) as [readonly Uint8Array[]]
  const shared = all.flatMap(fromSharedMemory).toSorted((a, b) => a.at - b.at)
  for await (const found of share.lint(shared)) tell(found)
}

/** A note's fingerprints as they are handed on. */
type Sent = Omit<SharedNote, 'note'> & {
  readonly note: Omit<KnownNote, 'sentences'>
  readonly sentences: ReadonlySet<number> | undefined
}

/** Written once and handed to every thread, which reads it without a copy. */
function inSharedMemory(shared: readonly SharedNote[]): Uint8Array {
  const bytes = serialize(
    shared.map(({at, root, note}): Sent => {
      const {file, record} = note
      return {at, root, note: {file, record}, sentences: note.sentences?.()}
    }),
  )
  const memory = new Uint8Array(new SharedArrayBuffer(bytes.length))
  memory.set(bytes)
  return memory
}

const fromSharedMemory = (memory: Uint8Array): SharedNote[] =>
  (deserialize(memory) as readonly Sent[]).map(({note, sentences, ...rest}) => ({
    ...rest,
    note: {...note, ...(sentences && {sentences: () => sentences})},
  }))
