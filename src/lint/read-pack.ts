import {readYamlData, type YamlData} from '../core/yaml/yaml-data.ts'
import {circlesIn} from './class-circles.ts'
import {
  CATEGORIES,
  type Category,
  type Entry,
  type PartOfSpeech,
  type Reframe,
  type Surroundings,
} from './entry.ts'
import type {Severity} from './finding.ts'
import {GUARDS} from './guards/index.ts'
import {meetsNothing, parsePhrase, PhraseError} from './phrase.ts'

/** Something in a pack that could not be read; the rest of the pack still works. */
export interface PackProblem {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

/** One file of a language: phrases of one category, word classes, or names. */
export interface Pack {
  readonly entries: readonly Entry[]
  readonly effects: Readonly<Partial<Record<Category, string>>>
  readonly classes: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly names: readonly string[]
  readonly problems: readonly PackProblem[]
}

const PACK_KEYS = ['category', 'effect', 'why', 'entries', 'classes', 'names']
const KEYS = [
  'phrases',
  'forms',
  'offers',
  'why',
  'severity',
  'sources',
  'unless',
  'only',
  'scare-quotes',
  'despite',
  'flagged',
  'left-alone',
  'becomes',
]
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint']

/** Reads a pack from YAML. What is wrong in one entry leaves out that entry and is named with its line. */
export function readPack(text: string, file: string): Pack {
  return new PackReader(text, file).read()
}

class PackReader {
  readonly #file: string
  readonly #data: YamlData
  readonly #problems: PackProblem[]

  constructor(text: string, file: string) {
    this.#file = file
    this.#data = readYamlData(text)
    this.#problems = this.#data.problems.map((problem) => ({file, ...problem}))
  }

  read(): Pack {
    const {root} = this.#data
    if (!isRecord(root)) {
      if (this.#problems.length === 0)
        this.#report([], 'A pack is a list of keys: category and entries, or classes, or names.')
      return {entries: [], effects: {}, classes: {}, names: [], problems: this.#problems}
    }
    for (const key of Object.keys(root))
      if (!PACK_KEYS.includes(key))
        this.#report([key], `“${key}” is not a key of a pack; those are ${PACK_KEYS.join(', ')}.`)
    const category = root['category']
    const known = isCategory(category) ? category : undefined
    if ('entries' in root && !known)
      this.#report(['category'], `The category is one of: ${[...CATEGORIES, 'strength'].join(', ')}.`)
    const entries = known ? this.#entries(root, known) : []
    const effect = root['effect']
    return {
      entries,
      effects: known && known !== 'strength' && typeof effect === 'string' ? {[known]: effect} : {},
      classes: this.#classes(root['classes']),
      names: this.#readable(this.#texts(root['names'], ['names']), ['names'], {}),
      problems: this.#problems,
    }
  }

  #entries(root: Readonly<Record<string, unknown>>, category: Category | 'strength'): Entry[] {
    return Object.entries(this.#map(root['entries'], ['entries'])).flatMap(([id, raw]) => {
      const before = this.#problems.length
      const entry = this.#entry(id, raw, category, typeof root['why'] === 'string' ? root['why'] : '')
      return this.#problems.length === before ? [entry] : []
    })
  }

