import type {WholeQuery} from './query.ts'

/** What can be said at one place of a question. */
export interface Option {
  readonly word: string
  readonly about: string
}

/** What is asked for that is no list. */
export interface Whole extends Option {
  readonly kind: WholeQuery['kind']
  /** It is about somebody, whose id follows. */
  readonly takesOne: boolean
}

export const WHOLES: readonly Whole[] = [
  {
    word: 'page for',
    about: 'all that the notes say of a person, as the working page',
    kind: 'page',
    takesOne: true,
  },
  {word: 'map of', about: 'who and what is around a person, as a picture', kind: 'map', takesOne: true},
  {word: 'timeline of', about: 'a person’s goals over time, as a picture', kind: 'timeline', takesOne: true},
  {word: 'week', about: 'what the next two weeks hold', kind: 'week', takesOne: false},
  {word: 'caseload', about: 'everybody, a line each', kind: 'caseload', takesOne: false},
]

/** What may follow: whose, and of which days. `for` is read as `of` wherever it stands. */
export const TAILS = [
  {word: 'of', about: 'of one person, or of several with commas between'},
  {word: 'since', about: 'in notes from a day or a month on: 2026-05, last month'},
  {word: 'until', about: 'in notes up to a day or a month'},
  {word: 'in', about: 'in notes of a month or a year: 2026-05, this month'},
] as const satisfies readonly Option[]

/** The words that put conditions together, with what each says. */
export const JOINERS = {
  where: 'what a field says',
  and: 'and another field',
  is: 'says just this',
  not: 'says anything but this',
  has: 'the words stand somewhere in it',
  or: 'or this',
} as const

/** Whom the note around a question is about. */
export const THIS_PERSON = 'this person'

/** Words that end a value or the id of a person. */
export const STOPS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'for',
  'where',
  ...TAILS.map(({word}) => word),
])
