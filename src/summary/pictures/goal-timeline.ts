import {counted} from '../../core/text/counted.ts'
import type {Element} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {daysBetween, shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {GoalStatus} from '../../core/record/record-words.ts'
import {named, plain, row, table, type Picture} from '../formats/outline.ts'
import {QUIET_AFTER_DAYS} from '../fold-goals.ts'
import {changeWords, statusWords} from '../standing-words.ts'
import type {Goal, PersonPage} from '../summary.ts'
import {legend} from './legend.ts'
import {mark, type Mark} from './marks.ts'
import {drawing, picture, round, text, WIDTH, wrap} from './svg.ts'
import {axisLines, timeAxis, type TimeAxis} from './time-axis.ts'

const STATUS_MARKS: Readonly<Record<GoalStatus, Mark>> = {
  named: 'ring',
  exploring: 'diamond',
  active: 'triangle',
  paused: 'bars',
  reached: 'square',
  keeping: 'framed square',
  changed: 'chevrons',
  'let-go': 'open square',
}

const RIGHT = 262
/** How many days a cell of the table names. */
const MOST_DAYS = 12
const TOP = 20

interface GoalRow {
  readonly goal: Goal
  /** Every day that a note speaks of it, each once, oldest first. */
  readonly days: readonly CivilDate[]
  readonly sessions: readonly CivilDate[]
  readonly wins: readonly CivilDate[]
}

type TimelinePage = Pick<PersonPage, 'goals' | 'sessions' | 'wins' | 'asOf' | 'strengths'>

/**
 * A row for each goal: a bar from its first mention over the days on which notes speak of it, with a gap where they
 * do not for a month or more; status changes as shapes, sessions as dots below, wins as stars above, and the
 * strengths it draws on at the right.
 * @returns undefined where no dated note speaks of a goal.
 */
export function goalTimeline(page: TimelinePage): Picture | undefined {
  const rows = page.goals.map((goal) => goalRow(goal, page)).filter(({days}) => days.length > 0)
  const first = rows.flatMap(({days}) => days).toSorted()[0]
  if (first === undefined) return undefined
  const axis = timeAxis(first, page.asOf, {left: 8, right: RIGHT - 8})
  const id = 'goal-timeline'
  const title = 'Goals over time'
  const description = `${counted(rows.length, 'goal')} from ${shortDate(first, page.asOf)} to ${shortDate(page.asOf, page.asOf)}. A bar covers the days on which notes speak of a goal; where none did for a month or more, it has a gap. Shapes on it are changes of status, dots below it sessions, stars above it wins.`
  const draw = (): Element => {
    const placed = rows.reduce<{readonly elements: readonly Element[]; readonly y: number}>(
      ({elements, y}, goal) => {
        const drawn = drawRow(goal, axis, y)
        return {elements: [...elements, ...drawn.elements], y: y + drawn.height}
      },
      {elements: [], y: TOP},
    )
    const used = legend(shapesIn(rows), placed.y + 14)
    return drawing({id, title, description, height: used.bottom}, [
      ...axisLines(axis, {top: 2, bottom: placed.y}),
      ...placed.elements,
      ...used.elements,
    ])
  }
  return picture({id, title, description, table: toTable(title, rows, page.asOf)}, draw)
}

function goalRow(goal: Goal, {sessions, wins, asOf}: TimelinePage): GoalRow {
  const upTo = (days: readonly (CivilDate | undefined)[]): CivilDate[] =>
    [...new Set(days.flatMap((day) => (day && day <= asOf ? [day] : [])))].toSorted()
  const held = upTo(sessions.filter(({goals}) => goals.includes(goal.id)).map(({on}) => on))
  const won = upTo(wins.filter(({goals}) => goals.includes(goal.id)).map(({on}) => on))
  const told = [...goal.life.map(({on}) => on), ...goal.sources.map(({date}) => date)]
  return {goal, sessions: held, wins: won, days: upTo([...told, ...held, ...won])}
}

function drawRow(
  {goal, days, sessions, wins}: GoalRow,
  axis: TimeAxis,
  top: number,
): {readonly elements: Element[]; readonly height: number} {
  const words = wrap(`“${goal.words}”`, {width: WIDTH, size: 12.5, rows: 2, weight: 'bold'})
  const names = goal.strengths.map(({name}) => name).join(', ')
  const strengths = names === '' ? [] : wrap(names, {width: WIDTH - RIGHT - 4, size: 11, rows: 4})
  const y = top + words.length * 15 + Math.max(21, strengths.length * 7 - 2)
  const bar = segments(days).map(([from, to]) =>
    s('path', {
      d: `M${round(axis.at(from))} ${round(y)}H${round(Math.max(axis.at(to), axis.at(from) + 1))}`,
      stroke: 'currentColor',
      strokeOpacity: 0.45,
      strokeWidth: 4,
      strokeLinecap: 'round',
    }),
  )
  return {
    elements: [
      ...words.map((line, index) => text(0, top + 14 + index * 15, line, {size: 12.5, weight: 'bold'})),
      ...bar,
      ...goal.life.map(({status, on}) => mark(STATUS_MARKS[status], axis.at(on), y, 5)),
      ...apart(sessions, axis).map((day) => mark('dot', axis.at(day), y + 12, 4)),
      ...apart(wins, axis).map((day) => mark('star', axis.at(day), y - 12, 5)),
      ...strengths.map((line, index) =>
        text(RIGHT + 4, y + 4 + (index - (strengths.length - 1) / 2) * 13, line, {size: 11, soft: true}),
      ),
    ],
    height: y - top + Math.max(22, strengths.length * 7 + 4),
  }
}

/** One day of those that would be drawn on the same place. */
const apart = (days: readonly CivilDate[], axis: TimeAxis): CivilDate[] => [
  ...new Map(days.map((day) => [Math.round(axis.at(day)), day])).values(),
]

/** From each first to each last day between which notes were never quiet about it. */
function segments(days: readonly CivilDate[]): (readonly [CivilDate, CivilDate])[] {
  const found: [CivilDate, CivilDate][] = []
  for (const day of days) {
    const last = found.at(-1)
    if (last && daysBetween(last[1], day) < QUIET_AFTER_DAYS) last[1] = day
    else found.push([day, day])
  }
  return found
}

/** The shapes that are there, each with its word. */
function shapesIn(rows: readonly GoalRow[]): (readonly [Mark, string])[] {
  const used = new Set<string>(rows.flatMap(({goal}) => goal.life.map(({status}) => status)))
  return [
    ...Object.entries(STATUS_MARKS)
      .filter(([status]) => used.has(status))
      .map(([status, shape]) => [shape, statusWords(status)] as const),
    ...(rows.some(({sessions}) => sessions.length > 0) ? [['dot', 'session'] as const] : []),
    ...(rows.some(({wins}) => wins.length > 0) ? [['star', 'win'] as const] : []),
  ]
}

const toTable = (title: string, rows: readonly GoalRow[], asOf: CivilDate): Picture['table'] => {
  const days = (all: readonly CivilDate[]): string =>
    [
      ...(all.length > MOST_DAYS ? [`${all.length - MOST_DAYS} earlier`] : []),
      ...all.slice(-MOST_DAYS).map((day) => shortDate(day, asOf)),
    ].join(', ')
  return table(
    title,
    ['Goal', 'Status', 'Sessions', 'Wins'],
    rows.map(({goal, sessions, wins}) =>
      row(
        [
          [named(goal.words)],
          [plain(goal.life.map((change) => changeWords(change, asOf)).join(', '))],
          [plain(days(sessions))],
          [plain(days(wins))],
        ],
        goal.sources,
      ),
    ),
  )
}
