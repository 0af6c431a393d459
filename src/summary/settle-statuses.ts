import type {CivilDate} from '../core/time/civil-date.ts'
import {compareEntered, type FoldNote} from './fold-note.ts'
import {groupBy} from './group-by.ts'
import {lastShare, refsOf} from './mentions.ts'
import type {NoteRef, Sourced, StatusChange} from './summary.ts'

/** One note's word on where something stands. */
export interface Claim<S extends string> {
  readonly status: S
  readonly note: FoldNote
  readonly ref: NoteRef
  readonly share: Sourced['share']
}

/** Claims of one day that nothing puts in order. */
export interface OpenDay<S extends string> {
  readonly on: CivilDate
  readonly claims: readonly Claim<S>[]
}

export interface Life<S extends string> {
  /** Oldest first; a status that is said again without a change adds its note to the entry. */
  readonly life: readonly StatusChange<S>[]
  readonly open: readonly OpenDay<S>[]
}

const RESTING: ReadonlySet<string> = new Set(['reached', 'let-go', 'changed', 'paused', 'ended', 'not-a-fit'])
const GOING: ReadonlySet<string> = new Set(['named', 'exploring', 'applied', 'waiting', 'active'])

/**
 * The life line of a status from claims in the order of their notes; those of undated notes are left out. Two
 * statuses on one day settle when one is an addendum, or both have start times, or both have entry times;
 * otherwise that day changes nothing and is open. It never guesses upward or downward.
 */
export function settleStatuses<S extends string>(claims: readonly Claim<S>[]): Life<S> {
  const life: Stretch<S>[] = []
  const open: OpenDay<S>[] = []
  for (const [on, day] of groupBy(claims, ({note}) => note.date)) {
    if (on === undefined) continue
    const last = lastOf(day)
    if (!last) open.push({on, claims: day})
    else for (const claim of [...day.filter((other) => other !== last), last]) extend(life, claim, on)
  }
  return {
    life: life.map(({status, on, again, claims: said}) => ({
      status,
      on,
      again,
      sources: refsOf(said),
      share: lastShare(said.map(({share}) => share)),
    })),
    open,
  }
}

/** The claim that stands after all others of its day that say something else. */
const lastOf = <S extends string>(day: readonly Claim<S>[]): Claim<S> | undefined =>
  day.findLast((claim) =>
    day.every((other) => other.status === claim.status || compareClaims(claim.note, other.note) > 0),
  )

function compareClaims(a: FoldNote, b: FoldNote): number {
  if (a.addendum !== b.addendum) return a.addendum ? 1 : -1
  if (a.start !== undefined && b.start !== undefined && a.start !== b.start) return a.start - b.start
  return a.entered && b.entered ? compareEntered(a.entered, b.entered) : 0
}

/** A status, and everything that says it before another does. */
type Stretch<S extends string> = Pick<StatusChange<S>, 'status' | 'on' | 'again'> & {
  readonly claims: Claim<S>[]
}

function extend<S extends string>(life: Stretch<S>[], claim: Claim<S>, on: CivilDate): void {
  const {status} = claim
  const last = life.at(-1)
  if (last?.status === status) last.claims.push(claim)
  else
    life.push({
      status,
      on,
      again: last !== undefined && RESTING.has(last.status) && GOING.has(status),
      claims: [claim],
    })
}
