import {shortDate} from '../../core/time/civil-date.ts'
import {capital, line, lines, plain, quote, soft, strong, type Line, type Lines} from '../formats/outline.ts'
import type {Due} from '../pictures/week-strip.ts'
import {statusWords} from '../standing-words.ts'
import {isTried, openActions} from '../still-open.ts'
import type {Action, FollowUp, PersonPage} from '../summary.ts'
import {plannedFor} from './resource-lines.ts'

/** What is planned: meetings, then steps by day, theirs, the specialist's and everybody else's. */
export function nextLists(page: PersonPage): Lines[] {
  const open = openActions(page)
  const steps = (title: string, isOne: (action: Action) => boolean): Lines =>
    lines(
      title,
      open.filter(isOne).map((action) => actionLine(action, page)),
    )
  return [
    lines(
      'Meeting',
      page.followUps.map((followUp) => meetingLine(followUp, page)),
    ),
    steps('Their steps', ({who}) => who === 'person'),
    steps('The specialist’s steps', ({who}) => who === 'specialist'),
    steps('More steps', ({who}) => who !== 'person' && who !== 'specialist'),
  ]
}

const meetingLine = ({on, start, place, about, sources}: FollowUp, {asOf}: Pick<PersonPage, 'asOf'>): Line =>
  line(
    [
      strong([shortDate(on, asOf), start].filter(Boolean).join(', ')),
      soft([place, about].filter(Boolean).join('; ')),
    ],
    sources,
  )

function actionLine({what, who, by, movedFrom, goal, sources}: Action, {asOf, goals}: PersonPage): Line {
  const moved = movedFrom.map((day) => shortDate(day, asOf)).join(', ')
  const words = goals.find(({id}) => id === goal)?.words
  return line(
    [
      who && who !== 'person' && who !== 'specialist' ? strong(`${capital(statusWords(who))}:`) : undefined,
      plain(what),
      by && soft(plannedFor(by, asOf)),
      moved ? soft(`moved from ${moved}`) : undefined,
      words && goals.length > 1 ? soft('for') : undefined,
      words && goals.length > 1 ? quote(words) : undefined,
    ],
    sources,
  )
}

/** Everything with a day, for a strip of the days to come. */
export const dueOf = (page: PersonPage): Due[] =>
  dueAmong({
    followUps: page.followUps,
    actions: openActions(page),
    resources: page.resources.filter((resource) => !isTried(resource)),
  })

/** What of these has a day; `say` puts it in words where it stands with that of others. */
export const dueAmong = (
  {followUps, actions, resources}: Pick<PersonPage, 'followUps' | 'actions' | 'resources'>,
  say = (words: string): string => words,
): Due[] => [
  ...followUps.map(({on, start, place, about, sources}): Due => ({
    on,
    kind: 'session',
    start,
    words: say([place, about].filter(Boolean).join('; ')),
    sources,
  })),
  ...actions.flatMap(({by, who, what, sources}): Due[] =>
    by
      ? [{on: by, kind: who === 'person' || who === 'specialist' ? who : 'other', words: say(what), sources}]
      : [],
  ),
  ...resources.flatMap(({nextBy, next, name, sources}): Due[] =>
    nextBy ? [{on: nextBy, kind: 'resource', words: say(next ? `${name}: ${next}` : name), sources}] : [],
  ),
]
