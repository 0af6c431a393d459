import type {Edit, Span} from '../core/text/span.ts'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** `apply` is safe in bulk; `ask` holds a prompt in square brackets that only the writer can answer. */
export interface Offer {
  readonly kind: 'apply' | 'ask'
  /** What would stand in the finding's place. */
  readonly text: string
  /** What taking it does, where `text` does not say it. */
  readonly title?: string
  /** Splices of the note that put it there. */
  readonly edits: readonly Edit[]
}

/** Category of what a record needs to be read, and of what the checks on a whole note see. */
const ABOUT_THE_NOTE: ReadonlySet<string> = new Set(['record', 'check'])

/** True where a finding is about a phrase, rather than about what the note holds. */
export const isLanguage = ({category}: Pick<Finding, 'category'>): boolean => !ABOUT_THE_NOTE.has(category)

/** Something in a note worth another look. */
export interface Finding {
  /** Id of the entry or check that saw it: readable words, stable. */
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly span: Span
  /** One plain sentence. It offers; it never scolds. */
  readonly message: string
  /** The reason, one plain sentence; of the model's own findings made when it is first read. */
  readonly why: string
  readonly offers: readonly Offer[]
  /** Codes of the published guides that the entry follows. */
  readonly sources: readonly string[]
}
