import {daysBetween, shortDate, type CivilDate} from '../core/time/civil-date.ts'
import type {GoalItem} from '../core/record/record-items.ts'
import type {GoalStatus} from '../core/record/record-words.ts'
import {groupBy} from './group-by.ts'
import {similarGoals, wordsOf, type GoalThings} from './identify-goals.ts'
import {lastShare, latest, narrowed, refsOf, sourced, type Mention} from './mentions.ts'
import {plainWords, slugOf, type Thing} from './same-thing.ts'
import {isOver} from './still-open.ts'
import {settleStatuses, type Claim, type Life, type OpenDay} from './settle-statuses.ts'
import type {Goal, Linked, NoteRef, ReviewItem, Sourced} from './summary.ts'
import {whoIn} from './who.ts'

/** Days without a mention after which an open goal reads as quiet. */
export const QUIET_AFTER_DAYS = 30

/** Another place in the notes that speaks of a goal: a win, a skill, a strength or a resource that serves it. */
export interface GoalLink {
  readonly goal: string
  readonly ref: NoteRef
  readonly share: Sourced['share']
  readonly strength?: string
  readonly resource?: string
}

export interface GoalContext {
  readonly client: string
  readonly asOf: CivilDate
  readonly quietAfterDays: number
  readonly links: readonly GoalLink[]
  /** A resource as the page knows it. */
  readonly resourceOf: (said: string) => KnownThing | undefined
  /** A strength as the page knows it. */
  readonly strengthOf: (said: string) => KnownThing
}

/** Something that a goal links to; `share` where the page has it. */
interface KnownThing {
  readonly id: string
  readonly name: string
  readonly share?: Sourced['share']
}

/** Goals in the person's words, first said first, and what the notes leave open about them. */
export function foldGoals(
  things: GoalThings,
  context: GoalContext,
): {readonly goals: readonly Goal[]; readonly review: readonly ReviewItem[]} {
  const linksOf = groupBy(context.links, ({goal}) => things.find(goal)?.id)
  const folded = things.all.map((thing) => {
    const life = lifeOf(thing)
    const goal = toGoal(thing, life, {...context, things, links: linksOf.get(thing.id) ?? []})
    return {goal, review: [...openDays(goal, life.open, context), ...withoutWords(thing, context.client)]}
  })
  return {
    goals: folded.map(({goal}) => goal),
    review: [
      ...folded.flatMap(({review}) => review),
      ...similarGoals(things, context.client),
      ...unknownGoals(things, linksOf.get(undefined) ?? [], context.client),
    ],
  }
}

function toGoal(
  thing: Thing<Mention<GoalItem>>,
  {life}: Life<GoalStatus>,
  context: GoalContext & {readonly things: GoalThings},
): Goal {
  const {mentions} = thing
  const {asOf, quietAfterDays, links, things} = context
  const status = life.at(-1)?.status ?? 'named'
  const dates = [...mentions.map(({note}) => note.date), ...links.map(({ref}) => ref.date)].flatMap(
    (date) => date ?? [],
  )
  const lastHeard = dates.toSorted().at(-1)
  const quiet = lastHeard !== undefined && daysBetween(lastHeard, asOf) >= quietAfterDays
  return {
    id: thing.id,
    words: wordsOf(thing),
    earlierWords: earlierWords(thing),
    status,
    life,
    since: latest(mentions, (item) => item.since) ?? mentions.flatMap(({note}) => note.date ?? [])[0],
    lastHeard,
    quietSince: quiet && !isOver(status) ? lastHeard : undefined,
    became: becameOf(thing, things),
    planGoal: latest(mentions, (item) => item.planGoal),
    domain: latest(mentions, (item) => item.domain),
    strengths: linked([...namesIn(mentions, 'strengths'), ...linksTo(links, 'strength')], context.strengthOf),
    resources: linked(
      [...namesIn(mentions, 'resources'), ...linksTo(links, 'resource')],
      (said) => context.resourceOf(said) ?? {id: slugOf(said), name: said},
    ),
    progress: progressOf(mentions),
    ...sourced(mentions),
  }
}

/** A first mention without a status names the goal. */
function lifeOf({mentions}: Thing<Mention<GoalItem>>): Life<GoalStatus> {
  const dated = mentions.filter(({note}) => note.date !== undefined)
  const claims: Claim<GoalStatus>[] = dated.flatMap(({item, note, ref}) =>
    item.status ? [{status: item.status.value, note, ref, share: item.share}] : [],
  )
  const settled = settleStatuses(claims)
  const first = dated[0]
  const on = first?.note.date
  if (!first || on === undefined || settled.life[0]?.on === on) return settled
  const named = {status: 'named' as const, on, again: false, ...sourced([first])}
  const [next, ...rest] = settled.life
  return next?.status === 'named'
    ? {
        ...settled,
        life: [
          {
            ...named,
            sources: refsOf([first, ...next.sources.map((ref) => ({ref}))]),
            share: lastShare([named.share, next.share]),
          },
          ...rest,
        ],
      }
    : {...settled, life: [named, ...settled.life]}
}

