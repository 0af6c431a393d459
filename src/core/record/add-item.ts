import {valueAt, type ListValue, type MapEntry, type MapValue, type Value} from '../yaml/frontmatter.ts'
import {parseNote, type Note} from '../note.ts'
import {quoteYaml} from '../yaml/quote-yaml.ts'
import {closingDashes} from '../text/frontmatter-span.ts'
import {firstLineEnd, lineStart, lineStop, nextLine} from '../text/lines.ts'
import {applyEdits, type Edit} from '../text/span.ts'
import {keyNamed, NOTE_KEYS} from './vocabulary.ts'

/** The keys of a new item in order; an empty text waits to be filled in. */
export type NewItem = readonly (readonly [key: string, value: string | readonly NewItem[]])[]

export interface ItemPlace {
  readonly list: 'strengths' | 'resources' | 'goals' | 'wins' | 'actions'
  /** In a group note, the person it belongs to. */
  readonly client: string | undefined
  /** For `actions`: the place of their goal among the goals there, counted from 0. */
  readonly goal?: number
}

export interface AddedItem {
  readonly edit: Edit
  /** Where writing goes on, in the text after the edit: at the first key that is empty, else after the item. */
  readonly cursor: number
}

/**
 * One splice that puts an item at the end of its list, in the way the list is written, or starts the list. The note
 * is read again with it: undefined where anything but the item would have changed, or where there is no place for it.
 */
export function addItem(note: Note, item: NewItem, place: ItemPlace): AddedItem | undefined {
  const {frontmatter, text} = note
  if (!frontmatter) return undefined
  const end = closingDashes(text, frontmatter.span)
  const top: Level = {text, entries: frontmatter.entries, column: 0, end}
  const level = levelOf(top, place)
  if (!level) return undefined
  const edit =
    place.list === 'actions' ? addAction(level, item, place.goal ?? -1) : addTo(level, place.list, item)
  if (!edit) return undefined
  const after = applyEdits(text, [edit])
  if (!changesOnly(note, parseNote(after), item, place)) return undefined
  const written = after.slice(edit.span.start, edit.span.start + edit.text.length)
  const blank = /: (?=\r|\n|$)/.exec(written)
  const cursor = blank ? blank.index + 2 : written.trimEnd().length
  return {edit, cursor: edit.span.start + cursor}
}

/** A map that items go into: its keys, the column they start at, and where its last line ends. */
interface Level {
  readonly text: string
  readonly entries: readonly MapEntry[]
  readonly column: number
  readonly end: number
}

function levelOf(top: Level, {client}: ItemPlace): Level | undefined {
  if (client === undefined) return top
  const each = valueAt(top.entries, 'each')
  const own = each?.kind === 'map' ? valueAt(each.entries, client) : undefined
  return own?.kind === 'map' ? levelIn(top.text, own) : undefined
}

/** The keys of a map in lines; undefined for one in braces. */
function levelIn(text: string, map: MapValue): Level | undefined {
  const first = map.entries[0]
  if (!first || text[map.span.start] === '{') return undefined
  return {
    text,
    entries: map.entries,
    column: first.keySpan.start - lineStart(text, first.keySpan.start),
    end: nextLine(text, lastPlace(text, map)),
  }
}

function addAction({text, entries}: Level, action: NewItem, index: number): Edit | undefined {
  const goals = entryOf(entries, 'goals')?.value
  const goal = goals?.kind === 'list' ? goals.items[index] : undefined
  if (!goal) return undefined
  if (goal.kind === 'map') {
    if (text[goal.span.start] === '{') return addInBraces(text, goal, action)
    const level = levelIn(text, goal)
    return level && addTo(level, 'actions', action)
  }
  // A goal in words alone becomes a map first; its words stay as they were typed.
  if (goal.kind !== 'text' || (goals?.kind === 'list' && text[goals.span.start] === '[')) return undefined
  const column = goal.span.start - lineStart(text, goal.span.start)
  const typed = text.slice(goal.span.start, goal.span.end).trimEnd()
  if (/[\r\n]/.test(typed)) return undefined
  const lines = [`words: ${typed}`, `${pad(column)}actions:`, ...itemLines(action, column + 2)]
  return {
    span: {start: goal.span.start, end: goal.span.start + typed.length},
    text: lines.join(firstLineEnd(text)),
  }
}

