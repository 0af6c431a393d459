import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import {
  capital,
  line,
  plain,
  quote,
  row,
  soft,
  strong,
  table,
  tag,
  type Line,
  type Picture,
  type Row,
  type Table,
} from '../formats/outline.ts'
import {resourceMap} from '../pictures/resource-map.ts'
import {GROUP_TITLES, statusWords} from '../standing-words.ts'
import {isTried} from '../still-open.ts'
import type {PersonPage, Resource} from '../summary.ts'

/** The map, and what is on it in words; then those of no group, and what was tried. */
export function aroundBlocks(page: PersonPage): (Table | Picture | undefined)[] {
  const {resources, asOf, client} = page
  const ungrouped = resources.filter((resource) => resource.group === undefined && !isTried(resource))
  return [
    resourceMap(page, {
      groups: GROUP_TITLES,
      middle: client.length > 7 ? 'Person' : client,
      toTable: (placed) =>
        table(
          'Who and what is around them',
          COLUMNS,
          placed.map(({resource, number, group}) => resourceRow(resource, asOf, {number, group})),
        ),
    }),
    table(
      'Also',
      COLUMNS,
      ungrouped.map((resource) => resourceRow(resource, asOf)),
    ),
    table(
      'Tried',
      COLUMNS,
      resources.filter(isTried).map((resource) => resourceRow(resource, asOf)),
    ),
  ]
}

const COLUMNS = ['What', 'Where it stands', 'Next']

function resourceRow(
  {name, kind, status, next, nextBy, contact, note, lastHeard, sources}: Resource,
  asOf: CivilDate,
  {number, group}: {readonly number?: number; readonly group?: string} = {},
): Row {
  const what = [group, kind?.replaceAll('-', ' ')].filter(Boolean).join(', ')
  const about = [what, contact, note].filter(Boolean).join('; ')
  return row(
    [
      [number !== undefined && plain(`${number}.`), strong(capital(name)), about ? soft(about) : undefined],
      [status && tag(statusWords(status)), lastHeard && soft(`last heard ${shortDate(lastHeard, asOf)}`)],
      [next !== undefined && plain(next), nextBy && soft(plannedFor(nextBy, asOf))],
    ],
    sources,
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
