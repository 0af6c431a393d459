/** Kinds that are not counted as time with the person unless the agency says so. */
const NOT_COUNTED: ReadonlySet<string> = new Set(['no-contact', 'collateral', 'supervision'])

/** Whether the minutes of a contact of this kind are counted as service to the person. */
export const isCountedKind = (kind: string | undefined): boolean =>
  !NOT_COUNTED.has(kind?.toLowerCase() ?? '')
