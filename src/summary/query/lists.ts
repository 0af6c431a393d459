import {KIND_CHOICES, MODE_CHOICES} from '../../core/record/vocabulary-choices.ts'
import {plain, quote, soft, type Phrase} from '../formats/outline.ts'
import type {Telling} from '../summary.ts'
import {day, words, type QueryList} from './query-list.ts'
import {THREAD_LISTS} from './thread-lists.ts'

const sessions: QueryList = {
  name: 'sessions',
  also: ['session', 'contacts'],
  about: 'when people were met, and how',
  columns: ['Day', 'Kind', 'How', 'Minutes', 'Place'],
  phrases: {late: 'written later than the policy allows'},
  fields: {kind: {choices: KIND_CHOICES}, mode: {choices: MODE_CHOICES}, place: {}, specialist: {}},
  entries: (page) =>
    page.sessions.map(({source, on, kind, mode, minutes, place, specialist, late}) => ({
      facts: {kind: [kind], mode: [mode], place: [place], specialist: [specialist]},
      fits: late?.standing === 'late' || late?.standing === 'past' ? ['late'] : [],
      cells: [
        [day(on, page)],
        [words(kind)],
        [words(mode?.replaceAll('-', ' '))],
        [words(minutes === undefined ? undefined : String(minutes))],
        [words(place)],
      ],
      refs: [source],
    })),
}

const meetings: QueryList = {
  name: 'meetings',
  also: ['meeting', 'follow-ups'],
  about: 'meetings that are planned',
  columns: ['Day', 'At', 'Place', 'About'],
  phrases: {},
  fields: {place: {}, about: {}},
  entries: (page) =>
    page.followUps.map(({on, start, place, about, sources}) => ({
      facts: {place: [place], about: [about]},
      fits: [],
      cells: [[day(on, page)], [words(start)], [words(place)], [words(about)]],
      refs: sources,
    })),
}

const preferences: QueryList = {
  name: 'preferences',
  also: ['preference'],
  about: 'how people like to be met',
  columns: ['About', 'What they like'],
  phrases: {},
  fields: {about: {}, says: {}},
  entries: (page) =>
    page.preferences.map(({about, says, sources}) => ({
      facts: {about: [about], says: [says]},
      fits: [],
      cells: [[words(about)], [plain(says)]],
      refs: sources,
    })),
}

const tellings = (
  name: 'stories' | 'reflections' | 'affirmations' | 'feedback',
  also: readonly string[],
  about: string,
  show: (telling: Telling) => Phrase,
): QueryList => ({
  name,
  also,
  about,
  columns: ['Day', 'Words', 'From or reply'],
  phrases: {},
  fields: {words: {}},
  entries: (page) =>
    page[name].map((telling) => ({
      facts: {words: [telling.text, telling.reply]},
      fits: [],
      cells: [[day(telling.on, page)], [show(telling)], [words(telling.from ?? telling.reply)]],
      refs: telling.sources,
    })),
})

const review: QueryList = {
  name: 'review',
  also: ['questions'],
  about: 'what is unsettled in the notes',
  columns: ['Worth a look', 'What settles it'],
  phrases: {},
  fields: {words: {}},
  entries: (page) =>
    page.review.map(({message, todo, sources}) => ({
      facts: {words: [message]},
      fits: [],
      cells: [[plain(message)], [soft(todo)]],
      refs: sources,
    })),
}

/** Everything that can be listed. */
export const LISTS: readonly QueryList[] = [
  ...THREAD_LISTS,
  sessions,
  meetings,
  preferences,
  tellings('stories', ['story'], 'what people told', ({text}) => plain(text)),
  tellings('reflections', ['reflection'], 'how people see it themselves', ({text}) => quote(text)),
  tellings('affirmations', ['affirmation'], 'what was said to people', ({text}) => plain(text)),
  tellings('feedback', [], 'what others gave back', ({text}) => plain(text)),
  review,
]
