import type {Edit, Span} from '../core/span.ts'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** `apply` is safe in bulk; `ask` holds a prompt in square brackets that only the writer can answer. */
export interface Offer {
  readonly kind: 'apply' | 'ask'
  /** What would stand in the finding's place. */
  readonly text: string
  /** Splices of the note that put it there. */
  readonly edits: readonly Edit[]
}

/** Something in a note worth another look. */
export interface Finding {
  /** Id of the entry or check that saw it: readable words, stable. */
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly span: Span
  /** One plain sentence. It offers; it never scolds. */
  readonly message: string
  /** The reason, one plain sentence. */
  readonly why: string
  readonly offers: readonly Offer[]
  /** Codes of the published guides that the entry follows. */
  readonly sources: readonly string[]
}
