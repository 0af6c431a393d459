import type {Candidate, Passage} from '../passage.ts'
import {sentenceEnd, sentenceStart} from '../passage.ts'
import {CATEGORIES, type Category, type Entry} from '../entry.ts'
import {findSpans, type TaggedSpan} from './find-spans.ts'
import {Gate} from './gate.ts'
import type {ModelData} from './model-data.ts'
import {MODEL_ENTRIES} from './model-entries.ts'
import {LONGEST, Tagger} from './tagger.ts'
import {WordRows, type Token} from './word-rows.ts'

/** Headings, lines of frontmatter and cries are not sentences either. */
const SHORTEST = 6
/** Sentences shorter than this tell little of what is meant, and the model must be surer of them. */
const SHORT = 9
const SURE_OF_SHORT = 0.85
const CLASSES = CATEGORIES.length + 1
/** How many of the words that weighed are told. */
const TOLD = 3

/** A stretch of words that something else has judged already, first and last. */
export interface Taken {
  readonly first: number
  readonly last: number
}

/** What the model makes of a phrase that a pack found. */
export interface Opinion {
  /** True where it is nearly sure that the phrase means something else; of a short sentence it never is. */
  readonly isOther: boolean
  /** The category that it sees instead, where it is sure of that. */
  readonly category: Category | undefined
}

interface Tagged {
  readonly start: number
  readonly tokens: readonly Token[]
  readonly probabilities: Float32Array
}

/** Sees phrases for which the packs have no words, from annotated sentences that it was trained on. */
export class LanguageModel {
  readonly #rows: WordRows
  readonly #gate: Gate
  readonly #taggers: readonly Tagger[]
  readonly #data: ModelData

  constructor(data: ModelData) {
    this.#data = data
    const learned = data.taggers[0]?.learned
    this.#rows = new WordRows(data.words, learned ? learned.values.length / learned.columns : 0)
    this.#gate = new Gate(data)
    this.#taggers = data.taggers.map((network) => new Tagger(data, network))
  }

  /** What the model takes for phrases in a passage, where nothing of `taken` stands. */
  candidates(passage: Passage, taken: readonly Taken[]): Candidate[] {
    const {words, prose} = passage
    const found: Candidate[] = []
    // A heading names what follows, and a value of the frontmatter is a name, a goal or somebody's own words.
    if (prose.quoted || prose.kind === 'heading' || prose.kind === 'value') return found
    const quoted = quotedWords(passage)
    for (let from = 0; from < words.length;) {
      const start = from
      const end = sentenceEnd(words, start)
      from = end
      const tokens = this.#tokensOf(words, quoted, start, end)
      if (!tokens || this.#gate.score(tokens) < this.#data.gateThreshold) continue
      for (const span of this.#spansIn(tokens, (at) => quoted[start + at] !== 1)) {
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

  /** Asks about phrases of a passage, one after the other; undefined of a sentence that it does not read. */
  secondOpinion(passage: Passage): (candidate: Candidate) => Opinion | undefined {
    const {words} = passage
    const tagged = new Map<number, Tagged | undefined>()
    let quoted: Uint8Array | undefined
    return ({entry, first, last}) => {
      const start = sentenceStart(words, first)
      if (!tagged.has(start)) {
        const tokens = this.#tokensOf(
          words,
          (quoted ??= quotedWords(passage)),
          start,
          sentenceEnd(words, first),
        )
        tagged.set(start, tokens && {start, tokens, probabilities: this.#tag(tokens)})
      }
      const sentence = tagged.get(start)
      return sentence && last - start < sentence.tokens.length
        ? opinionOf(sentence, entry.category, first, last)
        : undefined
    }
  }

  #tokensOf(words: Passage['words'], quoted: Uint8Array, start: number, end: number): Token[] | undefined {
    if (end - start < SHORTEST || end - start > LONGEST) return undefined
    return words.slice(start, end).map((word, at) => this.#rows.tokenOf(word, quoted[start + at] === 1))
  }

  #spansIn(tokens: readonly Token[], isOpen: (at: number) => boolean): TaggedSpan[] {
    const probabilities = this.#tag(tokens)
    return findSpans(probabilities, CLASSES, tokens.length, isOpen).filter(
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

/** A share of what is marked, and a mean over all words, from which the model is sure of a category. */
const SURE = 0.7
const MARKED = 0.5
/** Who is sent away from whom is isolation before it is dictating, though most of its words are those of an order. */
const SENT_AWAY = 0.3

/** Below this the model is nearly sure that nothing is to be flagged. */
const UNLIKELY = 0.2

function opinionOf(
  {start, tokens, probabilities}: Tagged,
  category: Entry['category'],
  first: number,
  last: number,
): Opinion {
  const weights = CATEGORIES.map(() => 0)
  let most = 0
  for (let word = first - start; word <= last - start; word++) {
    most = Math.max(most, 1 - (probabilities[word * CLASSES] ?? 1))
    for (let at = 0; at < weights.length; at++)
      weights[at] = (weights[at] ?? 0) + (probabilities[word * CLASSES + at + 1] ?? 0)
  }
  const isOther = most < UNLIKELY && tokens.length >= SHORT
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shareOf = (one: Category): number => (weights[CATEGORIES.indexOf(one)] ?? 0) / all
  if (category === 'dictating' && shareOf('isolation') >= SENT_AWAY) return {isOther, category: 'isolation'}
  const other = CATEGORIES[weights.indexOf(Math.max(...weights))]
  const isSure = other && shareOf(other) >= SURE && all >= MARKED * (last - first + 1)
  return {isOther, category: isSure && other !== category ? other : undefined}
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
