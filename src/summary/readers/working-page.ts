import {shortDate, type CivilDate} from '../../core/civil-date.ts'
import type {ResourceGroup} from '../../core/record-words.ts'
import {groupBy} from '../group-by.ts'
import type {Action, PersonPage, Resource, Skill, Strength, Telling} from '../summary.ts'
import {goalLines} from './goal-lines.ts'
import {
  capital,
  firstOf,
  line,
  longDate,
  plain,
  quote,
  section,
  soft,
  strong,
  tag,
  type Group,
  type Line,
  type Outline,
  type Section,
} from './outline.ts'

/** The page that a specialist works from: a person's wants first, then what they bring and what is around them. */
export function workingPage(page: PersonPage): Outline {
  const sections = [
    section('Good to know', [{title: undefined, lines: page.preferences.map(preferenceLine)}]),
    section('What they want', goalLines(page)),
    section('What they bring', [
      {title: undefined, lines: strengthLines(page)},
      {title: 'Skills', lines: page.skills.map((skill) => skillLine(skill, page))},
    ]),
    section('Who and what is around them', resourceGroups(page)),
    section('What is next', nextGroups(page)),
    section('What went well', [{title: undefined, lines: winLines(page)}]),
    inTheirWords(page),
    section('Worth a look', [
      {title: undefined, lines: page.review.map(({message, sources}) => line([plain(message)], sources))},
    ]),
  ]
  return {
    title: page.client,
    asOf: page.asOf,
    facts: facts(page),
    sections: sections.filter(({groups}) => groups.length > 0),
  }
}

function facts({asOf, notes, first, last}: PersonPage): string[] {
  const count = (standing: string): number => notes.filter((note) => note.standing === standing).length
  const counted = count('counted') + count('undated')
  const days =
    first && last && (first === last ? ` of ${longDate(first)}` : `, ${longDate(first)} to ${longDate(last)}`)
  const [undated, later, corrected] = [count('undated'), count('later'), count('corrected')]
  return [
    `As of ${longDate(asOf)}`,
    `${counted} ${counted === 1 ? 'note' : 'notes'}${days ?? ''}`,
    ...(undated > 0 ? [`${undated} without a date, so what it says of statuses is left out`] : []),
    ...(later > 0 ? [`left out: ${later} dated later`] : []),
    ...(corrected > 0 ? [`left out: ${corrected} that a correction replaced`] : []),
  ]
}

const preferenceLine = ({about, says, sources}: PersonPage['preferences'][number]): Line =>
  line([about ? strong(`${capital(about)}:`) : undefined, plain(says)], sources)

const MOST_EVIDENCE = 2

/** What notes saw, each with the newest of it; then what only an assessment names. */
function strengthLines({strengths, asOf}: PersonPage): Line[] {
  const seen = strengths.filter(({notes}) => notes > 0)
  const unseen = strengths.filter(({notes}) => notes === 0)
  const byResult = groupBy(
    unseen.flatMap(({name, fromAssessments}) => fromAssessments.map((result) => ({name, ...result}))),
    ({tool, on}) => `${tool}${on ? `, ${shortDate(on, asOf)}` : ''}`,
  )
  return [
    ...seen.map((strength) => strengthLine(strength, asOf)),
    ...[...byResult].map(([result, same]) =>
      line(
        [
          plain(capital(same.map(({name}) => name).join(', '))),
          soft(`from ${result}; not yet seen in a note`),
        ],
        same.flatMap(({sources}) => sources),
      ),
    ),
  ]
}

function strengthLine(strength: Strength, asOf: CivilDate): Line {
  const {name, alsoCalled, namedByPerson, notes, first, last, evidence, fromAssessments, sources} = strength
  const others = alsoCalled.length > 0 ? `, also called ${alsoCalled.join(', ')}` : ''
  const named = namedByPerson ? ', which they named themselves' : ''
  const days =
    first && last && first !== last ? ` from ${shortDate(first, asOf)} to ${shortDate(last, asOf)}` : ''
  return line(
    [
      strong(capital(name)),
      soft(`${others}${named}, seen in ${notes} ${notes === 1 ? 'note' : 'notes'}${days}`),
    ],
    sources,
    [
      ...evidence
        .slice(-MOST_EVIDENCE)
        .toReversed()
        .map(({text, sources: places}) => line([plain(text)], places)),
      ...fromAssessments.map(({tool, on, sources: places}) =>
        line([soft(`Also from ${tool}${on ? `, ${shortDate(on, asOf)}` : ''}`)], places),
      ),
    ],
  )
}

const skillLine = ({name, from, goals, sources}: Skill, page: PersonPage): Line =>
  line(
    [
      strong(capital(name)),
      from ? soft(`, from ${from}`) : undefined,
      ...page.goals
        .filter(({id}) => goals.includes(id))
        .flatMap(({words}) => [soft(', may help with '), quote(words)]),
    ],
    sources,
  )

const GROUP_TITLES: Readonly<Record<ResourceGroup, string>> = {
  social: 'People',
  community: 'Community',
  practical: 'Practical',
  personal: 'Their own ways',
  cultural: 'Culture and belonging',
}

const isTried = ({status}: Resource): boolean => status === 'ended' || status === 'not-a-fit'

