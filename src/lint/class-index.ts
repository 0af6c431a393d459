import {circlesIn} from './class-circles.ts'
import type {WordClasses} from './entry.ts'
import {listWords, parsePhrase} from './phrase.ts'
import {TrieNode} from './trie-node.ts'
import {StateTable, type State, type Classes, type CompiledClass, type Starts} from './trie-state.ts'
import {Vocabulary} from './vocabulary.ts'
import {SHAPES} from './word-shapes.ts'

interface GrowingStarts {
  readonly words: Set<string>
  readonly shapes: Set<string>
}

/** The word classes of a language, compiled; each may name others. */
export class ClassIndex implements Classes {
  readonly vocabulary = new Vocabulary()
  readonly #classes = new Map<string, CompiledClass>()
  readonly #starts = new Map<string, Starts>()

  constructor(classes: WordClasses) {
    const inCircle = circlesIn(classes)
    for (const [name, members] of Object.entries(classes)) {
      const {root} = this.#add(name)
      for (const [phrase, as] of Object.entries(members))
        if (!inCircle(name, phrase)) {
          const elements = parsePhrase(phrase, {})
          listWords(elements, this.vocabulary)
          root.insert(elements, as)
        }
    }
  }

  has(name: string): boolean {
    return this.#classes.has(name) || SHAPES.has(name)
  }

  compiled(name: string): CompiledClass | undefined {
    return this.#classes.get(name)
  }

  /** What a class can start with; one that opens with a gap or an anchor starts with any word. */
  startsOf(name: string): Starts {
    const known = this.#starts.get(name)
    if (known) return known
    const starts = {words: new Set<string>(), shapes: new Set<string>()}
    this.#starts.set(name, starts)
    const root = this.#classes.get(name)?.root
    if (root) this.#collect(root, starts)
    return starts
  }

  #add(name: string): CompiledClass {
    const root = new TrieNode<string>()
    const states = new StateTable<string>(this)
    const names = new Map<number, readonly string[] | undefined>()
    let start: State<string> | undefined
    const compiled: CompiledClass = {
      number: this.#classes.size,
      root,
      get start() {
        return (start ??= states.state([root]))
      },
      namesFor(key) {
        if (!names.has(key)) names.set(key, namesOfOneWord(this.start, key))
        return names.get(key)
      },
    }
    this.#classes.set(name, compiled)
    return compiled
  }

  #collect(node: TrieNode<string>, starts: GrowingStarts): void {
    const {words, shapes} = starts
    for (const {step, child} of node.edges) {
      if (step.kind === 'word') for (const word of step.spellings.keys()) words.add(word)
      else if (step.kind === 'pass') this.#collect(child, starts)
      else if (step.kind === 'class' && !SHAPES.has(step.name)) {
        const inner = this.startsOf(step.name)
        for (const word of inner.words) words.add(word)
        for (const shape of inner.shapes) shapes.add(shape)
      } else shapes.add(step.kind === 'class' ? step.name : 'any')
    }
  }
}

/** What a class calls a word, where every phrase of it that may start there is that one word. */
function namesOfOneWord(start: State<string>, key: number): readonly string[] | undefined {
  if (start.open) return undefined
  const names: string[] = []
  for (const {compiled, alone, next} of start.movesFor(key)) {
    const inner = compiled ? alone : ['']
    if (!inner || !next.last) return undefined
    for (const _ of inner) names.push(...next.ids)
  }
  return names
}
