import type {Element} from './phrase.ts'

type Choice = Extract<Element, {kind: 'choice'}>

/** What a walk does between two places: meet a word or a class, look around, or nothing at all. */
export type Step = Exclude<Element, Choice> | {readonly kind: 'pass'}

interface Edge<Id> {
  readonly step: Step
  readonly child: TrieNode<Id>
}

let count = 0

/**
 * A place in the trie of phrases: where a phrase ends, and what may come next. The ways through a choice part here
 * and meet again in one node, so that a phrase never grows by the product of its choices.
 */
export class TrieNode<Id> {
  /** Tells it apart from every other node. */
  readonly number = count++
  readonly ids: Id[] = []
  readonly edges: Edge<Id>[] = []
  readonly #children = new Map<string, TrieNode<Id>>()

  insert(elements: readonly Element[], id: Id): void {
    const node = this.#path(elements)
    if (!node.ids.includes(id)) node.ids.push(id)
  }

  #path([first, ...rest]: readonly Element[]): TrieNode<Id> {
    return first ? this.#after(first).#path(rest) : this
  }

  /** The node after an element; phrases that start alike share it. */
  #after(element: Element): TrieNode<Id> {
    const key = keyOf(element)
    const known = this.#children.get(key)
    if (known) return known
    const child = new TrieNode<Id>()
    this.#children.set(key, child)
    this.#lead(element, child)
    return child
  }

  #lead(element: Element, child: TrieNode<Id>): void {
    if (element.kind !== 'choice') {
      this.edges.push({step: element, child})
      return
    }
    for (const option of element.options) {
      const last = option.at(-1)
      if (last) this.#path(option.slice(0, -1)).#lead(last, child)
      else this.edges.push({step: {kind: 'pass'}, child})
    }
  }
}

function keyOf(element: Element): string {
  switch (element.kind) {
    case 'word':
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
