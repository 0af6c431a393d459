import {counted} from '../../core/text/counted.ts'
import type {Note} from '../../core/note.ts'
import type {PersonalRecord} from '../../core/record/record-items.ts'
import type {Policy} from '../../core/agency/policy.ts'
import {partsOf, type SessionRecord} from '../../core/record/record.ts'
import {plainWords} from '../same-thing.ts'
import {minutesOf, minutesWords} from './minutes.ts'

/** What a note holds, in three short parts; what it does not hold is left out. */
export interface NoteStrip {
  /** `50 minutes · 4 units`, and how they were counted. */
  readonly time: {readonly words: string; readonly how: string} | undefined
  /** `57 words of theirs`: between quotation marks, and under keys that hold the person's words. */
  readonly theirWords: string | undefined
  /** `2 goals · 1 strength · 1 step`: from what they want to what went well. */
  readonly thread: string | undefined
}

export function noteStrip(note: Note, record: SessionRecord, policy: Policy): NoteStrip {
  const time = minutesOf(record, policy)
  const words = countTheirWords(note, record)
  const said = partsOf(record)
  const all = (pick: (part: PersonalRecord) => readonly unknown[]): number => said.flatMap(pick).length
  const thread = [
    [all(({goals}) => goals), 'goal'],
    [all(({strengths}) => strengths), 'strength'],
    [all(({resources}) => resources), 'resource'],
    [all(({goals}) => goals.flatMap(({actions}) => actions)), 'step'],
    [all(({wins}) => wins), 'win'],
  ] as const
  const there = thread.filter(([count]) => count > 0).map(([count, one]) => counted(count, one))
  return {
    time: time && {words: minutesWords(time), how: time.how},
    theirWords: words > 0 ? `${counted(words, 'word')} of theirs` : undefined,
    thread: there.length > 0 ? there.join(' · ') : undefined,
  }
}

const QUOTED = /“([^”]+)”|"([^"]+)"/g

/** The same words in the frontmatter and in the body count once. */
function countTheirWords(note: Note, record: SessionRecord): number {
  const told = partsOf(record).flatMap(({goals, affirmations, reflections}) => [
    ...goals.flatMap(({words, progress}) => [
      words,
      progress?.by?.value === 'person' ? progress.says : undefined,
    ]),
    ...affirmations.map(({reply}) => reply),
    ...reflections.map(({text}) => text),
  ])
  const quoted = note.prose
    .filter(({path}) => path.length === 0)
    .flatMap(({text, quoted: isBlock}) =>
      isBlock ? [text] : [...text.matchAll(QUOTED)].map(([, curly, straight]) => curly ?? straight ?? ''),
    )
  const texts = new Set([...told.flatMap((said) => said?.value ?? []), ...quoted].map(plainWords))
  return [...texts].reduce((sum, text) => sum + text.split(' ').filter(Boolean).length, 0)
}
