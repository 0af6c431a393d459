import type {CivilDate} from '../core/civil-date.ts'
import {foldActions} from './fold-actions.ts'
import {foldAssessments} from './fold-assessments.ts'
import {foldGoals, QUIET_AFTER_DAYS, type GoalLink} from './fold-goals.ts'
import {openingRef, type FoldNote} from './fold-note.ts'
import {ASK_AFTER_DAYS, foldResources, identifyResources, type AskAfterDays} from './fold-resources.ts'
import {foldStrengths} from './fold-strengths.ts'
import {foldFollowUps, foldPreferences, foldTellings, foldWins} from './fold-tellings.ts'
import {groupBy} from './group-by.ts'
import {identifyGoals} from './identify-goals.ts'
import {mentionsIn, sourced, type Part} from './mentions.ts'
import {plainWords} from './same-thing.ts'
import {strengthKey} from './strength-names.ts'
import type {NoteEntry, NoteRef, PersonPage, Skill} from './summary.ts'

export interface PageSettings {
  /** Over the usual days, by status. */
  readonly askAfterDays?: AskAfterDays
  readonly quietAfterDays?: number
}

/** One person's page from what the notes say of them, in order. */
export function foldPage(
  {
    client,
    notes,
    parts,
    asOf,
  }: {
    readonly client: string
    readonly notes: readonly FoldNote[]
    readonly parts: readonly Part[]
    readonly asOf: CivilDate
  },
  {askAfterDays, quietAfterDays = QUIET_AFTER_DAYS}: PageSettings,
): PersonPage {
  const goalMentions = mentionsIn(parts, (said) => said.goals)
  const goalThings = identifyGoals(goalMentions)
  const resourceThings = identifyResources(mentionsIn(parts, (said) => said.resources))
  const goalOf = (said: string): string | undefined => goalThings.find(said)?.id
  const strengths = foldStrengths(parts)
  const around = foldResources(resourceThings, {
    client,
    asOf,
    askAfterDays: {...ASK_AFTER_DAYS, ...askAfterDays},
    linked: placesByResource(goalMentions, (said) => resourceThings.find(said)?.id),
    goalOf,
  })
  const wanted = foldGoals(goalThings, {
    client,
    asOf,
    quietAfterDays,
    links: goalLinks(parts),
    resourceOf: (said) => around.resources.find(({id}) => id === resourceThings.find(said)?.id),
    strengthOf: (said) =>
      strengths.find(({id}) => id === strengthKey(said)) ?? {id: strengthKey(said), name: said},
  })
  const dates = notes.flatMap(({standing, date}) => (standing === 'counted' ? (date ?? []) : []))
  return {
    client,
    asOf,
    notes: notes.map(toEntry),
    first: dates[0],
    last: dates.at(-1),
    goals: wanted.goals,
    strengths,
    skills: foldSkills(parts, goalOf),
    resources: around.resources,
    actions: foldActions(goalThings.all, asOf),
    followUps: foldFollowUps(parts, asOf),
    wins: foldWins(parts, goalOf),
    ...foldTellings(parts),
    preferences: foldPreferences(parts),
    assessments: foldAssessments(parts),
    review: [...around.review, ...wanted.review],
  }
}

/** Skills under their names, with the latest word on where each comes from. */
const foldSkills = (parts: readonly Part[], goalOf: (said: string) => string | undefined): Skill[] =>
  [
    ...groupBy(
      mentionsIn(parts, (said) => said.skills),
      ({item}) => plainWords(item.name.value),
    ).values(),
  ].flatMap((same) => {
    const last = same.at(-1)
    if (!last) return []
    const goals = same.flatMap(({item}) => item.useFor.flatMap(({value}) => goalOf(value) ?? []))
    return [
      {
        name: last.item.name.value,
        from: same.findLast(({item}) => item.from)?.item.from?.value,
        goals: [...new Set(goals)],
        ...sourced(same),
      },
    ]
  })

/** Where wins, skills, strengths and resources say which goal they serve. */
function goalLinks(parts: readonly Part[]): GoalLink[] {
  const wins = mentionsIn(parts, (said) => said.wins).flatMap(({item, ref}) =>
    item.goals.map(({value}) => ({goal: value, ref})),
  )
  const skills = mentionsIn(parts, (said) => said.skills).flatMap(({item, ref}) =>
    item.useFor.map(({value}) => ({goal: value, ref})),
  )
  const strengths = mentionsIn(parts, (said) => said.strengths).flatMap(({item, ref}) =>
    item.usedFor.map(({value}) => ({goal: value, ref, strength: item.name.value})),
  )
  const resources = mentionsIn(parts, (said) => said.resources).flatMap(({item, ref}) =>
    item.for.map(({value}) => ({goal: value, ref, resource: item.id?.value ?? item.name.value})),
  )
  return [...wins, ...skills, ...strengths, ...resources]
}

function placesByResource(
  goals: readonly {
    readonly item: {readonly resources: readonly {readonly value: string}[]}
    readonly ref: NoteRef
  }[],
  resourceOf: (said: string) => string | undefined,
): (id: string) => readonly NoteRef[] {
  const places = groupBy(
    goals.flatMap(({item, ref}) => item.resources.map(({value}) => ({id: resourceOf(value), ref}))),
    ({id}) => id,
  )
  return (id) => (places.get(id) ?? []).map(({ref}) => ref)
}

function toEntry(note: FoldNote): NoteEntry {
  const {record} = note.input
  return {
    source: openingRef(note),
    standing: note.standing,
    kind: record.kind?.value,
    specialist: record.specialist?.value,
    place: record.place?.value,
    corrects: note.corrects,
    amends: note.amends,
    correctedBy: note.correctedBy,
    reason: record.reason?.value,
    entered: note.entered?.date,
  }
}
