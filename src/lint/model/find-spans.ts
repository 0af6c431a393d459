import {CATEGORIES, type Category} from '../entry.ts'

/** Words in a row that the model takes for a phrase of a category. */
export interface TaggedSpan {
  readonly category: Category
  readonly first: number
  readonly last: number
  /** How sure, 0 to 1. */
  readonly score: number
}

/** No phrase, then the categories in their order. */
export const CLASSES = CATEGORIES.length + 1

/** A word counts as part of a phrase from here on. */
const PART = 0.35
const FEWEST = 2

/**
 * The phrases in a sentence, from the probability of each class for each word: class 0 is none, then the categories
 * in their order. A phrase is as sure as the mean of its surest word and all of its words together.
 */
export function findSpans(
  probabilities: Float32Array,
  classes: number,
  count: number,
  isOpen: (at: number) => boolean,
): TaggedSpan[] {
  const found: TaggedSpan[] = []
  const marked = (at: number): number => 1 - (probabilities[at * classes] ?? 1)
  const isPart = (at: number): boolean => at < count && isOpen(at) && marked(at) >= PART
  for (let first = 0; first < count; first++) {
    if (!isPart(first)) continue
    let end = first
    let most = 0
    let sum = 0
    for (; isPart(end); end++) {
      most = Math.max(most, marked(end))
      sum += marked(end)
    }
    const weights = CATEGORIES.map((_, at) => {
      let weight = 0
      for (let word = first; word < end; word++) weight += probabilities[word * classes + at + 1] ?? 0
      return weight
    })
    const category = CATEGORIES[weights.indexOf(Math.max(...weights))]
    if (category && end - first >= FEWEST)
      found.push({category, first, last: end - 1, score: (most + sum / (end - first)) / 2})
    first = end
  }
  return found
}
