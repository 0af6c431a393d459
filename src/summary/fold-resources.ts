import {daysBetween, shortDate, type CivilDate} from '../core/time/civil-date.ts'
import type {ResourceItem} from '../core/record/record-items.ts'
import {groupOfKind, plainWord, type ResourceStatus} from '../core/record/record-words.ts'
import {groupBy} from './group-by.ts'
import {latest, refsOf, sourced, type Mention} from './mentions.ts'
import {plainWords, sameThings, type Thing, type Things} from './same-thing.ts'
import {settleStatuses, type OpenDay} from './settle-statuses.ts'
import type {NoteRef, Resource, ReviewItem} from './summary.ts'

/** Days after which a resource is worth asking about, by its status; it is never asked about where there are none. */
export type AskAfterDays = Readonly<Partial<Record<ResourceStatus, number>>>

export const ASK_AFTER_DAYS: AskAfterDays = {
  waiting: 14,
  applied: 21,
  exploring: 30,
  idea: 60,
  active: 90,
  paused: 120,
}

export type ResourceThings = Things<Mention<ResourceItem>>

/** Resources are one by id, else by name; where resources of two kinds share a name, by name and kind. */
export function identifyResources(mentions: readonly Mention<ResourceItem>[]): ResourceThings {
  const kindsOf = new Map<string, Set<string>>()
  for (const {item} of mentions) {
    if (item.id || !item.kind) continue
    const name = plainWords(item.name.value)
    kindsOf.set(name, (kindsOf.get(name) ?? new Set()).add(plainWord(item.kind.value)))
  }
  const lastKind = new Map<string, string>()
  const named = mentions.map((mention) => {
    const {item} = mention
    const name = plainWords(item.name.value)
    const kinds = [...(kindsOf.get(name) ?? [])]
    if (kinds.length < 2) return {mention, words: item.name.value}
    const kind = item.kind ? plainWord(item.kind.value) : (lastKind.get(name) ?? kinds[0] ?? '')
    lastKind.set(name, kind)
    return {mention, words: `${name} ${kind}`}
  })
  const wordsOf = new Map(named.map(({mention, words}) => [mention, words]))
  const things = sameThings(mentions, (mention) => ({
    id: mention.item.id?.value,
    was: [],
    words: wordsOf.get(mention),
  }))
  const byName = groupBy(things.all, ({mentions: [first]}) => plainWords(first?.item.name.value ?? ''))
  return {all: things.all, find: (said) => things.find(said) ?? byName.get(plainWords(said))?.at(-1)}
}

/**
 * What is around a person: the latest word on each resource, when it was last heard of, and whether it is worth
 * asking about. `linked` gives other places that speak of one, `goalOf` the id of a goal.
 */
export function foldResources(
  {all}: ResourceThings,
  context: {
    readonly client: string
    readonly asOf: CivilDate
    readonly askAfterDays: AskAfterDays
    readonly linked: (id: string) => readonly NoteRef[]
    readonly goalOf: (said: string) => string | undefined
  },
): {readonly resources: readonly Resource[]; readonly review: readonly ReviewItem[]} {
  const folded = all.map((thing) => toResource(thing, context))
  return {
    resources: folded.map(({resource}) => resource),
    review: folded.flatMap(({resource, open}) => open.map((day) => openDay(resource, day, context))),
  }
}

function openDay(
  {name}: Resource,
  {on, claims}: OpenDay<ResourceStatus>,
  {client, asOf}: {readonly client: string; readonly asOf: CivilDate},
): ReviewItem {
  const said = [...new Set(claims.map(({status}) => status))].join(' / ')
  return {
    code: 'resource/two-statuses',
    client,
    message: `${name} has two statuses on ${shortDate(on, asOf)} (${said}); the page keeps what was true before.`,
    todo: 'Whichever came last stands once each note has its `start`, or one says `amends` of the other.',
    sources: refsOf(claims),
  }
}

function toResource(
  {id, mentions}: Thing<Mention<ResourceItem>>,
  {asOf, askAfterDays, linked, goalOf}: Parameters<typeof foldResources>[1],
): {readonly resource: Resource; readonly open: readonly OpenDay<ResourceStatus>[]} {
  const claims = mentions.flatMap(({item, note, ref}) =>
    item.status ? [{status: item.status.value, note, ref, share: item.share}] : [],
  )
  const {life, open} = settleStatuses(claims)
  const status = life.at(-1)?.status
  const name = latest(named(mentions), (item) => item.name) ?? id
  const kind = latest(mentions, (item) => item.kind)
  const heard = [...mentions.map(({note}) => note.date), ...linked(id).map(({date}) => date)]
  const lastHeard = heard
    .flatMap((date) => date ?? [])
    .toSorted()
    .at(-1)
  const steps = currentSteps(mentions, life.at(-1)?.on)
  const nextBy = latest(steps, (item) => item.nextBy)
  const resource: Resource = {
    id,
    name,
    kind,
    group: groupOfKind(kind ?? name),
    status,
    history: life,
    contact: latest(mentions, (item) => item.contact),
    next: latest(steps, (item) => item.next),
    nextBy,
    note: latest(mentions, (item) => item.note),
    goals: [...new Set(mentions.flatMap(({item}) => item.for.flatMap(({value}) => goalOf(value) ?? [])))],
    lastHeard,
    askAbout: whyAsk(mentions, {status, lastHeard, nextBy}, {asOf, askAfterDays}),
    ...sourced(mentions),
  }
  return {resource, open}
}

/** Mentions that give a name of their own, not the id in its place; all where none does. */
function named(mentions: readonly Mention<ResourceItem>[]): readonly Mention<ResourceItem>[] {
  const own = mentions.filter(({item}) => item.name !== item.id && item.name.value !== item.id?.value)
  const ids = new Set(mentions.map(({item}) => item.id?.value))
  const spoken = own.filter(({item}) => !ids.has(item.name.value))
  return spoken.length > 0 ? spoken : mentions
}

/** A next step belongs to the state it was said in: mentions since the last change, or all where none changed. */
const currentSteps = (
  mentions: readonly Mention<ResourceItem>[],
  changed: CivilDate | undefined,
): readonly Mention<ResourceItem>[] =>
  changed === undefined ? mentions : mentions.filter(({note}) => (note.date ?? '') >= changed)

/** A day for the next step that is past counts until a later note speaks of the resource without that step. */
function whyAsk(
  mentions: readonly Mention<ResourceItem>[],
  {status, lastHeard, nextBy}: Pick<Resource, 'status' | 'lastHeard' | 'nextBy'>,
  {asOf, askAfterDays}: {readonly asOf: CivilDate; readonly askAfterDays: AskAfterDays},
): Resource['askAbout'] {
  const days = askAfterDays[status ?? 'active']
  if (days === undefined) return undefined
  const answered = mentions.some(({item, note}) => !item.nextBy && (note.date ?? '') > (nextBy ?? ''))
  if (nextBy !== undefined && nextBy < asOf && !answered) return 'next-step'
  return lastHeard !== undefined && daysBetween(lastHeard, asOf) >= days ? 'quiet' : undefined
}
