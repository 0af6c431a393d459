import type {Audience} from '../../core/record/record-words.ts'
import type {Goal, NoteRef, PersonPage, ReviewItem, Sourced} from '../summary.ts'

/** Whom what is written reaches where the writer says nothing of it. */
const SHARED_UNLESS_SAID: Readonly<Record<Audience, boolean>> = {
  client: true,
  team: true,
  outside: false,
}

/** What a page holds that may be kept from a reader. */
export const KEPT_LISTS = [
  'goals',
  'strengths',
  'skills',
  'resources',
  'actions',
  'followUps',
  'wins',
  'stories',
  'reflections',
  'affirmations',
  'feedback',
  'preferences',
  'assessments',
] as const satisfies readonly (keyof PersonPage)[]
export type KeptList = (typeof KEPT_LISTS)[number]

export interface SharedPage {
  readonly page: PersonPage
  /** How many items of a list the notes keep from this audience. */
  readonly withheld: (list: KeptList) => number
}

/**
 * A page without what the notes keep from an audience: no item, no link to one, and nothing of what is to be looked
 * at again that stands at its place.
 */
export function sharedPage(page: PersonPage, audience: Audience): SharedPage {
  const isOpen = ({share}: Sourced): boolean => share[audience] ?? SHARED_UNLESS_SAID[audience]
  const open = <T extends Sourced>(items: readonly T[]): T[] => items.filter(isOpen)
  const goals = open(page.goals).map((goal) => sharedGoal(goal, open))
  const goalIds = new Set(goals.map(({id}) => id))
  const ofOpenGoal = (id: string): boolean => goalIds.has(id) || !page.goals.some((goal) => goal.id === id)
  const strengths = open(page.strengths).map((strength) => ({
    ...strength,
    evidence: open(strength.evidence),
    fromAssessments: open(strength.fromAssessments),
  }))
  const ofOpenStrength = (id: string): boolean =>
    strengths.some((strength) => strength.id === id) || !page.strengths.some((strength) => strength.id === id)
  const shared = {
    goals: goals.map((goal) => ({...goal, became: goal.became.filter(ofOpenGoal)})),
    strengths,
    skills: open(page.skills).map((skill) => ({...skill, goals: skill.goals.filter(ofOpenGoal)})),
    resources: open(page.resources).map((resource) => ({
      ...resource,
      history: open(resource.history),
      goals: resource.goals.filter(ofOpenGoal),
    })),
    actions: open(page.actions).filter(({goal}) => ofOpenGoal(goal)),
    followUps: open(page.followUps),
    wins: open(page.wins).map((win) => ({
      ...win,
      strengths: win.strengths.filter(ofOpenStrength),
      goals: win.goals.filter(ofOpenGoal),
    })),
    stories: open(page.stories),
    reflections: open(page.reflections),
    affirmations: open(page.affirmations),
    feedback: open(page.feedback),
    preferences: open(page.preferences),
    assessments: open(page.assessments),
  }
  const closed = KEPT_LISTS.flatMap((list) => page[list].filter((item: Sourced) => !isOpen(item)))
  const places = closed.flatMap(({sources}) => sources)
  return {
    page: {
      ...page,
      ...shared,
      sessions: page.sessions.map((session) => ({...session, goals: session.goals.filter(ofOpenGoal)})),
      review: page.review.filter((item) => !isAbout(item, places)),
    },
    withheld: (list) => page[list].length - shared[list].length,
  }
}

const sharedGoal = (goal: Goal, open: <T extends Sourced>(items: readonly T[]) => T[]): Goal => ({
  ...goal,
  earlierWords: open(goal.earlierWords),
  life: open(goal.life),
  strengths: open(goal.strengths),
  resources: open(goal.resources),
  progress: open(goal.progress),
})

const isAbout = ({sources}: ReviewItem, places: readonly NoteRef[]): boolean =>
  sources.some(({file, line, endLine}) =>
    places.some((place) => place.file === file && place.line <= endLine && line <= place.endLine),
  )