function resourceGroups({resources, asOf}: PersonPage): Group[] {
  const current = resources.filter((resource) => !isTried(resource))
  const group = (title: string, found: readonly Resource[]): Group => ({
    title,
    lines: found.map((resource) => resourceLine(resource, asOf)),
  })
  return [
    ...Object.entries(GROUP_TITLES).map(([id, title]) =>
      group(
        title,
        current.filter((resource) => resource.group === id),
      ),
    ),
    group(
      'Also',
      current.filter((resource) => resource.group === undefined),
    ),
    group('Tried', resources.filter(isTried)),
  ]
}

function resourceLine(
  {name, kind, status, next, nextBy, contact, note, lastHeard, sources}: Resource,
  asOf: CivilDate,
): Line {
  const about = [kind?.replaceAll('-', ' '), contact, note].filter(Boolean).join('; ')
  const heard = lastHeard ? `last heard ${shortDate(lastHeard, asOf)}` : ''
  return line(
    [strong(capital(name)), status && tag(status.replaceAll('-', ' ')), about ? soft(about) : undefined],
    sources,
    [
      next !== undefined &&
        line(
          [plain(`Next: ${next}`), nextBy && soft(plannedFor(nextBy, asOf)), soft(heard)],
          sources.slice(-1),
        ),
      next === undefined &&
        heard !== '' &&
        sources.at(-1)?.date !== lastHeard &&
        line([soft(capital(heard))], sources.slice(-1)),
    ],
  )
}

const plannedFor = (day: CivilDate, asOf: CivilDate): string =>
  day < asOf ? `was planned for ${shortDate(day, asOf)}` : `by ${shortDate(day, asOf)}`

/** Steps of goals that are over are told with the goal. */
function nextGroups(page: PersonPage): Group[] {
  const {asOf, goals, resources, followUps} = page
  const over = new Set(
    goals.filter(({status}) => ['reached', 'changed', 'let-go'].includes(status)).map(({id}) => id),
  )
  const open = page.actions.filter(({done, goal}) => !done && !over.has(goal))
  const steps = (title: string, own: readonly Action[]): Group => ({
    title,
    lines: own.map((action) => actionLine(action, page)),
  })
  return [
    {
      title: 'Meeting',
      lines: followUps.map(({on, start, place, about, sources}) =>
        line(
          [
            strong([shortDate(on, asOf), start].filter(Boolean).join(', ')),
            soft([place, about].filter(Boolean).join('; ')),
          ],
          sources,
        ),
      ),
    },
    steps(
      'Their steps',
      open.filter(({who}) => who === 'person'),
    ),
    steps(
      'The specialist’s steps',
      open.filter(({who}) => who === 'specialist'),
    ),
    steps(
      'More steps',
      open.filter(({who}) => who !== 'person' && who !== 'specialist'),
    ),
    {
      title: 'Worth asking about',
      lines: [
        ...goals
          .filter(({quietSince}) => quietSince)
          .map(({words, quietSince, sources}) =>
            line(
              [quote(words), quietSince && soft(`quiet since ${shortDate(quietSince, asOf)}`)],
              sources.slice(-1),
            ),
          ),
        ...resources.filter(({askAbout}) => askAbout).map((resource) => askLine(resource, asOf)),
      ],
    },
  ]
}

const askLine = ({name, askAbout, nextBy, next, lastHeard, sources}: Resource, asOf: CivilDate): Line =>
  line(
    [
      strong(capital(name)),
      askAbout === 'next-step' && nextBy
        ? soft(`${next ? `${next}, ` : ''}was planned for ${shortDate(nextBy, asOf)}`)
        : lastHeard && soft(`last heard ${shortDate(lastHeard, asOf)}`),
    ],
    sources.slice(-1),
  )

function actionLine({what, who, by, movedFrom, goal, sources}: Action, {asOf, goals}: PersonPage): Line {
  const moved = movedFrom.map((day) => shortDate(day, asOf)).join(', ')
  const words = goals.find(({id}) => id === goal)?.words
  return line(
    [
      who && who !== 'person' && who !== 'specialist' ? strong(`${capital(who)}:`) : undefined,
      plain(what),
      by && soft(plannedFor(by, asOf)),
      moved ? soft(`moved from ${moved}`) : undefined,
      words && goals.length > 1 ? soft('for') : undefined,
      words && goals.length > 1 ? quote(words) : undefined,
    ],
    sources,
  )
}

const MOST_WINS = 12

const winLines = ({wins, strengths}: PersonPage): Line[] =>
  firstOf(
    wins.map(({what, strengths: keys, sources}) => {
      const names = keys.map((key) => strengths.find(({id}) => id === key)?.name ?? key)
      return line([plain(what), names.length > 0 && soft(names.join(', '))], sources)
    }),
    MOST_WINS,
    (rest) => `${rest} more, before these`,
  )

const MOST_TELLINGS = 5

function inTheirWords({stories, reflections, affirmations, feedback}: PersonPage): Section {
  const told = (title: string, tellings: readonly Telling[], read: (telling: Telling) => Line): Group => ({
    title,
    lines: firstOf(tellings.map(read), MOST_TELLINGS, (rest) => `${rest} more, before these`),
  })
  return section('Told and heard', [
    told('Stories', stories, ({text, sources}) => line([plain(text)], sources)),
    told('How they see it', reflections, ({text, sources}) => line([quote(text)], sources)),
    told('Said to them', affirmations, ({text, reply, sources}) =>
      line([plain(text), reply ? quote(reply) : undefined], sources),
    ),
    told('What others gave back', feedback, ({text, from, sources}) =>
      line([from ? strong(`${capital(from)}:`) : undefined, plain(text)], sources),
    ),
  ])
}
