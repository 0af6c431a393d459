import type {ClassIndex} from './class-index.ts'
import type {Form} from './inflect.ts'
import type {Element} from './phrase.ts'
import {TrieNode} from './trie-node.ts'
import {StateTable, type CompiledClass, type Move, type State} from './trie-state.ts'
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
  readonly #states: StateTable<Id>
  #start: State<Id> | undefined

  constructor(classes: ClassIndex) {
    this.#states = new StateTable(classes)
  }

  add(phrase: readonly Element[], id: Id): void {
    this.#root.insert(phrase, id)
  }

  /** Every match in `words`, shorter and longer ones alike. */
  match(words: readonly Word[]): PhraseMatch<Id>[] {
    const search = new Search<Id>(words, new Map())
    this.#start ??= this.#states.state([this.#root])
    for (let first = 0; first < words.length; first++) search.from(this.#start, first)
    return search.found
  }

  /** The last words (exclusive ends) of the matches that start exactly at word `first`. */
  endsAt(words: readonly Word[], first: number): readonly number[] {
    const search = new Search<Id>(words, new Map())
    this.#start ??= this.#states.state([this.#root])
    search.from(this.#start, first)
    return search.found.map((match) => match.last + 1)
  }
}

interface ClassEnd {
  readonly end: number
  readonly as: string
}

const NO_CAPTURES: readonly Capture[] = []

class Search<Id> {
  readonly found: PhraseMatch<Id>[] = []
  readonly #words: readonly Word[]
  /** Where classes end, by class and place, shared with the searches inside this one. */
  readonly #classEnds: Map<number, readonly ClassEnd[]>
  /** What the path so far met; pushed and popped, since most paths lead nowhere. */
  readonly #path: Capture[] = []
  #first = 0

  constructor(words: readonly Word[], classEnds: Map<number, readonly ClassEnd[]>) {
    this.#words = words
    this.#classEnds = classEnds
  }

  from(start: State<Id>, first: number): void {
    this.#first = first
    this.#walk(start, first)
  }

  #walk(state: State<Id>, at: number): void {
    for (const id of state.ids) this.#meet(id, at - 1)
    const word = this.#words[at]
    if (!word || word.apart) for (const next of state.ends) this.#walk(next, at)
    if (!word || word.placeholder || (at > this.#first && word.apart)) return
    for (const move of state.movesFor(word)) this.#take(move, word, at)
    for (const {most, next} of state.gaps) this.#skip(most, next, at)
    if (word.leads) for (const next of state.starts) this.#walk(next, at)
  }

  #meet(id: Id, last: number): void {
    const captures = this.#path.length === 0 ? NO_CAPTURES : [...this.#path]
    this.found.push({id, first: this.#first, last, captures})
  }

  #take({capture, of, compiled, next}: Move<Id>, word: Word, at: number): void {
    if (compiled)
      for (const {end, as} of this.#endsOf(compiled, at))
        this.#walkWith({of: of ?? '', form: undefined, as}, next, end)
    else if (of) this.#walkWith({of, form: undefined, as: word.norm}, next, at + 1)
    else if (capture) this.#walkWith(capture, next, at + 1)
    else this.#walk(next, at + 1)
  }

  #walkWith(capture: Capture, state: State<Id>, at: number): void {
    this.#path.push(capture)
    this.#walk(state, at)
    this.#path.pop()
  }

  #skip(most: number, next: State<Id>, at: number): void {
    this.#walk(next, at)
    for (let skipped = 1; skipped <= most; skipped++) {
      const word = this.#words[at + skipped]
      if (this.#words[at + skipped - 1]?.placeholder || !word || word.apart) return
      this.#walk(next, at + skipped)
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

  #search({start}: CompiledClass, at: number): readonly ClassEnd[] {
    const inner = new Search<string>(this.#words, this.#classEnds)
    inner.from(start, at)
    return inner.found.map(({id, last}) => ({
      end: last + 1,
      as: id || this.#textOf(at, last),
    }))
  }

  #textOf(first: number, last: number): string {
    return this.#words
      .slice(first, last + 1)
      .map((word) => word.norm)
      .join(' ')
  }
}
