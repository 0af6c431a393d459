import {counted} from '../../core/text/counted.ts'
import {shortDate, type CivilDate} from '../../core/time/civil-date.ts'
import type {GoalStatus, ResourceGroup} from '../../core/record/record-words.ts'
import {plainWords} from '../same-thing.ts'
import {GROUP_TITLES, statusWords} from '../standing-words.ts'
import {isTried} from '../still-open.ts'
import type {NoteRef, PersonPage, Resource} from '../summary.ts'
import {heardWords, seenWords} from './known-things.ts'

/** One line of the tree of people. */
export interface TreeLine {
  /** The same as long as it means the same, so that what is open stays open. */
  readonly id: string
  readonly kind: 'group' | 'ask' | 'goal' | 'strength' | 'resource' | 'note'
  readonly label: string
  readonly description: string
  /** The note that opens, at its line. */
  readonly opens: NoteRef | undefined
  readonly children: readonly TreeLine[]
}

const GOAL_GROUPS: readonly {readonly title: string; readonly statuses: readonly GoalStatus[]}[] = [
  {title: 'Goals', statuses: ['active', 'exploring', 'named']},
  {title: 'Goals paused', statuses: ['paused']},
  {title: 'Goals reached', statuses: ['keeping', 'reached']},
  {title: 'Goals changed or let go', statuses: ['changed', 'let-go']},
]

/** How many check-ins are due: resources worth asking about. */
export const checkInsDue = ({resources}: PersonPage): number =>
  resources.filter(({askAbout}) => askAbout).length

/** What a person's line opens to: what is worth asking about, goals by state, strengths, resources by group, notes. */
export function personTree(page: PersonPage, today: CivilDate): TreeLine[] {
  const {client, resources} = page
  const group = (title: string, children: readonly TreeLine[], count = children.length): TreeLine => ({
    id: `${client}/${title}`,
    kind: 'group',
    label: title,
    description: String(count),
    opens: undefined,
    children,
  })
  const ask = resources.filter(({askAbout}) => askAbout)
  const groups = [
    {
      ...group(
        'Worth asking about',
        ask.map((each) => resourceLine(each, `${client}/ask`, today)),
      ),
      kind: 'ask' as const,
    },
    ...GOAL_GROUPS.map(({title, statuses}) => group(title, goalLines(page, statuses, today))),
    group('Strengths', strengthLines(page, today)),
    group(
      'Resources',
      resourceGroups(resources, client, today).map(({title, lines}) => ({
        ...group(title, lines),
        id: `${client}/Resources/${title}`,
      })),
      resources.length,
    ),
    group('Notes', noteLines(page, today)),
  ]
  return groups.filter(({children}) => children.length > 0)
}

const goalLines = (
  {client, goals}: PersonPage,
  statuses: readonly GoalStatus[],
  today: CivilDate,
): TreeLine[] =>
  goals
    .filter(({status}) => statuses.includes(status))
    .map(({id, words, status, life, quietSince, sources}) => {
      const since = life.at(-1)?.on
      const stands = statusWords(status) + (since ? ` since ${shortDate(since, today)}` : '')
      return {
        id: `${client}/goal/${id}`,
        kind: 'goal',
        label: words,
        description: quietSince ? `${stands}, quiet since ${shortDate(quietSince, today)}` : stands,
        opens: sources.at(-1),
        children: [],
      }
    })

const strengthLines = ({client, strengths}: PersonPage, today: CivilDate): TreeLine[] =>
  strengths.map((strength) => ({
    id: `${client}/strength/${strength.id}`,
    kind: 'strength',
    label: strength.name,
    description: seenWords(strength, today),
    opens: strength.sources.at(-1),
    children: [],
  }))

const resourceLine = (resource: Resource, below: string, today: CivilDate): TreeLine => ({
  id: `${below}/${resource.id}`,
  kind: 'resource',
  label: resource.name,
  description: heardWords(resource, today),
  opens: resource.sources.at(-1),
  children: [],
})

function resourceGroups(
  resources: readonly Resource[],
  client: string,
  today: CivilDate,
): {readonly title: string; readonly lines: readonly TreeLine[]}[] {
  const lines = (found: readonly Resource[]): TreeLine[] =>
    found.map((resource) => resourceLine(resource, `${client}/resource`, today))
  const current = resources.filter((resource) => !isTried(resource))
  return [
    ...(Object.keys(GROUP_TITLES) as ResourceGroup[]).map((group) => ({
      title: GROUP_TITLES[group],
      lines: lines(current.filter((resource) => resource.group === group)),
    })),
    {title: 'More', lines: lines(current.filter(({group}) => group === undefined))},
    {title: 'Tried', lines: lines(resources.filter(isTried))},
  ].filter((group) => group.lines.length > 0)
}

const noteLines = ({client, notes}: PersonPage, today: CivilDate): TreeLine[] =>
  notes.toReversed().map(({source, kind, place, standing}) => ({
    id: `${client}/note/${source.file}`,
    kind: 'note',
    label: source.date ? shortDate(source.date, today) : source.note,
    description: [kind, place, standing === 'corrected' ? 'corrected by a later note' : '']
      .filter(Boolean)
      .join(', '),
    opens: source,
    children: [],
  }))

/** `last note 14 Jul · 2 to ask about`. */
export function personDescription({last}: PersonPage, due: number, today: CivilDate): string {
  const parts = [last && `last note ${shortDate(last, today)}`, due > 0 && `${due} to ask about`]
  return parts.filter(Boolean).join(' · ')
}

export const dueWords = (due: number): string => `${counted(due, 'resource')} worth asking about`

/** The lines that hold the words of `filter`, with the groups above them. */
export function filterTree(lines: readonly TreeLine[], filter: string): TreeLine[] {
  const wanted = plainWords(filter)
  return lines.flatMap((line) => {
    const isNamed = line.kind !== 'group' && line.kind !== 'ask' && plainWords(line.label).includes(wanted)
    const children = filterTree(line.children, filter)
    if (!isNamed && children.length === 0) return []
    return [
      {...line, children, description: children.length > 0 ? String(children.length) : line.description},
    ]
  })
}
