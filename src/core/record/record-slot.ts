import type {ListValue, MapEntry, Value} from '../yaml/frontmatter.ts'
import type {Said} from './said.ts'
import {lineStart, nextLine} from '../text/lines.ts'
import type {Span} from '../text/span.ts'

/** A place in the frontmatter where something may be said: what YAML read there, and the lines it stands on. */
export interface Slot {
  readonly value: Value
  /** From the first word to the last as typed; undefined inside `[…]` and `{…}`, where lines say nothing. */
  readonly raw: Span | undefined
}

/** Words of a slot. `rescued` where YAML would have dropped or broken some and they were read from the line. */
export interface SlotText extends Said<string> {
  readonly rescued: boolean
}

/** The slots of a map's keys, in their order. */
export const keySlots = (source: string, entries: readonly MapEntry[], flow: boolean, end: number): Slot[] =>
  entries.map((entry, i) => {
    if (flow) return {value: entry.value, raw: undefined}
    const next = entries[i + 1]?.keySpan.start
    return new KeySlot(source, entry, next === undefined ? end : Math.min(end, lineStart(source, next)))
  })

/** The slot of a key of its own line or item. Its lines are looked for when somebody asks: most are never asked for. */
class KeySlot implements Slot {
  readonly value: Value
  readonly #source: string
  readonly #key: Span
  readonly #end: number
  #raw: Span | undefined
  #isRead = false

  constructor(source: string, {keySpan, value}: MapEntry, end: number) {
    this.value = value
    this.#source = source
    this.#key = keySpan
    this.#end = end
  }

  get raw(): Span | undefined {
    if (!this.#isRead) this.#raw = this.#lines()
    this.#isRead = true
    return this.#raw
  }

  #lines(): Span | undefined {
    const {start, end} = this.#key
    const margin = lineStart(this.#source, start)
    if (!/^[ \t]*(?:-[ \t]+)*$/.test(this.#source.slice(margin, start))) return undefined
    const colon = this.#source.indexOf(':', end)
    return blockFrom(this.#source, colon < 0 ? end : colon + 1, start - margin, this.#end)
  }
}

/** The slots of a list's items. */
export function itemSlots(source: string, list: ListValue, end: number): Slot[] {
  const flow = source[list.span.start] === '['
  return list.items.map((value, i) => {
    const next = list.items[i + 1]?.span.start
    const below = next === undefined ? end : Math.min(end, lineStart(source, next))
    const margin = lineStart(source, value.span.start)
    const dash = flow ? null : /^([ \t]*(?:-[ \t]+)*?)-[ \t]+/.exec(source.slice(margin, end))
    if (!dash) return {value, raw: undefined}
    return {value, raw: blockFrom(source, margin + dash[0].length, (dash[1] ?? '').length, below)}
  })
}

/**
 * The words of a slot that takes free text. YAML reads `step #4`, `"I did it," she said` and `what I saw: calls`
 * as less than was written, or as something else; there the line itself is the text.
 */
export function slotText(source: string, {value, raw}: Slot): SlotText | undefined {
  if (raw && losesWords(source, value, raw)) return rescue(source, raw)
  switch (value.kind) {
    case 'empty':
      return undefined
    case 'text':
      return {value: value.text.trim(), span: value.span, rescued: false}
    case 'list': {
      // A dash of one's own: `- - twelve days`.
      if (raw && source[value.span.start] === '-' && !/[\r\n]/.test(source.slice(raw.start, raw.end)))
        return rescue(source, raw)
      const parts = value.items.flatMap((item) => slotText(source, {value: item, raw: undefined}) ?? [])
      if (parts.length === 0) return undefined
      return {value: parts.map((part) => part.value).join(', '), span: value.span, rescued: false}
    }
    case 'map':
      return value.entries.length === 0 ? undefined : rescue(source, raw ?? value.span)
  }
}

/** Whether words stand on the lines of a slot that are not in what YAML read there. */
export function losesWords(source: string, value: Value, raw: Span): boolean {
  const written = source.slice(raw.start, raw.end)
  if (written === '') return false
  const first = source[value.span.start] ?? ''
  if (value.kind === 'text' && value.text.trim() === written) return false
  if (/^[>|]/.test(written)) return !/^[>|][-+\d]*[ \t]*(?:#(?:[ \t].*)?)?(?:[\r\n]|$)/.test(written)
  if (value.kind === 'empty')
    return /^[&!*]/.test(written) || isHidden(written, lineBefore(source, raw.start))
  if (value.kind === 'map' && first !== '{') return false
  if (value.kind === 'list' && first === '[' && TAGGED.test(written.replace(QUOTED, ''))) return true
  const before = source.slice(raw.start, Math.max(raw.start, value.span.start)).trim()
  const after = source.slice(Math.min(raw.end, value.span.end), raw.end)
  return (before !== '' && !before.startsWith('#')) || !/^\s*(?:#(?!\S)|[\r\n]\s*#|$)/.test(after)
}

/** A tag or an anchor of YAML where a word starts in a list: `[!important, call home]`. */
const TAGGED = /[[,]\s*[!&]/
const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'/g

/** Words that YAML takes for nothing: `- #4 on the list`, `- null`. */
const isHidden = (written: string, before: string): boolean =>
  (/^(?:~\s+)?#[^\s#-]/.test(written) && before.trim() !== '') ||
  (/^null$/i.test(written) && /-[ \t]+$/.test(before))

const lineBefore = (source: string, offset: number): string => source.slice(lineStart(source, offset), offset)

function rescue(source: string, span: Span): SlotText {
  const value = source
    .slice(span.start, span.end)
    .replace(/\s*[\r\n]\s*/g, ' ')
    .trim()
  return {value, span, rescued: true}
}

/** From `start` to the end of the lines that are indented deeper than `indent`, blanks at both ends left out. */
function blockFrom(source: string, start: number, indent: number, end: number): Span {
  let stop = nextLine(source, start, end)
  while (stop < end) {
    let words = stop
    while (words < end && (source[words] === ' ' || source[words] === '\t')) words++
    const isBlank = words >= end || source[words] === '\n' || source[words] === '\r'
    if (!isBlank && words - stop <= indent) break
    stop = nextLine(source, words, end)
  }
  const written = source.slice(start, stop)
  const trimmed = written.trim()
  const from = start + written.indexOf(trimmed)
  return {start: from, end: from + trimmed.length}
}
