import type {Element} from '../formats/markup.ts'
import {mark, type Mark} from './marks.ts'
import {text, widthOf, WIDTH} from './svg.ts'

const SIZE = 12
const STEP = 18

/** Shapes with their words, in as many rows as they need; `bottom` is where the last one ends. */
export function legend(
  entries: readonly (readonly [Mark, string])[],
  top: number,
): {readonly elements: Element[]; readonly bottom: number} {
  let [x, y] = [0, top]
  const elements = entries.flatMap(([shape, words]) => {
    const width = 31 + widthOf(words, SIZE)
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + STEP]
    const drawn = [mark(shape, x + 6, y - 4, 5), text(x + 15, y, words, {size: SIZE, soft: true})]
    x += width
    return drawn
  })
  return {elements, bottom: y + 8}
}
