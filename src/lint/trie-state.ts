import type {Capture} from './phrase-trie.ts'
import type {Step, TrieNode} from './trie-node.ts'
import type {Vocabulary} from './vocabulary.ts'
import {NAME_BIT, shapeBit, SHAPES, SHAPE_BITS} from './word-shapes.ts'

/** A word class, compiled; `number` tells it apart from the others of its index. */
export interface CompiledClass {
  readonly number: number
  readonly root: TrieNode<string>
  /** Where its phrases start; asked for when all of them are in. */
  readonly start: State<string>
  /** What the class calls a word of this key (`''`: as it stands); undefined where several words must be read. */
  namesFor(key: number): readonly string[] | undefined
}

/** What a class can start with: the words it lists, and the shapes it names. */
export interface Starts {
  readonly words: ReadonlySet<string>
  readonly shapes: ReadonlySet<string>
}

/** Where a state asks for the classes that its phrases name. */
export interface Classes {
  readonly vocabulary: Vocabulary
  compiled(name: string): CompiledClass | undefined
  startsOf(name: string): Starts
}

/** A way on: meet a word, or what a class holds, and go on in another state. */
export interface Move<Id> extends Follow {
  readonly capture: Capture | undefined
  /** The class in angle brackets, for a move over one. */
  readonly of: string | undefined
  readonly compiled: CompiledClass | undefined
  /** What the class calls the word, where it is a member by itself. */
  readonly alone: readonly string[] | undefined
  readonly next: State<Id>
}

/** What may follow a move, kept beside it: most moves end before the state after them has to be looked at. */
interface Follow {
  /** True where it leads on before any word, or before none. */
  readonly always: boolean
  /** Shapes of words before which it leads on, and one bit of 32 for the numbers of such words. */
  readonly shapes: number
  readonly some: number
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
  readonly bit: number
  /** `listed` are the words by which the way is found already. */
  readonly ways: readonly {readonly way: Way<Id>; readonly listed: ReadonlySet<string>}[]
}

