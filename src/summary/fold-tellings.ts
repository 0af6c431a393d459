import type {CivilDate} from '../core/time/civil-date.ts'
import type {Item, PersonalRecord, TextItem} from '../core/record/record-items.ts'
import {compareText} from '../core/record/said.ts'
import {groupBy} from './group-by.ts'
import {mentionsIn, sourced, type Mention, type Part} from './mentions.ts'
import {plainWords} from './same-thing.ts'
import {strengthKey} from './strength-names.ts'
import type {FollowUp, Preference, Telling, Win} from './summary.ts'

/** What notes tell, newest first: nothing replaces anything, and the same words on one day count once. */
export function foldTellings(parts: readonly Part[]): {
  readonly stories: Telling[]
  readonly reflections: Telling[]
  readonly affirmations: Telling[]
  readonly feedback: Telling[]
} {
  const tell = <T extends Item>(
    pick: (said: PersonalRecord) => readonly T[],
    read: (item: T) => {
      readonly text: string
      readonly from?: string | undefined
      readonly reply?: string | undefined
    },
  ): Telling[] =>
    onceADay(mentionsIn(parts, pick), (item) => read(item).text).map((same) => {
      const told = same.map(({item}) => read(item))
      return {
        text: told[0]?.text ?? '',
        on: same[0].note.date,
        from: told.findLast(({from}) => from)?.from,
        reply: told.findLast(({reply}) => reply)?.reply,
        ...sourced(same),
      }
    })
  const text = ({text}: TextItem): {text: string} => ({text: text.value})
  return {
    stories: tell((said) => said.stories, text),
    reflections: tell((said) => said.reflections, text),
    affirmations: tell(
      (said) => said.affirmations,
      ({said, reply}) => ({text: said.value, reply: reply?.value}),
    ),
    feedback: tell(
      (said) => said.feedback,
      ({said, from}) => ({text: said.value, from: from?.value}),
    ),
  }
}

/** Newest first, each linked to strengths by key and to the goals that `goalOf` knows. */
export const foldWins = (parts: readonly Part[], goalOf: (said: string) => string | undefined): Win[] =>
  onceADay(
    mentionsIn(parts, (said) => said.wins),
    ({what}) => what.value,
  ).map((same) => ({
    what: same[0].item.what.value,
    on: same[0].note.date,
    strengths: [...new Set(same.flatMap(({item}) => item.strengths.map(({value}) => strengthKey(value))))],
    goals: [...new Set(same.flatMap(({item}) => item.goals.flatMap(({value}) => goalOf(value) ?? [])))],
    ...sourced(same),
  }))

/** The latest word on each subject; what has no subject adds up, the same words once. */
export function foldPreferences(parts: readonly Part[]): Preference[] {
  const groups = groupBy(
    mentionsIn(parts, (said) => said.preferences),
    ({item}) => (item.about ? `about ${plainWords(item.about.value)}` : `says ${item.says.value.trim()}`),
  )
  return [...groups.values()].flatMap((same) => {
    const last = same.at(-1)
    if (!last) return []
    const {about, says} = last.item
    const restated = same.filter(({item}) => item.says.value === says.value)
    return [{about: about?.value, says: says.value, ...sourced(same), sources: sourced(restated).sources}]
  })
}

/** Meetings planned for `asOf` or later, soonest first; the latest word on each day and hour. */
export function foldFollowUps(parts: readonly Part[], asOf: CivilDate): FollowUp[] {
  const planned = mentionsIn(parts, (said) => said.followUps)
  const groups = groupBy(planned, ({item}) => `${item.on?.value} ${item.start?.value}`)
  return [...groups.values()]
    .flatMap((same) => {
      const item = same.at(-1)?.item
      if (!item?.on || item.on.value < asOf) return []
      const {on, start, place, about} = item
      return [{on: on.value, start: start?.value, place: place?.value, about: about?.value, ...sourced(same)}]
    })
    .toSorted((a, b) => compareText(a.on, b.on))
}

type Some<T> = readonly [T, ...T[]]

/** Mentions of one day with the same words together, newest day first. */
function onceADay<T extends Item>(
  mentions: readonly Mention<T>[],
  textOf: (item: T) => string,
): Some<Mention<T>>[] {
  const groups = groupBy(mentions, ({item, note}) => `${note.date ?? ''}\n${plainWords(textOf(item))}`)
  const days = [...groups.values()].filter((same): same is [Mention<T>, ...Mention<T>[]] => same.length > 0)
  const dayOf = ([{note}]: Some<Mention<T>>): string => note.date ?? ''
  return days.toSorted((a, b) => compareText(dayOf(b), dayOf(a)))
}
