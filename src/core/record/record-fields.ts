import type {CivilDate} from '../time/civil-date.ts'
import type {MapEntry, MapValue, Value} from '../yaml/frontmatter.ts'
import type {Problem} from '../problem.ts'
import {quotationMarks, shortened} from '../yaml/quotation-marks.ts'
import {
  choiceReader,
  openChoiceReader,
  readDate,
  readDateOrYesNo,
  readNumber,
  readTime,
  readYesNo,
  type TypedReader,
} from './read-typed.ts'
import {AUDIENCES, type Audience} from './record-words.ts'
import {itemSlots, keySlots, losesWords, slotText, type Slot} from './record-slot.ts'
import type {Said} from './said.ts'
import type {Span} from '../text/span.ts'
import {keyNamed, recordOf} from './vocabulary.ts'
import type {Choice, Form, RecordForm, Vocabulary} from './vocabulary-form.ts'

/** What reading a record needs: the note's text, where its frontmatter ends, and a place for problems. */
export interface Reading {
  readonly source: string
  readonly end: number
  readonly problems: Problem[]
}

/** What stands at a key that is not there. */
const NONE: readonly never[] = []

/** Keys that templates fill beforehand; by themselves they say nothing of anybody. */
const PRESET = new Set(['of', 'by', 'source'])

const isBlank = (value: Value): boolean =>
  value.kind === 'empty' ||
  (value.kind === 'text' && value.text.trim() === '') ||
  (value.kind === 'list' && value.items.every(isBlank)) ||
  (value.kind === 'map' && value.entries.every((entry) => PRESET.has(entry.key) || isBlank(entry.value)))

const isEmpty = ({value, raw}: Slot): boolean =>
  value.kind === 'empty' && (raw === undefined || raw.start === raw.end)

/** A key that is a name, and what stands at it. */
export interface Pair {
  readonly span: Span
  readonly key: Said<string>
  readonly says: Said<string> | undefined
}

/** The keys of one map, read as the vocabulary has them. A key that is absent or empty reads as undefined. */
export class Fields {
  /** Of the whole map, or of the words that stand for it. */
  readonly span: Span
  readonly #reading: Reading
  readonly #keys: Vocabulary
  readonly #slots: ReadonlyMap<string, readonly Slot[]>

  constructor(reading: Reading, span: Span, keys: Vocabulary, slots: ReadonlyMap<string, readonly Slot[]>) {
    this.#reading = reading
    this.span = span
    this.#keys = keys
    this.#slots = slots
  }

  /** Of the same key twice, the last that says something. */
  slot(key: string): Slot | undefined {
    return this.#slots.get(key)?.findLast((slot) => !isEmpty(slot))
  }

  /** Whether the key is there, be it only to be filled in. */
  has(key: string): boolean {
    return this.#slots.has(key)
  }

