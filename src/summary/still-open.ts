import type {GoalStatus} from '../core/record/record-words.ts'
import type {Action, PersonPage, Resource} from './summary.ts'

const OVER: ReadonlySet<GoalStatus> = new Set(['reached', 'changed', 'let-go'])

/** Nothing more is planned for a goal in these. */
export const isOver = (status: GoalStatus): boolean => OVER.has(status)

/** What has ended, or was looked at and was not for this person. */
export const isTried = ({status}: Pick<Resource, 'status'>): boolean =>
  status === 'ended' || status === 'not-a-fit'

/** Steps not done yet, of goals that are not over; those of goals that are over are told with the goal. */
export function openActions({actions, goals}: Pick<PersonPage, 'actions' | 'goals'>): Action[] {
  const over = new Set(goals.filter(({status}) => isOver(status)).map(({id}) => id))
  return actions.filter(({done, goal}) => !done && !over.has(goal))
}
