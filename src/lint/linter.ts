import type {Note} from '../core/note.ts'
import {parseNote} from '../core/note.ts'
import type {Prose} from '../core/text/prose.ts'
import {applyEdits, type Edit} from '../core/text/span.ts'
import type {Category, Entry, Language} from './entry.ts'
import type {Finding, Offer, Severity} from './finding.ts'
import {GUARDS, STRENGTH_GUARDS} from './guards/index.ts'
import {
  marksAround,
  placeOf,
  sentenceEnd,
  sentenceStart,
  type Candidate,
  type Guard,
  type Passage,
} from './passage.ts'
import type {LanguageModel} from './model/language-model.ts'
import {reconsider} from './reconsider.ts'
import {parsePhrase} from './phrase.ts'
import {ClassIndex} from './class-index.ts'
import {PhraseTrie} from './phrase-trie.ts'
import {fitReframes, type Fitted} from './reframe.ts'
import {settle} from './settle.ts'
import {findQuotations} from './speech.ts'
import {SurroundingIndex} from './surroundings.ts'
import {withoutSwitchedOff} from './switches.ts'
import {readWords, type Word} from './words.ts'

/** What a workspace says about rules: by entry id or by category, `off` or how much it weighs. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>

/** Strengths-based language that a note already holds. */
export interface Sighting {
  readonly rule: string
  readonly start: number
  readonly end: number
}

/** What was met at a place, and what the engine made of it: for the person who asks why, or why not. */
export interface Judgement {
  readonly candidate: Candidate
  readonly passage: Passage
  readonly verdict: 'finding' | 'softened' | 'silence'
  /** Guard that held, or `unless` and `only` for the entry's own conditions. */
  readonly held: string | undefined
}

/** A stretch of prose with what was made of its language; where it speaks of strengths is judged when asked. */
interface Reading {
  readonly passage: Passage
  readonly language: readonly Judgement[]
  readonly strengths: readonly Candidate[]
}

const NONE: ReadonlySet<number> = new Set()

/** Reads the language of notes. One linter serves any number of notes; it keeps nothing of what it read. */
export class Linter {
  readonly #language: Language
  readonly #trie: PhraseTrie<Entry>
  readonly #names: PhraseTrie<true>
  readonly #surroundings: SurroundingIndex
  readonly #model: LanguageModel | undefined

  readonly #readings = new WeakMap<Note, readonly Reading[]>()
  readonly #sightings = new WeakMap<Note, readonly Sighting[]>()

  /** With a model, what the packs left silent is read once more. */
  constructor(language: Language, model?: LanguageModel) {
    this.#language = language
    this.#model = model
    const classes = new ClassIndex(language.classes)
    this.#trie = new PhraseTrie(classes)
    for (const entry of language.entries)
      for (const phrase of entry.phrases) this.#trie.add(parsePhrase(phrase, entry.forms), entry)
    this.#names = new PhraseTrie(classes)
    for (const name of language.names) this.#names.add(parsePhrase(name, {}), true)
    this.#surroundings = new SurroundingIndex(classes)
  }

  /** The findings of a note in the order of its text. */
  lint(note: Note, settings: RuleSettings = {}): Finding[] {
    const findings = this.#read(note).flatMap((reading) => this.#findingsIn(note, reading, settings))
    return withoutSwitchedOff(note, findings).toSorted((a, b) => a.span.start - b.span.start)
  }

  /** Where the note speaks of strengths, in the order of its text. */
  sightings(note: Note): readonly Sighting[] {
    const known = this.#sightings.get(note)
    if (known) return known
    const sightings = this.#read(note).flatMap((reading) => this.#sightingsIn(reading))
    this.#sightings.set(note, sightings)
    return sightings
  }

  #sightingsIn({passage, strengths}: Reading): Sighting[] {
    const met = strengths.flatMap((candidate) => {
      const {category, id} = candidate.entry
      if (this.#verdict(candidate, passage).verdict !== 'finding') return []
      return [{...placeOf(candidate, passage), category, rule: id}]
    })
    return settle(met).map(({rule, start, end}) => ({rule, ...passage.prose.sourceSpan(start, end)}))
  }

