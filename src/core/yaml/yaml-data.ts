import {isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node} from 'yaml'

/** What could not be read in a file that people write by hand. */
export interface LineProblem {
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

/** A YAML file that people write by hand: what it says, and where. */
export interface YamlData {
  /** Plain data; undefined where the file could not be read. */
  readonly root: unknown
  /** Those of YAML itself, then what was reported since. */
  readonly problems: readonly LineProblem[]
  /** The line, counted from 1, of the key or the item that `path` leads to, or of the nearest above it. */
  lineOf(path: readonly (string | number)[]): number
  /** Adds a problem at the line that `path` leads to. */
  readonly report: (path: readonly (string | number)[], message: string) => undefined
}

/**
 * Reads YAML as data. Whatever a person wrote, it ends in data or in problems with lines. `as` text: ids such as
 * `007` and clock times stay what was typed.
 */
export function readYamlData(text: string, as: 'data' | 'text' = 'data'): YamlData {
  const lines = new LineCounter()
  const unread = (line: number, message: string): YamlData =>
    yamlData(undefined, [{line, message}], () => line)
  let document: Document
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: as === 'text' ? 'failsafe' : 'core',
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return unread(1, 'This is nested too deeply to be read.')
  }
  const lineOf = (path: readonly (string | number)[]): number => lines.linePos(offsetOf(document, path)).line
  if (document.errors.length > 0)
    return yamlData(
      undefined,
      document.errors.map(({pos, message}) => ({line: lines.linePos(pos[0]).line, message})),
      lineOf,
    )
  try {
    return yamlData(document.toJS(), [], lineOf)
  } catch (error) {
    // Aliases that lead nowhere, or that would unfold to more than anybody wrote.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error
    const line = lines.linePos(Math.max(0, text.search(/(?<![\w'"])\*\w/))).line
    return unread(line, `An alias cannot be read here: ${error.message}.`)
  }
}

const yamlData = (root: unknown, problems: LineProblem[], lineOf: YamlData['lineOf']): YamlData => ({
  root,
  problems,
  lineOf,
  report: (path, message) => void problems.push({line: lineOf(path), message}),
})

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let offset = 0
  let node: unknown = document.contents
  for (const step of path) {
    const next = childOf(node, step)
    if (!next) break
    offset = next.place.range?.[0] ?? offset
    node = next.node
  }
  return offset
}

function childOf(
  node: unknown,
  step: string | number,
): {readonly place: Node; readonly node: unknown} | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return isNode(item) ? {place: item, node: item} : undefined
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find(({key}) => isScalar(key) && String(key.value) === String(step))
  return pair && isNode(pair.key) ? {place: pair.key, node: pair.value} : undefined
}

export const isYamlMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True where nothing stands: a file that is still empty, a key with no value. */
export const isBlankYaml = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
