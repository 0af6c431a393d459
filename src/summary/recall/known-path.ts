import {keyNamed, recordUnder} from '../../core/record/vocabulary.ts'

/** A path with every key as the vocabulary writes it; keys of the writer's own stay. */
export function knownPath(path: readonly string[]): string[] {
  const known: string[] = []
  for (const step of path) {
    const form = recordUnder(known)
    known.push((form && keyNamed(form.keys, step)) ?? step)
  }
  return known
}

/** The same path at the top of a note about one person: without `each` and the client below it. */
export const ownPath = (path: readonly string[]): readonly string[] =>
  path[0] === 'each' ? path.slice(2) : path
