import type {Prose} from '../core/text/prose.ts'
import type {Entry} from './entry.ts'
import type {Capture} from './phrase-trie.ts'
import type {Quotation} from './speech.ts'
import type {Word} from './words.ts'

/** One stretch of prose made ready for reading: its words, who is quoted, which words belong to names. */
export interface Passage {
  readonly prose: Prose
  readonly words: readonly Word[]
  readonly quotations: readonly Quotation[]
  /** Places in `words` that are part of a name of the language's list. */
  readonly named: ReadonlySet<number>
}

/** An entry's phrase met in the words `first` to `last` of a passage, before anybody has judged it. */
export interface Candidate {
  readonly entry: Entry
  readonly first: number
  readonly last: number
  readonly captures: readonly Capture[]
}

/** A reason to leave a candidate alone, or to hold it more lightly. */
export interface Guard {
  readonly id: string
  /** One sentence for the person who asks why something was left alone. */
  readonly about: string
  /** `silence` leaves the candidate alone, `soften` makes it information; undefined where the guard does not hold. */
  judge(candidate: Candidate, passage: Passage): 'silence' | 'soften' | undefined
}

/** The words before `at` in its clause, nearest first, at most `most`. */
export function* wordsBefore(words: readonly Word[], at: number, most: number): Generator<Word> {
  for (let i = at; i > 0 && at - i < most && !words[i]?.apart; i--) {
    const word = words[i - 1]
    if (word) yield word
  }
}

/** How far a sentence reaches from a word at most, in words: text without any full stop is read in linear time too. */
const LONGEST = 100

/** The first word of the sentence that `at` stands in. */
export function sentenceStart(words: readonly Word[], at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST && !words[start]?.opens) start--
  return start
}

/** One past the last word of the sentence that `at` stands in. */
export function sentenceEnd(words: readonly Word[], at: number): number {
  let end = at + 1
  while (end < words.length && end - at < LONGEST && !words[end]?.opens) end++
  return end
}

/** The quotation, or the scare quotes, that a candidate's words stand in. */
export function quotationAround(
  {first, last}: Candidate,
  {words, quotations}: Passage,
): Quotation | undefined {
  const start = words[first]?.start ?? 0
  const end = words[last]?.end ?? 0
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.end ?? 0) < end) low = middle + 1
    else high = middle
  }
  const quotation = quotations[low]
  return quotation && quotation.start <= start ? quotation : undefined
}

/** The scare quotes that the writer set around a candidate's words. */
export function marksAround(candidate: Candidate, passage: Passage): Quotation | undefined {
  const quotation = quotationAround(candidate, passage)
  return quotation?.scare === true ? quotation : undefined
}

/** Where a candidate stands in the prose: its words, with the scare quotes around them. */
export function placeOf(
  candidate: Candidate,
  passage: Passage,
): {readonly start: number; readonly end: number} {
  const {words} = passage
  const start = words[candidate.first]?.start ?? 0
  const end = words[candidate.last]?.end ?? 0
  const marks = marksAround(candidate, passage)
  return marks ? {start: marks.start, end: marks.end} : {start, end}
}
