import type {Capture} from './phrase-trie.ts'
import type {Step, TrieNode} from './trie-node.ts'
import {SHAPES} from './word-shapes.ts'
import type {Word} from './words.ts'

/** A word class, compiled; `number` tells it apart from the others of its index. */
export interface CompiledClass {
  readonly number: number
  readonly root: TrieNode<string>
  /** Where its phrases start; asked for when all of them are in. */
  readonly start: State<string>
}

/** What a class can start with: the words it lists, and the shapes it names. */
export interface Starts {
  readonly words: ReadonlySet<string>
  readonly shapes: ReadonlySet<string>
}

/** Where a state asks for the classes that its phrases name. */
export interface Classes {
  compiled(name: string): CompiledClass | undefined
  startsOf(name: string): Starts
}

/** A way on: meet a word, or what a class holds, and go on in another state. */
export interface Move<Id> {
  readonly capture: Capture | undefined
  /** The class in angle brackets, for a move over one. */
  readonly of: string | undefined
  readonly compiled: CompiledClass | undefined
  readonly next: State<Id>
}

/** A way on before those that meet the same are joined. */
interface Way<Id> {
  /** Ways of one key meet the same words and keep the same of them. */
  readonly key: string
  readonly capture: Capture | undefined
  readonly of: string | undefined
  readonly compiled: CompiledClass | undefined
  readonly child: TrieNode<Id>
}

interface ShapedWays<Id> {
  readonly holds: (word: Word) => boolean
  /** `listed` are the words by which the way is found already. */
  readonly ways: readonly {readonly way: Way<Id>; readonly listed: ReadonlySet<string>}[]
}

const NOTHING: ReadonlySet<string> = new Set()
const NO_WAYS: readonly never[] = []
const NO_MOVES: readonly never[] = []

/** Every state of one trie that a walk has reached so far, each once. */
export class StateTable<Id> {
  readonly #states = new Map<string, State<Id>>()
  readonly #classes: Classes

  constructor(classes: Classes) {
    this.#classes = classes
  }

  state(nodes: readonly TrieNode<Id>[]): State<Id> {
    const key = nodes.map((node) => node.number).join(' ')
    const known = this.#states.get(key)
    if (known) return known
    const state = new State(nodes, this, this.#classes)
    this.#states.set(key, state)
    return state
  }
}

/**
 * All nodes of the trie that a walk may be at after the same words: many phrases that start alike cost one step
 * each word, not one each phrase. Made when first reached (a lazy subset construction).
 */
export class State<Id> {
  /** Phrases that end here, or whose rest may be left out. */
  readonly ids: readonly Id[]
  readonly gaps: readonly {readonly most: number; readonly next: State<Id>}[]
  /** Goes on where a sentence starts, and where a clause ends. */
  readonly starts: readonly State<Id>[]
  readonly ends: readonly State<Id>[]
  readonly #table: StateTable<Id>
  readonly #byWord = new Map<string, Way<Id>[]>()
  readonly #byShape: readonly ShapedWays<Id>[]
  /** Moves already joined, by which shapes hold and then by the word. */
  readonly #moves: Map<string, readonly Move<Id>[]>[] = []

  constructor(nodes: readonly TrieNode<Id>[], table: StateTable<Id>, classes: Classes) {
    this.#table = table
    const reached = withPasses(nodes)
    this.ids = [...new Set(reached.flatMap((node) => node.ids))]
    const edges = reached.flatMap((node) => node.edges)
    const shaped = new Map<string, ShapedWays<Id>['ways'][number][]>()
    for (const {step, child} of edges)
      if (step.kind === 'word') this.#listWord(step, child)
      else if (step.kind === 'class') this.#listClass(step.name, child, classes, shaped)
    this.#byShape = [...shaped].map(([shape, ways]) => ({holds: SHAPES.get(shape) ?? (() => false), ways}))
    const gaps = new Map<number, TrieNode<Id>[]>()
    for (const {step, child} of edges) if (step.kind === 'gap') append(gaps, step.most, child)
    this.gaps = [...gaps].map(([most, children]) => ({most, next: table.state(children)}))
    const over = (kind: Step['kind']): State<Id>[] => {
      const children = edges.filter(({step}) => step.kind === kind).map(({child}) => child)
      return children.length > 0 ? [table.state(children)] : []
    }
    this.starts = over('start')
    this.ends = over('end')
  }

  /** What may come next where `word` stands. */
  movesFor(word: Word): readonly Move<Id>[] {
    const listed = this.#byWord.get(word.norm) ?? NO_WAYS
    const shapes = this.#byShape.length === 0 ? 0 : this.#shapesOf(word)
    if (shapes === 0 && listed.length === 0) return NO_MOVES
    const key = listed.length === 0 ? '' : word.norm
    let known = this.#moves[shapes]
    if (!known) this.#moves[shapes] = known = new Map()
    const found = known.get(key)
    if (found) return found
    const shaped = this.#byShape.flatMap(({ways}, bit) =>
      shapes & (1 << bit) ? ways.filter((each) => !each.listed.has(word.norm)).map(({way}) => way) : [],
    )
    const moves = this.#join([...listed, ...shaped])
    known.set(key, moves)
    return moves
  }

  /** One bit for each shape that holds. */
  #shapesOf(word: Word): number {
    let shapes = 0
    for (let bit = 0; bit < this.#byShape.length; bit++)
      if (this.#byShape[bit]?.holds(word)) shapes |= 1 << bit
    return shapes
  }

  #listWord(element: Extract<Step, {kind: 'word'}>, child: TrieNode<Id>): void {
    for (const [word, met] of element.spellings) {
      const capture = met && {of: met.lemma, form: met.form, as: undefined}
      append(this.#byWord, word, {
        key: met ? `${met.lemma} ${met.form}` : '',
        capture,
        of: undefined,
        compiled: undefined,
        child,
      })
    }
  }

  #listClass(
    name: string,
    child: TrieNode<Id>,
    classes: Classes,
    shaped: Map<string, ShapedWays<Id>['ways'][number][]>,
  ): void {
    const of = `<${name}>`
    const compiled = classes.compiled(name)
    const way: Way<Id> = {key: of, capture: undefined, of, compiled, child}
    if (SHAPES.has(name)) append(shaped, name, {way, listed: NOTHING})
    else if (compiled) {
      const {words, shapes} = classes.startsOf(name)
      for (const word of words) append(this.#byWord, word, way)
      for (const shape of shapes) append(shaped, shape, {way, listed: words})
    }
  }

  #join(ways: readonly Way<Id>[]): readonly Move<Id>[] {
    const groups = new Map<string, Way<Id>[]>()
    for (const way of ways) append(groups, way.key, way)
    return [...groups.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      const children = [...new Set(group.map(({child}) => child))]
      return [
        {capture: first.capture, of: first.of, compiled: first.compiled, next: this.#table.state(children)},
      ]
    })
  }
}

/** Nodes, and those that they reach by leaving out what may be left out, in the order of their numbers. */
function withPasses<Id>(nodes: readonly TrieNode<Id>[]): readonly TrieNode<Id>[] {
  const reached = new Set(nodes)
  for (const node of reached)
    for (const {step, child} of node.edges) if (step.kind === 'pass') reached.add(child)
  return [...reached]
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
