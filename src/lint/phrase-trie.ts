import type {ClassIndex} from './class-index.ts'
import type {Form} from './inflect.ts'
import type {Element} from './phrase.ts'
import {TrieNode, type CompiledClass, type Move} from './trie-node.ts'
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

/** Many phrases, looked for all at once: the time is linear in the words, whatever the number of phrases. */
export class PhraseTrie<Id> {
  readonly #root = new TrieNode<Id>()
  readonly #classes: ClassIndex

  constructor(classes: ClassIndex) {
    this.#classes = classes
  }

  add(phrase: readonly Element[], id: Id): void {
    this.#root.insert(phrase, id)
  }

  /** Every match in `words`, shorter and longer ones alike. */
  match(words: readonly Word[]): PhraseMatch<Id>[] {
    const search = new Search<Id>(words, this.#classes, new Map())
    for (let first = 0; first < words.length; first++) search.from(this.#root, first)
    return search.found
  }

  /** The last words (exclusive ends) of the matches that start exactly at word `first`. */
  endsAt(words: readonly Word[], first: number): readonly number[] {
    const search = new Search<Id>(words, this.#classes, new Map())
    search.from(this.#root, first)
    return search.found.map((match) => match.last + 1)
  }
}

interface ClassEnd {
  readonly end: number
  readonly as: string
  readonly captures: readonly Capture[]
}

const NO_CAPTURES: readonly Capture[] = []

class Search<Id> {
  readonly found: PhraseMatch<Id>[] = []
  readonly #words: readonly Word[]
  readonly #classes: ClassIndex
  /** Where classes end, by class and place, shared with the searches inside this one. */
  readonly #classEnds: Map<number, readonly ClassEnd[]>
  /** What the path so far met; pushed and popped, since most paths lead nowhere. */
  readonly #path: Capture[] = []
  #first = 0

  constructor(words: readonly Word[], classes: ClassIndex, classEnds: Map<number, readonly ClassEnd[]>) {
    this.#words = words
    this.#classes = classes
    this.#classEnds = classEnds
  }

  from(root: TrieNode<Id>, first: number): void {
    this.#first = first
    this.#walk(root, first)
  }

  #walk(node: TrieNode<Id>, at: number): void {
    const {ids, byWord, byShape, gaps, starts, ends} = node.plan(this.#classes)
    for (const id of ids) this.#meet(id, at - 1)
    const word = this.#words[at]
    if (ends.length > 0 && (!word || word.apart)) for (const child of ends) this.#walk(child, at)
    if (!word || word.placeholder || (at > this.#first && word.apart)) return
    const moves = byWord.get(word.norm)
    if (moves) for (const move of moves) this.#take(move, word, at)
    for (const {holds, moves: shaped} of byShape)
      if (holds(word))
        for (const {move, listed} of shaped) if (!listed.has(word.norm)) this.#take(move, word, at)
    for (const {most, child} of gaps) this.#skip(most, child, at)
    if (word.leads) for (const child of starts) this.#walk(child, at)
  }

  #meet(id: Id, last: number): void {
    const captures = this.#path.length === 0 ? NO_CAPTURES : [...this.#path]
    this.found.push({id, first: this.#first, last, captures})
  }

  #take(move: Move<Id>, word: Word, at: number): void {
    if (move.kind === 'word') {
      if (move.capture) this.#walkWith(move.capture, move.child, at + 1)
      else this.#walk(move.child, at + 1)
    } else if (move.kind === 'shape')
      this.#walkWith({of: move.of, form: undefined, as: word.norm}, move.child, at + 1)
    else
      for (const {end, as, captures} of this.#endsOf(move.compiled, at)) {
        if (move.of) this.#walkWith({of: move.of, form: undefined, as}, move.child, end)
        else {
          this.#path.push(...captures)
          this.#walk(move.child, end)
          this.#path.length -= captures.length
        }
      }
  }

  #walkWith(capture: Capture, node: TrieNode<Id>, at: number): void {
    this.#path.push(capture)
    this.#walk(node, at)
    this.#path.pop()
  }

  #skip(most: number, child: TrieNode<Id>, at: number): void {
    this.#walk(child, at)
    for (let skipped = 1; skipped <= most; skipped++) {
      const next = this.#words[at + skipped]
      if (this.#words[at + skipped - 1]?.placeholder || !next || next.apart) return
      this.#walk(child, at + skipped)
    }
  }

  #endsOf(compiled: CompiledClass, at: number): readonly ClassEnd[] {
    const key = compiled.number * (this.#words.length + 1) + at
    const known = this.#classEnds.get(key)
    if (known) return known
    const ends = this.#search(compiled, at)
    this.#classEnds.set(key, ends)
    return ends
  }

  #search({root}: CompiledClass, at: number): readonly ClassEnd[] {
    const inner = new Search<string>(this.#words, this.#classes, this.#classEnds)
    inner.from(root, at)
    return inner.found.map(({id, last, captures}) => ({
      end: last + 1,
      as: id || this.#textOf(at, last),
      captures,
    }))
  }

  #textOf(first: number, last: number): string {
    return this.#words
      .slice(first, last + 1)
      .map((word) => word.norm)
      .join(' ')
  }
}
