import {lineStart} from '../text/lines.ts'
import type {MapEntry, MapValue} from './frontmatter.ts'

/**
 * Gives back the keys that a colon too many took away. YAML reads `place: library: room 2` as a map that begins at
 * `library`, and every key below, of the same indent as `place`, as one more of that map's own.
 */
export function returnSwallowedKeys(source: string, entries: readonly MapEntry[]): readonly MapEntry[] {
  return entries.flatMap((entry) => {
    if (entry.value.kind !== 'map' || source[entry.value.span.start] === '{') return [entry]
    const {map, swallowed} = divide(source, entry.value, columnOf(source, entry.keySpan.start))
    return swallowed.length === 0 ? [entry] : [{...entry, value: map}, ...swallowed]
  })
}

/** The entries of `map` that stand deeper than `column`, or beside its first, and those that do not. */
function divide(
  source: string,
  map: MapValue,
  column: number,
): {readonly map: MapValue; readonly swallowed: readonly MapEntry[]} {
  const [first, ...others] = map.entries
  if (!first) return {map, swallowed: []}
  const inner = first.value.kind === 'map' ? divide(source, first.value, column) : undefined
  const isOwn = ({keySpan}: MapEntry): boolean => columnOf(source, keySpan.start) > column
  const kept = [inner ? {...first, value: inner.map} : first, ...others.filter(isOwn)]
  const last = kept.at(-1) ?? first
  return {
    map: {...map, span: {start: map.span.start, end: last.value.span.end}, entries: kept},
    swallowed: [...(inner?.swallowed ?? []), ...others.filter((entry) => !isOwn(entry))],
  }
}

const columnOf = (source: string, offset: number): number => offset - lineStart(source, offset)
