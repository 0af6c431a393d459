import {contactTimes} from '../../core/time/contact-time.ts'
import {isCountedKind} from '../../core/time/counted-kinds.ts'
import {policyFor} from '../../core/agency/policy.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import {unitsOfDay} from '../../core/time/units.ts'
import {openingOf} from '../../core/note.ts'
import type {Rule} from './rule.ts'

const ROUNDED = {
  floor: 'full ones counted',
  up: 'each begun one counted',
  'eight-minute': 'one from its eighth minute',
  nearest: 'one from its half',
} as const

const isCounted = ({kind}: SessionRecord): boolean => isCountedKind(kind?.value)

export const unitsOverLimit: Rule = {
  id: 'note/units-over-limit',
  about:
    'More units on one day than `limit_per_day` in policy.yml, from this note and the person’s others of that day under the same payer and service. Leaves alone: everything where the policy names no limit, and contacts of kind no-contact, collateral and supervision.',
  why: 'The policy of this folder names a number of units a day.',
  severity: 'warning',
  *check({note, record}, {policy, known, file}) {
    const {units: rule, limitPerDay} = policyFor(policy, record.service.payer?.value)
    if (!rule || limitPerDay === undefined || !isCounted(record) || record.amends) return
    const isSame = (other: SessionRecord): boolean =>
      isCounted(other) &&
      other.service.payer?.value === record.service.payer?.value &&
      other.service.code?.value === record.service.code?.value
    const others = (known?.sameDay(record, file) ?? []).filter((other) => isSame(other.record))
    const contacts = [record, ...others.map((other) => other.record)].flatMap((each) =>
      contactTimes(each).flatMap(({minutes}) => minutes ?? []),
    )
    const units = unitsOfDay(contacts, rule)
    const [own] = contactTimes(record)
    if (units <= limitPerDay || own?.minutes === undefined) return
    const from = others.length === 0 ? '' : ` in ${others.length + 1} notes`
    yield {
      span: own.startSpan ?? own.durationSpan ?? openingOf(note),
      message: `This day comes to ${units} units${from} (${ROUNDED[rule.rounding]}); the policy of this folder names ${limitPerDay}.`,
    }
  },
}
