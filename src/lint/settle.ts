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
  for (const item of ordered)
    if (!kept.some((other) => item.start < other.end && other.start < item.end)) kept.push(item)
  return kept.toSorted((a, b) => a.start - b.start)
}
