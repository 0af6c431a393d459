import {parseNote} from '../../../src/core/note.ts'
import {readPolicy} from '../../../src/core/agency/policy.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {fold} from '../../../src/summary/fold.ts'
import {WordCounts} from '../../../src/summary/recall/folder-words.ts'
import type {Recall} from '../../../src/summary/recall/recall.ts'
import {day, noteOf} from '../folded.ts'

const TODAY = day('2026-07-21')

/** Two notes of one person and one of another. */
export const EARLIER = [
  noteOf(
    'c-1/2026-07-07.md',
    `client: c-1
date: 2026-07-07
place: public library
specialist: jm
participants: [sister]
strengths:
  - {name: tenacity, evidence: Called three times, named_by: person}
goals:
  - id: g-work
    words: "I want to work with my hands again"
    status: active
    strengths: [tenacity]
    actions:
      - {id: a1, what: "Call the hall: ask for July", who: person, by: 2026-07-10}
      - Print the form
resources:
  - {id: union-hall, name: Carpenters Local 43, kind: employment, status: waiting, for: [g-work]}
  - {name: sister, kind: family, status: active}
`,
  ),
  noteOf(
    'c-1/2026-07-14.md',
    `client: c-1
date: 2026-07-14
place: his kitchen
goals:
  - {id: g-work, progress: {rating: 6, by: person, says: It was a three in May}, actions: [{what: Print the form, done: yes}]}
  - {id: g-old, words: Leave the shelter, status: reached}
strengths: [tenacity, humor]
`,
  ),
  noteOf('c-2/2026-07-01.md', 'client: c-2\ndate: 2026-07-01\nplace: clinic\ngoals: [Sing]'),
]

const words = new WordCounts()
for (const {record} of EARLIER) words.add(record)

/** What the editor knows with `text` as the note at hand. */
export const recalled = (text: string): Recall => {
  const note = parseNote(text)
  return {
    note,
    record: readRecord(note).record,
    today: TODAY,
    time: '14:05',
    policy: readPolicy('rounding: up\n').policy,
    pageOf: (client) => fold(EARLIER, {asOf: TODAY}).pages.find((page) => page.client === client),
    folderWords: () => words.words(EARLIER.slice(0, 2).map(({record}) => record)),
  }
}
