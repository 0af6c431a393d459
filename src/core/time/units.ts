/** How minutes become billing units. Payers differ, so each is a setting; none is built in as the right one. */
export const ROUNDINGS = ['floor', 'up', 'eight-minute', 'nearest'] as const
export type Rounding = (typeof ROUNDINGS)[number]

export interface UnitRule {
  /** Minutes in one unit. */
  readonly minutes: number
  readonly rounding: Rounding
  /** Whether each contact is rounded, or the minutes of a day together. */
  readonly per: 'contact' | 'day'
}

/** Minutes of a further unit after which the eight-minute rule counts it (CMS, 15-minute codes). */
const EIGHT = 8

/**
 * Whole units in `minutes` of service. `floor` counts full units (1–14 = 0, 15–29 = 1), `up` counts a begun one
 * (1–15 = 1, 16–30 = 2), `eight-minute` counts one from its eighth minute (8–22 = 1), `nearest` from its half.
 * Nothing, less than nothing and no number give 0.
 */
export function unitsIn(minutes: number, {minutes: unit, rounding}: Omit<UnitRule, 'per'>): number {
  if (!(minutes > 0) || !(unit > 0)) return 0
  switch (rounding) {
    case 'floor':
      return Math.floor(minutes / unit)
    case 'up':
      return Math.ceil(minutes / unit)
    case 'eight-minute':
      return Math.floor((minutes + Math.max(0, unit - EIGHT)) / unit)
    case 'nearest':
      return Math.floor(minutes / unit + 0.5)
  }
}

/** Units of one person's contacts of one day under one service, each given in minutes. */
export function unitsOfDay(contacts: readonly number[], rule: UnitRule): number {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  const real = contacts.filter((minutes) => minutes > 0)
  return rule.per === 'day' ? unitsIn(sum(real), rule) : sum(real.map((minutes) => unitsIn(minutes, rule)))
}
