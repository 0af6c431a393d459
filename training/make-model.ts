import {CATEGORIES} from '../src/lint/entry.ts'
import {CLASSES} from '../src/lint/model/find-spans.ts'
import type {ModelData} from '../src/lint/model/model-data.ts'
import {encode, makeVocabulary, type Vocabulary} from './encode.ts'
import type {Network} from './network.ts'
import {quantizeNetwork} from './quantize.ts'
import type {Example} from './read-examples.ts'
import {markedClasses, teach, type Counts, type Course, type Wanted} from './teach.ts'
import {teachGate} from './teach-gate.ts'
import type {WordTable} from './word-table.ts'

/** Wide networks, several of them: good judges, and too slow to ship. */
const TEACHER: Course = {
  learned: 16,
  hidden: 128,
  steps: [1, 1, 2],
  classes: CLASSES,
  rounds: 10,
  rate: 0.0025,
  dropout: 0.4,
  decay: 0.01,
  batch: 480,
  hidden_words: 0.08,
}
const TEACHERS = 3
/** Learns from what the teachers say of every word together, which tells more than the marks alone. */
const STUDENT: Course = {...TEACHER, hidden: 64, rounds: 14, dropout: 0.2}
const GATE: Course = {...TEACHER, learned: 0, hidden: 16, steps: [1], classes: 2, rounds: 8, dropout: 0.1}
const COUNTS: Counts = {proofs: 0.5, debatable: 0.6, goodNotes: 2}
/** How much of what a student learns comes from its teachers; the rest are the marks. */
const OF_TEACHERS = 0.7
/** How sure the gate must be to let a sentence pass: of what the tagger would tell it keeps 98 in 100, of good notes it stops six sentences in seven. */
const GATE_THRESHOLD = 0.3

/** How sure the model must be of each category, chosen by `npm run train -- --held-out`. */
const THRESHOLDS: Readonly<Record<(typeof CATEGORIES)[number], number>> = {
  label: 0.8,
  stigma: 0.7,
  blame: 0.6,
  hopeless: 0.7,
  deficit: 0.6,
  victim: 0.6,
  dependence: 0.6,
  isolation: 0.57,
  dictating: 0.57,
  'one-size': 0.55,
}

/** The model with the thresholds of today in the place of those that it was made with. */
export const withThresholds = (model: ModelData): ModelData => ({
  ...model,
  gateThreshold: GATE_THRESHOLD,
  thresholds: CATEGORIES.map((category) => THRESHOLDS[category]),
})

/** Trains all of the model on examples: teachers, the student that ships, and the gate before it. */
export function makeModel(examples: readonly Example[], table: WordTable): ModelData {
  const vocabulary = makeVocabulary(table, examples)
  const marked = markedClasses(CLASSES, COUNTS)
  const teachers = Array.from({length: TEACHERS}, (_, seed) =>
    teach(examples, vocabulary, TEACHER, seed + 1, marked),
  )
  const taught = fromTeachers(teachers, vocabulary, examples, marked)
  const student = teach(examples, vocabulary, STUDENT, TEACHERS + 1, taught)
  const tagger = quantizeNetwork(student)
  const gate = teachGate(examples, vocabulary, tagger, GATE, TEACHERS + 2)
  return {
    words: vocabulary.words,
    vectors: vocabulary.vectors,
    gate: quantizeNetwork(gate),
    taggers: [tagger],
    gateThreshold: GATE_THRESHOLD,
    thresholds: CATEGORIES.map((category) => THRESHOLDS[category]),
  }
}

/** The classes that the teachers see in the examples, mixed with those that are marked. */
function fromTeachers(
  teachers: readonly Network[],
  vocabulary: Vocabulary,
  examples: readonly Example[],
  marked: Wanted,
): Wanted {
  // An example keeps its targets where its words are changed.
  const said = new Map<Example['targets'], Float32Array>()
  for (const example of examples) {
    const batch = encode([example], vocabulary, undefined)
    const all = teachers.map((teacher) => teacher.predict(batch))
    const mean = all[0]!.map((_, at) => all.reduce((sum, one) => sum + one[at]!, 0) / all.length)
    said.set(example.targets, mean)
  }
  return (batch) => {
    const {wanted, weights} = marked(batch)
    let at = 0
    for (const {targets} of batch) {
      const probabilities = said.get(targets)!
      for (let i = 0; i < probabilities.length; i++, at++)
        wanted[at] = OF_TEACHERS * probabilities[i]! + (1 - OF_TEACHERS) * wanted[at]!
    }
    return {wanted, weights}
  }
}
