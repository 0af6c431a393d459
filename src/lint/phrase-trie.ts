import {circlesIn} from './class-circles.ts'
import type {WordClasses} from './entry.ts'
import {isFunctionWord} from './function-words.ts'
import {IRREGULAR_PASTS, type Form} from './inflect.ts'
import {parsePhrase, type Element} from './phrase.ts'
import type {Word} from './words.ts'

/** What one place of a phrase met in the text. */
export interface Capture {
  /** The inflecting word as the pack writes it, or the class in angle brackets. */
  readonly of: string
  readonly form: Form | undefined
  /** What a class calls the words that it met. */
  readonly as: string | undefined
}

/** A phrase met in the words `first` to `last`, both included. */
export interface PhraseMatch<Id> {
  readonly id: Id
  readonly first: number
  readonly last: number
  readonly captures: readonly Capture[]
}

interface Edge<Id> {
  readonly element: Exclude<Element, {kind: 'choice'}>
  readonly child: TrieNode<Id>
}

class TrieNode<Id> {
  readonly ids: Id[] = []
  readonly edges = new Map<string, Edge<Id>>()
  /** Edges by the word that can start them, and those that any word may start. */
  #byWord: Map<string, Edge<Id>[]> | undefined
  #open: Edge<Id>[] = []

  childFor(element: Edge<Id>['element']): TrieNode<Id> {
    const key = keyOf(element)
    const known = this.edges.get(key)
    if (known) return known.child
    const child = new TrieNode<Id>()
    this.edges.set(key, {element, child})
    return child
  }

  edgesFrom(word: string, starts: (name: string) => ReadonlySet<string> | undefined): readonly Edge<Id>[] {
    this.#byWord ??= this.#index(starts)
    return this.#byWord.get(word) ?? NO_EDGES
  }

  get openEdges(): readonly Edge<Id>[] {
    return this.#open
  }

  #index(starts: (name: string) => ReadonlySet<string> | undefined): Map<string, Edge<Id>[]> {
    const index = new Map<string, Edge<Id>[]>()
    for (const edge of this.edges.values()) {
      const {element} = edge
      const words =
        element.kind === 'word'
          ? element.spellings.keys()
          : element.kind === 'class'
            ? starts(element.name)
            : undefined
      if (!words) this.#open.push(edge)
      else for (const word of words) index.set(word, [...(index.get(word) ?? []), edge])
    }
    return index
  }
}

const NO_EDGES: readonly never[] = []

const keyOf = (element: Edge<unknown>['element']): string =>
  element.kind === 'word'
    ? [...element.spellings].map(([spelling, met]) => `${spelling}=${met?.lemma ?? ''}`).join('|')
    : element.kind === 'class'
      ? `<${element.name}>`
      : element.kind === 'gap'
        ? `...${element.most}`
        : element.kind

/** Classes that hold for a word by its shape, so that nobody has to list their members. */
const SHAPES: Readonly<Record<string, (word: Word) => boolean>> = {
  any: () => true,
  name: (word) => word.capital && !word.leads && word.norm.length > 1,
  content: (word) => !isFunctionWord(word.norm) && !word.norm.endsWith('ly'),
  number: (word) => /^\d+$/.test(word.norm),
  past: (word) => /[a-z]{2}ed$/.test(word.norm) || IRREGULAR_PASTS.has(word.norm),
  gerund: (word) => /[a-z]{3}ing$/.test(word.norm),
  adverb: (word) => /[a-z]{2}ly$/.test(word.norm),
}

/** The word classes of a language, compiled; each may name others. */
export class ClassIndex {
  readonly #tries = new Map<string, TrieNode<string>>()
  readonly #starts = new Map<string, ReadonlySet<string> | undefined>()

  constructor(classes: WordClasses) {
    const inCircle = circlesIn(classes)
    for (const [name, members] of Object.entries(classes)) {
      const root = new TrieNode<string>()
      for (const [phrase, as] of Object.entries(members))
        if (!inCircle(name, phrase)) insert(root, parsePhrase(phrase, {}), as)
      this.#tries.set(name, root)
    }
  }

  has(name: string): boolean {
    return this.#tries.has(name) || name in SHAPES
  }

  trie(name: string): TrieNode<string> | undefined {
    return this.#tries.get(name)
  }

