import type {GoalItem} from '../core/record-items.ts'
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

/** Goals in words so alike that somebody may want to join them; two that have ids of their own were told apart. */
export function similarGoals({all}: GoalThings, client: string): ReviewItem[] {
  return all.flatMap((goal, index) =>
    all.slice(0, index).flatMap((earlier): ReviewItem[] => {
      if (hasId(goal) && hasId(earlier)) return []
      if (!alike(wordsOf(goal), wordsOf(earlier))) return []
      return [
        {
          code: 'goal/similar',
          client,
          message: `Is “${wordsOf(goal)}” the same goal as “${wordsOf(earlier)}”?`,
          todo: `\`was: ${earlier.id}\` beside the later one joins them; an id of its own beside each keeps them apart.`,
          sources: refsOf([...earlier.mentions.slice(-1), ...goal.mentions.slice(0, 1)]),
        },
      ]
    }),
  )
}

const hasId = ({mentions}: Thing<Mention<GoalItem>>): boolean => mentions.some(({item}) => item.id)

/** Words that carry little of what a goal is about. */
const LIGHT = new Set(
  (
    'a an and at be been by do find for from get go going good have i id im in into is it keep like live make me more my ' +
    'myself of on one out own so some start take that the them then there this to up want wanna with would again back able'
  ).split(' '),
)

function alike(a: string, b: string): boolean {
  const [first, second] = [a, b].map(
    (words) =>
      new Set(
        plainWords(words)
          .split(' ')
          .filter((word) => !LIGHT.has(word)),
      ),
  )
  if (!first || !second || first.size === 0 || second.size === 0) return false
  const shared = [...first].filter((word) => second.has(word)).length
  const fewer = Math.min(first.size, second.size)
  return shared / fewer >= 0.6 && (shared >= 2 || first.size === second.size)
}
