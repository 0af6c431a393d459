import type {Candidate, Passage} from '../passage.ts'
import {sentenceEnd} from '../passage.ts'
import {CATEGORIES} from '../entry.ts'
import {findSpans, type TaggedSpan} from './find-spans.ts'
import type {ModelData} from './model-data.ts'
import {MODEL_ENTRIES} from './model-entries.ts'
import {LONGEST, Tagger} from './tagger.ts'
import {WordRows, type Token} from './word-rows.ts'

/** Headings, lines of frontmatter and cries are not sentences either. */
const SHORTEST = 6
/** How many of the words that weighed are told. */
const TOLD = 3

/** A stretch of words that something else has judged already, first and last. */
export interface Taken {
  readonly first: number
  readonly last: number
}

/** Sees phrases for which the packs have no words, from annotated sentences that it was trained on. */
export class LanguageModel {
  readonly #rows: WordRows
  readonly #gate: Tagger
  readonly #taggers: readonly Tagger[]
  readonly #data: ModelData

  constructor(data: ModelData) {
    this.#data = data
    const learned = data.taggers[0]?.learned
    this.#rows = new WordRows(data.words, learned ? learned.values.length / learned.columns : 0)
    this.#gate = new Tagger(data, data.gate)
    this.#taggers = data.taggers.map((network) => new Tagger(data, network))
  }

  /** What the model takes for phrases in a passage, where nothing of `taken` stands. */
  candidates(passage: Passage, taken: readonly Taken[]): Candidate[] {
    const {words, prose} = passage
    const found: Candidate[] = []
    // A heading names what follows; it says nothing of anybody.
    if (prose.quoted || prose.kind === 'heading') return found
    const quoted = quotedWords(passage)
    const isQuoted = (at: number): boolean => quoted[at] === 1
    for (let from = 0; from < words.length;) {
      const start = from
      const end = sentenceEnd(words, start)
      from = end
      if (end - start < SHORTEST || end - start > LONGEST) continue
      const tokens = words.slice(start, end).map((word, at) => this.#rows.tokenOf(word, isQuoted(start + at)))
      for (const span of this.#read(tokens, (at) => !isQuoted(start + at))) {
        const [first, last] = [start + span.first, start + span.last]
        if (taken.some((other) => other.first <= last && first <= other.last)) continue
        const weighed = this.#weighed(tokens, span).map((at) => {
          const word = words[start + at]
          return prose.text.slice(word?.start, word?.end)
        })
        found.push({entry: entryOf(span, weighed), first, last, captures: []})
      }
    }
    return found
  }

  #read(tokens: readonly Token[], isOpen: (at: number) => boolean): TaggedSpan[] {
    if (this.#gateScore(tokens) < this.#data.gateThreshold) return []
    const [first, ...others] = this.#taggers.map((tagger) => tagger.tag(tokens))
    if (!first) return []
    const mean =
      others.length === 0
        ? first
        : first.map(
            (sum, at) => others.reduce((all, other) => all + (other[at] ?? 0), sum) / this.#taggers.length,
          )
    return findSpans(mean, mean.length / tokens.length, tokens.length, isOpen).filter(
      ({category, score}) => score >= (this.#data.thresholds[CATEGORIES.indexOf(category)] ?? 1),
    )
  }

  /** How sure the gate is that some word of a sentence is part of a phrase. */
  #gateScore(tokens: readonly Token[]): number {
    const probabilities = this.#gate.tag(tokens)
    let most = 0
    for (let at = 0; at < probabilities.length; at += this.#gate.classes)
      most = Math.max(most, 1 - (probabilities[at] ?? 1))
    return most
  }

  /** The words of a span without which the first tagger would have been least sure, in their order. */
  #weighed(tokens: readonly Token[], {first, last}: TaggedSpan): number[] {
    const [tagger] = this.#taggers
    if (!tagger) return []
    const without = (hidden: number): number => {
      const rest = tokens.map((token, at) => (at === hidden ? {...token, row: 0, learned: 0} : token))
      const probabilities = tagger.tag(rest)
      let sum = 0
      for (let at = first; at <= last; at++) sum += 1 - (probabilities[at * tagger.classes] ?? 1)
      return sum
    }
    return Array.from({length: last - first + 1}, (_, at) => ({at: first + at, score: without(first + at)}))
      .toSorted((a, b) => a.score - b.score || a.at - b.at)
      .slice(0, TOLD)
      .map(({at}) => at)
      .toSorted((a, b) => a - b)
  }
}

function entryOf({category}: TaggedSpan, weighed: readonly string[]): Candidate['entry'] {
  const entry = MODEL_ENTRIES[category]
  return {...entry, why: `${entry.why} What weighed here: ${weighed.map((word) => `“${word}”`).join(', ')}.`}
}

/** 1 for every word that stands in a quotation; both come in the order of the text. */
function quotedWords({words, quotations}: Passage): Uint8Array {
  const quoted = new Uint8Array(words.length)
  const spoken = quotations.filter(({scare}) => !scare)
  let next = 0
  words.forEach((word, at) => {
    while ((spoken[next]?.end ?? Infinity) <= word.start) next++
    if ((spoken[next]?.start ?? Infinity) < word.end) quoted[at] = 1
  })
  return quoted
}
