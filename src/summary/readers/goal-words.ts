import type {GoalStatus} from '../../core/record/record-words.ts'

const OVER: ReadonlySet<GoalStatus> = new Set(['reached', 'changed', 'let-go'])

/** Nothing more is planned for a goal in these. */
export const isOver = (status: GoalStatus): boolean => OVER.has(status)

/** A status as people say it. */
export const statusWords = (status: string): string => status.replaceAll('-', ' ')
