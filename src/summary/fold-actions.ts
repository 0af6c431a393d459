import type {CivilDate} from '../core/time/civil-date.ts'
import type {ActionItem, GoalItem} from '../core/record/record-items.ts'
import {compareText} from '../core/record/said.ts'
import {latest, narrowed, sourced, type Mention} from './mentions.ts'
import {refOf} from './fold-note.ts'
import {sameThings, type Thing} from './same-thing.ts'
import type {Action, Sourced} from './summary.ts'
import {whoIn} from './who.ts'

/**
 * The steps of goals: the same id or the same words under one goal is one step. The latest day it was planned for
 * stands and earlier ones are kept; done stays done unless a later note says it is not.
 */
export function foldActions(goals: readonly Thing<Mention<GoalItem>>[], asOf: CivilDate): Action[] {
  const actions = goals.flatMap((goal) => {
    const mentions = goal.mentions.flatMap(({item, note}) =>
      item.actions.map((action) => ({item: action, note, ref: refOf(note, action.span)})),
    )
    const steps = sameThings(mentions, ({item}) => ({
      id: item.id?.value,
      was: [],
      words: item.what.value,
    }))
    const {share} = sourced(goal.mentions)
    return steps.all.map((step) => toAction(step.mentions, {id: goal.id, share}, asOf))
  })
  return actions.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) || Number(a.done) - Number(b.done) || compareText(a.by ?? LATER, b.by ?? LATER),
  )
}

/** Sorts after every day. */
const LATER = '~'

/** The person's own steps first. */
const rankOf = ({who}: Action): number =>
  who === 'person' ? 0 : who === 'specialist' ? 1 : who === undefined ? 3 : 2

function toAction(
  mentions: readonly Mention<ActionItem>[],
  goal: Pick<Sourced, 'share'> & {readonly id: string},
  asOf: CivilDate,
): Action {
  const own = sourced(mentions)
  const by = latest(mentions, (item) => item.by)
  const planned = mentions.flatMap(({item}) => item.by?.value ?? [])
  const {done, doneOn} = doneState(mentions)
  const teller = mentions.findLast(({item}) => item.who)
  return {
    id: latest(mentions, (item) => item.id),
    what: latest(mentions, (item) => item.what) ?? '',
    who: teller?.item.who && whoIn(teller.note, teller.item.who),
    goal: goal.id,
    by,
    movedFrom: [...new Set(planned)].filter((day) => day !== by),
    done,
    doneOn,
    past: !done && by !== undefined && by < asOf,
    ...own,
    share: narrowed(own.share, goal.share),
  }
}

function doneState(mentions: readonly Mention<ActionItem>[]): {
  readonly done: boolean
  readonly doneOn: CivilDate | undefined
} {
  let done = false
  let doneOn: CivilDate | undefined
  for (const {item, note} of mentions) {
    const said = item.done?.value
    if (said === undefined) continue
    doneOn = said === false ? undefined : said !== true ? said : done ? doneOn : note.date
    done = said !== false
  }
  return {done, doneOn}
}
