import {shortDate, type CivilDate} from '../core/time/civil-date.ts'
import {plainWord} from '../core/record/record-words.ts'
import type {TemplateValues} from '../core/templates/template-values.ts'
import {isOver, openActions} from './still-open.ts'
import type {Action, Goal, PersonPage, Resource, Strength} from './summary.ts'

/** How many wins are recalled. */
const RECENT = 3
/** How many resources are asked about in one note: those first whose next step is due. */
const ASKED = 5

export interface NextNote {
  readonly date: CivilDate
  /** Where it goes, from the notes folder; links start there. */
  readonly path: string
}

/**
 * What a person's page of the day of the next note gives to that note: to ask about, never to be taken as said
 * again.
 */
export function earlierValues(page: PersonPage, {date, path}: NextNote): TemplateValues {
  const last = page.notes.findLast(({standing, source}) => standing === 'counted' && source.date)
  return {
    'last.date': last?.source.date ? shortDate(last.source.date, date) : [],
    'last.link': last?.source.date
      ? `[${shortDate(last.source.date, date)}](${relativeLink(path, last.source.file)})`
      : [],
    'last.place': last?.place ?? [],
    open_goals: page.goals.filter(({status}) => !isOver(status)).map((goal) => aboutGoal(goal, date)),
    open_actions: openActions(page).map((action) => aboutAction(action, date)),
    resources_to_ask: page.resources
      .filter(({askAbout}) => askAbout)
      .toSorted((a, b) => Number(b.askAbout === 'next-step') - Number(a.askAbout === 'next-step'))
      .slice(0, ASKED)
      .map((resource) => aboutResource(resource, date)),
    preferences: page.preferences.map(({about, says}) => (about ? `${about}: ${says}` : says)),
    strengths: page.strengths.filter(({notes}) => notes > 0).map((strength) => aboutStrength(strength, date)),
    recent_wins: page.wins
      .slice(0, RECENT)
      .map(({what, on}) => (on ? `${what} (${shortDate(on, date)})` : what)),
  }
}

function aboutGoal({id, words, status, life, quietSince}: Goal, today: CivilDate): string {
  const change = life.at(-1)
  const since = quietSince
    ? `, quiet since ${shortDate(quietSince, today)}`
    : change
      ? ` since ${shortDate(change.on, today)}`
      : ''
  return words === id ? `${id} (${status}${since})` : `${id}: “${words}” (${status}${since})`
}

function aboutAction({what, who, by}: Action, today: CivilDate): string {
  const planned = by && `${by < today ? 'was planned for' : 'planned for'} ${shortDate(by, today)}`
  const details = [who, planned].filter((part) => part !== undefined)
  return details.length > 0 ? `${what} (${details.join(', ')})` : what
}

function aboutResource({name, status, next, nextBy, lastHeard}: Resource, today: CivilDate): string {
  const step = next && `next: ${next}`
  const day = nextBy && `${nextBy < today ? 'was planned for' : 'planned for'} ${shortDate(nextBy, today)}`
  const heard = lastHeard && `last heard ${shortDate(lastHeard, today)}`
  const details = [status, step, day, heard].filter((part) => part !== undefined && part !== '')
  return details.length > 0 ? `${name} (${details.join(', ')})` : name
}

function aboutStrength({name, evidence}: Strength, today: CivilDate): string {
  const seen = evidence.at(-1)
  return seen ? `${name}: ${seen.text}${seen.on ? ` (${shortDate(seen.on, today)})` : ''}` : name
}

/** The link in the note at `from` that opens the file at `to`, both from the notes folder. */
export function relativeLink(from: string, to: string): string {
  const start = from.split('/').slice(0, -1)
  const end = to.split('/')
  let shared = 0
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++
  const up = start.slice(shared).map(() => '..')
  return [...up, ...end.slice(shared).map((part) => encodeURIComponent(part))].join('/')
}

/** The kinds of contact that a person has had, the latest first. */
export const kindsOf = ({notes}: PersonPage): readonly string[] => [
  ...new Set(
    notes
      .toReversed()
      .flatMap(({kind, standing, amends}) =>
        kind === undefined || standing === 'corrected' || amends !== undefined ? [] : plainWord(kind),
      ),
  ),
]