  /** The words that a class can start with; undefined where any word may. */
  startsOf = (name: string): ReadonlySet<string> | undefined => {
    if (this.#starts.has(name)) return this.#starts.get(name)
    const root = this.#tries.get(name)
    this.#starts.set(name, undefined)
    const starts = root && this.#collectStarts(root)
    this.#starts.set(name, starts)
    return starts
  }

  #collectStarts(root: TrieNode<string>): ReadonlySet<string> | undefined {
    const starts = new Set<string>()
    for (const {element} of root.edges.values()) {
      const words =
        element.kind === 'word'
          ? element.spellings.keys()
          : element.kind === 'class'
            ? this.startsOf(element.name)
            : undefined
      if (!words) return undefined
      for (const word of words) starts.add(word)
    }
    return starts
  }
}

function insert<Id>(node: TrieNode<Id>, elements: readonly Element[], id: Id): void {
  const [element, ...rest] = elements
  if (!element) {
    if (!node.ids.includes(id)) node.ids.push(id)
  } else if (element.kind === 'choice')
    for (const option of element.options) insert(node, [...option, ...rest], id)
  else insert(node.childFor(element), rest, id)
}

/** Many phrases, looked for all at once: the time is linear in the words, whatever the number of phrases. */
export class PhraseTrie<Id> {
  readonly #root = new TrieNode<Id>()
  readonly #classes: ClassIndex

  constructor(classes: ClassIndex) {
    this.#classes = classes
  }

  add(phrase: readonly Element[], id: Id): void {
    insert(this.#root, phrase, id)
  }

  /** Every match in `words`, shorter and longer ones alike. */
  match(words: readonly Word[]): PhraseMatch<Id>[] {
    const search = new Search<Id>(words, this.#classes)
    for (let first = 0; first < words.length; first++) search.from(this.#root, first)
    return search.found
  }

  /** The last words (exclusive ends) of the matches that start exactly at word `first`. */
  endsAt(words: readonly Word[], first: number): readonly number[] {
    const search = new Search<Id>(words, this.#classes)
    search.from(this.#root, first)
    return search.found.map((match) => match.last + 1)
  }
}

class Search<Id> {
  readonly found: PhraseMatch<Id>[] = []
  readonly #words: readonly Word[]
  readonly #classes: ClassIndex
  readonly #classEnds = new Map<string, readonly {readonly end: number; readonly as: string}[]>()

  constructor(words: readonly Word[], classes: ClassIndex) {
    this.#words = words
    this.#classes = classes
  }

  from(root: TrieNode<Id>, first: number): void {
    this.#walk(root, first, first, [])
  }

  #walk(node: TrieNode<Id>, first: number, at: number, captures: readonly Capture[]): void {
    for (const id of node.ids) this.found.push({id, first, last: at - 1, captures})
    const word = this.#words[at]
    const end = node.edges.get('end')
    if (end && (!word || word.apart)) this.#walk(end.child, first, at, captures)
    if (!word || word.placeholder || (at > first && word.apart)) return
    for (const edge of node.edgesFrom(word.norm, this.#classes.startsOf))
      this.#step(edge, first, at, captures)
    for (const edge of node.openEdges) this.#step(edge, first, at, captures)
  }

  #step({element, child}: Edge<Id>, first: number, at: number, captures: readonly Capture[]): void {
    const word = this.#words[at]
    if (!word) return
    if (element.kind === 'word') {
      const met = element.spellings.get(word.norm)
      this.#walk(
        child,
        first,
        at + 1,
        met ? [...captures, {of: met.lemma, form: met.form, as: undefined}] : captures,
      )
    } else if (element.kind === 'class') {
      for (const {end, as} of this.#endsOf(element.name, at))
        this.#walk(child, first, end, [...captures, {of: `<${element.name}>`, form: undefined, as}])
    } else if (element.kind === 'start') {
      if (word.leads) this.#walk(child, first, at, captures)
    } else if (element.kind === 'gap') {
      for (let skip = 0; skip <= element.most; skip++) {
        if (skip > 0 && (this.#words[at + skip - 1]?.placeholder || (this.#words[at + skip]?.apart ?? true)))
          return
        this.#walk(child, first, at + skip, captures)
      }
    }
  }

  #endsOf(name: string, at: number): readonly {readonly end: number; readonly as: string}[] {
    const shape = SHAPES[name]
    const word = this.#words[at]
    if (shape) return word && shape(word) ? [{end: at + 1, as: word.norm}] : []
    const key = `${name} ${at}`
    const known = this.#classEnds.get(key)
    if (known) return known
    const trie = this.#classes.trie(name)
    if (!trie) return []
    const inner = new Search<string>(this.#words, this.#classes)
    inner.from(trie, at)
    const ends = inner.found.map(({id, last}) => ({end: last + 1, as: id || this.#textOf(at, last)}))
    this.#classEnds.set(key, ends)
    return ends
  }

  #textOf(first: number, last: number): string {
    return this.#words
      .slice(first, last + 1)
      .map((word) => word.norm)
      .join(' ')
  }
}
