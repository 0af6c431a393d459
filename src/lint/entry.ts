import type {Severity} from './finding.ts'

/** The ten categories, in the order in which one wins over another on the same words. */
export const CATEGORIES = [
  'label',
  'stigma',
  'blame',
  'hopeless',
  'deficit',
  'victim',
  'dependence',
  'isolation',
  'dictating',
  'one-size',
] as const

export type Category = (typeof CATEGORIES)[number]

/** How a word of a phrase is inflected. */
export type PartOfSpeech = 'noun' | 'verb'

/** Phrases that stand before or after a match, or anywhere in its sentence. */
export interface Surroundings {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly sentence?: readonly string[]
}

/** What may be said instead, in the phrase's basic form; it is fitted to the sentence. */
export interface Reframe {
  readonly kind: 'apply' | 'ask'
  readonly text: string
}

/** One thing that the linter knows how to see, with its own proof. */
export interface Entry {
  readonly id: string
  readonly category: Category | 'strength'
  readonly phrases: readonly string[]
  /** Asked of the writer in place of what the category does to a reader. */
  readonly question?: string
  /** Words of the phrases and reframes that inflect. */
  readonly forms: Readonly<Record<string, PartOfSpeech>>
  readonly reframes: readonly Reframe[]
  readonly why: string
  readonly severity: Severity
  readonly sources: readonly string[]
  /** Left alone where one of these stands. */
  readonly unless: Surroundings
  /** Seen only where one of these stands. */
  readonly only: Surroundings
  /** Seen only where the writer sets the words in doubting marks: `he “lost” it`. */
  readonly scareQuotes: boolean
  /** Guards of the engine that this entry sets aside, by name. */
  readonly despite: readonly string[]
  /** Sentences it sees, the words it sees in square brackets. */
  readonly flagged: readonly string[]
  readonly leftAlone: readonly string[]
  /** What becomes of a sentence when its first `apply` reframe is taken. */
  readonly becomes: readonly (readonly [from: string, to: string])[]
}

/** Words that a phrase may name as `<class>`: each with what it is called in a reframe. */
export type WordClasses = Readonly<Record<string, Readonly<Record<string, string>>>>

/** All that one language is made of. */
export interface Language {
  readonly classes: WordClasses
  readonly names: readonly string[]
  /** What each category does to a reader, completing “…” + effect. */
  readonly effects: Readonly<Record<Category, string>>
  readonly entries: readonly Entry[]
}
