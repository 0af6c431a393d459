import type {WordClasses} from './entry.ts'

/**
 * Says of a member of a word class whether it names a class that leads back to its own. Such a member could be read
 * for ever, so it is left out.
 */
export function circlesIn(classes: WordClasses): (name: string, member: string) => boolean {
  const named = new Map(
    Object.entries(classes).map(
      ([name, members]) => [name, Object.keys(members).flatMap(classesIn)] as const,
    ),
  )
  return (name, member) => {
    const reached = new Set(classesIn(member))
    // A set goes on over what is added to it meanwhile.
    for (const each of reached) for (const next of named.get(each) ?? []) reached.add(next)
    return reached.has(name)
  }
}

const classesIn = (phrase: string): string[] =>
  [...phrase.matchAll(/<([a-z][a-z-]*)>/g)].map(([, name = '']) => name)
