import assert from 'node:assert/strict'
import {Gate} from '../../src/lint/model/gate.ts'
import {Tagger} from '../../src/lint/model/tagger.ts'
import type {Grid, LayerData} from '../../src/lint/model/model-data.ts'
import {encode, makeVocabulary} from '../../training/encode.ts'
import {besideLearned, whetherTold} from '../../training/teach-gate.ts'
import type {Network} from '../../training/network.ts'
import {quantizeNetwork} from '../../training/quantize.ts'
import {readMarkedLine, sentencesOf, type Example} from '../../training/read-examples.ts'
import {markedClasses, teach, type Course} from '../../training/teach.ts'
import {readWordTable} from '../../training/word-table.ts'

const LINES = [
  '[[dependence|I filled in the form for him]] while he slept.',
  'He filled in the form himself while I read the paper.',
  'Told her [[isolation|those cousins are nothing but trouble]].',
  'She sees her cousins on Sundays.',
  '[[dependence?|We rang the school for her]] and it was sorted.',
  'The school rang, and she asked them to wait.',
]
const examples: readonly Example[] = LINES.flatMap((line) => {
  const {text, marks} = readMarkedLine(line)
  return sentencesOf('a test', text, marks, (word) => word)
})
const vocabulary = makeVocabulary(readWordTable(), examples)
const course: Course = {
  learned: 8,
  hidden: 16,
  steps: [1, 2],
  classes: 11,
  rounds: 200,
  rate: 0.01,
  dropout: 0.1,
  decay: 0.01,
  batch: 64,
  hidden_words: 0.05,
}
const marked = markedClasses(11, {proofs: 0.5, debatable: 0.6, goodNotes: 2})
const taught = (seed: number): Network => teach(examples, vocabulary, course, seed, marked)

/** Puts what ships in the place of what was learned, so that both sides hold the same numbers. */
function takeBack(network: Network): ReturnType<typeof quantizeNetwork> {
  const data = quantizeNetwork(network)
  const fill = (value: Float32Array, {columns, values, scales}: Grid, width: number): void =>
    values.forEach((each, at) => {
      value[Math.floor(at / columns) * width + (at % columns)] = each * (scales[at % columns] ?? 0)
    })
  fill(network.table.value, data.learned, network.shape.learned)
  const layers: (readonly [Network['out'], LayerData | undefined])[] = [
    ...network.layers.map((layer, at) => [layer, data.layers[at]] as const),
    [network.out, data.out],
  ]
  for (const [layer, shipped] of layers) if (shipped) fill(layer.weight.value, shipped.weights, layer.width)
  return data
}

describe('teaching a network', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const values = ({out}: Network): number[] => [...out.weight.value]
    assert.deepEqual(values(taught(1)), values(taught(1)))
    assert.notDeepEqual(values(taught(1)), values(taught(2)))
  })

  it('learns what it is shown', () => {
    const probabilities = taught(1).predict(encode(examples, vocabulary, undefined))
    const targets = examples.flatMap((example) => example.targets)
    const right = targets.filter((target, at) => {
      const row = [...probabilities.subarray(at * 11, at * 11 + 11)]
      return row.indexOf(Math.max(...row)) === target
    })
    assert.ok(right.length > targets.length * 0.9, `${right.length} of ${targets.length}`)
  })

  it('says what the linter’s own reading of the network says', () => {
    const network = taught(1)
    const data = takeBack(network)
    const tagger = new Tagger(vocabulary, data)
    for (const example of examples) {
      const expected = network.predict(encode([example], vocabulary, undefined))
      const {words, quoted} = example
      const tokens = vocabulary.rows.tokensOf(words, 0, words.length, quoted)
      const actual = tagger.tag(tokens)
      assert.equal(actual.length, expected.length)
      for (let at = 0; at < actual.length; at++)
        assert.ok(Math.abs((actual[at] ?? 0) - (expected[at] ?? 0)) < 1e-4, `${at}`)
    }
  })

  it('teaches a gate what its tagger tells, and the linter reads the gate as its network does', () => {
    const tagger = takeBack(taught(1))
    const {words, vectors} = vocabulary
    const known = {...vocabulary, vectors: besideLearned(vectors, tagger.learned, words.length)}
    const wanted = whetherTold(examples, vocabulary, new Tagger({vectors}, tagger))
    const network = teach(examples, known, {...course, learned: 0, steps: [1], classes: 2}, 2, wanted)
    const gate = new Gate({words, vectors, gate: takeBack(network), taggers: [tagger]})
    for (const example of examples) {
      const said = network.predict(encode([example], known, undefined))
      const tokens = vocabulary.rows.tokensOf(example.words, 0, example.words.length, example.quoted)
      const score = gate.score(tokens)
      const surest = Math.max(...said.filter((_, at) => at % 2 === 1))
      assert.ok(Math.abs(score - surest) < 1e-4, `${score} and ${surest}`)
      assert.equal(score > 0.5, wanted([example]).wanted[1] === 1)
    }
  })
})
