import type {CivilDate} from '../core/time/civil-date.ts'
import {NO_POLICY, type Policy} from '../core/agency/policy.ts'
import {foldActions} from './fold-actions.ts'
import {foldAssessments} from './fold-assessments.ts'
import {foldGoals, QUIET_AFTER_DAYS} from './fold-goals.ts'
import type {FoldNote} from './fold-note.ts'
import {ASK_AFTER_DAYS, foldResources, identifyResources, type AskAfterDays} from './fold-resources.ts'
import {foldSessions, serviceDays} from './fold-sessions.ts'
import {foldStrengths} from './fold-strengths.ts'
import {foldFollowUps, foldPreferences, foldTellings, foldWins} from './fold-tellings.ts'
import {goalLinks, goalsByNote, placesByResource} from './goal-links.ts'
import {groupBy} from './group-by.ts'
import {identifyGoals, type GoalThings} from './identify-goals.ts'
import {mentionsIn, sourced, type Part} from './mentions.ts'
import {strategiesShown, toEntry} from './note-entries.ts'
import {plainWords} from './same-thing.ts'
import {strengthKey} from './strength-names.ts'
import type {Goal, PersonPage, Resource, ReviewItem, Skill, Strength} from './summary.ts'

export interface PageSettings {
  /** The agency's rules for units and late entries. */
  readonly policy?: Policy
  /** Over the usual days, by status. */
  readonly askAfterDays?: AskAfterDays
  readonly quietAfterDays?: number
}

/** Everything that notes say of one person, on its way to a page. */
export interface PersonNotes {
  readonly client: string
  /** Every id that the notes have for the person. */
  readonly ids: readonly string[]
  /** In order; those that do not count too. */
  readonly notes: readonly FoldNote[]
  readonly parts: readonly Part[]
  readonly asOf: CivilDate
}

/** One person's page from what the notes say of them, in order. */
export function foldPage(person: PersonNotes, settings: PageSettings): PersonPage {
  const {client, ids, notes, parts, asOf} = person
  const {policy = NO_POLICY} = settings
  const {things, goals, strengths, resources, review} = foldThings(person, settings)
  const goalOf = (said: string): string | undefined => things.find(said)?.id
  const strategies = strategiesShown(notes, parts)
  const held = foldSessions(notes, {policy, goals: goalsByNote(parts, things, goals), strategies})
  const dates = notes.flatMap(({standing, date}) => (standing === 'counted' ? (date ?? []) : []))
  return {
    client,
    ids,
    asOf,
    notes: notes.map((note) => toEntry(note, {policy, strategies: strategies.get(note) ?? []})),
    first: dates[0],
    last: dates.at(-1),
    sessions: held.sessions,
    serviceDays: serviceDays(held.sessions, policy),
    goals,
    strengths,
    skills: foldSkills(parts, goalOf),
    resources,
    actions: foldActions(things.all, asOf),
    followUps: foldFollowUps(parts, asOf),
    wins: foldWins(parts, goalOf),
    ...foldTellings(parts),
    preferences: foldPreferences(parts),
    assessments: foldAssessments(parts),
    review: [...held.review.map((item) => ({...item, client})), ...review],
  }
}

/** Goals, strengths and resources, each linked to the others. */
function foldThings(
  {client, parts, asOf}: PersonNotes,
  {askAfterDays, quietAfterDays = QUIET_AFTER_DAYS}: PageSettings,
): {
  readonly things: GoalThings
  readonly goals: readonly Goal[]
  readonly strengths: readonly Strength[]
  readonly resources: readonly Resource[]
  readonly review: readonly ReviewItem[]
} {
  const goalMentions = mentionsIn(parts, (said) => said.goals)
  const things = identifyGoals(goalMentions)
  const resourceThings = identifyResources(mentionsIn(parts, (said) => said.resources))
  const strengths = foldStrengths(parts)
  const around = foldResources(resourceThings, {
    client,
    asOf,
    askAfterDays: {...ASK_AFTER_DAYS, ...askAfterDays},
    linked: placesByResource(goalMentions, (said) => resourceThings.find(said)?.id),
    goalOf: (said) => things.find(said)?.id,
  })
  const wanted = foldGoals(things, {
    client,
    asOf,
    quietAfterDays,
    links: goalLinks(parts),
    resourceOf: (said) => around.resources.find(({id}) => id === resourceThings.find(said)?.id),
    strengthOf: (said) =>
      strengths.find(({id}) => id === strengthKey(said)) ?? {id: strengthKey(said), name: said},
  })
  return {
    things,
    goals: wanted.goals,
    strengths,
    resources: around.resources,
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