/** States that list more words than this have a bit for every word there is; with still more, a place for its moves. */
const FEW = 8
const MANY = 500

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
  /** True where something may follow that is no word: a gap, or an anchor. */
  readonly open: boolean
  readonly #table: StateTable<Id>
  readonly #vocabulary: Vocabulary
  /** By the number of the word. */
  readonly #byWord = new Map<number, Way<Id>[]>()
  readonly #byShape: readonly ShapedWays<Id>[]
  /** Shapes that lead on, as the bits of a key. */
  readonly #shapes: number
  /** One bit of 32 for each number in `#byWord`: most words are turned away by it. */
  #some = 0
  /** One bit for each number there is, where there are too many for `#some` to tell. */
  readonly #all: Uint32Array | undefined
  /** Moves already joined: of known words by their number, where there are many of them; by the key of the word. */
  readonly #near: (readonly Move<Id>[] | undefined)[] | undefined
  readonly #moves = new Map<number, readonly Move<Id>[]>()

  constructor(nodes: readonly TrieNode<Id>[], table: StateTable<Id>, classes: Classes) {
    this.#table = table
    this.#vocabulary = classes.vocabulary
    const reached = withPasses(nodes)
    this.ids = [...new Set(reached.flatMap((node) => node.ids))]
    const edges = reached.flatMap((node) => node.edges)
    const shaped = new Map<string, ShapedWays<Id>['ways'][number][]>()
    for (const {step, child} of edges)
      if (step.kind === 'word') this.#listWord(step, child)
      else if (step.kind === 'class') this.#listClass(step.name, child, classes, shaped)
    this.#byShape = [...shaped].map(([shape, ways]) => ({bit: shapeBit(shape), ways}))
    this.#shapes = this.#byShape.reduce((bits, {bit}) => bits | bit, 0)
    const numbers = [...this.#byWord.keys()]
    for (const number of numbers) this.#some |= 1 << (number & 31)
    this.#all = numbers.length > FEW ? bitsOf(numbers) : undefined
    this.#near = numbers.length > MANY ? Array.from({length: Math.max(...numbers) + 1}) : undefined
    const gaps = new Map<number, TrieNode<Id>[]>()
    for (const {step, child} of edges) if (step.kind === 'gap') append(gaps, step.most, child)
    this.gaps = [...gaps].map(([most, children]) => ({most, next: table.state(children)}))
    const over = (kind: Step['kind']): State<Id>[] => {
      const children = edges.filter(({step}) => step.kind === kind).map(({child}) => child)
      return children.length > 0 ? [table.state(children)] : []
    }
    this.starts = over('start')
    this.ends = over('end')
    this.open = this.gaps.length > 0 || this.starts.length > 0 || this.ends.length > 0
  }

  /** True where nothing may follow. */
  get last(): boolean {
    return !this.open && this.#byWord.size === 0 && this.#byShape.length === 0
  }

  /** False where no word of this key may come next: nearly always. */
  mayMeet(key: number): boolean {
    if ((key & this.#shapes) !== 0) return true
    const number = key >> SHAPE_BITS
    if (number === 0 || ((this.#some >>> (number & 31)) & 1) === 0) return false
    return this.#all === undefined || (((this.#all[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1
  }

  /** What may come next at all. */
  get follow(): Follow {
    return {always: this.open || this.ids.length > 0, shapes: this.#shapes, some: this.#some}
  }

  /** What may come next where a word of this key stands. */
  movesFor(key: number): readonly Move<Id>[] {
    if (!this.mayMeet(key)) return NO_MOVES
    if (this.#near && (key & NAME_BIT) === 0 && key >> SHAPE_BITS > 0)
      return (this.#near[key >> SHAPE_BITS] ??= this.#movesAnew(key))
    const found = this.#moves.get(key)
    if (found) return found
    const moves = this.#movesAnew(key)
    this.#moves.set(key, moves)
    return moves
  }

  #movesAnew(key: number): readonly Move<Id>[] {
    const norm = this.#vocabulary.wordOf(key)
    const listed = this.#byWord.get(key >> SHAPE_BITS) ?? NO_WAYS
    const shaped = this.#byShape.flatMap(({bit, ways}) =>
      key & bit ? ways.filter((each) => !norm || !each.listed.has(norm)).map(({way}) => way) : [],
    )
    return this.#join([...listed, ...shaped], key)
  }

  #listWord(element: Extract<Step, {kind: 'word'}>, child: TrieNode<Id>): void {
    for (const [word, met] of element.spellings) {
      const capture = met && {of: met.lemma, form: met.form, as: undefined}
      append(this.#byWord, this.#vocabulary.numberOf(word), {
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
      for (const word of words) append(this.#byWord, this.#vocabulary.numberOf(word), way)
      for (const shape of shapes) append(shaped, shape, {way, listed: words})
    }
  }

  #join(ways: readonly Way<Id>[], word: number): readonly Move<Id>[] {
    const groups = new Map<string, Way<Id>[]>()
    for (const way of ways) append(groups, way.key, way)
    return [...groups.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      const children = [...new Set(group.map(({child}) => child))]
      const {capture, of, compiled} = first
      const alone = compiled?.namesFor(word)
      const next = this.#table.state(children)
      const follow = compiled && !alone ? followIn(compiled.start, word) : next.follow
      return [{capture, of, compiled, alone, next, ...follow}]
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

/** What may follow the first word of a class whose phrases go on after it. */
function followIn(start: State<string>, word: number): Follow {
  const moves = start.movesFor(word)
  return {
    always: start.open || moves.some(({always}) => always),
    shapes: moves.reduce((bits, {shapes}) => bits | shapes, 0),
    some: moves.reduce((bits, {some}) => bits | some, 0),
  }
}

/** False where a move surely leads nowhere before a word of this key. */
export function mayLead({always, shapes, some}: Move<unknown>, key: number): boolean {
  if (always || (shapes & key) !== 0) return true
  const number = key >> SHAPE_BITS
  return number > 0 && ((some >>> (number & 31)) & 1) === 1
}

function bitsOf(numbers: readonly number[]): Uint32Array {
  const bits = new Uint32Array((Math.max(...numbers) >>> 5) + 1)
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31))
  return bits
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
