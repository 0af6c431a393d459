import type {Capture} from './phrase-trie.ts'
import type {Element} from './phrase.ts'
import {SHAPES} from './word-shapes.ts'
import type {Word} from './words.ts'

type Choice = Extract<Element, {kind: 'choice'}>

/** What a walk may do between two places: meet a word or a class, one of a group's phrases, or nothing at all. */
export type Step =
  | Exclude<Element, Choice>
  | {readonly kind: 'group'; readonly key: string; readonly options: Choice['options']}
  | {readonly kind: 'pass'}

export type ClassStep = Extract<Step, {kind: 'class' | 'group'}>

interface Edge<Id> {
  readonly element: Step
  readonly child: TrieNode<Id>
}

/** A word class, compiled; `number` tells it apart from the others of its index. */
export interface CompiledClass {
  readonly number: number
  readonly root: TrieNode<string>
}

/** What a class can start with: the words it lists, and the shapes it names. */
export interface Starts {
  readonly words: ReadonlySet<string>
  readonly shapes: ReadonlySet<string>
}

/** Where a node asks for the classes that its phrases name. */
export interface Classes {
  compiled(step: ClassStep): CompiledClass | undefined
  startsOf(step: ClassStep): Starts
}

/** A way on from a node, made ready: meet a word and go on, or meet what a class holds and go on after it. */
export type Move<Id> =
  | {readonly kind: 'word'; readonly capture: Capture | undefined; readonly child: TrieNode<Id>}
  | {readonly kind: 'shape'; readonly of: string; readonly child: TrieNode<Id>}
  | {
      readonly kind: 'class'
      readonly of: string | undefined
      readonly compiled: CompiledClass
      readonly child: TrieNode<Id>
    }

/** What a walk meets at a node, sorted by what lets it go on, so that a word meets only what it may take. */
interface NodePlan<Id> {
  /** Phrases that end here, or whose rest may be left out. */
  readonly ids: readonly Id[]
  readonly byWord: ReadonlyMap<string, readonly Move<Id>[]>
  readonly byShape: readonly ShapedMoves<Id>[]
  readonly gaps: readonly {readonly most: number; readonly child: TrieNode<Id>}[]
  readonly starts: readonly TrieNode<Id>[]
  readonly ends: readonly TrieNode<Id>[]
}

interface ShapedMoves<Id> {
  readonly holds: (word: Word) => boolean
  /** `listed` are the words by which the move is found already. */
  readonly moves: readonly {readonly move: Move<Id>; readonly listed: ReadonlySet<string>}[]
}

const NOTHING: ReadonlySet<string> = new Set()

/** A place in the trie of phrases: where a phrase ends, and what may come next. */
export class TrieNode<Id> {
  readonly ids: Id[] = []
  readonly edges = new Map<string, Edge<Id>>()
  #plan: NodePlan<Id> | undefined

  insert(elements: readonly Element[], id: Id, from = 0): void {
    const element = elements[from]
    if (element) this.#next(element).insert(elements, id, from + 1)
    else if (!this.ids.includes(id)) this.ids.push(id)
  }

  plan(classes: Classes): NodePlan<Id> {
    this.#plan ??= planNode(this, classes)
    return this.#plan
  }

  #next(element: Element): TrieNode<Id> {
    if (element.kind !== 'choice') return this.#childFor(element, false)
    const options = element.options.filter((option) => option.length > 0)
    const [only] = options.length === 1 ? (options[0] ?? []) : []
    const single = only && only.kind !== 'choice' && options[0]?.length === 1
    return this.#childFor(
      single ? only : {kind: 'group', key: keyOf({kind: 'choice', options}), options},
      options.length < element.options.length,
    )
  }

  /** One child for both ways round what may be left out, so that a phrase never grows by its options. */
  #childFor(element: Step, optional: boolean): TrieNode<Id> {
    const key = keyOf(element) + (optional ? '?' : '')
    const known = this.edges.get(key)
    if (known) return known.child
    const child = new TrieNode<Id>()
    this.edges.set(key, {element, child})
    if (optional) this.edges.set(`${key} pass`, {element: {kind: 'pass'}, child})
    return child
  }
}

function keyOf(element: Element | Step): string {
  switch (element.kind) {
    case 'word':
    case 'group':
      return element.key
    case 'class':
      return `<${element.name}>`
    case 'gap':
      return `...${element.most}`
    case 'choice':
      return `(${element.options.map((option) => option.map(keyOf).join(' ')).join('|')})`
    default:
      return element.kind
  }
}

function planNode<Id>(node: TrieNode<Id>, classes: Classes): NodePlan<Id> {
  const ids = new Set<Id>()
  const byWord = new Map<string, Move<Id>[]>()
  const byShape = new Map<string, ShapedMoves<Id>['moves'][number][]>()
  const gaps: NodePlan<Id>['gaps'][number][] = []
  const starts: TrieNode<Id>[] = []
  const ends: TrieNode<Id>[] = []
  for (const reached of withPasses(node)) {
    for (const id of reached.ids) ids.add(id)
    for (const {element, child} of reached.edges.values()) {
      if (element.kind === 'word')
        for (const [word, met] of element.spellings) {
          const capture = met && {of: met.lemma, form: met.form, as: undefined}
          append(byWord, word, {kind: 'word', capture, child})
        }
      else if (element.kind === 'class' && SHAPES.has(element.name)) {
        const move: Move<Id> = {kind: 'shape', of: `<${element.name}>`, child}
        append(byShape, element.name, {move, listed: NOTHING})
      } else if (element.kind === 'class' || element.kind === 'group') {
        const compiled = classes.compiled(element)
        if (!compiled) continue
        const of = element.kind === 'class' ? `<${element.name}>` : undefined
        const move: Move<Id> = {kind: 'class', of, compiled, child}
        const {words, shapes} = classes.startsOf(element)
        for (const word of words) append(byWord, word, move)
        for (const shape of shapes) append(byShape, shape, {move, listed: words})
      } else if (element.kind === 'gap') gaps.push({most: element.most, child})
      else if (element.kind === 'start') starts.push(child)
      else if (element.kind === 'end') ends.push(child)
    }
  }
  const shaped = [...byShape].map(([shape, moves]) => ({holds: SHAPES.get(shape) ?? (() => false), moves}))
  return {ids: [...ids], byWord, byShape: shaped, gaps, starts, ends}
}

/** A node and those that it reaches by leaving out what may be left out. */
function withPasses<Id>(node: TrieNode<Id>): ReadonlySet<TrieNode<Id>> {
  const reached = new Set([node])
  for (const each of reached)
    for (const {element, child} of each.edges.values()) if (element.kind === 'pass') reached.add(child)
  return reached
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
