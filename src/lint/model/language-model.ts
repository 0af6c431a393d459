import type {Candidate, Passage} from '../passage.ts'
import {sentenceEnd} from '../passage.ts'
import {CATEGORIES} from '../entry.ts'
import {CLASSES, findSpans, type TaggedSpan} from './find-spans.ts'
import {Gate} from './gate.ts'
import type {ModelData} from './model-data.ts'
import {MODEL_ENTRIES} from './model-entries.ts'
import {opinionOf, type Opinion} from './opinion.ts'
import {SHORT, TaggedSentences, type Tagged} from './tagged-sentences.ts'
import {Tagger} from './tagger.ts'
import {marksIn, WordRows, type Token} from './word-rows.ts'

/** The model must be surer of short sentences. */
const SURE_OF_SHORT = 0.85
/** How many of the words that weighed are told. */
const TOLD = 3

/** A stretch of words that something else has judged already, first and last. */
export interface Taken {
  readonly first: number
  readonly last: number
}

/** What the model makes of one passage. */
export interface ModelReading {
  /** Of a phrase that a pack found; undefined in a sentence that it does not read. */
  opinionOf(candidate: Candidate): Opinion | undefined
  /** What it takes for phrases, where nothing of `taken` stands. */
  candidates(taken: readonly Taken[]): Candidate[]
}

/** Sees phrases for which the packs have no words, from annotated sentences that it was trained on. */
export class LanguageModel {
  readonly #rows: WordRows
  readonly #gate: Gate
  readonly #taggers: readonly Tagger[]
  readonly #data: ModelData

  constructor(data: ModelData) {
    this.#data = data
    this.#rows = new WordRows(data.words)
    this.#gate = new Gate(data)
    this.#taggers = data.taggers.map((network) => new Tagger(data, network))
  }

  /** Reads a passage; each of its sentences is tagged once at most. */
  read(passage: Passage): ModelReading {
    const sentences = new TaggedSentences(passage, this.#rows, (tokens) => this.#tag(tokens))
    return {
      opinionOf: (candidate) => {
        const sentence = sentences.around(candidate.first)
        return sentence && candidate.last - sentence.start < sentence.tokens.length
          ? opinionOf(sentence, candidate)
          : undefined
      },
      candidates: (taken) => this.#candidates(passage, sentences, taken),
    }
  }

  #candidates(passage: Passage, sentences: TaggedSentences, taken: readonly Taken[]): Candidate[] {
    const {words, prose} = passage
    const found: Candidate[] = []
    // A heading names what follows, and a value of the frontmatter is a name, a goal or somebody's own words.
    if (prose.quoted || prose.kind === 'heading' || prose.kind === 'value') return found
    for (let start = 0, end = 0; start < words.length; start = end) {
      end = sentenceEnd(words, start)
      const tokens = sentences.tokensOf(start, end)
      if (!tokens || this.#gate.score(tokens) < this.#data.gateThreshold) continue
      for (const span of this.#spansIn(sentences.tagged(start, tokens), sentences)) {
        const [first, last] = [start + span.first, start + span.last]
        if (taken.some((other) => other.first <= last && first <= other.last)) continue
        const texts = words.slice(first, last + 1).map((word) => prose.text.slice(word.start, word.end))
        found.push({
          entry: entryOf(span, weighing(this.#taggers, tokens, span, texts)),
          first,
          last,
          captures: [],
        })
      }
    }
    return found
  }

  #spansIn({start, tokens, probabilities}: Tagged, sentences: TaggedSentences): TaggedSpan[] {
    return findSpans(probabilities, CLASSES, tokens.length, (at) => !sentences.isQuoted(start + at)).filter(
      ({category, score}) =>
        score >= (this.#data.thresholds[CATEGORIES.indexOf(category)] ?? 1) &&
        (tokens.length >= SHORT || score >= SURE_OF_SHORT),
    )
  }

  /** What the taggers say together. */
  #tag(tokens: readonly Token[]): Float32Array {
    const all = this.#taggers.map((tagger) => tagger.tag(tokens))
    const [first = new Float32Array(tokens.length * CLASSES), ...others] = all
    if (others.length === 0) return first
    return first.map((sum, at) => others.reduce((total, other) => total + (other[at] ?? 0), sum) / all.length)
  }
}

/**
 * Finds the words of a span without which the first tagger would have been least sure, in their order. It holds on to
 * the sentence alone, as findings are kept longer than notes.
 */
const weighing =
  (
    [tagger]: readonly Tagger[],
    tokens: readonly Token[],
    {first, last}: TaggedSpan,
    texts: readonly string[],
  ): (() => readonly string[]) =>
  () => {
    if (!tagger) return []
    const sureWithout = (hidden: number): number => {
      const rest = tokens.map((token, at) => (at === hidden ? marksIn(token) : token))
      const probabilities = tagger.tag(rest)
      let sum = 0
      for (let at = first; at <= last; at++) sum += 1 - (probabilities[at * tagger.classes] ?? 1)
      return sum
    }
    return texts
      .map((text, at) => ({text, at, score: sureWithout(first + at)}))
      .toSorted((a, b) => a.score - b.score || a.at - b.at)
      .slice(0, TOLD)
      .toSorted((a, b) => a.at - b.at)
      .map(({text}) => text)
  }

/** What weighed costs a reading for each word, so it is asked for where somebody reads why. */
function entryOf({category}: TaggedSpan, weighed: () => readonly string[]): Candidate['entry'] {
  const entry = MODEL_ENTRIES[category]
  return {
    ...entry,
    get why() {
      const words = weighed().map((word) => `“${word}”`)
      return `${entry.why} What weighed here: ${words.join(', ')}.`
    },
  }
}
