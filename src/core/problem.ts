import type {Edit, Span} from './text/span.ts'

/** What can be wrong with a note as a record, each with a line on what it tells. Codes are public: they appear in settings and in JSON. */
export const PROBLEM_CODES = {
  'yaml/syntax': 'a line that YAML cannot read as it stands; it was read as its words where that is possible',
  'yaml/unclosed': 'a block at the top without its closing line of three dashes',
  'yaml/not-a-map': 'a block at the top that holds no keys',
  'yaml/duplicate-key': 'a key that stands twice in one place',
  'yaml/alias': 'a word that starts with *, which YAML takes for a reference',
  'yaml/tab': 'tabs at the start of lines, where YAML takes blanks only',
  'yaml/indent': 'a line that stands a step beside its neighbours',
  'note/client-missing': 'a note that names nobody, so that it reaches no page',
  'note/client-unreadable': 'an id with blanks or signs in it, which may be a name',
  'note/date-missing': 'a note without a day, so that it has no place in time',
  'note/date-unreadable': 'a day that could not be read',
  'note/date-form': 'a day that was read, and that would read the same everywhere as 2026-07-14',
  'note/time-unreadable': 'a time of day or a duration that could not be read',
  'note/value-unreadable': 'a value that its key does not take, or an item without its main words',
  'note/word-form': 'a word that was read as another one of a list',
  'note/read-as-text': 'words that YAML would shorten or break; they were read whole',
  'note/mark-in-group':
    'words marked in the text of a note about several people, where nobody can tell whose they are',
  'note/key-unread': 'a key that looks like one of the vocabulary, and is kept as your own',
} as const
export type ProblemCode = keyof typeof PROBLEM_CODES

/** A way to write the same thing so that there is no problem. `fixFor` tells whether it holds. */
export interface ProposedFix {
  /** What it does, in a few words. */
  readonly title: string
  /**
   * `same`: the note says the same as before. `adds`: it says more, by a key that was not read. `asks`: what is in
   * square brackets is for the writer to fill in.
   */
  readonly kind: 'same' | 'adds' | 'asks'
  readonly edits: readonly Edit[]
  /** Where somebody should look at it first, so that it is never taken in bulk. */
  readonly byHand?: true
}

/** A problem in what somebody wrote: data with a place, never an exception. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning' | 'information'
  readonly span: Span
  /** One plain sentence that says what was met and what helps. */
  readonly message: string
  readonly fix?: ProposedFix
}
