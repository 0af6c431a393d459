import {KIND_CHOICES, MODE_CHOICES} from './vocabulary-choices.ts'
import {
  id,
  listOf,
  oneOf,
  anyOrOneOf,
  DATE,
  PROSE,
  record,
  TIME,
  WORDS,
  YES_NO,
  type Form,
  type Key,
  type RecordForm,
  type Vocabulary,
} from './vocabulary-form.ts'
import {PERSONAL_KEYS} from './vocabulary-personal.ts'

const START: Key = {form: TIME, about: 'When you began.', example: '14:00', also: ['start_time', 'time']}
const END: Key = {form: TIME, about: 'When you parted.', example: '14:50', also: ['end_time']}
const MODE: Key = {form: oneOf(MODE_CHOICES), about: 'How you spoke.', example: 'in-person'}
const PLACE: Key = {
  form: PROSE,
  about: 'Where you met, in words rather than an address.',
  example: 'public library, study room 2',
  also: ['location', 'where'],
}

const HEADER_KEYS = {
  client: {
    form: id('client'),
    about: 'A short id for the person; who it is stays out of the notes.',
    example: 'c-014',
    also: ['person'],
  },
  date: {
    form: DATE,
    about: 'The day of the contact.',
    example: '2026-07-14',
    also: ['day', 'date_of_service'],
  },
  start: START,
  end: END,
  duration: {
    form: {kind: 'duration'},
    about: 'How long it took, where start or end is not known.',
    example: '50 min',
    also: ['minutes', 'length'],
  },
  kind: {
    form: oneOf(KIND_CHOICES),
    about: 'What kind of contact it was.',
    example: 'individual',
  },
  mode: MODE,
  place: PLACE,
  specialist: {
    form: id('specialist'),
    about: 'Your initials or staff id; name and credential come from specialists.yml.',
    example: 'jm',
    also: ['staff', 'peer_specialist'],
  },
} as const satisfies Vocabulary

const FORMAL_KEYS = {
  participants: {
    form: listOf(WORDS),
    about: 'Who else was there, by role.',
    example: '[sister, case manager]',
    also: ['present', 'others_present'],
  },
  clients: {form: listOf(id('client')), about: 'The people in a group note.', example: '[c-014, c-022]'},
  each: {
    form: {kind: 'map', keys: 'client', of: record(undefined, PERSONAL_KEYS)},
    about: 'In a group note, what belongs to one person each.',
    example: '{c-014: {wins: [Spoke first]}}',
  },
  contacts: {
    form: listOf(record('start', {start: START, end: END, mode: MODE, place: PLACE})),
    about: 'Several contacts in one note.',
    example: '[{start: 9:00, end: 9:20, mode: phone}, {start: 14:00, end: 14:50}]',
  },
  service: {
    form: record('code', {
      code: {form: id('code'), about: 'The code that is billed.', example: 'H0038'},
      modifiers: {form: listOf(id('code')), about: 'Its modifiers.', example: '[HQ]', also: ['modifier']},
      plan_goal: {form: WORDS, about: "The goal's number in the agency's plan.", example: 'ISP-2'},
      payer: {form: WORDS, about: 'Who pays; its rules for units are in policy.yml.', example: 'medicaid'},
    }),
    about: 'What the agency bills; units are counted, never typed.',
    example: '{code: H0038, modifiers: [], plan_goal: ISP-2}',
  },
  consent: {
    form: record(undefined, {
      together: {form: YES_NO, about: 'The note was written together.', example: 'yes'},
      shared_with_client: {form: YES_NO, about: 'The person has seen it.', example: 'yes', also: ['shared']},
      release: {form: YES_NO, about: 'A release for speaking with others is on file.', example: 'yes'},
    }),
    about: 'What the person agreed to.',
    example: '{together: yes, shared_with_client: yes}',
  },
  release: {form: YES_NO, about: 'A release is on file; the same as in `consent`.', example: 'yes'},
  entered: {
    form: {kind: 'moment'},
    about: 'When the note was written, where that is later than the day itself.',
    example: '2026-07-15 09:30',
    also: ['written', 'entered_on'],
  },
  late: {form: YES_NO, about: 'This is a late entry.', example: 'yes', also: ['late_entry']},
  amends: {
    form: id('note'),
    about: 'The note that this one adds to.',
    example: 'c-014/2026-07-14',
    also: ['addendum_to'],
  },
  corrects: {
    form: id('note'),
    about: 'The note that this one stands in for.',
    example: 'c-014/2026-07-14',
  },
  reason: {form: PROSE, about: 'Why it is late, or was corrected.', example: 'The wrong date was written'},
  note: {
    form: id('note'),
    about: "The note's own id, which stays when the file moves.",
    example: 'c-014/2026-07-14',
  },
  schema: {
    form: anyOrOneOf([{value: 'strengths-note/1', means: 'this vocabulary'}]),
    about: 'The vocabulary that the note follows.',
    example: 'strengths-note/1',
  },
} as const satisfies Vocabulary

/** Every key of a note's frontmatter, in the order in which people think of them. Other keys are kept as they are. */
export const NOTE_KEYS = {...HEADER_KEYS, ...PERSONAL_KEYS, ...FORMAL_KEYS} as const satisfies Vocabulary
export type NoteKey = keyof typeof NOTE_KEYS

const NOTE_FORM = record(undefined, NOTE_KEYS)

/** A key as the vocabulary writes it: upper case, blanks and hyphens do not matter. */
export const plainKey = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

const NAMES = new WeakMap<Vocabulary, ReadonlyMap<string, string>>()

/** The key of `vocabulary` that somebody means by `typed`; undefined for a key of their own. */
export function keyNamed(vocabulary: Vocabulary, typed: string): string | undefined {
  const known = NAMES.get(vocabulary)
  const names =
    known ??
    new Map([
      ...Object.entries(vocabulary).flatMap(([key, {also = []}]) =>
        also.map((other) => [other, key] as const),
      ),
      ...Object.keys(vocabulary).map((key) => [key, key] as const),
    ])
  if (!known) NAMES.set(vocabulary, names)
  return names.get(plainKey(typed))
}

/** The record that a form or its list holds. */
export const recordOf = (form: Form): RecordForm | undefined =>
  form.kind === 'list' ? recordOf(form.of) : form.kind === 'record' ? form : undefined

/** What a path leads to; `form` is that of a value, or of one item of its list. */
interface Place {
  readonly key: Key
  readonly form: Form
}

/** List items take no step; a name below `each` or `scores` takes one. */
function placeAt(path: readonly string[]): Place | undefined {
  let at: Place | undefined
  let keys: Vocabulary | undefined = NOTE_KEYS
  for (const step of path) {
    if (at?.form.kind === 'map') at = {key: at.key, form: at.form.of}
    else {
      const name: string | undefined = keys && keyNamed(keys, step)
      const key: Key | undefined = name === undefined ? undefined : keys?.[name]
      if (!key) return undefined
      at = {key, form: key.form}
    }
    keys = recordOf(at.form)?.keys
  }
  return at
}

/** The key at `path`, such as `['goals', 'actions', 'who']`; undefined where the vocabulary has none. */
export const keyAt = (path: readonly string[]): Key | undefined => placeAt(path)?.key

/** The record that may be written under `path`, with its keys; undefined where none may. */
export function recordUnder(path: readonly string[]): RecordForm | undefined {
  if (path.length === 0) return NOTE_FORM
  const place = placeAt(path)
  return place && recordOf(place.form)
}
