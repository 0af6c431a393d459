import type {GoalItem, PersonalRecord} from '../../core/record/record-items.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import {personalsOf, type CheckContext, type CheckedNote} from './rule.ts'

/** Names and words as they are compared: small letters and digits. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a note says of one person, with what earlier notes of that person said; undefined where those are not known. */
export interface Thread {
  readonly said: PersonalRecord
  readonly all: readonly PersonalRecord[]
}

export const isActive = ({status}: GoalItem): boolean => status?.value === 'active'

/** One thread a person of the note. Empty where earlier notes are not known: what is missing here may stand there. */
export function threadsIn({record}: CheckedNote, {known}: CheckContext): Thread[] {
  if (!known || !personalsOf(record).some(({goals}) => goals.some(isActive))) return []
  const before = known.earlier(record)
  return personalsOf(record).map((said) => {
    const block = record.each.find((each) => each === said)
    const clients = block ? [block.client] : record.clients
    const isTheirs = ({value}: {readonly value: string}): boolean =>
      clients.some((client) => known.isSamePerson(client.value, value))
    return {said, all: [...before.flatMap((note) => saidOf(note.record, isTheirs)), said]}
  })
}

/** What a note says of one person: all of a note about them alone, their own block of one about several. */
function saidOf(
  record: SessionRecord,
  isTheirs: (client: {readonly value: string}) => boolean,
): readonly PersonalRecord[] {
  const blocks = record.each.filter(({client}) => isTheirs(client))
  return record.clients.length === 1 && record.clients.some(isTheirs) ? [record, ...blocks] : blocks
}

const names = new WeakMap<GoalItem, ReadonlySet<string>>()

/** What a goal may be called elsewhere: its id, its earlier ids, its words. */
function namesOf(goal: GoalItem): ReadonlySet<string> {
  const known = names.get(goal)
  if (known) return known
  const found = new Set(
    [goal.id, ...goal.was, goal.words].flatMap((said) => (said ? [plain(said.value)] : [])),
  )
  names.set(goal, found)
  return found
}

/** The mentions of a goal in a thread, followed through its ids and words. */
export function mentionsOf(goal: GoalItem, {all}: Thread): readonly GoalItem[] {
  const called = new Set(namesOf(goal))
  const found = new Set<GoalItem>([goal])
  const goals = all.flatMap((said) => said.goals)
  for (let size = -1; size !== found.size;) {
    size = found.size
    for (const other of goals) {
      const others = namesOf(other)
      if (found.has(other) || ![...others].some((name) => called.has(name))) continue
      found.add(other)
      for (const name of others) called.add(name)
    }
  }
  return [...found]
}

/** Whether anything in the thread ties a strength or a resource to a goal. */
export function hasLink(goal: GoalItem, thread: Thread): boolean {
  const mentions = mentionsOf(goal, thread)
  if (mentions.some(({strengths, resources}) => strengths.length + resources.length > 0)) return true
  const called = new Set(mentions.flatMap((mention) => [...namesOf(mention)]))
  const isIt = (said: {readonly value: string}): boolean => called.has(plain(said.value))
  return thread.all.some(
    ({strengths, resources, skills, wins}) =>
      strengths.some(({usedFor}) => usedFor.some(isIt)) ||
      resources.some((resource) => resource.for.some(isIt)) ||
      skills.some(({useFor}) => useFor.some(isIt)) ||
      wins.some((win) => win.goals.some(isIt) && win.strengths.length > 0),
  )
}

/** A goal's words for a message, cut where they are long. */
export function goalName({words, id}: GoalItem): string {
  const name = words?.value ?? id?.value ?? 'This goal'
  const bare = name.replace(/^["“']+|["”']+$/g, '')
  return bare.length > 60 ? `${bare.slice(0, 57).trimEnd()}…` : bare
}
