import {CATEGORIES, type Category, type Entry, type Language} from './entry.ts'
import type {Pack, PackProblem} from './read-pack.ts'

/** The packs of one language as a whole; a later pack's entry replaces an earlier one of the same id. */
export function joinPacks(packs: readonly Pack[]): {
  readonly language: Language
  readonly problems: readonly PackProblem[]
} {
  const entries = new Map<string, Entry>()
  const effects: Partial<Record<Category, string>> = {}
  const classes: Record<string, Readonly<Record<string, string>>> = {}
  for (const pack of packs) {
    for (const entry of pack.entries) entries.set(entry.id, entry)
    Object.assign(effects, pack.effects)
    for (const [name, members] of Object.entries(pack.classes)) classes[name] = {...classes[name], ...members}
  }
  return {
    language: {
      entries: [...entries.values()],
      classes,
      names: packs.flatMap((pack) => pack.names),
      effects: Object.fromEntries(
        CATEGORIES.map((category) => [category, effects[category] ?? 'may read harsher than it is meant']),
      ) as Record<Category, string>,
    },
    problems: packs.flatMap((pack) => pack.problems),
  }
}
