import type {CivilDate} from '../../core/time/civil-date.ts'
import type {Span} from '../../core/text/span.ts'
import type {QueryList} from './query-list.ts'

/** The days that a question is about; undefined where it has no first or no last. */
export interface QueryPeriod {
  readonly since: CivilDate | undefined
  readonly until: CivilDate | undefined
}

/** Ids of people as typed; empty for everybody. */
interface Asked extends QueryPeriod {
  readonly clients: readonly string[]
}

export interface Condition {
  readonly field: string
  /** `has`: the words stand somewhere in it. */
  readonly test: 'is' | 'is not' | 'has'
  /** One of them will do. */
  readonly values: readonly string[]
}

export interface ListQuery extends Asked {
  readonly kind: 'list'
  readonly list: QueryList
  /** Words such as `worth asking about`; all of them have to fit. */
  readonly phrases: readonly string[]
  readonly where: readonly Condition[]
}

export interface WholeQuery extends Asked {
  readonly kind: 'page' | 'week' | 'caseload' | 'map' | 'timeline'
}

export type Query = ListQuery | WholeQuery

/** Why a question could not be understood. */
export interface QueryProblem {
  /** Of what was not understood, in the text of the question; empty at its end. */
  readonly span: Span
  /** What was not understood, the word that may have been meant, and what can be said there. */
  readonly message: string
  /** What was most likely meant by what stands there. */
  readonly meant: string | undefined
}

export type ParsedQuery = {readonly query: Query} | {readonly problem: QueryProblem}
