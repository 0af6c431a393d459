import {closingDashes, frontmatterSpan} from '../text/frontmatter-span.ts'
import {lineStop} from '../text/lines.ts'
import type {Span} from '../text/span.ts'
import {endOfQuote, scanFlow} from './yaml-flow-place.ts'

/** What may be written at a place in the frontmatter of a note, half-written as it may be. */
export interface YamlPlace {
  /** `key`: a key of a map. `value`: what stands after a colon, or one item of a list. `item`: the start of a list's item, which may be a value or the first key of a map. */
  readonly kind: 'key' | 'value' | 'item'
  /** Keys that lead to the map, or to the value, list places left out. */
  readonly path: readonly string[]
  /** What is there already and would be replaced, up to the end of its line at most. */
  readonly span: Span
  /** The part of it before the cursor. */
  readonly typed: string
  /** Inside brackets or braces. */
  readonly flow: boolean
  /** The place stands in a list, between dashes or in brackets. */
  readonly inList: boolean
  /** On a line of its own below its key: one item of a list would want a dash first, a key of a map would not. */
  readonly needsDash: boolean
  /** Column of a key, or of what stands after the dash. */
  readonly column: number
  /** Keys that the same map has already, before and after. */
  readonly siblings: readonly string[]
}

/** A map or a list of the lines above, by the column it starts at. */
interface Frame {
  readonly column: number
  readonly isList: boolean
  /** The key that was read last, and whether anything stands after its colon. */
  key: string | undefined
  hasValue: boolean
  readonly keys: string[]
}

const KEY =
  /^(?:"([^"]*)"|'([^']*)'|([^\s"'[\]{}#&*!|>%@`,-][^#"'[\]{}]*?|-[^\s"'[\]{}]+?))[ \t]*:(?=[ \t]|$)/

/** Where the YAML of a note stands, fences left out; also before its closing fence has been typed. */
export function yamlSpan(text: string): Span | undefined {
  const block = frontmatterSpan(text)
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text)
  if (!opening) return undefined
  const start = opening[0].length
  if (block) return {start, end: closingDashes(text, block)}
  const blank = /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.exec(text.slice(start))
  return {start, end: blank ? start + blank.index : text.length}
}

/**
 * The place of `offset` in a note's frontmatter, read line by line, since YAML half-written is seldom YAML. Undefined
 * outside the frontmatter, in a comment, and where a text goes on over several lines.
 */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  const block = yamlSpan(text)
  if (!block || offset < block.start || offset > block.end) return undefined
  const frames: Frame[] = []
  let textColumn: number | undefined
  for (let start = block.start; start <= offset;) {
    const end = lineStop(text, start)
    const line = text.slice(start, end)
    const isHere = offset <= end
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const isBlank = indent === line.length
    if (textColumn !== undefined && !isBlank && indent <= textColumn) textColumn = undefined
    if (textColumn !== undefined && isHere && (!isBlank || offset - start > textColumn)) return undefined
    if (textColumn === undefined && line[indent] !== '#') {
      const read = readLine(text, {start, end, indent}, offset, frames)
      if (read.place || isHere) return read.place
      if (read.isText) textColumn = frames.at(-1)?.column
      if (read.next !== undefined) {
        start = afterLine(text, lineStop(text, read.next))
        continue
      }
    } else if (isHere) return undefined
    start = afterLine(text, end)
    if (end === text.length) break
  }
  return undefined
}

interface LineRead {
  readonly place?: YamlPlace | undefined
  /** A text over several lines starts here. */
  readonly isText?: boolean
  /** Where brackets or quotation marks that started here close, on a later line perhaps. */
  readonly next?: number
}

function readLine(
  text: string,
  {start, end, indent}: {readonly start: number; readonly end: number; readonly indent: number},
  offset: number,
  frames: Frame[],
): LineRead {
  const isHere = offset <= end
  let at = start + indent
  if (isHere && offset < at) at = offset
  let dashes = 0
  for (; text[at] === '-' && /[ \t\r\n]|^$/.test(text[at + 1] ?? ''); dashes++) {
    const column = at - start
    if (isHere && offset <= at) return {place: undefined}
    openList(frames, column)
    at++
    at = afterBlanks(text, at, isHere ? Math.min(end, offset) : end)
  }
  const column = at - start
  const rest = text.slice(at, end)
  const key = KEY.exec(rest)
  const colon = key ? at + key[0].length : undefined
  if (key && colon !== undefined && (!isHere || offset >= colon)) {
    openKey(frames, column, (key[1] ?? key[2] ?? key[3] ?? '').trim())
    return readValue(text, {from: colon, end}, offset, frames)
  }
  if (!isHere) {
    if (rest.trim() === '') return {}
    return dashes > 0 ? readValue(text, {from: at, end}, offset, frames) : {}
  }
  if (dashes === 0 && rest !== '' && '[{'.includes(rest[0] ?? '')) return {place: undefined}
  if (dashes > 0 && '[{"\''.includes(rest[0] ?? ' ')) return readValue(text, {from: at, end}, offset, frames)
  return {place: openPlace(text, {at, end, column, dashes}, offset, frames)}
}

