import type {GoalLink} from './fold-goals.ts'
import type {FoldNote} from './fold-note.ts'
import {groupBy} from './group-by.ts'
import type {GoalThings} from './identify-goals.ts'
import {mentionsIn, type Part} from './mentions.ts'
import type {Goal, NoteRef} from './summary.ts'

/** Where wins, skills, strengths and resources say which goal they serve. */
export function goalLinks(parts: readonly Part[]): GoalLink[] {
  const wins = mentionsIn(parts, (said) => said.wins).flatMap(({item, ref}) =>
    item.goals.map(({value}) => ({goal: value, ref, share: item.share})),
  )
  const skills = mentionsIn(parts, (said) => said.skills).flatMap(({item, ref}) =>
    item.useFor.map(({value}) => ({goal: value, ref, share: item.share})),
  )
  const strengths = mentionsIn(parts, (said) => said.strengths).flatMap(({item, ref}) =>
    item.usedFor.map(({value}) => ({goal: value, ref, share: item.share, strength: item.name.value})),
  )
  const resources = mentionsIn(parts, (said) => said.resources).flatMap(({item, ref}) =>
    item.for.map(({value}) => ({
      goal: value,
      ref,
      share: item.share,
      resource: item.id?.value ?? item.name.value,
    })),
  )
  return [...wins, ...skills, ...strengths, ...resources]
}

/** Where goals name each resource. */
export function placesByResource(
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

/** The goals that each note speaks of: by name, by a link, or by their number in the agency's plan. */
export function goalsByNote(
  parts: readonly Part[],
  things: GoalThings,
  goals: readonly Goal[],
): (note: FoldNote) => readonly string[] {
  const spoken = groupBy(
    [
      ...things.all.flatMap(({id, mentions}) => mentions.map(({note}) => ({note, id}))),
      ...parts.flatMap((part) =>
        goalLinks([part]).flatMap(({goal}) => {
          const id = things.find(goal)?.id
          return id === undefined ? [] : [{note: part.note, id}]
        }),
      ),
    ],
    ({note}) => note,
  )
  const added = groupBy(
    [...spoken].filter(([{amends}]) => amends !== undefined),
    ([{amends}]) => amends,
  )
  return (note) => {
    const planGoal = note.input.record.service.planGoal?.value
    const own = planGoal === undefined ? [] : goals.filter((goal) => goal.planGoal === planGoal)
    const later = (added.get(note.id) ?? []).flatMap(([, places]) => places)
    return [
      ...new Set([...[...(spoken.get(note) ?? []), ...later].map(({id}) => id), ...own.map(({id}) => id)]),
    ]
  }
}
