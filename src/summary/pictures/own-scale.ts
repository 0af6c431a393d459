import type {Element} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {named, plain, quote, row, table, type Picture} from '../formats/outline.ts'
import type {Goal, PersonPage, Progress} from '../summary.ts'
import {mark} from './marks.ts'
import {drawing, picture, round, text, WIDTH, wrap} from './svg.ts'
import {axisLines, timeAxis, type TimeAxis} from './time-axis.ts'

/** A place that the person gave themselves, on a day. */
export type OwnRating = Progress & {readonly on: CivilDate; readonly rating: number}

/** What the person themselves said of a goal in numbers, oldest first; what others said, or nobody in particular, is not theirs. */
export const ownRatings = ({progress}: Pick<Goal, 'progress'>): OwnRating[] =>
  progress.flatMap((entry) =>
    entry.by === 'person' && entry.on !== undefined && entry.rating !== undefined
      ? [{...entry, on: entry.on, rating: entry.rating}]
      : [],
  )

const HEIGHT = 46
const TOP = 20

/**
 * Where a person put themselves on their own scale, goal by goal. Points are joined where one rating follows another
 * of theirs on the same scale; nothing says where they might lead.
 * @returns undefined where they gave no number.
 */
export function ownScale({goals, asOf}: Pick<PersonPage, 'goals' | 'asOf'>): Picture | undefined {
  const rated = goals.map((goal) => ({goal, ratings: ownRatings(goal).filter(({on}) => on <= asOf)}))
  const rows = rated.filter(({ratings}) => ratings.length > 0)
  const days = rows.flatMap(({ratings}) => ratings.map(({on}) => on)).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const axis = timeAxis(first, last, {left: 14, right: WIDTH - 24})
  const id = 'own-scale'
  const title = 'On their own scale'
  const description =
    'The numbers that the person gave themselves, and no one else’s: each point is a day, the higher the closer to the top of their scale.'
  const draw = (): Element => {
    const drawn = rows.reduce<{readonly elements: readonly Element[]; readonly y: number}>(
      ({elements, y}, {goal, ratings}) => {
        const words = wrap(`“${goal.words}”`, {width: WIDTH, size: 12.5, rows: 2, weight: 'bold'})
        const top = y + words.length * 15 + 24
        return {
          elements: [
            ...elements,
            ...words.map((line, index) => text(0, y + 14 + index * 15, line, {size: 12.5, weight: 'bold'})),
            ...drawRatings(ratings, axis, top),
          ],
          y: top + HEIGHT + 8,
        }
      },
      {elements: [], y: TOP},
    )
    return drawing({id, title, description, height: drawn.y}, [
      ...axisLines(axis, {top: 2, bottom: drawn.y - 4}),
      ...drawn.elements,
    ])
  }
  return picture({id, title, description, table: toTable(title, rows, asOf)}, draw)
}

function drawRatings(ratings: readonly OwnRating[], axis: TimeAxis, top: number): Element[] {
  const placeOf = ({on, rating, of}: OwnRating): readonly [number, number] => [
    round(axis.at(on)),
    round(top + HEIGHT * (1 - Math.min(1, Math.max(0, of > 0 ? rating / of : 0)))),
  ]
  const joins = ratings.slice(1).flatMap((rating, index) => {
    const before = ratings[index]
    if (before?.of !== rating.of) return []
    const [[fromX, fromY], [toX, toY]] = [placeOf(before), placeOf(rating)]
    return [s('path', {d: `M${fromX} ${fromY}L${toX} ${toY}`, stroke: 'currentColor', strokeWidth: 1.5})]
  })
  const base = {stroke: 'currentColor', strokeOpacity: 0.35}
  return [
    s('path', {d: `M8 ${round(top)}H${WIDTH}M8 ${round(top + HEIGHT)}H${WIDTH}`, ...base}),
    ...joins,
    ...ratings.flatMap((rating) => {
      const [x, y] = placeOf(rating)
      const above = y - 7 < top - 12 ? y + 15 : y - 7
      return [
        mark('dot', x, y, 8),
        text(x, above, `${rating.rating}`, {size: 12, weight: 'bold', anchor: 'middle'}),
      ]
    }),
  ]
}

const toTable = (
  title: string,
  rows: readonly {readonly goal: Goal; readonly ratings: readonly OwnRating[]}[],
  asOf: CivilDate,
): Picture['table'] =>
  table(
    title,
    ['Goal', 'Where they put themselves'],
    rows.map(({goal, ratings}) =>
      row(
        [
          [named(goal.words)],
          ratings.flatMap(({on, rating, of, says}, index) => [
            plain(`${index > 0 ? '; ' : ''}${rating} of ${of} on ${shortDate(on, asOf)}`),
            says ? quote(says) : undefined,
          ]),
        ],
        ratings.flatMap(({sources}) => sources),
      ),
    ),
  )
