import {circlesIn} from './class-circles.ts'
import type {WordClasses} from './entry.ts'
import {parsePhrase} from './phrase.ts'
import {TrieNode, type Classes, type ClassStep, type CompiledClass, type Starts} from './trie-node.ts'
import {SHAPES} from './word-shapes.ts'

interface GrowingStarts {
  readonly words: Set<string>
  readonly shapes: Set<string>
}

/** The word classes of a language, compiled; each may name others. */
export class ClassIndex implements Classes {
  readonly #classes = new Map<string, CompiledClass>()
  readonly #starts = new Map<string, Starts>()

  constructor(classes: WordClasses) {
    const inCircle = circlesIn(classes)
    for (const [name, members] of Object.entries(classes)) {
      const {root} = this.#add(name)
      for (const [phrase, as] of Object.entries(members))
        if (!inCircle(name, phrase)) root.insert(parsePhrase(phrase, {}), as)
    }
  }

  has(name: string): boolean {
    return this.#classes.has(name) || SHAPES.has(name)
  }

  /** A class by its name; a choice between phrases of several words is a class without one, shared by its key. */
  compiled(step: ClassStep): CompiledClass | undefined {
    if (step.kind === 'class') return this.#classes.get(step.name)
    const known = this.#classes.get(step.key)
    if (known) return known
    const group = this.#add(step.key)
    for (const option of step.options) group.root.insert(option, '')
    return group
  }

  /** What a class can start with; one that opens with a gap or an anchor starts with any word. */
  startsOf(step: ClassStep): Starts {
    const key = step.kind === 'class' ? step.name : step.key
    const known = this.#starts.get(key)
    if (known) return known
    const starts = {words: new Set<string>(), shapes: new Set<string>()}
    this.#starts.set(key, starts)
    const root = this.compiled(step)?.root
    if (root) this.#collect(root, starts)
    return starts
  }

  #add(key: string): CompiledClass {
    const compiled = {number: this.#classes.size, root: new TrieNode<string>()}
    this.#classes.set(key, compiled)
    return compiled
  }

  #collect(node: TrieNode<string>, starts: GrowingStarts): void {
    const {words, shapes} = starts
    for (const {element, child} of node.edges.values()) {
      if (element.kind === 'word') for (const word of element.spellings.keys()) words.add(word)
      else if (element.kind === 'pass') this.#collect(child, starts)
      else if (element.kind === 'group' || (element.kind === 'class' && !SHAPES.has(element.name))) {
        const inner = this.startsOf(element)
        for (const word of inner.words) words.add(word)
        for (const shape of inner.shapes) shapes.add(shape)
      } else shapes.add(element.kind === 'class' ? element.name : 'any')
    }
  }
}
