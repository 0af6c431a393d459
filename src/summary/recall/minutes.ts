import {counted} from '../../core/text/counted.ts'
import {contactTimes} from '../../core/time/contact-time.ts'
import {policyFor, type Policy} from '../../core/agency/policy.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import {unitsOfDay, type UnitRule} from '../../core/time/units.ts'

/** What a note states of time. */
export interface Minutes {
  readonly minutes: number
  /** Undefined where the policy names no rounding. */
  readonly units: number | undefined
  /** How the units were counted, in words; that there is no rule, where there is none. */
  readonly how: string
}

/** Minutes and units of the contacts that a note states; undefined where it states no time. */
export function minutesOf(record: SessionRecord, policy: Policy): Minutes | undefined {
  const lengths = contactTimes(record).flatMap(({minutes}) =>
    minutes !== undefined && minutes > 0 ? [minutes] : [],
  )
  if (lengths.length === 0) return undefined
  const minutes = lengths.reduce((sum, length) => sum + length, 0)
  const payer = record.service.payer?.value
  const rule = policyFor(policy, payer).units
  if (!rule)
    return {
      minutes,
      units: undefined,
      how: 'Units are counted once .strengths/policy.yml names a rounding, since payers differ.',
    }
  return {minutes, units: unitsOfDay(lengths, rule), how: ruleWords(rule, payer)}
}

const ROUNDING_WORDS: Readonly<Record<UnitRule['rounding'], string>> = {
  floor: 'only full units count',
  up: 'a unit that has begun counts',
  'eight-minute': 'a unit counts from its eighth minute',
  nearest: 'a unit counts from its half',
}

const ruleWords = ({minutes, rounding, per}: UnitRule, payer: string | undefined): string =>
  `Units of ${minutes} minutes${payer ? ` for ${payer}` : ''}: ${ROUNDING_WORDS[rounding]}, ${
    per === 'day' ? 'the minutes of the day taken together' : 'each contact by itself'
  }. This note’s contacts only.`

/** `50 minutes · 4 units`. */
export const minutesWords = ({minutes, units}: Minutes): string =>
  counted(minutes, 'minute') + (units === undefined ? '' : ` · ${counted(units, 'unit')}`)
