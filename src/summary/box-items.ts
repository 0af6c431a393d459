import type {AssessmentItem, GoalItem, Item, PersonalRecord} from '../core/record/record-items.ts'
import type {BoxItem} from '../core/record/record-profile.ts'
import type {SessionRecord} from '../core/record/record.ts'
import type {Said} from '../core/record/said.ts'
import type {Span} from '../core/text/span.ts'

/** One thing that a note says, with the values that the wording of a box may name. */
export interface BoxValues {
  readonly span: Span
  readonly values: Readonly<Record<string, string | undefined>>
}

/** Whether an item may go to where the agency, payers and other providers read. */
export const mayLeave = ({share}: Pick<Item, 'share'>): boolean =>
  share.team !== false && share.outside !== false

/** Every item that boxes can take, of all that a note says of a person and may leave. */
export function itemsFor(
  record: SessionRecord,
  parts: readonly PersonalRecord[],
): Readonly<Record<BoxItem, readonly BoxValues[]>> {
  const steps = stepsIn(parts)
  const {planGoal} = record.service
  return {
    ...wantedIn(takeFrom(parts)),
    ...seenIn(takeFrom(parts)),
    plan_goal: planGoal ? [{span: planGoal.span, values: {plan: planGoal.value}}] : [],
    steps: steps.filter(({isDone}) => !isDone),
    steps_done: steps.filter(({isDone}) => isDone),
    participants: rolesIn(record.participants),
  }
}

type Values = Readonly<Record<string, Said<string> | undefined>>

type Take = <I extends Item>(
  pick: (part: PersonalRecord) => readonly I[],
  values: (item: I) => Values | undefined,
) => BoxValues[]

const takeFrom =
  (parts: readonly PersonalRecord[]): Take =>
  (pick, values) =>
    parts
      .flatMap(pick)
      .filter(mayLeave)
      .flatMap((item) => {
        const said = values(item)
        return said ? [{span: item.span, values: mapValues(said)}] : []
      })

/** What the person wants, and what is around them. */
const wantedIn = (take: Take) => ({
  goals: take(
    ({goals}) => goals,
    ({words, planGoal: plan, status, since}) => words && {words, plan, status, since},
  ),
  progress: take(({goals}) => goals, progressOf),
  resources: take(
    ({resources}) => resources,
    ({name, kind, status, contact, next, nextBy, note}) => {
      const comesNext = {next, next_by: nextBy}
      return {name, kind, status, contact, note, ...comesNext}
    },
  ),
  preferences: take(
    ({preferences}) => preferences,
    ({says, about}) => ({says, about}),
  ),
  follow_up: take(
    ({followUps}) => followUps,
    ({on, start, place, about}) => (on ?? start ?? place ?? about) && {on, start, place, about},
  ),
})

/** What was seen and said. */
const seenIn = (take: Take) => ({
  strengths: take(
    ({strengths}) => strengths,
    ({name, evidence, source, namedBy}) => ({name, evidence, source, named_by: namedBy}),
  ),
  skills: take(
    ({skills}) => skills,
    ({name, from}) => ({name, from}),
  ),
  wins: take(
    ({wins}) => wins,
    ({what}) => ({what}),
  ),
  stories: take(
    ({stories}) => stories,
    ({text}) => ({text}),
  ),
  reflections: take(
    ({reflections}) => reflections,
    ({text}) => ({text}),
  ),
  affirmations: take(
    ({affirmations}) => affirmations,
    ({said, reply}) => ({said, reply}),
  ),
  replies: take(
    ({affirmations}) => affirmations,
    ({said, reply}) => reply && {said, reply},
  ),
  feedback: take(
    ({feedback}) => feedback,
    ({said, from}) => ({said, from}),
  ),
  assessments: take(({assessments}) => assessments, assessmentOf),
})

function assessmentOf({tool, on, results}: AssessmentItem): Values {
  const words = results.map(({name, score}) => [name.value, score?.value].filter(Boolean).join(' '))
  return {tool, on, results: words.length > 0 ? {value: words.join(', '), span: tool.span} : undefined}
}

const mapValues = (said: Values): BoxValues['values'] =>
  Object.fromEntries(Object.entries(said).map(([key, each]) => [key, each?.value]))

const nameOf = ({words, id}: GoalItem): Said<string> | undefined => words ?? id

function progressOf(goal: GoalItem): Values | undefined {
  const {progress} = goal
  if (!progress || (!progress.rating && !progress.says)) return undefined
  const {rating, of, by, says} = progress
  return {goal: nameOf(goal), scale: rating && {...rating, value: `${rating.value} of ${of}`}, says, by}
}

/** Steps of goals that may leave too. */
const stepsIn = (parts: readonly PersonalRecord[]): (BoxValues & {readonly isDone: boolean})[] =>
  parts
    .flatMap(({goals}) => goals)
    .filter(mayLeave)
    .flatMap((goal) =>
      goal.actions.filter(mayLeave).map(({span, what, who, by, done}) => ({
        span,
        isDone: (done?.value ?? false) !== false,
        values: {
          what: what.value,
          who: who && capital(who.value),
          by: by?.value,
          done: typeof done?.value === 'string' ? done.value : undefined,
          goal: nameOf(goal)?.value,
        },
      })),
    )

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

function rolesIn(participants: readonly Said<string>[]): BoxValues[] {
  const [first] = participants
  return first ? [{span: first.span, values: {roles: participants.map(({value}) => value).join(', ')}}] : []
}
