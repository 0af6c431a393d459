import type {Said} from '../core/record/said.ts'
import {groupBy} from './group-by.ts'
import type {ReviewCode} from './summary.ts'

/** What a correction or an addendum needs to know of a note. */
export interface Linkable {
  readonly id: string
  readonly file: string
  readonly corrects: Said<string> | undefined
  readonly amends: Said<string> | undefined
}

/** Something about links between notes that the page cannot settle by itself. */
export interface LinkQuestion<N> {
  readonly code: ReviewCode
  readonly message: string
  readonly todo: string
  readonly note: N
  readonly at: Said<string>
}

export interface NoteLinks<N> {
  /** The note that each one corrects, where it stands in the other's place. */
  readonly corrects: ReadonlyMap<N, N>
  /** The note that each one adds to: the first of a chain. */
  readonly amends: ReadonlyMap<N, N>
  /** For each note that is out of the fold, the one that stands in its place. */
  readonly correctedBy: ReadonlyMap<N, N>
  readonly questions: readonly LinkQuestion<N>[]
}

/**
 * Resolves `corrects` and `amends` among notes that stand in a settled order, by id or by path. Chains follow to
 * the last; of two corrections of one note the one that `later` puts last stands; a loop or a missing target
 * leaves the notes as they are. Each of these is also a question.
 */
export function settleCorrections<N extends Linkable>(
  notes: readonly N[],
  later: (a: N, b: N) => number,
): NoteLinks<N> {
  const find = noteFinder(notes)
  const questions: LinkQuestion<N>[] = []
  const corrects = resolve(notes, 'corrects', find, questions)
  const amends = resolve(notes, 'amends', find, questions)
  const correctors = new Map(
    [...groupBy([...corrects], ([, target]) => target)].map(([target, pairs]) => [
      target,
      pairs.map(([note]) => note),
    ]),
  )
  const correctedBy = new Map<N, N>()
  const standing = (target: N): N | undefined => correctors.get(target)?.toSorted(later).at(-1)
  const setAside = (note: N, last: N): void => {
    correctedBy.set(note, last)
    for (const other of correctors.get(note) ?? []) setAside(other, last)
  }
  for (const target of correctors.keys()) {
    const last = standing(target)
    if (last) correctedBy.set(target, last)
  }
  for (const [target, found] of correctors) {
    const last = standing(target)
    for (const other of found) {
      if (!last || other === last) continue
      setAside(other, last)
      if (other.corrects)
        questions.push({
          code: 'note/corrected-twice',
          message: `Two notes correct ${target.id}; the one entered later, ${last.id}, stands.`,
          todo: 'Where the other one is right, `corrects` in it can name this last one.',
          note: other,
          at: other.corrects,
        })
    }
  }
  return {
    corrects,
    amends: new Map([...amends.keys()].map((note) => [note, follow(note, amends)])),
    correctedBy: new Map([...correctedBy.keys()].map((note) => [note, follow(note, correctedBy)])),
    questions,
  }
}

function resolve<N extends Linkable>(
  notes: readonly N[],
  key: 'corrects' | 'amends',
  find: (said: string, from: N) => N | undefined,
  questions: LinkQuestion<N>[],
): Map<N, N> {
  const targets = new Map<N, N>()
  for (const note of notes) {
    const said = note[key]
    if (!said) continue
    const target = find(said.value, note)
    if (target) targets.set(note, target)
    else
      questions.push({
        code: `note/${key}-missing`,
        message: `\`${key}: ${said.value}\` names a note that is not in this folder; this one stands as a note of its own.`,
        todo: 'The id of the note that is meant, or its path, makes the link.',
        note,
        at: said,
      })
  }
  const looped = notes.filter((note) => isInLoop(note, targets))
  for (const note of looped) {
    const at = note[key]
    targets.delete(note)
    if (at)
      questions.push({
        code: `note/${key}-loop`,
        message: `This note and ${at.value} name each other under \`${key}\`; both stand as they are.`,
        todo: `Taking \`${key}\` out of the earlier of the two settles which one stands.`,
        note,
        at,
      })
  }
  return targets
}

function isInLoop<N>(note: N, targets: ReadonlyMap<N, N>): boolean {
  const seen = new Set<N>()
  let next = targets.get(note)
  while (next && !seen.has(next)) {
    if (next === note) return true
    seen.add(next)
    next = targets.get(next)
  }
  return false
}

/** The end of a chain that has no loop. */
function follow<N>(note: N, targets: ReadonlyMap<N, N>): N {
  let last = note
  for (let next = targets.get(last); next; next = targets.get(last)) last = next
  return last
}

/** Finds a note by its id, by its path with or without the extension, or by its name beside `from`. */
function noteFinder<N extends Linkable>(notes: readonly N[]): (said: string, from: N) => N | undefined {
  const byName = new Map<string, N>()
  if (!notes.some(({corrects, amends}) => corrects ?? amends)) return () => undefined
  const add = (name: string, note: N): void => {
    if (!byName.has(name)) byName.set(name, note)
  }
  for (const note of notes) add(note.id, note)
  for (const note of notes) add(note.file, note)
  for (const note of notes) add(note.file.replace(/\.[^./]+$/, ''), note)
  return (said, from) => {
    const folder = from.file.slice(0, from.file.lastIndexOf('/') + 1)
    return byName.get(said) ?? byName.get(folder + said)
  }
}
