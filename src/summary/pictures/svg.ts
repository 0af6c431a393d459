import type {Element, ElementContent} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {isolated} from '../formats/direction.ts'
import {clip, type Picture} from '../formats/outline.ts'

/** The width that every picture is drawn for: a phone's, where its letters are still 12 CSS pixels high. */
export const WIDTH = 360

/** Room that a letter takes on the average, as a part of its size; text is never measured, so that it is the same everywhere. */
const LETTER = 0.55
/** And how much more in bold. */
const BOLD = 1.12

export interface TextStyle {
  readonly size?: number
  readonly weight?: 'bold'
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly soft?: boolean
  readonly fill?: string
}

/** The colour behind a picture, as the page around it says, or as the browser has it. */
export const PAPER = 'var(--paper, Canvas)'

/**
 * An `svg` with its title and description for those who listen. Lines and letters take the colour of the text around
 * it (`currentColor`), so it is legible in any theme, in grey and in high contrast; shapes tell things apart.
 */
export function drawing(
  {id, title, description, height}: {id: string; title: string; description: string; height: number},
  children: readonly ElementContent[],
): Element {
  const ids = [`${id}-name`, `${id}-about`]
  return s(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${round(height)}`,
      width: WIDTH,
      height: round(height),
      role: 'img',
      ariaLabelledBy: ids,
      fill: 'none',
      stroke: 'none',
    },
    [s('title', {id: ids[0]}, title), s('desc', {id: ids[1]}, description), ...children],
  )
}

/** A picture that is drawn when somebody first wants to see it, as a page in plain text never does. */
export function picture(about: Omit<Picture, 'kind' | 'drawing'>, draw: () => Element): Picture {
  let drawn: Element | undefined
  return {
    kind: 'picture',
    ...about,
    get drawing() {
      return (drawn ??= draw())
    },
  }
}

/** Words at a place; what people wrote keeps its own direction. */
export const text = (
  x: number,
  y: number,
  words: string,
  {size = 12, weight, anchor, soft, fill = 'currentColor'}: TextStyle = {},
): Element =>
  s(
    'text',
    {
      x: round(x),
      y: round(y),
      fontSize: size,
      fill,
      ...(weight && {fontWeight: weight}),
      ...(anchor && {textAnchor: anchor}),
      ...(soft && {fillOpacity: 0.8}),
    },
    isolated(words),
  )

/** Words in at most `rows` lines of `width`, the last cut short where they do not fit. */
export function wrap(
  words: string,
  {width, size, rows, weight}: {width: number; size: number; rows: number; weight?: 'bold'},
): string[] {
  const most = Math.max(4, Math.floor(width / (size * LETTER * (weight ? BOLD : 1))))
  const lines: string[] = []
  let rest = words
    .slice(0, most * (rows + 1))
    .replace(/\s+/g, ' ')
    .trim()
  const isCut = words.length > most * (rows + 1)
  while (rest !== '' && lines.length < rows - 1 && rest.length > most) {
    const at = rest.lastIndexOf(' ', most)
    const end = at > most / 3 ? at : most
    lines.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest === '' ? lines : [...lines, clip(isCut && rest.length <= most ? `${rest}…` : rest, most)]
}

/** How wide words are, roughly. */
export const widthOf = (words: string, size: number): number => words.length * size * LETTER

/** Two places behind the point: the same on every machine. */
export const round = (number: number): number => Math.round(number * 100) / 100 || 0

/** A closed path through points. */
export const polygon = (points: readonly (readonly [number, number])[]): string =>
  `${points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}Z`

/** A place on a circle, its angle counted in degrees clockwise from the top. */
export function onCircle(
  [x, y]: readonly [number, number],
  radius: number,
  degrees: number,
): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180
  return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)]
}
