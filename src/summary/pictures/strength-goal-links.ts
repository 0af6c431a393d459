import {counted} from '../../core/text/counted.ts'
import type {Element} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {capital, plain, quote, row, strong, table, type Picture} from '../formats/outline.ts'
import {groupBy} from '../group-by.ts'
import type {Goal, Linked, PersonPage} from '../summary.ts'
import {drawing, picture, round, text, WIDTH, wrap} from './svg.ts'

const LEFT = 112
const RIGHT = 212
const LINE = 14
const GAP = 12
const TOP = 8

interface Named {
  readonly id: string
  readonly lines: readonly string[]
  /** The middle of its lines. */
  readonly y: number
}

/**
 * Which strengths go with which goals: two columns, and lines between them that are the thicker the more notes say so.
 * @returns undefined where no note links the two.
 */
export function strengthGoalLinks({
  goals,
  strengths,
}: Pick<PersonPage, 'goals' | 'strengths'>): Picture | undefined {
  const links = goals.flatMap((goal) =>
    goal.strengths.map((strength) => ({goal, strength, notes: notesOf(strength)})),
  )
  if (links.length === 0) return undefined
  const order = new Map(strengths.map(({id}, index) => [id, index]))
  const rank = (id: string): number => order.get(id) ?? order.size
  const known = new Map(links.map(({strength}) => [strength.id, strength.name]))
  const linked = goals.filter((goal) => goal.strengths.length > 0)
  const id = 'strengths-and-goals'
  const title = 'Strengths and goals'
  const description = `${counted(known.size, 'strength')} at the left, ${counted(linked.length, 'goal')} at the right. A line joins the two where notes do; the thicker it is, the more notes.`
  const draw = (): Element => {
    const left = column(
      [...known].toSorted(([a], [b]) => rank(a) - rank(b)).map(([id, name]) => ({id, words: capital(name)})),
      LEFT - 4,
    )
    const right = column(
      linked.map(({id, words}) => ({id, words: `“${words}”`})),
      WIDTH - RIGHT - 4,
    )
    const height = Math.max(left.bottom, right.bottom)
    return drawing({id, title, description, height}, [
      ...links.flatMap(({goal, strength, notes}) =>
        join(left.found, right.found, {from: strength.id, to: goal.id, notes}),
      ),
      ...words(left.found, LEFT - 6, 'end'),
      ...words(right.found, RIGHT + 6, 'start'),
    ])
  }
  return picture({id, title, description, table: toTable(title, links)}, draw)
}

const notesOf = ({sources}: Linked): number => new Set(sources.map(({file}) => file)).size

function column(
  all: readonly {readonly id: string; readonly words: string}[],
  width: number,
): {readonly found: readonly Named[]; readonly bottom: number} {
  let y = TOP
  const found = all.map(({id, words}): Named => {
    const lines = wrap(words, {width, size: 12, rows: 3})
    const middle = y + (lines.length * LINE) / 2
    y += lines.length * LINE + GAP
    return {id, lines, y: middle}
  })
  return {found, bottom: y}
}

const words = (column: readonly Named[], x: number, anchor: 'start' | 'end'): Element[] =>
  column.flatMap(({lines, y}) =>
    lines.map((line, index) =>
      text(x, y - (lines.length * LINE) / 2 + index * LINE + 11, line, {size: 12, anchor}),
    ),
  )

function join(
  left: readonly Named[],
  right: readonly Named[],
  {from, to, notes}: {readonly from: string; readonly to: string; readonly notes: number},
): Element[] {
  const [start, end] = [left.find(({id}) => id === from), right.find(({id}) => id === to)]
  if (!start || !end) return []
  const bend = (LEFT + RIGHT) / 2
  return [
    s('path', {
      d: `M${LEFT} ${round(start.y)}C${bend} ${round(start.y)} ${bend} ${round(end.y)} ${RIGHT} ${round(end.y)}`,
      stroke: 'currentColor',
      strokeOpacity: 0.65,
      strokeWidth: Math.min(9, 0.5 + 1.5 * notes),
    }),
  ]
}

/** A row for each strength: its goals, and how many notes say so. */
const toTable = (
  title: string,
  links: readonly {readonly goal: Goal; readonly strength: Linked; readonly notes: number}[],
): Picture['table'] =>
  table(
    title,
    ['Strength', 'Goals, and how many notes'],
    [...groupBy(links, ({strength}) => strength.id).values()].map((same) =>
      row(
        [
          [strong(capital(same[0]?.strength.name ?? ''))],
          same.flatMap(({goal, notes}, index) => [
            index > 0 && plain(';'),
            quote(goal.words),
            plain(`in ${counted(notes, 'note')}`),
          ]),
        ],
        same.flatMap(({strength}) => strength.sources),
      ),
    ),
  )
