import {CATEGORIES, type Entry} from './entry.ts'

interface Settleable {
  readonly category: Entry['category']
  readonly start: number
  readonly end: number
}

/**
 * Keeps what does not overlap: the earlier category wins, then the longer stretch, then the one that starts first.
 * A shorter reading of the loser that stands clear of the winner is kept, where it was met too.
 */
export function settle<T extends Settleable>(met: readonly T[]): T[] {
  const rank = (item: T): number => CATEGORIES.findIndex((category) => category === item.category)
  const ordered = met.toSorted(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const kept: T[] = []
  for (const item of ordered) {
    const at = placeFor(item, kept)
    const [before, after] = [kept[at - 1], kept[at]]
    if ((before?.end ?? -1) <= item.start && item.end <= (after?.start ?? Infinity)) kept.splice(at, 0, item)
  }
  return kept
}

/** Where an item stands among those kept, which are in the order of the text. */
function placeFor(item: Settleable, kept: readonly Settleable[]): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle]?.start ?? 0) < item.start) low = middle + 1
    else high = middle
  }
  return low
}
