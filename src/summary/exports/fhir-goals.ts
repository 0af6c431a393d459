import type {GoalStatus} from '../../core/record/record-words.ts'
import type {Action, Goal, PersonPage, Progress, Sourced} from '../summary.ts'
import type {FhirPeople} from './fhir-people.ts'
import {concept, own, refTo, said, some, words, type Fhir, type Resource} from './fhir-terms.ts'
import {stableId} from './stable-id.ts'

const LIFECYCLE: Readonly<Record<GoalStatus, string>> = {
  named: 'proposed',
  exploring: 'planned',
  active: 'active',
  paused: 'on-hold',
  reached: 'completed',
  keeping: 'active',
  changed: 'cancelled',
  'let-go': 'cancelled',
}

/** Only what a writer said: never worsening, no progress or not attainable. */
const ACHIEVEMENT: Readonly<Partial<Record<GoalStatus, readonly [code: string, display: string]>>> = {
  reached: ['achieved', 'Achieved'],
  keeping: ['sustaining', 'Sustaining'],
}

const goalId = ({client}: PersonPage, goal: string): string => stableId('goal', client, goal)

/** Goals in the person's words, and an observation for each number that somebody gave on a scale. */
export function goalResources(
  page: PersonPage,
  people: FhirPeople,
  links: {
    readonly strength: (id: string) => Resource | undefined
    readonly resource: (id: string) => readonly Resource[]
  },
): Resource[] {
  return page.goals.flatMap((goal) => {
    const ratings = goal.progress.flatMap((rated, index) =>
      rated.rating === undefined ? [] : [ratingResource(page, people, {goal, rated, index})],
    )
    const linked = [
      ...goal.strengths.flatMap(({id}) => extension('goal-strength', links.strength(id))),
      ...goal.resources.flatMap(({id}) => links.resource(id).flatMap((to) => extension('goal-resource', to))),
    ]
    return [goalResource(page, people, {goal, ratings, linked}), ...ratings]
  })
}

const extension = (name: string, to: Resource | undefined): Fhir[] =>
  to ? [{url: own(name), valueReference: refTo(to)}] : []

function goalResource(
  page: PersonPage,
  people: FhirPeople,
  {
    goal,
    ratings,
    linked,
  }: {readonly goal: Goal; readonly ratings: readonly Resource[]; readonly linked: readonly Fhir[]},
): Resource {
  const {status, words: text, since, life, planGoal, earlierWords} = goal
  const achievement = ACHIEVEMENT[status]
  const became = goal.became.flatMap((id) => page.goals.find((other) => other.id === id)?.words ?? [])
  const reason = status === 'changed' ? ['changed', ...became].join(': ') : 'let go'
  return {
    resourceType: 'Goal',
    id: goalId(page, goal.id),
    extension: some(linked),
    identifier: [
      {system: own('goal'), value: said(goal.id)},
      ...(planGoal === undefined ? [] : [{system: own('plan-goal'), value: said(planGoal)}]),
    ],
    lifecycleStatus: LIFECYCLE[status],
    achievementStatus:
      achievement &&
      concept('http://terminology.hl7.org/CodeSystem/goal-achievement', achievement[0], achievement[1]),
    description: words(text),
    subject: refTo(people.patient),
    startDate: since,
    statusDate: life.at(-1)?.on,
    statusReason: LIFECYCLE[status] === 'cancelled' ? said(reason) : undefined,
    expressedBy: refTo(people.patient),
    note: some(
      earlierWords.map(({words: earlier, on}) => ({time: on, text: said(`Said before: ${earlier}`)})),
    ),
    outcomeReference: some(ratings.map(refTo)),
  }
}

function ratingResource(
  page: PersonPage,
  people: FhirPeople,
  {goal, rated, index}: {readonly goal: Goal; readonly rated: Progress; readonly index: number},
): Resource {
  const {by, of, on, rating, says} = rated
  const isOwn = by === undefined || by === 'person'
  return {
    resourceType: 'Observation',
    id: stableId('rating', page.client, goal.id, placeKey(rated), String(index)),
    status: 'final',
    code: {...concept(own('observation'), 'place-on-scale', 'Where a goal stands on a scale')},
    subject: refTo(people.patient),
    focus: [{reference: `urn:uuid:${goalId(page, goal.id)}`}],
    effectiveDateTime: on,
    performer: isOwn ? [refTo(people.patient)] : some(people.authors(rated)),
    valueQuantity: {value: rating, unit: `of ${of}`},
    method: words(
      isOwn ? 'person’s own scale' : by === 'together' ? 'scale filled in together' : `scale, by ${by}`,
    ),
    referenceRange: [{low: {value: 0}, high: {value: of}, text: `0 to ${of}`}],
    note: says === undefined ? undefined : [{text: said(says)}],
  }
}

const placeKey = ({sources}: Sourced): string => sources[0]?.note ?? ''

/** All steps as one plan of care. */
export function carePlan(page: PersonPage, people: FhirPeople): Resource[] {
  if (page.goals.length === 0 && page.actions.length === 0) return []
  return [
    {
      resourceType: 'CarePlan',
      id: stableId('plan', page.client),
      text: {
        status: 'generated',
        div: '<div xmlns="http://www.w3.org/1999/xhtml">Steps toward goals in the person’s own words.</div>',
      },
      status: 'active',
      intent: 'plan',
      category: [concept('http://hl7.org/fhir/us/core/CodeSystem/careplan-category', 'assess-plan')],
      title: 'Steps toward the person’s goals',
      subject: refTo(people.patient),
      period: page.first === undefined ? undefined : {start: page.first},
      goal: some(page.goals.map(({id}) => ({reference: `urn:uuid:${goalId(page, id)}`}))),
      activity: some(page.actions.map((action) => activity(page, people, action))),
    },
  ]
}

function activity(page: PersonPage, people: FhirPeople, action: Action): Fhir {
  const {what, who, by, done, doneOn, goal, movedFrom} = action
  const known = page.goals.some(({id}) => id === goal)
  const performer =
    who === 'person'
      ? [refTo(people.patient)]
      : who === 'specialist'
        ? people.authors(action)
        : who
          ? [{display: said(who)}]
          : []
  return {
    progress: done
      ? [{time: doneOn, text: 'Done'}]
      : some(movedFrom.map((day) => ({text: `Was planned for ${day}`}))),
    detail: {
      goal: known ? [{reference: `urn:uuid:${goalId(page, goal)}`}] : undefined,
      status: done ? 'completed' : by === undefined ? 'not-started' : 'scheduled',
      doNotPerform: false,
      scheduledPeriod: by === undefined ? undefined : {end: by},
      performer: some(performer),
      description: said(what),
    },
  }
}
