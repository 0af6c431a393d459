import type {Element} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {onCircle, polygon, round} from './svg.ts'

const STROKE = {stroke: 'currentColor', strokeWidth: 1.5}
const FILL = {fill: 'currentColor'}

type Draw = (x: number, y: number, size: number) => Element

const circle = (x: number, y: number, size: number): object => ({cx: round(x), cy: round(y), r: round(size)})
const box = (x: number, y: number, half: number): object => ({
  x: round(x - half),
  y: round(y - half),
  width: half * 2,
  height: half * 2,
})

/** Shapes that are told apart without colour. */
const SHAPES = {
  dot: (x, y, size) => s('circle', {...circle(x, y, size / 2), ...FILL}),
  disc: (x, y, size) => s('circle', {...circle(x, y, size), ...FILL}),
  ring: (x, y, size) => s('circle', {...circle(x, y, size), ...STROKE, strokeWidth: 2}),
  'dashed ring': (x, y, size) => s('circle', {...circle(x, y, size), ...STROKE, strokeDasharray: '2 2'}),
  diamond: (x, y, size) =>
    s('path', {
      d: polygon([
        [x, y - size],
        [x + size, y],
        [x, y + size],
        [x - size, y],
      ]),
      ...STROKE,
    }),
  triangle: (x, y, size) =>
    s('path', {
      d: polygon([
        [x - size * 0.8, y - size],
        [x + size, y],
        [x - size * 0.8, y + size],
      ]),
      ...FILL,
    }),
  bars: (x, y, size) =>
    s('path', {
      d: [x - 2.5, x + 2.5].map((at) => `M${round(at)} ${round(y - size)}v${size * 2}`).join(''),
      ...STROKE,
      strokeWidth: 2.5,
    }),
  square: (x, y, size) => s('rect', {...box(x, y, size), ...FILL}),
  'framed square': (x, y, size) =>
    s('g', [s('rect', {...box(x, y, size), ...STROKE}), s('rect', {...box(x, y, size - 2.5), ...FILL})]),
  chevrons: (x, y, size) =>
    s('path', {
      d: [x - 4, x + 1].map((at) => `M${round(at)} ${round(y - size)}l4 ${size}l-4 ${size}`).join(''),
      ...STROKE,
    }),
  'open square': (x, y, size) => s('rect', {...box(x, y, size - 0.5), ...STROKE}),
  star: (x, y, size) => s('path', {d: star(x, y, size * 1.2), ...FILL}),
} as const satisfies Readonly<Record<string, Draw>>

export type Mark = keyof typeof SHAPES

/** A shape around a place, about `size` to each side of it. */
export const mark = (shape: Mark, x: number, y: number, size = 5): Element => SHAPES[shape](x, y, size)

const star = (x: number, y: number, size: number): string =>
  polygon(
    Array.from({length: 10}, (_, index) =>
      onCircle([x, y], index % 2 === 0 ? size : size * 0.42, index * 36),
    ),
  )