function addInBraces(text: string, goal: MapValue, action: NewItem): Edit | undefined {
  const actions = entryOf(goal.entries, 'actions')?.value
  if (actions) return actions.kind === 'list' ? addInBrackets(text, actions, action) : undefined
  const close = text.lastIndexOf('}', goal.span.end)
  return close < goal.span.start
    ? undefined
    : {span: {start: close, end: close}, text: `, actions: [${flowItem(action)}]`}
}

function addTo(level: Level, list: string, item: NewItem): Edit | undefined {
  const {text, entries, column, end} = level
  const eol = firstLineEnd(text)
  const entry = entryOf(entries, list)
  if (!entry) {
    const lines = [`${pad(column)}${list}:`, ...itemLines(item, column + 2)]
    const before = end > 0 && !/[\r\n]/.test(text[end - 1] ?? '') ? eol : ''
    return {span: {start: end, end}, text: before + lines.map((line) => line + eol).join('')}
  }
  const {value, keySpan} = entry
  const below = [...itemLines(item, column + 2)]
  if (value.kind === 'empty') {
    const start = lineStop(text, keySpan.end)
    return {span: {start, end: start}, text: eol + below.join(eol)}
  }
  if (value.kind === 'text') {
    const typed = text.slice(value.span.start, value.span.end).trimEnd()
    if (/[\r\n]/.test(typed)) return undefined
    const start = text.lastIndexOf(':', value.span.start) + 1
    const one = `${pad(column + 2)}- ${typed}`
    return {span: {start, end: value.span.start + typed.length}, text: eol + [one, ...below].join(eol)}
  }
  if (value.kind !== 'list') return undefined
  if (text[value.span.start] === '[')
    return value.items.length > 0
      ? addInBrackets(text, value, item)
      : {span: trimBlankBefore(text, value), text: eol + below.join(eol)}
  const last = value.items.at(-1)
  if (!last) return undefined
  const dash = text.lastIndexOf('-', text[last.span.start] === '-' ? last.span.start : last.span.start - 1)
  const start = lineStop(text, lastPlace(text, last))
  const lines = itemLines(item, dash - lineStart(text, dash))
  return {span: {start, end: start}, text: eol + lines.join(eol)}
}

function addInBrackets(text: string, {span, items}: ListValue, item: NewItem): Edit | undefined {
  const close = text.lastIndexOf(']', span.end)
  const from = items.at(-1)?.span.end ?? span.start + 1
  if (close < from) return undefined
  return {span: {start: from, end: from}, text: (items.length > 0 ? ', ' : '') + flowItem(item)}
}

const trimBlankBefore = (text: string, {span}: Value): {start: number; end: number} => ({
  start: text.lastIndexOf(':', span.start) + 1,
  end: span.end,
})

