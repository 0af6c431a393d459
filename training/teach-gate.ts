import {CLASSES, findSpans} from '../src/lint/model/find-spans.ts'
import {rowIn} from '../src/lint/model/gate.ts'
import type {Grid, NetworkData} from '../src/lint/model/model-data.ts'
import {LONGEST, Tagger} from '../src/lint/model/tagger.ts'
import type {Vocabulary} from './encode.ts'
import type {Network} from './network.ts'
import type {Example} from './read-examples.ts'
import {teach, type Course, type Wanted} from './teach.ts'

/** A sentence matters to the gate where the tagger is this sure of a phrase; somewhat less than makes a finding. */
const MATTERS = 0.5

/** A gate before this tagger: a network that says of a sentence whether the tagger would tell of it. */
export function teachGate(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  tagger: NetworkData,
  course: Course,
  seed: number,
): Network {
  const {words, vectors} = vocabulary
  const known = {...vocabulary, vectors: besideLearned(vectors, tagger.learned, words.length)}
  return teach(
    examples,
    known,
    course,
    seed,
    whetherTold(examples, vocabulary, new Tagger({vectors}, tagger)),
  )
}

/** The word table with what a tagger learned of each word beside it, as the gate reads them. */
export function besideLearned(vectors: Grid, learned: Grid, words: number): Grid {
  const columns = vectors.columns + learned.columns
  const values = new Int8Array(words * columns)
  const rowOf = ({columns: width, values: all}: Grid, row: number): Int8Array =>
    all.subarray(row * width, (row + 1) * width)
  for (let row = 0; row < words; row++) {
    values.set(rowOf(vectors, row), row * columns)
    values.set(rowOf(learned, rowIn(learned, row)), row * columns + vectors.columns)
  }
  return {columns, values, scales: Float32Array.from([...vectors.scales, ...learned.scales])}
}

/** What a gate learns: of each sentence, whether the tagger sees a phrase in it; long sentences count no more than short ones. */
export function whetherTold(examples: readonly Example[], {rows}: Vocabulary, tagger: Tagger): Wanted {
  const told = new Map<Example['targets'], boolean>()
  for (const {words, quoted, targets} of examples) {
    const tokens = rows.tokensOf(words, 0, Math.min(LONGEST, words.length), quoted)
    const spans = findSpans(tagger.tag(tokens), CLASSES, tokens.length, (at) => !quoted[at])
    told.set(
      targets,
      spans.some(({score}) => score >= MATTERS),
    )
  }
  return (batch) => {
    const rows = batch.flatMap(({targets}) => {
      const count = Math.min(LONGEST, targets.length)
      return Array.from({length: count}, () => ({isTold: told.get(targets) === true, weight: 1 / count}))
    })
    return {
      wanted: Float32Array.from(rows.flatMap(({isTold}) => (isTold ? [0, 1] : [1, 0]))),
      weights: Float32Array.from(rows, ({weight}) => weight),
    }
  }
}
