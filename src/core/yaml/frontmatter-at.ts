import type {MapEntry, Value} from './frontmatter.ts'
import type {Span} from '../text/span.ts'

/** A key or a text of the frontmatter, with the keys that lead to it. */
export interface FrontmatterPlace {
  readonly on: 'key' | 'value'
  /** Ends in the key itself; list places are left out. */
  readonly path: readonly string[]
  readonly span: Span
  /** The key, or the words of the value. */
  readonly text: string
  /** The entries of the map around it. */
  readonly around: readonly MapEntry[]
}

/** The key or the text of the frontmatter that `offset` is at; undefined between them. */
export function frontmatterAt(
  entries: readonly MapEntry[],
  offset: number,
  path: readonly string[] = [],
): FrontmatterPlace | undefined {
  for (const {key, keySpan, value} of entries) {
    const below = [...path, key]
    if (isIn(keySpan, offset)) return {on: 'key', path: below, span: keySpan, text: key, around: entries}
    const found = inValue(value, offset, {path: below, around: entries})
    if (found) return found
  }
  return undefined
}

function inValue(
  value: Value,
  offset: number,
  {path, around}: Pick<FrontmatterPlace, 'path' | 'around'>,
): FrontmatterPlace | undefined {
  switch (value.kind) {
    case 'text':
      return isIn(value.span, offset)
        ? {on: 'value', path, span: value.span, text: value.text, around}
        : undefined
    case 'map':
      return frontmatterAt(value.entries, offset, path)
    case 'list':
      for (const item of value.items) {
        const found = inValue(item, offset, {path, around})
        if (found) return found
      }
      return undefined
    case 'empty':
      return undefined
  }
}

const isIn = ({start, end}: Span, offset: number): boolean => start <= offset && offset <= end