/** The lines of an item whose dash stands at `column`. */
function itemLines(item: NewItem, column: number): string[] {
  const lines = item.flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${key}: ${value && quoteYaml(value)}`]
      : [`${key}:`, ...value.flatMap((inner) => itemLines(inner, 2))],
  )
  return lines.map((line, index) => `${pad(column)}${index === 0 ? '- ' : '  '}${line}`)
}

const flowItem = (item: NewItem): string =>
  `{${item
    .filter(([, value]) => value.length > 0)
    .map(([key, value]) =>
      typeof value === 'string'
        ? `${key}: ${quoteYaml(value, {flow: true})}`
        : `${key}: [${value.map(flowItem).join(', ')}]`,
    )
    .join(', ')}}`

const entryOf = (entries: readonly MapEntry[], key: string): MapEntry | undefined =>
  entries.findLast((entry) => entry.key === key || keyNamed(NOTE_KEYS, entry.key) === key)

/** Whether the note after the splice says what it said before, and one item more at the end of one list. */
function changesOnly(before: Note, after: Note, item: NewItem, place: ItemPlace): boolean {
  if (after.problems.length > before.problems.length) return false
  const was = plainEntries(before.frontmatter?.entries ?? [])
  const is = plainEntries(after.frontmatter?.entries ?? [])
  const list = listIn(is, place)
  const added = list?.pop()
  if (list?.length === 0) removeEmpty(was, is, place)
  return (
    JSON.stringify(asMaps(was)) === JSON.stringify(asMaps(is)) &&
    JSON.stringify(withoutBlanks(added)) === JSON.stringify(withoutBlanks(plainItem(item))) &&
    before.text.slice(before.frontmatter?.span.end) === after.text.slice(after.frontmatter?.span.end)
  )
}

type Plain = string | undefined | Plain[] | {[key: string]: Plain}

const plain = (value: Value): Plain => {
  if (value.kind === 'text') return value.text
  if (value.kind === 'list') return value.items.map(plain)
  return value.kind === 'map' ? plainEntries(value.entries) : undefined
}

const plainEntries = (entries: readonly MapEntry[]): {[key: string]: Plain} =>
  Object.fromEntries(entries.map(({key, value}) => [key, plain(value)]))

const plainItem = (item: NewItem): Plain =>
  Object.fromEntries(
    item.map(([key, value]) => [key, typeof value === 'string' ? value || undefined : value.map(plainItem)]),
  )

/** In brackets, keys that wait to be filled in are left out. */
const withoutBlanks = (value: Plain): Plain =>
  typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined))
    : value

function holderOf(
  root: {[key: string]: Plain},
  {list, client, goal = -1}: ItemPlace,
): {[key: string]: Plain} | undefined {
  const each = client === undefined ? root : mapOf(mapOf(root['each'])?.[client])
  if (list !== 'actions' || !each) return each
  const goals = each[keyIn(each, 'goals')]
  return Array.isArray(goals) ? mapOf(goals[goal]) : undefined
}

const keyIn = (map: {[key: string]: Plain}, key: string): string =>
  Object.keys(map).findLast((name) => name === key || keyNamed(NOTE_KEYS, name) === key) ?? key

const mapOf = (value: Plain): {[key: string]: Plain} | undefined =>
  typeof value === 'object' && !Array.isArray(value) ? value : undefined

function listIn(root: {[key: string]: Plain}, place: ItemPlace): Plain[] | undefined {
  const holder = holderOf(root, place)
  const list = holder?.[keyIn(holder, place.list)]
  return Array.isArray(list) ? list : undefined
}

/** A list that was not there, or was empty, and holds nothing without the new item, is as it was. */
function removeEmpty(was: {[key: string]: Plain}, is: {[key: string]: Plain}, place: ItemPlace): void {
  for (const root of [was, is]) {
    const holder = holderOf(root, place)
    if (holder) delete holder[keyIn(holder, place.list)]
  }
}

/** Goals in words alone as maps of their words, and one item as a list of one. */
function asMaps(root: {[key: string]: Plain}): Plain {
  const lists = new Set(['strengths', 'resources', 'goals', 'wins'])
  const visit = (map: {[key: string]: Plain}): {[key: string]: Plain} =>
    Object.fromEntries(
      Object.entries(map).map(([key, value]) => {
        const name = keyNamed(NOTE_KEYS, key) ?? key
        if (name === 'each') return [key, visitEach(value)]
        if (!lists.has(name)) return [key, value]
        const items = typeof value === 'string' ? [value] : value
        return [
          key,
          name === 'goals' && Array.isArray(items)
            ? items.map((item) => (typeof item === 'string' ? {words: item} : item))
            : items,
        ]
      }),
    )
  const visitEach = (value: Plain): Plain => {
    const people = mapOf(value)
    return (
      people &&
      Object.fromEntries(
        Object.entries(people).map(([client, own]) => {
          const map = mapOf(own)
          return [client, map ? visit(map) : own]
        }),
      )
    )
  }
  return visit(root)
}

const pad = (column: number): string => ' '.repeat(column)

/** Where the last words of a value end. */
const lastPlace = (text: string, {span}: Value): number =>
  span.start + text.slice(span.start, span.end).trimEnd().length
