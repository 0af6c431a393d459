/** The nine strategies for helping people see their strengths and resources, in the order of the practice. */
export const STRATEGIES = {
  'active-exploration': 'Active exploration',
  'strengths-assessment': 'Strengths assessment',
  'reflective-listening': 'Reflective listening and affirmation',
  'skill-identification': 'Skill identification',
  'resource-mapping': 'Resource mapping',
  'peer-feedback': 'Peer support and feedback',
  'self-reflection': 'Self-reflection',
  'goal-setting': 'Goal-setting and action planning',
  'celebrating-progress': 'Celebrating progress',
} as const
export type Strategy = keyof typeof STRATEGIES

/** One word of a list that a value is chosen from. */
export interface Choice {
  readonly value: string
  /** One plain line. */
  readonly means: string
  /** Other words that people write for it; they are read as `value`. */
  readonly also?: readonly string[]
}

/** What an id or a name stands for, so that an editor can offer those that earlier notes hold. */
export type Named =
  'note' | 'client' | 'specialist' | 'goal' | 'strength' | 'resource' | 'skill' | 'action' | 'code'

/** What stands at a key. */
export type Form =
  | {readonly kind: 'id'; readonly of: Named}
  /** A word or two that are kept as typed: a role, a code. */
  | {readonly kind: 'words'}
  /** What somebody says in their own words; it comes back whole, whatever YAML makes of its signs. */
  | {readonly kind: 'prose'}
  | {readonly kind: 'date'}
  /** A day, with or without a time of day. */
  | {readonly kind: 'moment'}
  | {readonly kind: 'time'}
  | {readonly kind: 'duration'}
  | {readonly kind: 'number'}
  | {readonly kind: 'yes-no'}
  /** Yes, no, or the day on which it came to be so. */
  | {readonly kind: 'date-or-yes-no'}
  /** `open`: other words are welcome too. */
  | {readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly open: boolean}
  /** One item may stand without its list. */
  | {readonly kind: 'list'; readonly of: Form}
  | RecordForm
  /** Keys of the writer's own, such as the ids of clients, each with the same form. */
  | {readonly kind: 'map'; readonly keys: Named; readonly of: Form}

export interface RecordForm {
  readonly kind: 'record'
  readonly keys: Vocabulary
  /** The key that a bare text stands for; undefined where a map has to be written. */
  readonly main: string | undefined
  /** Where a map of one pair means something: the key of its value, its key standing for `main`. */
  readonly pair?: string
}

/** One key of the frontmatter. */
export interface Key {
  readonly form: Form
  /** What it is for, in one plain line. */
  readonly about: string
  /** A value as it is written after the colon, on one line. */
  readonly example: string
  readonly strategy?: Strategy
  /** Other keys that are read as this one; upper case, blanks and hyphens never matter. */
  readonly also?: readonly string[]
}

export type Vocabulary = Readonly<Record<string, Key>>

export const id = (of: Named): Form => ({kind: 'id', of})
export const WORDS: Form = {kind: 'words'}
export const PROSE: Form = {kind: 'prose'}
export const DATE: Form = {kind: 'date'}
export const TIME: Form = {kind: 'time'}
export const NUMBER: Form = {kind: 'number'}
export const YES_NO: Form = {kind: 'yes-no'}
export const listOf = (of: Form): Form => ({kind: 'list', of})
export const oneOf = (choices: readonly Choice[]): Form => ({kind: 'choice', choices, open: false})
export const anyOrOneOf = (choices: readonly Choice[]): Form => ({kind: 'choice', choices, open: true})
export const record = (main: string | undefined, keys: Vocabulary, pair?: string): RecordForm => ({
  kind: 'record',
  keys,
  main,
  ...(pair === undefined ? {} : {pair}),
})
