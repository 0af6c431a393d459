import type {GoalItem} from '../core/record/record-items.ts'
import {latest, refsOf, type Mention} from './mentions.ts'
import {plainWords, sameThings, type Thing, type Things} from './same-thing.ts'
import type {ReviewItem} from './summary.ts'

export type GoalThings = Things<Mention<GoalItem>>

/** Goals are one by id, along `was`, or by exactly the same words. */
export const identifyGoals = (mentions: readonly Mention<GoalItem>[]): GoalThings =>
  sameThings(
    mentions,
    ({item}) => ({
      id: item.id?.value,
      was: item.was.map(({value}) => value),
      words: item.words?.value,
    }),
    'g-',
  )

/** The person's latest words, the id where there are none. */
export const wordsOf = ({id, mentions}: Thing<Mention<GoalItem>>): string =>
  latest(mentions, (item) => item.words) ?? id

/**
 * Goals in words so alike that somebody may want to join them, each with the closest earlier one; two that have ids of
 * their own were told apart.
 */
export function similarGoals({all}: GoalThings, client: string): ReviewItem[] {
  const byWord = new Map<string, Goal[]>()
  return all.flatMap((thing): ReviewItem[] => {
    const goal = {thing, words: heavyWords(wordsOf(thing)), hasId: hasId(thing)}
    const shared = new Map<Goal, number>()
    for (const word of goal.words) {
      const others = byWord.get(word) ?? []
      if (others.length < COMMON) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
      others.push(goal)
      byWord.set(word, others)
    }
    const alike = [...shared].filter(
      ([earlier, count]) => !(goal.hasId && earlier.hasId) && isAlike(goal.words, earlier.words, count),
    )
    const [closest] = alike.toSorted(([, a], [, b]) => b - a)
    return closest ? [askWhetherSame(thing, closest[0].thing, client)] : []
  })
}

/** A word that as many goals share tells nothing of any. */
const COMMON = 50

interface Goal {
  readonly thing: Thing<Mention<GoalItem>>
  /** Those that say what it is about. */
  readonly words: ReadonlySet<string>
  readonly hasId: boolean
}

const askWhetherSame = (
  goal: Thing<Mention<GoalItem>>,
  earlier: Thing<Mention<GoalItem>>,
  client: string,
): ReviewItem => ({
  code: 'goal/similar',
  client,
  message: `Is “${wordsOf(goal)}” the same goal as “${wordsOf(earlier)}”?`,
  todo: `\`was: ${earlier.id}\` beside the later one joins them; an id of its own beside each keeps them apart.`,
  sources: refsOf([...earlier.mentions.slice(-1), ...goal.mentions.slice(0, 1)]),
})

const hasId = ({mentions}: Thing<Mention<GoalItem>>): boolean => mentions.some(({item}) => item.id)

/** Words that carry little of what a goal is about. */
const LIGHT = new Set(
  (
    'a an and at be been by do find for from get go going good have i id im in into is it keep like live make me more my ' +
    'myself of on one out own so some start take that the them then there this to up want wanna with would again back able'
  ).split(' '),
)

const heavyWords = (words: string): ReadonlySet<string> =>
  new Set(
    plainWords(words)
      .split(' ')
      .filter((word) => !LIGHT.has(word)),
  )

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>, shared: number): boolean {
  const fewer = Math.min(a.size, b.size)
  return shared / fewer >= 0.6 && (shared >= 2 || a.size === b.size)
}
