import {LONGEST} from '../src/lint/model/tagger.ts'
import {encode, givenBy, type Vocabulary} from './encode.ts'
import {MOST, Network, type Lesson, type Shape} from './network.ts'
import type {Example} from './read-examples.ts'
import {seededRandom, shuffled} from './seeded-random.ts'

/** How a network is taught. */
export interface Course {
  readonly learned: number
  readonly hidden: number
  readonly steps: readonly number[]
  readonly classes: number
  readonly rounds: number
  readonly rate: number
  readonly dropout: number
  readonly decay: number
  /** Words in a batch. */
  readonly batch: number
  /** Share of words that are hidden from the learned table. */
  readonly hidden_words: number
}

/** What each word of some sentences should be, and how much it counts. */
export type Wanted = (examples: readonly Example[]) => Pick<Lesson, 'wanted' | 'weights'>

const WARM_UP = 100
const SWAPS = new Map([
  ['he', 'she'],
  ['she', 'he'],
  ['himself', 'herself'],
  ['herself', 'himself'],
])

/** Teaches a new network; the same seed and examples give the same network. */
export function teach(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  course: Course,
  seed: number,
  wanted: Wanted,
): Network {
  const {learned, hidden, steps, classes, rounds, rate, dropout, decay} = course
  const shape: Shape = {
    given: givenBy(vocabulary),
    learned,
    words: vocabulary.learned,
    hidden,
    steps,
    classes,
  }
  const network = new Network(shape, seed)
  const random = seededRandom(seed * 7919 + 1)
  const hide = {share: course.hidden_words, random}
  const size = examples.reduce((sum, {words}) => sum + Math.min(LONGEST, words.length), 0)
  const total = Math.ceil((size / course.batch) * rounds)
  let taught = 0
  for (let round = 0; round < rounds; round++)
    for (const batch of batches(shuffled(examples, random), course.batch)) {
      const seen = batch.map((example) => swapped(example, random))
      const slowing = Math.max(0.02, 1 - taught / total)
      const lesson = {...encode(seen, vocabulary, hide), ...wanted(seen)}
      network.learn(lesson, rate * Math.min(1, ++taught / WARM_UP) * slowing, dropout, decay)
    }
  return network
}

/** What a word of some examples counts, where those of a marked sentence count 1. */
export interface Counts {
  /** What packs say of their own. */
  readonly proofs: number
  /** What only some supervisors would flag. */
  readonly debatable: number
  /** Whole notes that nobody would flag: an alarm there costs more trust than a miss elsewhere. */
  readonly goodNotes: number
}

/** Each word to the class that somebody marked. */
export function markedClasses(classes: number, counts: Counts): Wanted {
  const countOf = (source: string): number => {
    if (source.startsWith('proof/')) return counts.proofs
    return source.startsWith('corpus/good') ? counts.goodNotes : 1
  }
  return (examples) => {
    const count = examples.reduce((sum, {words}) => sum + Math.min(LONGEST, words.length), 0)
    const wanted = new Float32Array(count * classes)
    const weights = new Float32Array(count)
    let at = 0
    for (const {source, targets, strong} of examples)
      for (let i = 0; i < Math.min(LONGEST, targets.length); i++, at++) {
        const target = targets[i]!
        if (target < 0) continue
        wanted[at * classes + Math.min(target, classes - 1)] = 1
        weights[at] = countOf(source) * (strong[i] ? 1 : counts.debatable)
      }
    return {wanted, weights}
  }
}

function* batches(examples: readonly Example[], size: number): Generator<readonly Example[]> {
  let batch: Example[] = []
  let words = 0
  for (const example of examples) {
    const length = Math.min(LONGEST, example.words.length)
    if (words + length > Math.min(size, MOST)) {
      yield batch
      batch = []
      words = 0
    }
    batch.push(example)
    words += length
  }
  if (batch.length > 0) yield batch
}

/** Half of the time the other of `he` and `she`. */
function swapped(example: Example, random: () => number): Example {
  if (random() < 0.5) return example
  return {
    ...example,
    words: example.words.map((word) => ({...word, norm: SWAPS.get(word.norm) ?? word.norm})),
  }
}
