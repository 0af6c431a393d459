/** Offsets of a text turned into those of the same text with more in it, and back. */
export interface Alignment {
  readonly toLonger: (offset: number) => number
  readonly toShorter: (offset: number) => number
}

const SAME: Alignment = {toLonger: (offset) => offset, toShorter: (offset) => offset}

/**
 * Lays `shorter` over `longer`, which holds it with something added between: indentation, a line end, a mark. What
 * `shorter` has past the end of `longer` lies at that end.
 */
export function alignText(shorter: string, longer: string): Alignment {
  if (longer === shorter || shorter.startsWith(longer))
    return {...SAME, toLonger: (offset) => Math.min(offset, longer.length)}
  const places: number[] = []
  let at = 0
  for (let offset = 0; offset < shorter.length; offset++) {
    const found = longer.indexOf(shorter[offset] ?? '', at)
    places.push(found < 0 ? longer.length : found)
    at = found < 0 ? longer.length : found + 1
  }
  places.push(Math.max(at, places.at(-1) ?? 0))
  return {
    toLonger: (offset) => places[Math.min(Math.max(0, offset), shorter.length)] ?? longer.length,
    toShorter: (offset) => {
      const next = places.findIndex((place) => place >= offset)
      return next < 0 ? shorter.length : next
    },
  }
}
