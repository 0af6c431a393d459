import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {Policy} from '../../core/agency/policy.ts'
import type {GoalStatus, ResourceGroup, ResourceStatus} from '../../core/record/record-words.ts'
import type {Page} from '../formats/format.ts'
import {
  capital,
  firstOf,
  line,
  lines,
  longDate,
  named,
  plain,
  quote,
  row,
  section,
  soft,
  strong,
  table,
  tag,
  type Line,
  type Outline,
  type Section,
  type Table,
} from '../formats/outline.ts'
import {ownRatings} from '../pictures/own-scale.ts'
import {resourceMap} from '../pictures/resource-map.ts'
import {isTried, openActions} from '../still-open.ts'
import type {Action, Goal, PersonPage, Resource, Sourced, Strength} from '../summary.ts'
import {outlineData} from './outline-data.ts'
import {pageFacts} from './page-facts.ts'
import {part2Notice} from './part2-notice.ts'
import {plannedFor} from './resource-lines.ts'
import {sharedPage, type KeptList} from './shared-page.ts'
import {actOf} from './strength-lines.ts'

const SHOWS: readonly KeptList[] = [
  'goals',
  'strengths',
  'skills',
  'resources',
  'actions',
  'followUps',
  'wins',
]

/** How many of each there is room for on a printed sheet; the rest is counted. */
const MOST = {strengths: 6, skills: 4, wins: 6, steps: 6}

/**
 * The sheet that the person keeps: what they want, bring and have around them, what is next and what went well, in
 * plain words to them. No ids, no codes, nobody else's numbers, and nothing that the notes keep from them.
 */
export function personPage(folded: PersonPage, {policy}: {readonly policy: Policy}): Page {
  const shared = sharedPage(folded, 'client')
  const page = withDaysOnly(shared.page)
  const sections = [
    section('What you want', [lines(undefined, goalLines(page))]),
    whatYouBring(page),
    whatIsAround(page),
    whatIsNext(page),
    section('What went well', [
      lines(
        undefined,
        firstOf(
          page.wins.map(({what, sources}) => line([plain(what)], sources)),
          MOST.wins,
          (rest) => `and ${rest} more before these`,
        ),
      ),
    ]),
  ]
  const outline: Outline = {
    reader: 'person',
    title: 'Your page',
    asOf: page.asOf,
    facts: pageFacts(shared, SHOWS),
    sections: sections.filter(({blocks}) => blocks.length > 0),
    closing: ['Something wrong here? Tell me and I will correct the note.'],
    notice: part2Notice(policy),
  }
  return {outline, data: outlineData(outline)}
}

/** Each line ends with its days: the name of a file would be an id. */
const withDaysOnly = (page: PersonPage): PersonPage => {
  const dated = <T extends Sourced>(items: readonly T[]): T[] =>
    items.map((item) => ({...item, sources: item.sources.filter(({date}) => date !== undefined)}))
  return {
    ...page,
    goals: dated(page.goals),
    strengths: dated(page.strengths),
    skills: dated(page.skills),
    resources: dated(page.resources),
    actions: dated(page.actions),
    followUps: dated(page.followUps),
    wins: dated(page.wins),
  }
}

const STATUS_WORDS: Readonly<Record<GoalStatus, string>> = {
  named: 'new',
  exploring: 'looking into it',
  active: 'on the way',
  paused: 'resting for now',
  reached: 'reached',
  keeping: 'reached, and keeping it up',
  changed: 'changed',
  'let-go': 'let go',
}

/** Goals as they were first said, one after the other; what the person chose to leave, or changed, is no more what they want. */
const goalLines = (page: PersonPage): Line[] =>
  page.goals
    .filter(({status}) => status !== 'changed' && status !== 'let-go')
    .map((goal) =>
      line([named(goal.words), tag(STATUS_WORDS[goal.status])], goal.sources.slice(-1), [
        ...goal.earlierWords
          .slice(0, 1)
          .map(({words, on}) =>
            line([soft(`You first said${on ? `, on ${shortDate(on, page.asOf)}` : ''}:`), quote(words)], []),
          ),
        scaleLine(goal, page.asOf),
      ]),
    )

/** Where they put themselves, then and now. */
function scaleLine(goal: Goal, asOf: CivilDate): Line | undefined {
  const ratings = ownRatings(goal)
  const [first, last] = [ratings[0], ratings.at(-1)]
  if (!first || !last) return undefined
  const place = ({rating, of, on}: typeof first): string => `${rating} of ${of} on ${shortDate(on, asOf)}`
  const words =
    first === last
      ? `Your own number: ${place(first)}`
      : `Your own number: ${place(first)}, and ${place(last)}`
  return line([plain(last.says ? `${words}:` : `${words}.`), last.says ? quote(last.says) : undefined], [])
}

