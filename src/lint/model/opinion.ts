import {CATEGORIES, type Category} from '../entry.ts'
import type {Candidate} from '../passage.ts'
import {CLASSES} from './find-spans.ts'
import {SHORT, type Tagged} from './tagged-sentences.ts'

/** What the model makes of a phrase that a pack found. */
export interface Opinion {
  /** True where it is nearly sure that the phrase means something else; of a short sentence it never is. */
  readonly isOther: boolean
  /** The category that it sees instead, where it is sure of that. */
  readonly category: Category | undefined
}

/** A share of what is marked, and a mean over all words, from which the model is sure of a category. */
const SURE = 0.9
const MARKED = 0.5
/** Who is sent away from whom is isolation before it is dictating, though most of its words are those of an order. */
const SENT_AWAY = 0.5

/** Below this the model is nearly sure that nothing is to be flagged. */
const UNLIKELY = 0.2

/** What the model makes of a candidate in its sentence. */
export function opinionOf(
  {start, tokens, probabilities}: Tagged,
  {entry: {category}, first, last}: Candidate,
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
