import {goalName, hasLink, isActive, mentionsOf, threadsIn} from './goal-links.ts'
import {personalsOf, placeOfItem, type Rule} from './rule.ts'

/** The thread runs from what the person has, by a goal, to what is done next. */
export const goalWithoutLink: Rule = {
  id: 'goal/no-strength-or-resource',
  about:
    'An active goal that no strength, skill or resource is tied to, in this note or an earlier one of the person. Leaves alone: goals that are named or explored, paused or reached, and a note that is read without its folder.',
  why: 'A goal that stands on what a person already has is easier to start on.',
  severity: 'hint',
  *check(checked, context) {
    for (const thread of threadsIn(checked, context))
      for (const goal of thread.said.goals)
        if (isActive(goal) && !hasLink(goal, thread))
          yield {
            span: placeOfItem(goal.words ?? goal.id, goal),
            message: `“${goalName(goal)}”: which strength or resource could help with it?`,
          }
  },
}

export const goalWithoutAction: Rule = {
  id: 'goal/no-action',
  about:
    'An active goal for which no step has been written down, in this note or an earlier one of the person. Leaves alone: goals in any other state, and a note that is read without its folder.',
  why: 'One small step, with a name and a day, turns a wish into a plan.',
  severity: 'hint',
  *check(checked, context) {
    for (const thread of threadsIn(checked, context))
      for (const goal of thread.said.goals)
        if (isActive(goal) && !mentionsOf(goal, thread).some(({actions}) => actions.length > 0))
          yield {
            span: placeOfItem(goal.words ?? goal.id, goal),
            message: `“${goalName(goal)}”: what small step could come first, and who takes it?`,
          }
  },
}

export const goalReached: Rule = {
  id: 'goal/reached-no-win',
  about: 'A goal that is reached in a note without any win. Leaves alone: notes with a win of any kind.',
  why: 'A win under its own key shows on the person’s page, with the strengths that made it.',
  severity: 'hint',
  *check({record}) {
    for (const said of personalsOf(record))
      for (const goal of said.goals)
        if (goal.status?.value === 'reached' && said.wins.length === 0)
          yield {
            span: goal.status.span,
            message: `“${goalName(goal)}” is reached: a line under \`wins\` can say how, and which strengths did it.`,
          }
  },
}
