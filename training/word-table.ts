import {readFileSync, writeFileSync} from 'node:fs'
import type {Grid} from '../src/lint/model/model-data.ts'

/** What common words are like, from texts that have nothing to do with ours. */
export interface WordTable {
  /** In the order of how often they are written, most often first. */
  readonly words: readonly string[]
  readonly vectors: Grid
}

const WORDS = new URL('word-table.txt', import.meta.url)
const VECTORS = new URL('word-table.bin', import.meta.url)

/** The table as it is kept in the repository; `npm run train -- --words` makes it anew. */
export function readWordTable(): WordTable {
  const words = readFileSync(WORDS, 'utf8').trimEnd().split('\n')
  const bytes = readFileSync(VECTORS)
  const columns = bytes.length / (words.length + 4)
  const scales = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + columns * 4))
  return {words, vectors: {columns, values: new Int8Array(bytes.subarray(columns * 4)), scales}}
}

export function writeWordTable({words, vectors}: WordTable): void {
  const {scales, values} = vectors
  writeFileSync(WORDS, `${words.join('\n')}\n`)
  writeFileSync(VECTORS, Buffer.concat([new Uint8Array(scales.buffer), new Uint8Array(values.buffer)]))
}
