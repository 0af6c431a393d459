import type {ProblemCode} from '../core/problem.ts'
import type {NoteRef} from './summary.ts'

/** What the notes leave open. Codes are public: they appear in JSON. */
export type ReviewCode =
  | ProblemCode
  | 'client/two-people'
  | 'note/unread'
  | 'note/no-client'
  | 'note/no-date'
  | 'note/date-from-name'
  | 'note/after-page'
  | 'note/past-midnight'
  | 'note/same-id'
  | 'note/corrects-loop'
  | 'note/corrects-missing'
  | 'note/corrected-twice'
  | 'note/amends-loop'
  | 'note/amends-missing'
  | 'group/shared-keys'
  | 'group/not-a-member'
  | 'goal/two-statuses'
  | 'goal/similar'
  | 'goal/not-found'
  | 'goal/no-words'
  | 'resource/two-statuses'

export interface ReviewItem {
  readonly code: ReviewCode
  /** The person it concerns; undefined for a note that names nobody. */
  readonly client: string | undefined
  /** What was met, in one plain sentence. */
  readonly message: string
  /** What settles it, in one plain sentence. */
  readonly todo: string
  readonly sources: readonly NoteRef[]
}
