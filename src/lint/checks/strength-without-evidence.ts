import type {StrengthItem} from '../../core/record/record-items.ts'
import {plain} from './goal-links.ts'
import {offerBeside, offerKeys} from './offers.ts'
import {personalsOf, placeOfItem, type CheckContext, type CheckedNote, type Rule, type Seen} from './rule.ts'

/** Sources that stand for themselves: an inventory's result is its own evidence, with a date and a rank. */
const INVENTORIES = /^(?:via|cliftonstrengths|strengthsfinder|barc-?10|arc|other)\b/i

const PROMPT = 'what you saw or heard that showed it'

export const strengthWithoutEvidence: Rule = {
  id: 'strength/no-evidence',
  about:
    'A strength with nothing beside it that showed it. Leaves alone: results of an inventory, strengths that a win of the same note names, and those that an earlier note of the person has shown.',
  why: 'What somebody did on a day is harder to doubt than a word, and easier to come back to.',
  severity: 'hint',
  *check(checked, context) {
    for (const {strengths, wins} of personalsOf(checked.record)) {
      const shown = new Set(wins.flatMap((win) => win.strengths.map(({value}) => plain(value))))
      for (const strength of strengths)
        if (isBare(strength) && !shown.has(plain(strength.name.value)))
          yield* lookAt(strength, checked, context)
    }
  },
}

const isBare = ({evidence, source, rank}: StrengthItem): boolean =>
  !evidence && !rank && !INVENTORIES.test(source?.value ?? '')

function* lookAt(
  strength: StrengthItem,
  {note, record}: CheckedNote,
  {known}: CheckContext,
): Generator<Seen> {
  const {name, span} = strength
  const isThis = (other: StrengthItem): boolean =>
    other.evidence !== undefined && plain(other.name.value) === plain(name.value)
  const seenBefore = known
    ?.earlier(record)
    .some((earlier) => personalsOf(earlier.record).some(({strengths}) => strengths.some(isThis)))
  if (seenBefore) return
  const isName = span.start === name.span.start && span.end === name.span.end
  yield {
    span: placeOfItem(name, strength),
    message: `What did you see or hear that showed ${name.value}? A few words beside it will do.`,
    offers: isName
      ? offerBeside(note, name.span, PROMPT)
      : offerKeys(note, span, 'name', [{key: 'evidence', prompt: PROMPT}]),
  }
}