  /** Everything that was met in a stretch of a note's prose, with what the engine made of it. */
  judge(prose: Prose, note?: Note): readonly Judgement[] {
    const {passage, language, strengths} = this.#readProse(prose, this.#modelFor(note))
    return [...language, ...strengths.map((candidate) => this.#judge(candidate, passage))]
  }

  /** A note's prose with what stands in it; read once while the note is held. */
  #read(note: Note): readonly Reading[] {
    const known = this.#readings.get(note)
    if (known) return known
    const model = this.#modelFor(note)
    const readings = note.prose.map((prose) => this.#readProse(prose, model))
    this.#readings.set(note, readings)
    return readings
  }

  /** It has learned from notes alone, which open with frontmatter; of other writing it would say anything. */
  #modelFor(note: Note | undefined): LanguageModel | undefined {
    return note?.frontmatter ? this.#model : undefined
  }

  #readProse(prose: Prose, model: LanguageModel | undefined): Reading {
    const {passage, candidates} = this.#match(prose)
    const strengths: Candidate[] = []
    const packs: Judgement[] = []
    for (const candidate of candidates)
      if (candidate.entry.category === 'strength') strengths.push(candidate)
      else packs.push(this.#judge(candidate, passage))
    if (!model) return {passage, strengths, language: packs}
    const reading = model.read(passage)
    const language = reconsider(packs, reading)
    // Where no rule of the packs found anything or was held back.
    const taken = language.filter(({held}) => held !== 'only').map(({candidate}) => candidate)
    const seen = reading.candidates(taken).map((candidate) => this.#judge(candidate, passage))
    return {passage, strengths, language: [...language, ...seen]}
  }

  #match(prose: Prose): {readonly passage: Passage; readonly candidates: readonly Candidate[]} {
    const words = readWords(prose.text)
    const named = this.#namedIn(words)
    const passage: Passage = {prose, words, named, quotations: findQuotations(prose.text, words)}
    const candidates = this.#trie
      .match(words)
      .map(({id: entry, first, last, captures}) => ({entry, first, last, captures}))
    return {passage, candidates}
  }

  /** Places of words that are part of a name; all names hold a capital where they start. */
  #namedIn(words: readonly Word[]): ReadonlySet<number> {
    const capitals: number[] = []
    for (let at = 0; at < words.length; at++) if (words[at]?.capital) capitals.push(at)
    if (capitals.length === 0) return NONE
    const named = new Set<number>()
    for (const {first, last} of this.#names.matchFrom(words, capitals))
      for (let at = first; at <= last; at++) named.add(at)
    return named
  }

  #judge(candidate: Candidate, passage: Passage): Judgement {
    return {candidate, passage, ...this.#verdict(candidate, passage)}
  }

  #verdict(candidate: Candidate, passage: Passage): Pick<Judgement, 'verdict' | 'held'> {
    const {entry} = candidate
    const against = this.#surroundings.against(candidate, passage)
    if (against) return {verdict: 'silence', held: against}
    if (entry.scareQuotes && !marksAround(candidate, passage)) return {verdict: 'silence', held: 'only'}
    let softened: Guard | undefined
    for (const guard of entry.category === 'strength' ? STRENGTH_GUARDS : GUARDS) {
      if (entry.despite.includes(guard.id)) continue
      const judged = guard.judge(candidate, passage)
      if (judged === 'silence') return {verdict: 'silence', held: guard.id}
      if (judged === 'soften') softened ??= guard
    }
    return softened ? {verdict: 'softened', held: softened.id} : {verdict: 'finding', held: undefined}
  }