/** What may stand where a line starts, or after its dash. */
function openPlace(
  text: string,
  {
    at,
    end,
    column,
    dashes,
  }: {readonly at: number; readonly end: number; readonly column: number; readonly dashes: number},
  offset: number,
  frames: Frame[],
): YamlPlace | undefined {
  if (dashes === 0) while ((frames.at(-1)?.column ?? -1) > column) frames.pop()
  const below = frames.at(-2)
  const beside = below && !below.isList && below.column === column
  const top = frames.at(-1)?.isList && dashes === 0 && beside ? below : frames.at(-1)
  const stop = endOfPlain(text, at, end)
  const colonAt = text.slice(at, end).search(/[ \t]*:(?:[ \t]|$)/)
  const span = {start: at, end: colonAt >= 0 ? at + colonAt : stop}
  const shared = {span, typed: text.slice(at, offset), flow: false, column, needsDash: false}
  if (offset > span.end) return undefined
  if (dashes > 0)
    return {
      ...shared,
      kind: 'item',
      path: pathOf(frames),
      inList: true,
      siblings: keysBelow(text, end, column),
    }
  const plain = {...shared, path: pathOf(frames), inList: false}
  if (!top) return column === 0 ? {...plain, kind: 'key', siblings: keysBelow(text, end, 0)} : undefined
  if (top.isList)
    return top.column === column
      ? {...plain, kind: 'item', inList: true, needsDash: true, siblings: []}
      : undefined
  if (top.column === column) {
    const path = pathOf(frames.slice(0, frames.lastIndexOf(top)))
    return {...plain, kind: 'key', path, siblings: [...top.keys, ...keysBelow(text, end, column)]}
  }
  return top.hasValue || top.key === undefined
    ? undefined
    : {...plain, kind: 'item', needsDash: true, siblings: keysBelow(text, end, column)}
}

/** What stands after a colon or a dash. */
function readValue(
  text: string,
  {from, end}: {readonly from: number; readonly end: number},
  offset: number,
  frames: readonly Frame[],
): LineRead {
  const isHere = offset <= end
  const at = afterBlanks(text, from, isHere ? Math.min(end, offset) : end)
  const top = frames.at(-1)
  const first = at < end ? (text[at] ?? '') : ''
  if (top && first !== '' && first !== '#') top.hasValue = true
  if (first === '#' && at > from) return {}
  if (first === '|' || first === '>') return {isText: true}
  const place = {
    path: pathOf(frames),
    flow: false,
    inList: top?.isList ?? false,
    needsDash: false,
    column: 0,
    siblings: [],
  }
  if (first === '[' || first === '{') {
    const found = scanFlow(text, at, offset)
    return found.place
      ? {place: {...found.place, path: [...place.path, ...found.place.path], needsDash: false, column: 0}}
      : {next: found.end}
  }
  const isQuote = first === '"' || first === "'"
  const close = isQuote ? endOfQuote(text, at) : endOfPlain(text, at, end)
  if (isQuote && close > end && !(offset >= at && offset <= end)) return {next: close}
  if (!isHere) return {}
  const stop = Math.min(close, end)
  if (offset < at || offset > stop || (offset === from && text[from - 1] === ':')) return {}
  return {place: {...place, kind: 'value', span: {start: at, end: stop}, typed: text.slice(at, offset)}}
}

function openList(frames: Frame[], column: number): void {
  while ((frames.at(-1)?.column ?? -1) > column) frames.pop()
  const top = frames.at(-1)
  if (top) top.hasValue = true
  if (!top || !top.isList || top.column !== column)
    frames.push({column, isList: true, key: undefined, hasValue: false, keys: []})
}

function openKey(frames: Frame[], column: number, key: string): void {
  while ((frames.at(-1)?.column ?? -1) > column) frames.pop()
  // A list may stand right below its key; the next key ends it.
  if (frames.at(-1)?.isList && frames.at(-1)?.column === column) frames.pop()
  const top = frames.at(-1)
  if (top && !top.isList && top.column === column) {
    top.key = key
    top.hasValue = false
    top.keys.push(key)
  } else {
    if (top) top.hasValue = true
    frames.push({column, isList: false, key, hasValue: false, keys: [key]})
  }
}

const pathOf = (frames: readonly Frame[]): string[] => frames.flatMap(({key}) => key ?? [])

/** Keys of the same map on the lines below. */
function keysBelow(text: string, from: number, column: number): string[] {
  const keys: string[] = []
  const block = yamlSpan(text)
  for (let start = afterLine(text, from); start < (block?.end ?? 0);) {
    const end = lineStop(text, start)
    const line = text.slice(start, end)
    const indent = line.search(/[^ \t]/)
    if (indent >= 0 && indent < column) break
    const key = indent === column ? KEY.exec(line.slice(indent)) : undefined
    if (key) keys.push((key[1] ?? key[2] ?? key[3] ?? '').trim())
    start = afterLine(text, end)
  }
  return keys
}

/** Where a plain text on one line ends: before a comment and the blanks around it. */
function endOfPlain(text: string, from: number, end: number): number {
  const comment = /[ \t]#/.exec(text.slice(from, end))
  const line = text.slice(from, comment ? from + comment.index : end)
  // Blanks at the end count while they are being typed.
  return comment ? from + line.trimEnd().length : end
}

function afterBlanks(text: string, from: number, end: number): number {
  let at = from
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at
}

const afterLine = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(text.length, end) + 1