function earlierWords(thing: Thing<Mention<GoalItem>>): Goal['earlierWords'] {
  const now = plainWords(wordsOf(thing))
  const said = thing.mentions.filter(({item}) => item.words && plainWords(item.words.value) !== now)
  const groups = groupBy(said, ({item}) => plainWords(item.words?.value ?? ''))
  return [...groups.values()].map((same) => ({
    words: same[0]?.item.words?.value ?? '',
    on: same[0]?.note.date,
    ...sourced(same),
  }))
}

const becameOf = ({id, mentions}: Thing<Mention<GoalItem>>, things: GoalThings): string[] => [
  ...new Set(
    mentions
      .flatMap(({item}) => item.became.flatMap(({value}) => things.find(value)?.id ?? []))
      .filter((other) => other !== id),
  ),
]

type Named = Pick<GoalLink, 'ref' | 'share'> & {readonly name: string}

const namesIn = (mentions: readonly Mention<GoalItem>[], key: 'strengths' | 'resources'): Named[] =>
  mentions.flatMap(({item, ref}) => item[key].map(({value}) => ({name: value, ref, share: item.share})))

const linksTo = (links: readonly GoalLink[], key: 'strength' | 'resource'): Named[] =>
  links.flatMap((link) => {
    const name = link[key]
    return name === undefined ? [] : [{name, ref: link.ref, share: link.share}]
  })

const linked = (named: readonly Named[], known: (said: string) => KnownThing): Linked[] =>
  [...groupBy(named, ({name}) => known(name).id)].map(([id, same]) => {
    const thing = known(same[0]?.name ?? id)
    const share = lastShare(same.map((link) => link.share))
    return {id, name: thing.name, sources: refsOf(same), share: narrowed(share, thing.share ?? {})}
  })

const progressOf = (mentions: readonly Mention<GoalItem>[]): Goal['progress'] =>
  mentions.flatMap(({item: {progress, share}, note, ref}) =>
    progress
      ? {
          on: note.date,
          rating: progress.rating?.value,
          of: progress.of,
          by: progress.by && whoIn(note, progress.by),
          says: progress.says?.value,
          sources: [ref],
          share,
        }
      : [],
  )

const openDays = (
  {words, life}: Goal,
  open: readonly OpenDay<GoalStatus>[],
  {client, asOf}: GoalContext,
): ReviewItem[] =>
  open.map(({on, claims}) => {
    const kept = life.findLast((change) => change.on <= on)?.status ?? 'named'
    const said = [...new Set(claims.map(({status}) => status))].join(' / ')
    return {
      code: 'goal/two-statuses',
      client,
      message: `“${words}” has two statuses on ${shortDate(on, asOf)} (${said}); the page keeps “${kept}” for that day.`,
      todo: 'Whichever came last stands once each note has its `start`, or one says `amends` of the other.',
      sources: refsOf(claims),
    }
  })

const withoutWords = ({id, mentions}: Thing<Mention<GoalItem>>, client: string): ReviewItem[] =>
  mentions.some(({item}) => item.words)
    ? []
    : [
        {
          code: 'goal/no-words',
          client,
          message: `What does the person call ${id}? No note has the goal in words yet.`,
          todo: `\`words\` beside \`id: ${id}\`, in any note, brings it to the page in the person’s words.`,
          sources: refsOf(mentions),
        },
      ]

/** Ids that notes link to or say a goal became, and that no note tells of. */
function unknownGoals(things: GoalThings, links: readonly GoalLink[], client: string): ReviewItem[] {
  const became = things.all.flatMap(({mentions}) =>
    mentions.flatMap(({item, ref}) => item.became.map(({value}) => ({goal: value, ref}))),
  )
  const unknown = [...links, ...became].filter(({goal}) => !things.find(goal))
  return [...groupBy(unknown, ({goal}) => plainWords(goal)).values()].map((same) => ({
    code: 'goal/not-found',
    client,
    message: `“${same[0]?.goal ?? ''}” is linked as a goal, and no note says what it is.`,
    todo: 'The id of a goal that a note has, or a goal of this id with its `words`, completes the link.',
    sources: refsOf(same),
  }))
}
