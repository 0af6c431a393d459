import type {CivilDate} from './civil-date.ts'
import type {MapEntry, MapValue, Value} from './frontmatter.ts'
import type {Problem, ProblemCode} from './problem.ts'
import {AUDIENCES, plainWord, type Audience} from './record-words.ts'
import {itemSlots, keySlot, losesWords, slotText, type Slot} from './record-slot.ts'
import type {Said} from './said.ts'
import type {Span} from './span.ts'
import {readTypedDate} from './typed-date.ts'
import type {Choice} from './vocabulary-form.ts'

/** What reading a record needs: the note's text, where its frontmatter ends, and a place for problems. */
export interface Reading {
  readonly source: string
  readonly end: number
  readonly problems: Problem[]
}

const YES = new Set(['yes', 'true', 'on', 'y', 'x'])
const NO = new Set(['no', 'false', 'off', 'n'])

/** Keys that templates fill beforehand; by themselves they say nothing of anybody. */
const PRESET = new Set(['of', 'by', 'source'])

const isBlank = (value: Value): boolean =>
  value.kind === 'empty' ||
  (value.kind === 'text' && value.text.trim() === '') ||
  (value.kind === 'list' && value.items.every(isBlank)) ||
  (value.kind === 'map' && value.entries.every((entry) => PRESET.has(entry.key) || isBlank(entry.value)))

/** A key that is a name, and what stands at it. */
export interface Pair {
  readonly span: Span
  readonly key: Said<string>
  readonly says: Said<string> | undefined
}

/** The keys of one map, read by what each should hold. A key that is absent or empty reads as undefined. */
export class Fields {
  /** Of the whole map, or of the words that stand for it. */
  readonly span: Span
  readonly #reading: Reading
  readonly #slots: ReadonlyMap<string, Slot>

  constructor(reading: Reading, span: Span, slots: ReadonlyMap<string, Slot>) {
    this.#reading = reading
    this.span = span
    this.#slots = slots
  }

  slot(key: string): Slot | undefined {
    const slot = this.#slots.get(key)
    return slot?.value.kind === 'empty' && slot.raw === undefined ? undefined : slot
  }

  /** Whether every key waits to be filled in, as after a template, those that it filled beforehand aside. */
  blankBut(preset: readonly string[]): boolean {
    return [...this.#slots].every(
      ([key, {value}]) => PRESET.has(key) || preset.includes(key) || isBlank(value),
    )
  }

  /** Free text, whole: see `slotText`. */
  text(key: string): Said<string> | undefined {
    const slot = this.slot(key)
    return slot && this.#textOf(slot)
  }

  /** An id, a number or a word: what YAML read, as typed. */
  plain(key: string): Said<string> | undefined {
    const value = this.slot(key)?.value
    if (value?.kind === 'text') return {value: value.text.trim(), span: value.span}
    if (value?.kind !== 'list') return undefined
    return value.items.length === 1 ? this.plains(key)[0] : undefined
  }

  /** A list of ids or names; a single one may stand without its list. */
  plains(key: string): readonly Said<string>[] {
    const value = this.slot(key)?.value
    if (!value) return []
    const items: readonly Value[] = value.kind === 'list' ? value.items : [value]
    return items.flatMap((item) =>
      item.kind === 'text' ? [{value: item.text.trim(), span: item.span}] : namesOf(item),
    )
  }

  number(key: string): Said<number> | undefined {
    const said = this.plain(key)
    if (!said) return undefined
    const value = Number(said.value)
    return Number.isFinite(value)
      ? {value, span: said.span}
      : this.#unreadable(said, `\`${key}\` is read as a number here.`)
  }

  yesNo(key: string): Said<boolean> | undefined {
    const said = this.plain(key)
    if (!said) return undefined
    const value = readYesNo(said.value)
    return value === undefined
      ? this.#unreadable(said, `\`${key}\` takes yes or no.`)
      : {value, span: said.span}
  }

  date(key: string): Said<CivilDate> | undefined {
    const said = this.plain(key)
    return said && this.#dateOf(said, key)
  }

  /** A day, or yes or no. */
  dateOrYesNo(key: string): Said<CivilDate | boolean> | undefined {
    const said = this.plain(key)
    if (!said) return undefined
    const answer = readYesNo(said.value)
    return answer === undefined ? this.#dateOf(said, key) : {value: answer, span: said.span}
  }

  /** One of the words of a list, or what people write for it. */
  choice<W extends string>(
    key: string,
    choices: readonly (Choice & {readonly value: W})[],
  ): Said<W> | undefined {
    const said = this.plain(key)
    if (!said) return undefined
    const typed = plainWord(said.value)
    const value = choices.find(({value, also = []}) => value === typed || also.includes(typed))?.value
    return value
      ? {value, span: said.span}
      : this.#unreadable(said, `\`${key}\` can say ${choices.map(({value}) => value).join(', ')}.`)
  }

