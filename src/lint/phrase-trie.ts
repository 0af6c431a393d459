import type {ClassIndex} from './class-index.ts'
import type {Form} from './inflect.ts'
import {listWords, type Element} from './phrase.ts'
import {TrieNode} from './trie-node.ts'
import {mayLead, StateTable, type CompiledClass, type Move, type State} from './trie-state.ts'
import type {Vocabulary} from './vocabulary.ts'
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
  readonly #vocabulary: Vocabulary
  #start: State<Id> | undefined

  constructor(classes: ClassIndex) {
    this.#states = new StateTable(classes)
    this.#vocabulary = classes.vocabulary
  }

  add(phrase: readonly Element[], id: Id): void {
    listWords(phrase, this.#vocabulary)
    this.#root.insert(phrase, id)
  }

  /** Every match in `words`, shorter and longer ones alike. */
  match(words: readonly Word[]): PhraseMatch<Id>[] {
    const search = this.#search(words, words.length)
    const start = this.#startState()
    for (let first = 0; first < words.length; first++) search.from(start, first)
    return search.found
  }

  /** Every match that starts at one of the places `from`. */
  matchFrom(words: readonly Word[], from: readonly number[]): PhraseMatch<Id>[] {
    const search = this.#search(words, words.length)
    const start = this.#startState()
    for (const first of from) search.from(start, first)
    return search.found
  }

  /** True where a phrase stands within the words from `from` to before `to`, with nothing else around it. */
  standsWithin(words: readonly Word[], from: number, to: number): boolean {
    const search = this.#search(words, to)
    const start = this.#startState()
    for (let first = from; first < to && search.found.length === 0; first++) search.from(start, first)
    return search.found.length > 0
  }

  /** The last words (exclusive ends) of the matches that start exactly at word `first`. */
  endsAt(words: readonly Word[], first: number): readonly number[] {
    const search = this.#search(words, words.length)
    search.from(this.#startState(), first)
    return search.found.map((match) => match.last + 1)
  }

  #search(words: readonly Word[], to: number): Search<Id> {
    return new Search<Id>({words, keys: this.#vocabulary.keysOf(words), to, classEnds: undefined})
  }

  #startState(): State<Id> {
    return (this.#start ??= this.#states.state([this.#root]))
  }
}

interface ClassEnd {
  readonly end: number
  readonly as: string
}

/** What the searches of one walk share. */
interface Ground {
  readonly words: readonly Word[]
  readonly keys: Int32Array
  /** Words from here on are not there. */
  readonly to: number
  /** Where classes of several words end, by class and place. */
  classEnds: Map<number, readonly ClassEnd[]> | undefined
}

const NO_CAPTURES: readonly Capture[] = []

class Search<Id> {
  readonly found: PhraseMatch<Id>[] = []
  readonly #ground: Ground
  readonly #words: readonly Word[]
  readonly #keys: Int32Array
  readonly #to: number
  /** What the path so far met; pushed and popped, since most paths lead nowhere. */
  readonly #path: Capture[] = []
  #first = 0

  constructor(ground: Ground) {
    this.#ground = ground
    this.#words = ground.words
    this.#keys = ground.keys
    this.#to = ground.to
  }

  from(start: State<Id>, first: number): void {
    this.#first = first
    this.#walk(start, first)
  }

  #walk(state: State<Id>, at: number): void {
    for (const id of state.ids) this.#meet(id, at - 1)
    const word = at < this.#to ? this.#words[at] : undefined
    if (state.open && (!word || word.apart)) for (const next of state.ends) this.#walk(next, at)
    if (!word || word.placeholder || (at > this.#first && word.apart)) return
    const key = at + 1 < this.#to ? (this.#keys[at + 1] ?? 0) : 0
    for (const move of state.movesFor(this.#keys[at] ?? 0)) if (mayLead(move, key)) this.#take(move, word, at)
    if (!state.open) return
    for (const {most, next} of state.gaps) this.#skip(most, next, at)
    if (word.leads) for (const next of state.starts) this.#walk(next, at)
  }

  #meet(id: Id, last: number): void {
    const captures = this.#path.length === 0 ? NO_CAPTURES : [...this.#path]
    this.found.push({id, first: this.#first, last, captures})
  }

  #take(move: Move<Id>, word: Word, at: number): void {
    const {capture, of, compiled, alone, next} = move
    if (compiled && !alone) this.#takeClass(compiled, of ?? '', next, at)
    else if (!this.#goesOn(next, at + 1)) return
    else if (alone)
      for (const as of alone)
        this.#walkWith({of: of ?? '', form: undefined, as: as || word.norm}, next, at + 1)
    else if (of) this.#walkWith({of, form: undefined, as: word.norm}, next, at + 1)
    else if (capture) this.#walkWith(capture, next, at + 1)
    else this.#walk(next, at + 1)
  }

  #takeClass(compiled: CompiledClass, of: string, next: State<Id>, at: number): void {
    if (!this.#startsHere(compiled, at)) return
    for (const {end, as} of this.#endsOf(compiled, at))
      if (this.#goesOn(next, end)) this.#walkWith({of, form: undefined, as}, next, end)
  }

  /** False where no phrase of the class can go on after its first word: nearly always. */
  #startsHere({start}: CompiledClass, at: number): boolean {
    if (start.open) return true
    const key = this.#keys[at] ?? 0
    for (const {compiled, alone, next} of start.movesFor(key))
      if (compiled && !alone ? this.#startsHere(compiled, at) : this.#goesOn(next, at + 1)) return true
    return false
  }

  /** False where a walk from `at` would lead nowhere: nearly always. */
  #goesOn(state: State<unknown>, at: number): boolean {
    if (state.ids.length > 0 || state.open) return true
    return at < this.#to && state.mayMeet(this.#keys[at] ?? 0)
  }

  #walkWith(capture: Capture, state: State<Id>, at: number): void {
    this.#path.push(capture)
    this.#walk(state, at)
    this.#path.pop()
  }

  #skip(most: number, next: State<Id>, at: number): void {
    const words = this.#words
    this.#walk(next, at)
    for (let skipped = 1; skipped <= most; skipped++) {
      const word = at + skipped < this.#to ? words[at + skipped] : undefined
      if (words[at + skipped - 1]?.placeholder || !word || word.apart) return
      if (this.#goesOn(next, at + skipped)) this.#walk(next, at + skipped)
    }
  }

  #endsOf(compiled: CompiledClass, at: number): readonly ClassEnd[] {
    const classEnds = (this.#ground.classEnds ??= new Map<number, readonly ClassEnd[]>())
    const key = compiled.number * (this.#words.length + 1) + at
    const known = classEnds.get(key)
    if (known) return known
    const ends = this.#searchClass(compiled, at)
    classEnds.set(key, ends)
    return ends
  }

  #searchClass({start}: CompiledClass, at: number): readonly ClassEnd[] {
    const inner = new Search<string>(this.#ground)
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