  /** Whether every key waits to be filled in, as after a template, those that it filled beforehand aside. */
  blankBut(preset: readonly string[]): boolean {
    return [...this.#slots].every(
      ([key, slots]) => PRESET.has(key) || preset.includes(key) || slots.every(({value}) => isBlank(value)),
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

  /** A list of ids or names; a single one may stand without its list, and a key that stands twice gives both. */
  plains(key: string): readonly Said<string>[] {
    const slots = this.#slots.get(key)
    if (!slots) return NONE
    return slots.flatMap(({value}) => {
      const items: readonly Value[] = value.kind === 'list' ? value.items : [value]
      return items.flatMap((item) =>
        item.kind === 'text' ? [{value: item.text.trim(), span: item.span}] : namesOf(item),
      )
    })
  }

  number(key: string): Said<number> | undefined {
    return this.#typed(key, readNumber)
  }

  yesNo(key: string): Said<boolean> | undefined {
    return this.#typed(key, readYesNo)
  }

  date(key: string): Said<CivilDate> | undefined {
    return this.#typed(key, readDate)
  }

  /** A day, or yes or no. */
  dateOrYesNo(key: string): Said<CivilDate | boolean> | undefined {
    return this.#typed(key, readDateOrYesNo)
  }

  /** A time of day, kept as it was typed. */
  time(key: string): Said<string> | undefined {
    return this.#typed(key, readTime)
  }

  /** One of the words of a list, or what people write for it. */
  choice<W extends string>(
    key: string,
    choices: readonly (Choice & {readonly value: W})[],
  ): Said<W> | undefined {
    return this.#typed(key, choiceReader(choices))
  }

  /** One of the words of a list; another word is kept as it was typed. */
  choiceOrTyped(key: string): Said<string> | undefined {
    const form = this.#keys[key]?.form
    return form?.kind === 'choice'
      ? this.#typed(key, openChoiceReader(form.choices, form.open))
      : this.plain(key)
  }

  share(): Readonly<Partial<Record<Audience, boolean>>> {
    const shared = this.map('share')
    if (!shared) return {}
    return Object.fromEntries(
      AUDIENCES.flatMap((audience) => {
        const said = shared.yesNo(audience)
        return said ? [[audience, said.value]] : []
      }),
    )
  }

  /** The map at `key`. */
  map(key: string): Fields | undefined {
    const value = this.slot(key)?.value
    return value?.kind === 'map' ? fieldsOf(this.#reading, value, this.#recordAt(key)) : undefined
  }

  /** The pairs of a map that stands at `key` by itself: `- humor: had the front desk laughing`. */
  pairs(key: string): readonly Pair[] {
    const value = this.slot(key)?.value
    if (value?.kind !== 'map') return []
    const {source, end} = this.#reading
    const flow = source[value.span.start] === '{'
    const slots = keySlots(source, value.entries, flow, end)
    return value.entries.map((entry, i) => ({
      span: {start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.span.end)},
      key: {value: entry.key.trim(), span: entry.keySpan},
      says: slots[i] && this.#textOf(slots[i]),
    }))
  }

  /**
   * Each item of the list at `key`, opened as the record that the vocabulary has there. A bare string stands for the
   * record's main key, and so does the line of a map that has none of its keys: `- I told her what I saw: three calls`.
   * Of a key that stands twice, both lists count.
   */
  items(key: string): readonly Fields[] {
    const found = this.#slots.get(key)
    if (!found) return NONE
    const {source, end} = this.#reading
    const form = this.#recordAt(key)
    return found.flatMap((slot) => {
      if (isEmpty(slot)) return []
      const {value, raw} = slot
      const isList = value.kind === 'list' && !(raw && losesWords(source, value, raw))
      const slots = isList ? itemSlots(source, value, end) : [slot]
      return slots.flatMap((item) => this.#open(item, form) ?? [])
    })
  }

  report(problem: Problem): void {
    this.#reading.problems.push(problem)
  }

  #recordAt(key: string): RecordForm {
    const form: Form | undefined = this.#keys[key]?.form
    const found = form && recordOf(form)
    if (!found) throw new Error(`The vocabulary has no record at \`${key}\`.`)
    return found
  }

  #open(slot: Slot, form: RecordForm): Fields | undefined {
    const {value} = slot
    if (value.kind === 'map' && value.entries.some(({key}) => keyNamed(form.keys, key) !== undefined))
      return fieldsOf(this.#reading, value, form)
    return form.main !== undefined && slotText(this.#reading.source, slot)
      ? new Fields(this.#reading, slot.raw ?? value.span, form.keys, new Map([[form.main, [slot]]]))
      : undefined
  }

  #typed<T>(key: string, read: TypedReader<T>): Said<T> | undefined {
    const said = this.plain(key)
    return said && read(said, key, (problem) => this.report(problem))
  }

  #textOf(slot: Slot): Said<string> | undefined {
    const text = slotText(this.#reading.source, slot)
    if (text?.rescued)
      this.report({
        code: 'note/read-as-text',
        severity: 'information',
        span: text.span,
        message: `Read as “${shortened(text.value)}”; quotation marks around the words keep them whole for every reader of YAML.`,
        fix: quotationMarks(this.#reading.source, text.span, text.value),
      })
    return text && {value: text.value, span: text.span}
  }
}

/** The keys of `entries` by the vocabulary's names, what people write for them included; others as they are. */
export function fieldsFrom(
  reading: Reading,
  {entries, span, flow}: {entries: readonly MapEntry[]; span: Span; flow: boolean},
  keys: Vocabulary,
): Fields {
  const slots = new Map<string, Slot[]>()
  const all = keySlots(reading.source, entries, flow, reading.end)
  entries.forEach(({key}, i) => {
    const slot = all[i]
    const name = keyNamed(keys, key) ?? key
    const known = slots.get(name)
    if (known && slot) known.push(slot)
    else if (slot) slots.set(name, [slot])
  })
  return new Fields(reading, span, keys, slots)
}

const fieldsOf = (reading: Reading, {entries, span}: MapValue, {keys}: RecordForm): Fields =>
  fieldsFrom(reading, {entries, span, flow: reading.source[span.start] === '{'}, keys)

/** A list item that is a map names itself by its `id` or `name`. */
function namesOf(value: Value): Said<string>[] {
  if (value.kind !== 'map') return []
  const named = ['id', 'name'].map((key) => value.entries.find((entry) => entry.key === key)?.value)
  const text = named.find((candidate) => candidate?.kind === 'text')
  return text?.kind === 'text' ? [{value: text.text.trim(), span: text.span}] : []
}
