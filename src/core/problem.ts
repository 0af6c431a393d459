import type {Span} from './span.ts'

/** What can be wrong with a note as a record. Codes are public: they appear in settings and in JSON. */
export type ProblemCode =
  | 'yaml/syntax'
  | 'yaml/unclosed'
  | 'yaml/not-a-map'
  | 'yaml/duplicate-key'
  | 'yaml/alias'
  | 'note/client-missing'
  | 'note/client-unreadable'
  | 'note/date-missing'
  | 'note/date-unreadable'
  | 'note/value-unreadable'
  | 'note/date-form'
  | 'note/read-as-text'

/** A problem in what somebody wrote: data with a place, never an exception. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning' | 'information'
  readonly span: Span
  /** One plain sentence that says what was met and what helps. */
  readonly message: string
}
