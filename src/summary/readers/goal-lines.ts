import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {GoalStatus} from '../../core/record/record-words.ts'
import {compareText} from '../../core/record/said.ts'
import {
  firstOf,
  line,
  lines,
  named,
  plain,
  quote,
  row,
  soft,
  table,
  tag,
  type Line,
  type Lines,
  type Table,
} from '../formats/outline.ts'
import {groupBy} from '../group-by.ts'
import {statusWords} from '../standing-words.ts'
import {isOver} from '../still-open.ts'
import type {Action, Goal, PersonPage, Progress} from '../summary.ts'

const RANKS: Readonly<Record<GoalStatus, number>> = {
  active: 0,
  exploring: 0,
  named: 0,
  paused: 1,
  keeping: 2,
  reached: 2,
  changed: 3,
  'let-go': 3,
}

/** Those in motion first, each kind as it was first said. */
const inOrder = ({goals}: PersonPage): Goal[] => goals.toSorted((a, b) => RANKS[a.status] - RANKS[b.status])

/** Every goal in a row: where it stands, since when, whether it is quiet, what it draws on, and the last number said. */
export const goalsTable = (page: PersonPage): Table =>
  table(
    'Goals',
    ['In their words', 'Status', 'Since', 'Quiet since', 'Draws on', 'Last number'],
    inOrder(page).map((goal) => {
      const {words, status, life, since, quietSince, strengths, resources, progress, sources} = goal
      const last = progress.findLast(({rating}) => rating !== undefined)
      const changed = life.at(-1)?.on ?? since
      const day = (date: CivilDate | undefined) => date && plain(shortDate(date, page.asOf))
      return row(
        [
          [named(words)],
          [tag(statusWords(status))],
          [day(changed)],
          [day(quietSince)],
          [plain([...strengths, ...resources].map(({name}) => name).join(', '))],
          [last && plain(`${last.rating} of ${last.of}`), last && soft(`by ${raterWords(last.by)}`)],
        ],
        sources.slice(-1),
      )
    }),
  )

const raterWords = (by: string | undefined): string =>
  by === 'person' ? 'themselves' : by === 'specialist' ? 'the specialist' : (by ?? 'nobody named')

/** How each goal came about, as far as the timeline and the own scale do not tell it: its first words, others' numbers, the steps done. */
export const goalLines = (page: PersonPage): Lines =>
  lines(
    'How each came about',
    inOrder(page)
      .map((goal) => goalLine(goal, page))
      .filter(({under}) => under.length > 0),
  )

function goalLine(goal: Goal, page: PersonPage): Line {
  const {asOf} = page
  return line([named(goal.words)], goal.sources, [
    sinceLine(goal, asOf),
    ...goal.earlierWords.map(({words: earlier, sources: places}) =>
      line([soft('First said:'), quote(earlier)], places),
    ),
    ...goal.became.map((id) => {
      const next = page.goals.find((other) => other.id === id)
      return next && line([soft('Became:'), quote(next.words)], next.sources.slice(0, 1))
    }),
    ...progressLines(goal.progress, asOf),
    ...doneLines(page.actions, goal, asOf),
  ])
}

/** The day that the notes give, where it is another than the first mention. */
const sinceLine = ({life, since, sources}: Goal, asOf: CivilDate): Line | undefined =>
  since && since !== life[0]?.on && life.length <= 1
    ? line([soft(`Since ${shortDate(since, asOf)}`)], sources.slice(-1))
    : undefined

/** First and latest number of each other who rated: two people's numbers are never one. */
const progressLines = (progress: readonly Progress[], asOf: CivilDate): Line[] =>
  [
    ...groupBy(
      progress.filter(({by, rating}) => by !== 'person' || rating === undefined),
      ({by}) => by,
    ),
  ].map(([by, rated]) => {
    const last = rated.at(-1)
    const shown = [...new Set([rated[0], last])].filter((entry) => entry !== undefined)
    const steps = shown
      .filter(({rating}) => rating !== undefined)
      .map(({rating, of, on}) => `${rating} of ${of}${on ? ` on ${shortDate(on, asOf)}` : ''}`)
    const whose = by === 'person' ? 'Of their own scale:' : by === undefined ? 'Scale:' : `Scale, by ${by}:`
    return line(
      [
        soft(whose),
        plain(steps.join(', then ') + (steps.length > 0 && last?.says ? ':' : '')),
        last?.says ? quote(last.says) : undefined,
      ],
      rated.flatMap(({sources}) => sources),
    )
  })

const MOST_DONE = 3

function doneLines(actions: readonly Action[], {id, status}: Goal, asOf: CivilDate): Line[] {
  const own = actions.filter(({goal}) => goal === id)
  return [
    ...firstOf(
      own
        .filter(({done}) => done)
        .toSorted((a, b) => compareText(b.doneOn ?? '', a.doneOn ?? ''))
        .map(({what, doneOn, sources}) =>
          line([soft(doneOn ? `Done ${shortDate(doneOn, asOf)}:` : 'Done:'), plain(what)], sources),
        ),
      MOST_DONE,
      (rest) => `${rest} more steps done`,
    ),
    ...(isOver(status) ? own.filter(({done}) => !done) : []).map(({what, sources}) =>
      line([soft('Was a step:'), plain(what)], sources),
    ),
  ]
}
