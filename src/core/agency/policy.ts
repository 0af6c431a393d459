import {parseCivilDate, type CivilDate} from '../time/civil-date.ts'
import {ROUNDINGS, type UnitRule} from '../time/units.ts'
import {isBlankYaml, isYamlMap, readYamlData, type LineProblem, type YamlData} from '../yaml/yaml-data.ts'

/** How long after a service a note may be written: `same day`, `72 hours`, `3 business days`. */
export interface TimeWindow {
  readonly count: number
  readonly of: 'hours' | 'days' | 'business days'
  /** As the policy says it. */
  readonly words: string
}

/** What one payer asks for; what it leaves out is not asked. */
export interface PayerPolicy {
  /** Undefined where the policy names no rounding: units are counted under a stated rule or not at all. */
  readonly units: UnitRule | undefined
  readonly limitPerDay: number | undefined
  /** A note written later than this is a late entry. */
  readonly lateAfter: TimeWindow | undefined
  /** A note written later than this is past the last day that the policy gives. */
  readonly lateUntil: TimeWindow | undefined
}

/** The wording that goes with what is handed to an outside reader under 42 CFR Part 2. */
export interface Part2Policy {
  /** File in `.strengths` with the agency's own wording; undefined where the policy only says that it applies. */
  readonly noticeFile: string | undefined
  readonly notice: string | undefined
}

/** An agency's rules about time, units and notices, from `policy.yml`: rules of payers and states differ. */
export interface Policy {
  /** For services whose payer has none of its own, and for notes that name no payer. */
  readonly general: PayerPolicy
  /** By the payer's name in lower case, each with the general rules under its own. */
  readonly payers: Readonly<Record<string, PayerPolicy>>
  /** Days that are no business days, beside Saturdays and Sundays. */
  readonly holidays: ReadonlySet<CivilDate>
  readonly part2: Part2Policy | undefined
}

const NOTHING_ASKED: PayerPolicy = {
  units: undefined,
  limitPerDay: undefined,
  lateAfter: undefined,
  lateUntil: undefined,
}
export const NO_POLICY: Policy = {general: NOTHING_ASKED, payers: {}, holidays: new Set(), part2: undefined}

/** What is asked of a service that `payer` pays for. */
export const policyFor = ({payers, general}: Policy, payer: string | undefined): PayerPolicy =>
  payers[payer?.trim().toLowerCase() ?? ''] ?? general

/** What the keys of one payer, or of the file's top, can say. */
type Typed = Partial<{
  minutes: number
  rounding: UnitRule['rounding']
  per: UnitRule['per']
  limitPerDay: number
  lateAfter: TimeWindow
  lateUntil: TimeWindow
}>

/** Reads `policy.yml`. A key that cannot be read is a problem with its line, and the others count. */
export function readPolicy(text: string): {
  readonly policy: Policy
  readonly problems: readonly LineProblem[]
} {
  const data = readYamlData(text, 'text')
  const {root, problems} = data
  if (isBlankYaml(root)) return {policy: NO_POLICY, problems}
  if (!isYamlMap(root)) {
    data.report([], 'A policy is a list of keys, such as `rounding: up`.')
    return {policy: NO_POLICY, problems}
  }
  const reader = new PolicyReader(data)
  const typed = reader.payer(root, [])
  const payers = root['payers']
  if (!isBlankYaml(payers) && !isYamlMap(payers))
    data.report(['payers'], 'Under `payers` stands each payer with its own keys.')
  const own = Object.entries(isYamlMap(payers) ? payers : {}).map(([name, value]) => {
    if (!isBlankYaml(value) && !isYamlMap(value))
      data.report(['payers', name], 'A payer has keys such as `rounding: up`.')
    const said = isYamlMap(value) ? reader.payer(value, ['payers', name]) : {}
    return [name.trim().toLowerCase(), policyOf({...typed, ...said})] as const
  })
  return {
    policy: {
      general: policyOf(typed),
      payers: Object.fromEntries(own),
      holidays: reader.holidays(root['holidays']),
      part2: reader.part2(root['part2']),
    },
    problems,
  }
}

