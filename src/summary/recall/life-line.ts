import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {changeWords} from '../standing-words.ts'
import type {Goal, PersonPage, Resource, Strength} from '../summary.ts'
import {plainLine, quoteLine, titleLine, type AboutLine} from './about.ts'
import {heardWords, seenWords} from './known-things.ts'

/** How many sightings of a strength are told, the latest. */
const MOST_SIGHTINGS = 3

/** A goal over time: the person's words, where it stood when, their own scale, and the steps that are open. */
export function aboutGoal(goal: Goal, page: PersonPage, today: CivilDate): AboutLine[] {
  const {words, earlierWords, life, quietSince, progress, strengths, resources} = goal
  const last = progress.at(-1)
  const drawsOn = [...strengths, ...resources]
  const open = page.actions.filter((action) => action.goal === goal.id && !action.done)
  return [
    titleLine(`“${words}”`),
    plainLine(
      life.map((change) => changeWords(change, today)).join(' · '),
      life.flatMap(({sources}) => sources),
    ),
    ...(quietSince ? [plainLine(`quiet since ${shortDate(quietSince, today)}`)] : []),
    ...earlierWords.slice(0, 1).map((first) => plainLine(`First said: “${first.words}”`, first.sources)),
    ...(last?.rating === undefined
      ? []
      : [
          plainLine(
            `${last.rating} of ${last.of}${last.by === undefined || last.by === 'person' ? ' on their own scale' : `, by ${last.by}`}${last.on ? `, ${shortDate(last.on, today)}` : ''}`,
            last.sources,
          ),
        ]),
    ...(last?.says ? [quoteLine(last.says)] : []),
    ...(drawsOn.length > 0 ? [plainLine(`Draws on: ${drawsOn.map(({name}) => name).join(', ')}`)] : []),
    ...open.map(({what, by, sources}) =>
      plainLine(`Still open: ${what}${by ? `, planned for ${shortDate(by, today)}` : ''}`, sources),
    ),
  ]
}

/** What was seen of a strength, the latest first, each with its note. */
export const aboutStrength = (strength: Strength, today: CivilDate): AboutLine[] => [
  titleLine(strength.name),
  plainLine(
    seenWords(strength, today) + (strength.namedByPerson ? '; they named it themselves' : ''),
    strength.evidence.length > 0 ? [] : strength.sources,
  ),
  ...strength.evidence
    .slice(-MOST_SIGHTINGS)
    .toReversed()
    .map(({text, sources}) => plainLine(text, sources)),
]

/** Where a resource stands, when it was last heard of, and what comes next with it. */
export function aboutResource(resource: Resource, page: PersonPage, today: CivilDate): AboutLine[] {
  const {name, kind, sources, next, nextBy, contact, goals} = resource
  const words = page.goals.filter(({id}) => goals.includes(id)).map((goal) => `“${goal.words}”`)
  return [
    titleLine(name),
    plainLine([kind, heardWords(resource, today)].filter(Boolean).join(': '), sources.slice(-1)),
    ...(next || nextBy
      ? [plainLine(`Next: ${[next, nextBy && `by ${shortDate(nextBy, today)}`].filter(Boolean).join(', ')}`)]
      : []),
    ...(contact ? [plainLine(`Ask for: ${contact}`)] : []),
    ...(words.length > 0 ? [plainLine(`For ${words.join(', ')}`)] : []),
  ]
}