  share(): Readonly<Partial<Record<Audience, boolean>>> {
    const shared = this.map('share')
    return Object.fromEntries(
      AUDIENCES.flatMap((audience) => {
        const said = shared?.yesNo(audience)
        return said ? [[audience, said.value]] : []
      }),
    )
  }

  /** The map at `key`. */
  map(key: string): Fields | undefined {
    const value = this.slot(key)?.value
    return value?.kind === 'map' ? fieldsOf(this.#reading, value) : undefined
  }

  /** The pairs of a map that stands at `key` by itself: `- humor: had the front desk laughing`. */
  pairs(key: string): readonly Pair[] {
    const value = this.slot(key)?.value
    if (value?.kind !== 'map') return []
    const {source, end} = this.#reading
    const flow = source[value.span.start] === '{'
    return value.entries.map((entry) => ({
      span: {start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.span.end)},
      key: {value: entry.key.trim(), span: entry.keySpan},
      says: this.#textOf(keySlot(source, entry, flow, end)),
    }))
  }

  /**
   * Each item of the list at `key`, opened as a map of `main` and `others`. A bare string stands for `main`, and
   * so does the line of a map that has none of these keys: `- I told her what I saw: three calls`.
   */
  items(key: string, main: string, others: readonly string[] = []): readonly Fields[] {
    const slot = this.slot(key)
    if (!slot) return []
    const {value, raw} = slot
    const isList = value.kind === 'list' && !(raw && losesWords(this.#reading.source, value, raw))
    const slots = isList ? itemSlots(this.#reading.source, value, this.#reading.end) : [slot]
    return slots.flatMap((item) => this.#open(item, main, [...others, 'share']) ?? [])
  }

  report(code: ProblemCode, severity: Problem['severity'], span: Span, message: string): void {
    this.#reading.problems.push({code, severity, span, message})
  }

  #open(slot: Slot, main: string, others: readonly string[]): Fields | undefined {
    const {value} = slot
    if (value.kind === 'map') {
      const fields = fieldsOf(this.#reading, value)
      if ([main, ...others].some((key) => fields.#slots.has(key))) return fields
    }
    return slotText(this.#reading.source, slot)
      ? new Fields(this.#reading, slot.raw ?? value.span, new Map([[main, slot]]))
      : undefined
  }

  #textOf(slot: Slot): Said<string> | undefined {
    const text = slotText(this.#reading.source, slot)
    if (text?.rescued)
      this.report(
        'note/read-as-text',
        'information',
        text.span,
        `Read as “${text.value}”; quotation marks around the words keep them whole for every reader of YAML.`,
      )
    return text && {value: text.value, span: text.span}
  }

  #dateOf(said: Said<string>, key: string): Said<CivilDate> | undefined {
    const read = readTypedDate(said.value)
    if (!read) {
      const code = key === 'date' ? 'note/date-unreadable' : 'note/value-unreadable'
      this.report(code, 'warning', said.span, `\`${key}\` is read as a day such as 2026-07-14.`)
      return undefined
    }
    if (!read.iso)
      this.report(
        'note/date-form',
        'information',
        said.span,
        `Read as ${read.date}; written so, the day reads the same everywhere.`,
      )
    return {value: read.date, span: said.span}
  }

  #unreadable(said: Said<string>, message: string): undefined {
    this.report('note/value-unreadable', 'warning', said.span, message)
    return undefined
  }
}

/** The keys of `entries`: of the same key twice, the last one counts. */
export function fieldsFrom(
  reading: Reading,
  {entries, span, flow}: {entries: readonly MapEntry[]; span: Span; flow: boolean},
): Fields {
  const slots = entries.map(
    (entry) => [plainKey(entry.key), keySlot(reading.source, entry, flow, reading.end)] as const,
  )
  return new Fields(reading, span, new Map(slots))
}

const fieldsOf = (reading: Reading, {entries, span}: MapValue): Fields =>
  fieldsFrom(reading, {entries, span, flow: reading.source[span.start] === '{'})

const plainKey = (key: string): string =>
  key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

const readYesNo = (typed: string): boolean | undefined => {
  const word = typed.toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

/** A list item that is a map names itself by its `id` or `name`. */
function namesOf(value: Value): Said<string>[] {
  if (value.kind !== 'map') return []
  const named = ['id', 'name'].map((key) => value.entries.find((entry) => entry.key === key)?.value)
  const text = named.find((candidate) => candidate?.kind === 'text')
  return text?.kind === 'text' ? [{value: text.text.trim(), span: text.span}] : []
}
