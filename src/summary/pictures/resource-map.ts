import type {Element} from '../formats/markup.ts'
import {h as s} from '../formats/markup.ts'
import {shortDate} from '../../core/time/civil-date.ts'
import type {ResourceGroup, ResourceStatus} from '../../core/record/record-words.ts'
import {compareText} from '../../core/record/said.ts'
import {capital, type Picture, type Table} from '../formats/outline.ts'
import type {PersonPage, Resource} from '../summary.ts'
import {legend} from './legend.ts'
import {mark, type Mark} from './marks.ts'
import {drawing, picture, onCircle, PAPER, round, text, widthOf, WIDTH, wrap} from './svg.ts'

/** The five groups, clockwise from the top, with what each is called on this reader's page. */
export type GroupNames = Readonly<Record<ResourceGroup, string>>

const ORDER: readonly ResourceGroup[] = ['social', 'community', 'practical', 'personal', 'cultural']
const SECTOR = 360 / ORDER.length

/** How close to the middle a resource is, and the shape that says the same: in use, being set up, an idea. */
const RINGS = [
  {rows: [48, 66, 84], edge: 94, mark: 'disc', words: 'in use', statuses: ['active']},
  {
    rows: [104, 120],
    edge: 129,
    mark: 'ring',
    words: 'being set up',
    statuses: ['exploring', 'applied', 'waiting', 'paused'],
  },
  {rows: [140], edge: 150, mark: 'dashed ring', words: 'an idea', statuses: ['idea']},
] as const satisfies readonly {
  rows: readonly number[]
  edge: number
  mark: Mark
  words: string
  statuses: readonly ResourceStatus[]
}[]

const CENTRE = [WIDTH / 2, 171] as const
const MIDDLE = 30
const EDGE = 150
const HEIGHT = 352
/** More than these in one sector would lie over each other. */
const MOST = 8
/** Half of a mark with its number in it, the room that it takes along a circle, and the part of a sector that marks may be in, in degrees. */
const SIZE = 8.5
const ROOM = 19
const SPREAD = SECTOR - 12

interface MapSettings {
  readonly groups: GroupNames
  /** What stands in the middle. */
  readonly middle: string
  /** The same in words, in the order of the numbers. */
  readonly toTable: (placed: readonly (Placed & {readonly group: string})[]) => Table
}

export interface Placed {
  readonly resource: Resource
  readonly ring: (typeof RINGS)[number]
  readonly number: number
}

/**
 * Who and what is around a person, in five sectors: the closer to the middle, the more it is in use. Numbers lead to
 * the names below. What has ended or was not a fit is not there; a sector of more than eight is told in the table.
 * @returns undefined where there is nothing to show.
 */
export function resourceMap(
  {resources, asOf}: Pick<PersonPage, 'resources' | 'asOf'>,
  {groups, middle, toTable}: MapSettings,
): Picture | undefined {
  const sectors = ORDER.map((id) => ({id, found: placesOf(resources.filter(({group}) => group === id))}))
  const all = sectors.flatMap(({found}) => found)
  if (all.length === 0) return undefined
  let number = 0
  const counted = sectors.map(({id, found}) => ({
    id,
    found: found.map(({resource, ring}): Placed => ({resource, ring, number: ++number})),
  }))
  const id = 'resource-map'
  const title = 'Map of who and what is around'
  const description = `Five groups around ${middle}: ${counted
    .filter(({found}) => found.length > 0)
    .map(({id, found}) => `${groups[id]}, ${found.length}`)
    .join(
      '; ',
    )}. The closer to the middle, the more it is in use; a filled mark is in use, an outline is being set up, a dashed one is an idea.`
  const draw = (): Element => {
    const names = key(counted, groups, asOf)
    return drawing({id, title, description, height: HEIGHT + names.height}, [
      ...web(middle),
      ...counted.flatMap(({id, found}, index) => sector(groups[id], found, index)),
      s('g', {transform: `translate(0 ${HEIGHT})`}, names.elements),
    ])
  }
  return picture(
    {
      id,
      title,
      description,
      table: toTable(
        counted.flatMap(({id, found}) => found.map((placed) => ({...placed, group: groups[id]}))),
      ),
    },
    draw,
  )
}

