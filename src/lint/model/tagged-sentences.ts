import {sentenceEnd, sentenceStart, type Passage} from '../passage.ts'
import {LONGEST} from './tagger.ts'
import type {Token, WordRows} from './word-rows.ts'

/** Headings, lines of frontmatter and cries are not sentences either. */
const SHORTEST = 6
/** Sentences shorter than this tell little of what is meant. */
export const SHORT = 9

/** A sentence with what the taggers say of it; `start` is the place of its first word. */
export interface Tagged {
  readonly start: number
  readonly tokens: readonly Token[]
  readonly probabilities: Float32Array
}

/** The sentences of a passage, each tagged when first asked for. */
export class TaggedSentences {
  readonly #passage: Passage
  readonly #rows: WordRows
  readonly #tag: (tokens: readonly Token[]) => Float32Array
  readonly #quoted: Uint8Array | undefined
  #known: Map<number, Tagged> | undefined

  constructor(passage: Passage, rows: WordRows, tag: (tokens: readonly Token[]) => Float32Array) {
    this.#passage = passage
    this.#rows = rows
    this.#tag = tag
    this.#quoted = passage.quotations.length > 0 ? quotedWords(passage) : undefined
  }

  isQuoted(at: number): boolean {
    return this.#quoted?.[at] === 1
  }

  /** The words from `start` to before `end` as the networks see them; undefined where these do not read so few or many. */
  tokensOf(start: number, end: number): Token[] | undefined {
    const count = end - start
    if (count < SHORTEST || count > LONGEST) return undefined
    return this.#rows.tokensOf(this.#passage.words, start, end, this.#quoted)
  }

  tagged(start: number, tokens: readonly Token[]): Tagged {
    const known = this.#known?.get(start)
    if (known) return known
    const made = {start, tokens, probabilities: this.#tag(tokens)}
    this.#known ??= new Map<number, Tagged>()
    this.#known.set(start, made)
    return made
  }

  /** The sentence that a word stands in; undefined where it is not read. */
  around(at: number): Tagged | undefined {
    const {words} = this.#passage
    const start = sentenceStart(words, at)
    const known = this.#known?.get(start)
    if (known) return known
    const tokens = this.tokensOf(start, sentenceEnd(words, at))
    return tokens && this.tagged(start, tokens)
  }
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
