import type {Entry, Surroundings} from './entry.ts'
import {sentenceEnd, sentenceStart, type Candidate, type Passage} from './passage.ts'
import {parsePhrase} from './phrase.ts'
import type {ClassIndex} from './class-index.ts'
import {PhraseTrie} from './phrase-trie.ts'

type Side = keyof Surroundings

/** How far before a match its own conditions look, in words. */
const REACH = 8

interface Condition {
  readonly side: Side
  readonly trie: PhraseTrie<true>
}

interface Conditions {
  readonly unless: readonly Condition[]
  readonly only: readonly Condition[]
}

/** An entry's own conditions on what stands around a match, compiled when first asked for. */
export class SurroundingIndex {
  readonly #classes: ClassIndex
  readonly #conditions = new Map<Entry, Conditions>()

  constructor(classes: ClassIndex) {
    this.#classes = classes
  }

  /** Which of its own conditions speaks against the match; undefined where none does. */
  against(candidate: Candidate, passage: Passage): 'unless' | 'only' | undefined {
    const {unless, only} = this.#conditionsOf(candidate.entry)
    const stand = (conditions: readonly Condition[]): boolean =>
      conditions.some((condition) => stands(condition, candidate, passage))
    if (stand(unless)) return 'unless'
    return only.length === 0 || stand(only) ? undefined : 'only'
  }

  #conditionsOf(entry: Entry): Conditions {
    const known = this.#conditions.get(entry)
    if (known) return known
    const conditions = {unless: this.#compile(entry, 'unless'), only: this.#compile(entry, 'only')}
    this.#conditions.set(entry, conditions)
    return conditions
  }

  #compile(entry: Entry, kind: keyof Conditions): readonly Condition[] {
    return (['before', 'after', 'sentence'] as const).flatMap((side) => {
      const phrases = entry[kind][side]
      if (!phrases || phrases.length === 0) return []
      const trie = new PhraseTrie<true>(this.#classes)
      for (const phrase of phrases) trie.add(parsePhrase(phrase, entry.forms), true)
      return [{side, trie}]
    })
  }
}

function stands({side, trie}: Condition, {first, last}: Candidate, {words}: Passage): boolean {
  if (side === 'after') return words[last + 1]?.apart === false && trie.endsAt(words, last + 1).length > 0
  if (side === 'before') {
    for (let at = first - 1; at >= 0 && first - at <= REACH; at--) {
      if (words[at + 1]?.apart) return false
      if (trie.endsAt(words, at).includes(first)) return true
    }
    return false
  }
  return trie.standsWithin(words, sentenceStart(words, first), sentenceEnd(words, last))
}