  #findingsIn(note: Note, {passage, language}: Reading, settings: RuleSettings): Finding[] {
    const {prose} = passage
    const met = language.flatMap((judgement) => {
      const {candidate, verdict} = judgement
      const {id, category} = candidate.entry
      // `model` weighs all of its rules, whose ids are `model/` and the category.
      const setting = settings[id] ?? settings[id.split('/', 1)[0] ?? id] ?? settings[category]
      if (category === 'strength' || verdict === 'silence' || setting === 'off') return []
      const {start, end} = placeOf(candidate, passage)
      return [{category, start, end, judgement, severity: severityOf(judgement, setting)}]
    })
    return settle(met).map(({start, end, category, severity, judgement}) => {
      const {entry} = judgement.candidate
      const offers = this.#offers(note, judgement)
      const message = this.#message(category, entry.question, prose.text.slice(start, end), offers)
      return findingOf(entry, {category, severity, span: prose.sourceSpan(start, end), message, offers})
    })
  }

  #message(category: Category, question: string | undefined, text: string, offers: readonly Offer[]): string {
    if (question) return `“${text}”: ${question}`
    const offer = offers[0] ? ` Perhaps “${offers[0].text}”.` : ''
    return `“${text}” ${this.#language.effects[category]}.${offer}`
  }

  #offers(note: Note, {candidate, passage}: Judgement): Offer[] {
    return fitReframes(candidate, passage).flatMap((fitted) => {
      if (!this.#readsClean(candidate, passage, fitted)) return []
      const edits = editsFor(note, passage.prose, fitted)
      return edits ? [{kind: fitted.kind, text: fitted.text, edits}] : []
    })
  }

  /** True where the sentence with the reframe in it holds nothing, at that place, that would be flagged again. */
  #readsClean({first, last}: Candidate, {prose, words}: Passage, {start, end, replacement}: Fitted): boolean {
    const from = words[sentenceStart(words, first)]?.start ?? 0
    const to = words[sentenceEnd(words, last) - 1]?.end ?? prose.text.length
    const text = prose.text.slice(from, start) + replacement + prose.text.slice(end, to)
    const placed = {start: start - from, end: start - from + replacement.length}
    const {passage, candidates} = this.#match({...prose, text})
    return !candidates.some((candidate) => {
      if (candidate.entry.category === 'strength') return false
      const again = placeOf(candidate, passage)
      if (again.start >= placed.end || placed.start >= again.end) return false
      return this.#verdict(candidate, passage).verdict !== 'silence'
    })
  }
}

/** A finding that holds on to its entry alone: a report keeps thousands of them, and lets go of their notes. */
const findingOf = (
  entry: Entry,
  told: Pick<Finding, 'category' | 'severity' | 'span' | 'message' | 'offers'>,
): Finding => ({
  rule: entry.id,
  ...told,
  get why() {
    return entry.why
  },
  sources: entry.sources,
})

function severityOf({candidate, verdict}: Judgement, setting: Severity | undefined): Severity {
  if (setting) return setting
  return verdict === 'softened' ? 'information' : candidate.entry.severity
}

/** Splices that put a fitted reframe in place; undefined where markup or YAML would not survive them. */
function editsFor(note: Note, prose: Prose, {start, end, replacement}: Fitted): readonly Edit[] | undefined {
  const [first, ...others] = prose.sourceRuns(start, end)
  if (!first || (prose.kind === 'cell' && replacement.includes('|'))) return undefined
  const edits = [{span: first, text: replacement}, ...others.map((span) => ({span, text: ''}))]
  if (others.length === 0 && prose.kind !== 'value') return edits
  const wanted = prose.text.slice(0, start) + replacement + prose.text.slice(end)
  return surroundingsAfter(note, prose, edits).includes(wanted) ? edits : undefined
}

/** Blocks longer than any that a person writes are not read again for each reframe. */
const LARGEST = 20_000

/** What the block, or the frontmatter, of an edited stretch reads as afterwards. */
function surroundingsAfter(note: Note, prose: Prose, edits: readonly Edit[]): readonly string[] {
  const {start, end} = prose.kind === 'value' ? (note.frontmatter?.span ?? prose.span) : prose.span
  if (end - start > LARGEST) return []
  const moved = edits.map(({span, text}) => ({
    span: {start: span.start - start, end: span.end - start},
    text,
  }))
  return parseNote(applyEdits(note.text.slice(start, end), moved)).prose.map(({text}) => text)
}
