/** Stands in for `node:assert/strict` in a browser: what the suite uses of it, to the same effect. */
class AssertionError extends Error {
  override readonly name = 'AssertionError'
  readonly actual: unknown
  readonly expected: unknown
  /** Mocha then shows how the two differ. */
  readonly showDiff: boolean

  constructor(message: string, actual?: unknown, expected?: unknown, showDiff = false) {
    super(message)
    this.actual = actual
    this.expected = expected
    this.showDiff = showDiff
  }
}

const shown = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? String(value)

function hold(holds: boolean, otherwise: () => AssertionError): void {
  if (!holds) throw otherwise()
}

const ok = (value: unknown, message?: string): void =>
  hold(
    Boolean(value),
    () => new AssertionError(message ?? `${shown(value)} is not true enough.`, value, true),
  )

const equal = (actual: unknown, expected: unknown, message?: string): void =>
  hold(
    Object.is(actual, expected),
    () =>
      new AssertionError(message ?? `${shown(actual)} is not ${shown(expected)}.`, actual, expected, true),
  )

const notEqual = (actual: unknown, other: unknown, message?: string): void =>
  hold(
    !Object.is(actual, other),
    () => new AssertionError(message ?? `Both are ${shown(actual)}.`, actual, other),
  )

const deepEqual = (actual: unknown, expected: unknown, message?: string): void =>
  hold(isSame(actual, expected), () => new AssertionError(message ?? 'These differ.', actual, expected, true))

const match = (text: string, pattern: RegExp, message?: string): void =>
  hold(
    pattern.test(text),
    () => new AssertionError(message ?? `${pattern} does not match ${shown(text)}.`, text, pattern),
  )

const doesNotMatch = (text: string, pattern: RegExp, message?: string): void =>
  hold(
    !pattern.test(text),
    () => new AssertionError(message ?? `${pattern} matches ${shown(text)}.`, text, pattern),
  )

/** Undefined for a promise that is kept. */
async function reasonOf(work: PromiseLike<unknown>): Promise<{readonly reason: unknown} | undefined> {
  try {
    await work
    return undefined
  } catch (reason) {
    return {reason}
  }
}

async function rejects(
  work: PromiseLike<unknown> | (() => PromiseLike<unknown>),
  expected?: RegExp,
): Promise<void> {
  const failed = await reasonOf(typeof work === 'function' ? work() : work)
  hold(failed !== undefined, () => new AssertionError('The promise was kept.'))
  if (expected) match(String(failed?.reason), expected)
}

/** As Node compares strictly: the same kind of thing, with the same in it. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (a instanceof Map || a instanceof Set)
    return b instanceof a.constructor && isSame([...a], [...(b as typeof a)])
  const keys = Object.keys(a)
  const others: Readonly<Record<string, unknown>> = {...b}
  return (
    keys.length === Object.keys(b).length &&
    Object.entries(a).every(([key, value]) => Object.hasOwn(b, key) && isSame(value, others[key]))
  )
}

// oxlint-disable-next-line import/no-default-export -- stands in for the module, which has one
export default {deepEqual, doesNotMatch, equal, match, notEqual, ok, rejects}
