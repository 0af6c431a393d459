import {shortDate, type CivilDate} from '../../core/civil-date.ts'
import type {ResourceGroup} from '../../core/record-words.ts'
import {
  capital,
  line,
  lines,
  plain,
  quote,
  soft,
  strong,
  tag,
  type Line,
  type Lines,
} from '../formats/outline.ts'
import type {PersonPage, Resource} from '../summary.ts'
import {statusWords} from './goal-words.ts'

export const GROUP_TITLES: Readonly<Record<ResourceGroup, string>> = {
  social: 'People',
  community: 'Community',
  practical: 'Practical',
  personal: 'Their own ways',
  cultural: 'Culture and belonging',
}

/** What has ended, or was looked at and was not for this person. */
export const isTried = ({status}: Resource): boolean => status === 'ended' || status === 'not-a-fit'

/** Resources under the five groups, then those of no group, then what was tried. */
export function resourceLists({resources, asOf}: PersonPage): Lines[] {
  const current = resources.filter((resource) => !isTried(resource))
  const list = (title: string, found: readonly Resource[]): Lines =>
    lines(
      title,
      found.map((resource) => resourceLine(resource, asOf)),
    )
  return [
    ...Object.entries(GROUP_TITLES).map(([id, title]) =>
      list(
        title,
        current.filter((resource) => resource.group === id),
      ),
    ),
    list(
      'Also',
      current.filter((resource) => resource.group === undefined),
    ),
    list('Tried', resources.filter(isTried)),
  ]
}

function resourceLine(
  {name, kind, status, next, nextBy, contact, note, lastHeard, sources}: Resource,
  asOf: CivilDate,
): Line {
  const about = [kind?.replaceAll('-', ' '), contact, note].filter(Boolean).join('; ')
  const heard = lastHeard ? `last heard ${shortDate(lastHeard, asOf)}` : ''
  return line(
    [strong(capital(name)), status && tag(statusWords(status)), about ? soft(about) : undefined],
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

export const plannedFor = (day: CivilDate, asOf: CivilDate): string =>
  day < asOf ? `was planned for ${shortDate(day, asOf)}` : `by ${shortDate(day, asOf)}`

/** Goals that have gone quiet, and resources that nothing was heard of for their time or whose next step is past. */
export const askLines = ({goals, resources, asOf}: PersonPage): Line[] => [
  ...goals
    .filter(({quietSince}) => quietSince)
    .map(({words, quietSince, sources}) =>
      line(
        [quote(words), quietSince && soft(`quiet since ${shortDate(quietSince, asOf)}`)],
        sources.slice(-1),
      ),
    ),
  ...resources.filter(({askAbout}) => askAbout).map((resource) => askLine(resource, asOf)),
]

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
