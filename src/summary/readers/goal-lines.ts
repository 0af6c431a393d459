import {shortDate, type CivilDate} from '../../core/civil-date.ts'
import type {GoalStatus} from '../../core/record-words.ts'
import {compareText} from '../../core/said.ts'
import {groupBy} from '../group-by.ts'
import type {Action, Goal, PersonPage, Progress} from '../summary.ts'
import {capital, firstOf, line, plain, quote, soft, tag, type Group, type Line} from './outline.ts'

const GROUPS: readonly {readonly title: string | undefined; readonly statuses: readonly GoalStatus[]}[] = [
  {title: undefined, statuses: ['active', 'exploring', 'named']},
  {title: 'Paused', statuses: ['paused']},
  {title: 'Reached', statuses: ['keeping', 'reached']},
  {title: 'Changed or let go', statuses: ['changed', 'let-go']},
]

/** Goals in the person's words, those in motion first, each with its life line and what it draws on. */
export const goalLines = (page: PersonPage): Group[] =>
  GROUPS.map(({title, statuses}) => ({
    title,
    lines: page.goals.filter(({status}) => statuses.includes(status)).map((goal) => goalLine(goal, page)),
  }))

function goalLine(goal: Goal, page: PersonPage): Line {
  const {asOf} = page
  const {words, status, quietSince, earlierWords, strengths, resources, became, sources} = goal
  const names = (linked: Goal['strengths']): string => linked.map(({name}) => name).join(', ')
  const links = [...strengths, ...resources].flatMap((linked) => linked.sources)
  return line(
    [
      {tone: 'strong', text: `“${quote(words).text}”`},
      tag(statusWords(status)),
      quietSince && soft(`quiet since ${shortDate(quietSince, asOf)}`),
    ],
    sources,
    [
      lifeLine(goal, asOf),
      ...earlierWords.map(({words: earlier, sources: places}) =>
        line([soft('First said:'), quote(earlier)], places),
      ),
      ...became.map((id) => {
        const next = page.goals.find((other) => other.id === id)
        return next && line([soft('Became:'), quote(next.words)], next.sources.slice(0, 1))
      }),
      ...progressLines(goal.progress, asOf),
      links.length > 0 &&
        line(
          [soft('Draws on:'), plain([names(strengths), names(resources)].filter(Boolean).join('; '))],
          links,
        ),
      ...doneLines(page.actions, goal, asOf),
    ],
  )
}

const statusWords = (status: GoalStatus): string => status.replace('-', ' ')

/** Told where there is more to tell than the one status that stands beside the words. */
function lifeLine({life, since, sources}: Goal, asOf: CivilDate): Line | undefined {
  const told = life.map(
    ({status, on, again}) => `${again ? 'picked up again' : statusWords(status)} ${shortDate(on, asOf)}`,
  )
  if (life.length > 1)
    return line(
      [soft(capital(told.join(' · ')))],
      life.flatMap((change) => change.sources),
    )
  const first = life[0]?.on
  return since && since !== first
    ? line([soft(`Since ${shortDate(since, asOf)}`)], sources.slice(-1))
    : undefined
}

/** First and latest place on a scale, one line for each who rated: two people's numbers are never one. */
const progressLines = (progress: readonly Progress[], asOf: CivilDate): Line[] =>
  [...groupBy(progress, ({by}) => by)].map(([by, rated]) => {
    const first = rated[0]
    const last = rated.at(-1)
    const shown = [...new Set([first, last])].filter((entry) => entry !== undefined)
    const steps = shown
      .filter(({rating}) => rating !== undefined)
      .map(({rating, of, on}) => `${rating} of ${of}${on ? ` on ${shortDate(on, asOf)}` : ''}`)
    const whose = by === undefined || by === 'person' ? 'Own scale:' : `Scale, by ${by}:`
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
  const done = own.filter((action) => action.done)
  const over = status === 'reached' || status === 'changed' || status === 'let-go'
  return [
    ...firstOf(
      done
        .toSorted((a, b) => compareText(b.doneOn ?? '', a.doneOn ?? ''))
        .map(({what, doneOn, sources}) =>
          line([soft(doneOn ? `Done ${shortDate(doneOn, asOf)}:` : 'Done:'), plain(what)], sources),
        ),
      MOST_DONE,
      (rest) => `${rest} more steps done`,
    ),
    ...(over ? own.filter((action) => !action.done) : []).map(({what, sources}) =>
      line([soft('Was a step:'), plain(what)], sources),
    ),
  ]
}