  #entry(id: string, raw: unknown, category: Category | 'strength', why: string): Entry {
    const at = ['entries', id]
    const before = this.#problems.length
    const fields = this.#map(raw, at)
    for (const key of Object.keys(fields))
      if (!KEYS.includes(key))
        this.#report([...at, key], `“${key}” is not a key of an entry; those are ${KEYS.join(', ')}.`)
    const forms = this.#forms(fields['forms'], [...at, 'forms'])
    const phrases = this.#phrases(fields['phrases'], [...at, 'phrases'], forms)
    if (phrases.length === 0 && this.#problems.length === before)
      this.#report(at, `“${id}” holds no phrase, so nothing can be seen by it.`)
    const severity = fields['severity'] ?? 'warning'
    if (!isSeverity(severity))
      this.#report([...at, 'severity'], `The severity is one of: ${SEVERITIES.join(', ')}.`)
    const despite = this.#texts(fields['despite'], [...at, 'despite'])
    for (const guard of despite)
      if (!GUARDS.some((known) => known.id === guard))
        this.#report(
          [...at, 'despite'],
          `“${guard}” is no guard; those are ${GUARDS.map((known) => known.id).join(', ')}.`,
        )
    return {
      id,
      category,
      phrases,
      forms,
      reframes: this.#reframes(fields['offers'], [...at, 'offers']),
      why: typeof fields['why'] === 'string' ? fields['why'] : why,
      severity: isSeverity(severity) ? severity : 'warning',
      sources: this.#texts(fields['sources'], [...at, 'sources']),
      unless: this.#surroundings(fields['unless'], [...at, 'unless'], forms),
      only: this.#surroundings(fields['only'], [...at, 'only'], forms),
      scareQuotes: fields['scare-quotes'] === true,
      despite,
      flagged: this.#texts(fields['flagged'], [...at, 'flagged']),
      leftAlone: this.#texts(fields['left-alone'], [...at, 'left-alone']),
      becomes: Object.entries(this.#map(fields['becomes'], [...at, 'becomes'])).map(([from, to]) => [
        from,
        String(to),
      ]),
    }
  }

  #forms(raw: unknown, at: readonly string[]): Record<string, PartOfSpeech> {
    const forms: Record<string, PartOfSpeech> = {}
    for (const [word, part] of Object.entries(this.#map(raw, at)))
      if (part === 'noun' || part === 'verb') forms[word] = part
      else
        this.#report([...at, word], `A word inflects as a noun or as a verb; “${String(part)}” is neither.`)
    return forms
  }

  #phrases(
    raw: unknown,
    at: readonly string[],
    forms: Readonly<Record<string, PartOfSpeech>>,
  ): readonly string[] {
    const phrases = this.#texts(raw, at)
    return this.#readable(phrases, at, forms, at.at(-1) === 'phrases')
  }

  /** Those phrases that can be read; what is the matter with the others is reported. */
  #readable(
    phrases: readonly string[],
    at: readonly string[],
    forms: Readonly<Record<string, PartOfSpeech>>,
    whole = true,
  ): readonly string[] {
    return phrases.filter((phrase, index) => {
      try {
        if (!meetsNothing(parsePhrase(phrase, forms)) || !whole) return true
        this.#report(
          [...at, index],
          `“${phrase}” may be met without any word, so it would be met everywhere.`,
        )
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error
        this.#report([...at, index], error.message)
      }
      return false
    })
  }

  #reframes(raw: unknown, at: readonly string[]): readonly Reframe[] {
    const offers: readonly unknown[] =
      raw === undefined || raw === null ? [] : Array.isArray(raw) ? raw : [raw]
    return offers.flatMap((offer, index) => {
      const pair = isRecord(offer) ? Object.entries(offer) : []
      const [kind, text] = pair[0] ?? []
      if (pair.length === 1 && (kind === 'apply' || kind === 'ask') && typeof text === 'string')
        return [{kind, text}]
      this.#report(
        [...at, index],
        'An offer reads `apply: words` where it is safe in bulk, `ask: words` where it needs the writer.',
      )
      return []
    })
  }

  #surroundings(
    raw: unknown,
    at: readonly string[],
    forms: Readonly<Record<string, PartOfSpeech>>,
  ): Surroundings {
    const found: Record<string, readonly string[]> = {}
    for (const [key, phrases] of Object.entries(this.#map(raw, at)))
      if (key === 'before' || key === 'after' || key === 'sentence')
        found[key] = this.#phrases(phrases, [...at, key], forms)
      else this.#report([...at, key], `Surroundings are before, after or sentence; “${key}” is none of them.`)
    return found
  }

  #classes(raw: unknown): Record<string, Record<string, string>> {
    const classes: Record<string, Record<string, string>> = {}
    for (const [name, members] of Object.entries(this.#map(raw, ['classes']))) {
      const at = ['classes', name]
      const named = Array.isArray(members)
        ? this.#texts(members, at).map((member) => [member, ''] as const)
        : Object.entries(this.#map(members, at)).map(
            ([member, as]) => [member, this.#texts(as, [...at, member])[0] ?? ''] as const,
          )
      const readable = this.#readable(
        named.map(([member]) => member),
        at,
        {},
      )
      classes[name] = Object.fromEntries(named.filter(([member]) => readable.includes(member)))
    }
    const inCircle = circlesIn(classes)
    for (const [name, members] of Object.entries(classes))
      for (const member of Object.keys(members))
        if (inCircle(name, member))
          this.#report(['classes', name], `“${member}” leads back to <${name}>, so it was left out.`)
    return classes
  }

  /** A map as it was written; anything else is reported and holds nothing. */
  #map(raw: unknown, at: readonly string[]): Readonly<Record<string, unknown>> {
    if (isRecord(raw)) return raw
    if (raw !== undefined && raw !== null)
      this.#report(at, `“${at.at(-1)}” takes lines of the form \`key: value\`.`)
    return {}
  }

  #texts(raw: unknown, at: readonly (string | number)[]): readonly string[] {
    if (raw === undefined || raw === null) return []
    const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw]
    return list.flatMap((item, index) => {
      if (typeof item === 'string' || typeof item === 'number') return [String(item)]
      this.#report([...at, index], 'A line of text belongs here; quotation marks around it usually help.')
      return []
    })
  }

  #report(at: readonly (string | number)[], message: string): void {
    this.#problems.push({file: this.#file, line: this.#data.lineOf(at), message})
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSeverity = (value: unknown): value is Severity => SEVERITIES.some((severity) => severity === value)

const isCategory = (value: unknown): value is Category | 'strength' =>
  value === 'strength' || CATEGORIES.some((category) => category === value)
