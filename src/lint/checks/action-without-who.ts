import {offerKeys} from './offers.ts'
import {personalsOf, placeOfItem, type Rule} from './rule.ts'

export const actionWithoutWho: Rule = {
  id: 'action/who-or-when',
  about:
    'A step that is still open and does not say who takes it, or by when. Leaves alone: steps that are done.',
  why: 'With a name and a day, the next meeting can begin with what became of it.',
  severity: 'hint',
  *check({note, record}) {
    for (const {goals} of personalsOf(record))
      for (const {actions} of goals)
        for (const action of actions) {
          const {what, who, by, done, span} = action
          if (done?.value !== undefined && done.value !== false) continue
          if (who && by) continue
          yield {
            span: placeOfItem(what, action),
            message: who ? 'By when?' : by ? 'Who does this?' : 'Who does this, and by when?',
            offers: offerKeys(note, span, 'what', [
              ...(who ? [] : [{key: 'who', prompt: 'person, specialist or a role'}]),
              ...(by ? [] : [{key: 'by', prompt: 'a day'}]),
            ]),
          }
        }
  },
}