function policyOf({minutes = 15, rounding, per = 'contact', ...said}: Typed): PayerPolicy {
  return {...NOTHING_ASKED, ...said, units: rounding && {minutes, rounding, per}}
}

const PER = ['contact', 'day'] as const

/** The most that a unit can hold, and the most units of a day: minutes in a day. */
const MOST = 24 * 60

class PolicyReader {
  readonly #report: YamlData['report']

  constructor({report}: YamlData) {
    this.#report = report
  }

  payer(from: Readonly<Record<string, unknown>>, path: readonly string[]): Typed {
    const read = <T>(
      key: string,
      readText: (text: string) => T | undefined,
      takes: string,
    ): T | undefined => {
      const value = from[key]
      if (isBlankYaml(value)) return undefined
      const found = typeof value === 'string' ? readText(value.trim().toLowerCase()) : undefined
      if (found === undefined) this.#report([...path, key], `\`${key}\` takes ${takes}.`)
      return found
    }
    const window = 'a time such as same day, 72 hours, 7 days or 3 business days'
    return withoutUndefined({
      minutes: read('unit_minutes', wholeNumber, 'the minutes of one unit, such as 15'),
      rounding: read(
        'rounding',
        (text) => ROUNDINGS.find((known) => known === text),
        `one of: ${ROUNDINGS.join(', ')}`,
      ),
      per: read('per', (text) => PER.find((known) => known === text), 'contact or day'),
      limitPerDay: read('limit_per_day', wholeNumber, 'the most units of a day, such as 16'),
      lateAfter: read('late_after', readWindow, window),
      lateUntil: read('late_until', readWindow, window),
    })
  }

  holidays(value: unknown): Set<CivilDate> {
    const days = isBlankYaml(value) ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value]
    const found = days.flatMap((day, index) => {
      const date = typeof day === 'string' ? parseCivilDate(day) : undefined
      if (!date) this.#report(['holidays', String(index)], 'A holiday is a day such as 2026-11-26.')
      return date ?? []
    })
    return new Set(found)
  }

  part2(value: unknown): Part2Policy | undefined {
    if (isBlankYaml(value)) return undefined
    if (isYamlMap(value)) {
      const file = value['notice']
      if (!isBlankYaml(file) && typeof file !== 'string')
        this.#report(
          ['part2', 'notice'],
          '`notice` names a file in .strengths with the wording of the notice.',
        )
      return {
        noticeFile: typeof file === 'string' && file.trim() ? file.trim() : undefined,
        notice: undefined,
      }
    }
    const answer = typeof value === 'string' ? value.trim().toLowerCase() : ''
    if (['yes', 'true', 'on'].includes(answer)) return {noticeFile: undefined, notice: undefined}
    if (!['no', 'false', 'off'].includes(answer))
      this.#report(['part2'], '`part2` takes yes, no, or a map such as {notice: part2-notice.txt}.')
    return undefined
  }
}

function withoutUndefined(typed: {readonly [K in keyof Typed]: Typed[K] | undefined}): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Typed
}

function wholeNumber(text: string): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number > 0 && number <= MOST ? number : undefined
}

function readWindow(text: string): TimeWindow | undefined {
  if (text === 'same day') return {count: 0, of: 'days', words: text}
  const [, count, of] = /^(\d{1,4}) ?(h|hours?|days?|(?:business|working) days?)$/.exec(text) ?? []
  if (!count || !of) return undefined
  const unit = of.startsWith('h') ? 'hours' : of.startsWith('d') ? 'days' : 'business days'
  return {count: Number(count), of: unit, words: text}
}

/** Wordings of the notice from before the 2024 rule (89 FR 12472), which replaced them by 16 February 2026. */
const EARLIER_NOTICE =
  /prohibits?\s+(?:unauthorized\s+disclosure\s+of\s+these\s+records|you\s+from\s+making\s+any\s+further\s+disclosure)|prohibit\s+you\s+from\s+making\s+any\s+further\s+disclosure/i

/** True where a Part 2 notice has the wording of 2018 or before. */
export const isEarlierNotice = (notice: string): boolean => EARLIER_NOTICE.test(notice)