function whatYouBring(page: PersonPage): Section {
  const seen = page.strengths.filter(({evidence}) => evidence.length > 0)
  const more = page.strengths.filter((strength) => !seen.slice(0, MOST.strengths).includes(strength))
  return section('What you bring', [
    lines(undefined, [
      ...seen.slice(0, MOST.strengths).map((strength) => strengthLine(strength, page)),
      ...(more.length > 0
        ? [
            line(
              [soft('Also:'), plain(more.map(({name}) => name).join(', '))],
              more.flatMap(({sources}) => sources.slice(-1)).slice(-1),
            ),
          ]
        : []),
    ]),
    lines(
      'What you can do',
      firstOf(
        page.skills.map(({name, from, sources}) =>
          line([strong(capital(name)), from ? soft(`, from ${from}`) : undefined], sources.slice(-1)),
        ),
        MOST.skills,
        (rest) => `and ${rest} more`,
      ),
    ),
  ])
}

/** A strength with the latest thing that showed it. */
function strengthLine(strength: Strength, page: PersonPage): Line {
  const {name, sources} = strength
  const last = actOf(page, strength)
  const refs = (last?.sources ?? sources).filter(({date}) => date !== undefined)
  return line([strong(`${capital(name)}:`), last && plain(last.text)], refs.slice(-1))
}

const GROUP_TITLES: Readonly<Record<ResourceGroup, string>> = {
  social: 'People',
  community: 'Community',
  practical: 'Practical',
  personal: 'Your own ways',
  cultural: 'Culture and belonging',
}

const RESOURCE_WORDS: Readonly<Record<ResourceStatus, string>> = {
  idea: 'an idea',
  exploring: 'looking into it',
  applied: 'asked for',
  waiting: 'waiting to hear',
  active: 'in use',
  paused: 'resting for now',
  ended: 'ended',
  'not-a-fit': 'not for you',
}

function whatIsAround(page: PersonPage): Section {
  const current = page.resources.filter((resource) => !isTried(resource))
  const listed = (found: readonly Resource[]): Table =>
    table(
      'Who and what is around you',
      ['What', 'How it stands'],
      found.map(({name, status, next, nextBy, sources}) =>
        row(
          [
            [strong(capital(name))],
            [
              status && plain(RESOURCE_WORDS[status]),
              next ? plain(status ? `– next: ${next}` : `next: ${next}`) : undefined,
              nextBy && soft(plannedFor(nextBy, page.asOf)),
            ],
          ],
          sources.slice(-1),
        ),
      ),
    )
  const map = resourceMap(page, {
    groups: GROUP_TITLES,
    middle: 'You',
    toTable: (placed) => listed(placed.map(({resource}) => resource)),
  })
  const ungrouped = listed(current.filter(({group}) => group === undefined))
  return section('Who and what is around you', [
    map,
    map ? {...ungrouped, title: 'Also around you'} : ungrouped,
  ])
}

function whatIsNext(page: PersonPage): Section {
  const open = openActions(page)
  const steps = (title: string, found: readonly Action[]) =>
    lines(
      title,
      firstOf(
        found.map(({what, by, who, sources}) =>
          line(
            [
              who && who !== 'person' && who !== 'specialist' && who !== 'other' && who !== 'together'
                ? strong(`${capital(who)}:`)
                : undefined,
              plain(what),
              by && soft(plannedFor(by, page.asOf)),
            ],
            sources.slice(-1),
          ),
        ),
        MOST.steps,
        (rest) => `and ${rest} more`,
      ),
    )
  const own = open.filter(({who}) => who === 'person' || who === undefined || who === 'together')
  const mine = open.filter(({who}) => who === 'specialist')
  return section('What is next', [
    steps('You', own),
    steps('What I said I would do', mine),
    steps(
      'Others',
      open.filter((action) => !own.includes(action) && !mine.includes(action)),
    ),
    lines(
      'We meet',
      page.followUps.map(({on, start, place, about, sources}) =>
        line(
          [
            strong([longDate(on), start].filter(Boolean).join(', ')),
            soft([place, about].filter(Boolean).join('; ')),
          ],
          sources.slice(-1),
        ),
      ),
    ),
  ])
}
