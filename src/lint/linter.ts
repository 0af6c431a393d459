import type {Note} from '../core/note.ts'
import {parseNote} from '../core/note.ts'
import type {Prose} from '../core/prose.ts'
import {applyEdits, type Edit} from '../core/span.ts'
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
import {parsePhrase} from './phrase.ts'
import {ClassIndex} from './class-index.ts'
import {PhraseTrie} from './phrase-trie.ts'
import {fitReframes, type Fitted} from './reframe.ts'
import {settle} from './settle.ts'
import {findQuotations} from './speech.ts'
import {SurroundingIndex} from './surroundings.ts'
import {withoutSwitchedOff} from './switches.ts'
import {readWords} from './words.ts'

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

/** Reads the language of notes. One linter serves any number of notes; it keeps nothing of what it read. */
export class Linter {
  readonly #language: Language
  readonly #trie: PhraseTrie<Entry>
  readonly #names: PhraseTrie<true>
  readonly #surroundings: SurroundingIndex
  readonly #model: LanguageModel | undefined

  readonly #judged = new WeakMap<Prose, readonly Judgement[]>()

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
    const findings = note.prose.flatMap((prose) => this.#lintProse(note, prose, settings))
    return withoutSwitchedOff(note, findings).toSorted((a, b) => a.span.start - b.span.start)
  }

  /** Where the note speaks of strengths, in the order of its text. */
  sightings(note: Note): Sighting[] {
    return note.prose.flatMap((prose) => {
      const met = this.judge(prose)
        .filter(({candidate, verdict}) => candidate.entry.category === 'strength' && verdict === 'finding')
        .map(({candidate, passage}) => ({
          ...placeOf(candidate, passage),
          category: candidate.entry.category,
          rule: candidate.entry.id,
        }))
      return settle(met).map(({rule, start, end}) => ({rule, ...prose.sourceSpan(start, end)}))
    })
  }

  /** Everything that was met in a stretch of prose, with what the engine made of it; read once while it is held. */
  judge(prose: Prose): readonly Judgement[] {
    const known = this.#judged.get(prose)
    if (known) return known
    const packs = this.#judgePacks(prose)
    const judged = [...packs, ...this.#judgeRest(packs, prose)]
    this.#judged.set(prose, judged)
    return judged
  }

  #judgePacks(prose: Prose): readonly Judgement[] {
    return this.#match(this.#read(prose))
  }

  /** What the model sees where no rule of the packs found anything or was held back. */
  #judgeRest(packs: readonly Judgement[], prose: Prose): readonly Judgement[] {
    if (!this.#model) return []
    const passage = packs[0]?.passage ?? this.#read(prose)
    const taken = packs
      .filter(({candidate, held}) => candidate.entry.category !== 'strength' && held !== 'only')
      .map(({candidate}) => candidate)
    return this.#model
      .candidates(passage, taken)
      .map((candidate) => ({candidate, passage, ...this.#verdict(candidate, passage)}))
  }

  #read(prose: Prose): Passage {
    const words = readWords(prose.text)
    const named = new Set<number>()
    for (const {first, last} of this.#names.match(words))
      if (words[first]?.capital) for (let at = first; at <= last; at++) named.add(at)
    return {prose, words, named, quotations: findQuotations(prose.text, words)}
  }

  #match(passage: Passage): readonly Judgement[] {
    return this.#trie.match(passage.words).map(({id: entry, first, last, captures}) => {
      const candidate: Candidate = {entry, first, last, captures}
      return {candidate, passage, ...this.#verdict(candidate, passage)}
    })
  }

  #verdict(candidate: Candidate, passage: Passage): Pick<Judgement, 'verdict' | 'held'> {
    const {entry} = candidate
    if (this.#surroundings.holds(entry, 'unless', candidate, passage))
      return {verdict: 'silence', held: 'unless'}
    if (!this.#surroundings.allows(entry, candidate, passage)) return {verdict: 'silence', held: 'only'}
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

  #lintProse(note: Note, prose: Prose, settings: RuleSettings): Finding[] {
    const met = this.judge(prose).flatMap((judgement) => {
      const {candidate, passage, verdict} = judgement
      const {id, category} = candidate.entry
      const setting = settings[id] ?? settings[category]
      if (verdict === 'silence' || category === 'strength' || setting === 'off') return []
      const {start, end} = placeOf(candidate, passage)
      return [{category, start, end, judgement, severity: severityOf(judgement, setting)}]
    })
    return settle(met).map(({start, end, category, severity, judgement}) => {
      const {entry} = judgement.candidate
      const offers = this.#offers(note, judgement)
      return {
        rule: entry.id,
        category,
        severity,
        span: prose.sourceSpan(start, end),
        message: this.#message(category, entry.question, prose.text.slice(start, end), offers),
        why: entry.why,
        offers,
        sources: entry.sources,
      }
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
    return !this.#judgePacks({...prose, text}).some(({candidate, passage, verdict}) => {
      if (verdict === 'silence' || candidate.entry.category === 'strength') return false
      const again = placeOf(candidate, passage)
      return again.start < placed.end && placed.start < again.end
    })
  }
}

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
