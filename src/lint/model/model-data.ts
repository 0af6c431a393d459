/** Numbers in rows, each column to its own scale. */
export interface Grid {
  readonly columns: number
  readonly values: Int8Array
  readonly scales: Float32Array
}

/** One layer: each word from itself and the words `step` places before and after it. */
export interface LayerData {
  readonly step: number
  readonly weights: Grid
  readonly biases: Float32Array
}

/** A convolutional tagger as training left it. */
export interface NetworkData {
  /** What it learned of the first words of the model's list. */
  readonly learned: Grid
  readonly layers: readonly LayerData[]
  /** From a word's row and its sentence's greatest numbers to a weight for each class. */
  readonly out: LayerData
}

/** All that the model knows: words, what they are like, and the networks that read them. */
export interface ModelData {
  /** The first three stand for what is not in the list: other words, names, numbers. */
  readonly words: readonly string[]
  readonly vectors: Grid
  /** Tells cheaply which sentences the taggers need to see. */
  readonly gate: NetworkData
  readonly taggers: readonly NetworkData[]
  readonly gateThreshold: number
  /** How sure the taggers must be together, by the place of the category in `CATEGORIES`. */
  readonly thresholds: readonly number[]
}

interface Header {
  readonly gateThreshold: number
  readonly thresholds: readonly number[]
  /** Steps of each network's layers; the first network is the gate. */
  readonly networks: readonly (readonly number[])[]
}

const ALIGNED = 4
const DIGITS = 36

/** One word a line: how much it begins like the one before, as one digit, and the rest. */
function shortened(words: readonly string[]): string {
  return words
    .map((word, at) => {
      const before = words[at - 1] ?? ''
      let same = 0
      while (same < DIGITS - 1 && same < word.length && word[same] === before[same]) same++
      return same.toString(DIGITS) + word.slice(same)
    })
    .join('\n')
}

function lengthened(text: string): string[] {
  let before = ''
  return text
    .split('\n')
    .map((line) => (before = before.slice(0, parseInt(line.slice(0, 1), DIGITS)) + line.slice(1)))
}

/** The model as one file: its settings as JSON, then blocks of numbers, each with its length and width before it. */
export function writeModel(model: ModelData): Uint8Array {
  const networks = [model.gate, ...model.taggers]
  const header: Header = {
    gateThreshold: model.gateThreshold,
    thresholds: model.thresholds,
    networks: networks.map(({layers}) => layers.map(({step}) => step)),
  }
  const encoder = new TextEncoder()
  const blocks: Uint8Array[] = []
  const put = (bytes: Uint8Array, columns = 0): void => {
    blocks.push(new Uint8Array(Uint32Array.of(bytes.length, columns).buffer), bytes)
    blocks.push(new Uint8Array((ALIGNED - (bytes.length % ALIGNED)) % ALIGNED))
  }
  const putFloats = (floats: Float32Array): void =>
    put(new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength))
  const putGrid = ({columns, values, scales}: Grid): void => {
    put(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), columns)
    putFloats(scales)
  }
  put(encoder.encode(JSON.stringify(header)))
  put(encoder.encode(shortened(model.words)))
  putGrid(model.vectors)
  for (const {learned, layers, out} of networks) {
    putGrid(learned)
    for (const {weights, biases} of [...layers, out]) {
      putGrid(weights)
      putFloats(biases)
    }
  }
  const file = new Uint8Array(blocks.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const block of blocks) {
    file.set(block, at)
    at += block.length
  }
  return file
}

/** Reads what `writeModel` wrote. */
export function readModel(file: Uint8Array): ModelData {
  // A copy of its own starts on a boundary, as views of floats want it; all machines that run this are little-endian.
  const {buffer} = file.slice()
  let at = 0
  const next = (): {readonly from: number; readonly length: number; readonly columns: number} => {
    const [length = 0, columns = 0] = new Uint32Array(buffer, at, 2)
    const from = at + 8
    at = from + length + ((ALIGNED - (length % ALIGNED)) % ALIGNED)
    return {from, length, columns}
  }
  const text = (): string => {
    const {from, length} = next()
    return new TextDecoder().decode(new Uint8Array(buffer, from, length))
  }
  const floats = (): Float32Array => {
    const {from, length} = next()
    return new Float32Array(buffer, from, length / 4)
  }
  const grid = (): Grid => {
    const {from, length, columns} = next()
    return {columns, values: new Int8Array(buffer, from, length), scales: floats()}
  }
  const layer = (step: number): LayerData => ({step, weights: grid(), biases: floats()})
  const header = JSON.parse(text()) as Header
  const words = lengthened(text())
  const vectors = grid()
  const [gate, ...taggers] = header.networks.map((steps): NetworkData => ({
    learned: grid(),
    layers: steps.map(layer),
    out: layer(0),
  }))
  if (!gate) throw new Error('The model holds no gate.')
  const {gateThreshold, thresholds} = header
  return {words, vectors, gate, taggers, gateThreshold, thresholds}
}