/** What has a place on the map, from the middle outwards and by name, so that the same notes give the same map. */
const placesOf = (
  resources: readonly Resource[],
): {readonly resource: Resource; readonly ring: (typeof RINGS)[number]}[] =>
  RINGS.flatMap((ring) =>
    resources
      .filter(({status}) => ring.statuses.some((known) => known === (status ?? 'idea')))
      .toSorted((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || compareText(a.id, b.id))
      .map((resource) => ({resource, ring})),
  )

function web(middle: string): Element[] {
  const [x, y] = CENTRE
  const thin = {stroke: 'currentColor', strokeOpacity: 0.4, strokeWidth: 1}
  return [
    ...RINGS.map(({edge}) =>
      s('circle', {cx: x, cy: y, r: edge, ...thin, ...(edge < EDGE && {strokeDasharray: '1 4'})}),
    ),
    ...ORDER.map((_, index) => {
      const degrees = (index - 0.5) * SECTOR
      const [from, to] = [onCircle(CENTRE, MIDDLE, degrees), onCircle(CENTRE, EDGE, degrees)]
      return s('path', {d: `M${round(from[0])} ${round(from[1])}L${round(to[0])} ${round(to[1])}`, ...thin})
    }),
    s('circle', {cx: x, cy: y, r: MIDDLE, stroke: 'currentColor', strokeWidth: 2}),
    text(x, y + 5, middle, {size: 13, weight: 'bold', anchor: 'middle'}),
  ]
}

function sector(name: string, found: readonly Placed[], index: number): Element[] {
  const degrees = index * SECTOR
  return [
    ...sectorName(name, degrees),
    ...(found.length > MOST
      ? [
          text(...onCircle(CENTRE, RINGS[0].rows[2], degrees), `${found.length}, listed`, {
            size: 12,
            anchor: 'middle',
          }),
        ]
      : RINGS.flatMap((ring) =>
          inRows(
            found.filter((placed) => placed.ring === ring),
            ring.rows,
          ),
        ).flatMap(({item, radius, turn}) => {
          const [x, y] = onCircle(CENTRE, radius, degrees + turn)
          return numbered(item, x, y)
        })),
  ]
}

/** A mark with its number; on a filled one the number has the colour of the paper. */
const numbered = ({ring, number}: Placed, x: number, y: number): Element[] => [
  mark(ring.mark, x, y, SIZE),
  text(x, y + 3.8, String(number), {
    size: number > 9 ? 10 : 11,
    weight: 'bold',
    anchor: 'middle',
    ...(ring.mark === 'disc' && {fill: PAPER}),
  }),
]

interface Spot<T> {
  readonly item: T
  readonly radius: number
  /** From the middle of the sector, in degrees. */
  readonly turn: number
}

/** Items on as few rows as have room for them, the inner ones first, spread evenly over the sector. */
function inRows<T>(items: readonly T[], rows: readonly number[]): Spot<T>[] {
  const capacity = rows.map((radius) => Math.max(1, Math.floor((radius * SPREAD * Math.PI) / 180 / ROOM)))
  let rest = items
  return rows.flatMap((radius, index) => {
    const isLast = index === rows.length - 1
    const here = rest.slice(0, isLast ? rest.length : capacity[index])
    rest = rest.slice(here.length)
    return here.map((item, at) => ({
      item,
      radius,
      turn: -SPREAD / 2 + (SPREAD * (at + 0.5)) / here.length,
    }))
  })
}

/** On the edge, upright, with its letters turned along the circle. */
function sectorName(name: string, degrees: number): Element[] {
  const isBelow = degrees > 90 && degrees < 270
  const radius = EDGE + (isBelow ? 16 : 6)
  const [x, y] = onCircle(CENTRE, radius, degrees)
  const turned = isBelow ? degrees - 180 : degrees
  return [
    s(
      'g',
      {
        transform: `translate(${round(x)} ${round(y)}) rotate(${round(turned > 180 ? turned - 360 : turned)})`,
      },
      [text(0, 0, name, {size: 13, weight: 'bold', anchor: 'middle'})],
    ),
  ]
}

const NAME_SIZE = 12.5
const STEP = 19

/** The names under the map, group by group, with the day each was last heard of. */
function key(
  sectors: readonly {readonly id: ResourceGroup; readonly found: readonly Placed[]}[],
  groups: GroupNames,
  asOf: PersonPage['asOf'],
): {readonly elements: Element[]; readonly height: number} {
  const elements: Element[] = []
  let y = 12
  for (const {id, found} of sectors) {
    if (found.length === 0) continue
    elements.push(text(0, y, groups[id], {size: 12, weight: 'bold', soft: true}))
    y += STEP
    if (found.length > MOST) {
      elements.push(text(16, y, `${found.length} of them, listed in the table`, {size: NAME_SIZE}))
      y += STEP + 4
      continue
    }
    for (const {resource, ring, number} of found) {
      const day = resource.lastHeard ? shortDate(resource.lastHeard, asOf) : ''
      const room = WIDTH - 32 - widthOf(day, 12)
      const names = wrap(capital(resource.name), {width: room, size: NAME_SIZE, rows: 2})
      elements.push(...numbered({resource, ring, number}, 9, y - 4))
      names.forEach((words, line) => elements.push(text(24, y + line * 15, words, {size: NAME_SIZE})))
      if (day) elements.push(text(WIDTH, y, day, {size: 12, anchor: 'end', soft: true}))
      y += STEP + (names.length - 1) * 15
    }
    y += 6
  }
  const used = RINGS.filter((ring) => sectors.some(({found}) => found.some((placed) => placed.ring === ring)))
  const shapes = legend(
    used.map((ring) => [ring.mark, ring.words]),
    y + 2,
  )
  return {elements: [...elements, ...shapes.elements], height: shapes.bottom}
}
