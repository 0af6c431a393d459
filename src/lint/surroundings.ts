import type {Entry, Surroundings} from './entry.ts'
import {sentenceEnd, sentenceStart, type Candidate, type Passage} from './passage.ts'
import {parsePhrase} from './phrase.ts'
import type {ClassIndex} from './class-index.ts'
import {PhraseTrie} from './phrase-trie.ts'

type Condition = 'unless' | 'only'
type Side = keyof Surroundings

/** How far before a match its own conditions look, in words. */
const REACH = 8

/** An entry's own conditions on what stands around a match, compiled when first asked for. */
export class SurroundingIndex {
  readonly #classes: ClassIndex
  readonly #tries = new Map<string, PhraseTrie<true>>()

  constructor(classes: ClassIndex) {
    this.#classes = classes
  }

  /** True where the entry has no `only`, or one of its phrases stands there. */
  allows(entry: Entry, candidate: Candidate, passage: Passage): boolean {
    return Object.keys(entry.only).length === 0 || this.holds(entry, 'only', candidate, passage)
  }

  /** True where one of the phrases of the entry's condition stands around the match. */
  holds(entry: Entry, condition: Condition, candidate: Candidate, passage: Passage): boolean {
    return (['before', 'after', 'sentence'] as const).some((side) => {
      const trie = this.#trie(entry, condition, side)
      return trie !== undefined && stands(trie, side, candidate, passage)
    })
  }

  #trie(entry: Entry, condition: Condition, side: Side): PhraseTrie<true> | undefined {
    const phrases = entry[condition][side]
    if (!phrases || phrases.length === 0) return undefined
    const key = `${entry.id} ${condition} ${side}`
    const known = this.#tries.get(key)
    if (known) return known
    const trie = new PhraseTrie<true>(this.#classes)
    for (const phrase of phrases) trie.add(parsePhrase(phrase, entry.forms), true)
    this.#tries.set(key, trie)
    return trie
  }
}

function stands(trie: PhraseTrie<true>, side: Side, {first, last}: Candidate, {words}: Passage): boolean {
  if (side === 'after') return words[last + 1]?.apart === false && trie.endsAt(words, last + 1).length > 0
  if (side === 'before') {
    for (let at = first - 1; at >= 0 && first - at <= REACH; at--) {
      if (words[at + 1]?.apart) return false
      if (trie.endsAt(words, at).includes(first)) return true
    }
    return false
  }
  return trie.match(words.slice(sentenceStart(words, first), sentenceEnd(words, last))).length > 0
}
