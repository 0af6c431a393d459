import {slipsBetween} from '../../core/text/slips.ts'

/**
 * The word of a list that somebody most likely meant: as few letters as possible added, left out, changed or swapped,
 * and never more than a third of them. Undefined where none is near.
 */
export function nearestWord(typed: string, words: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase()
  let best: {readonly word: string; readonly slips: number} | undefined
  for (const word of words) {
    const slips = slipsBetween(wanted, word.toLowerCase())
    const most = Math.max(1, Math.floor(Math.max(wanted.length, word.length) / 3))
    if (slips <= most && (best === undefined || slips < best.slips)) best = {word, slips}
  }
  return best?.word
}
