import type {Finding} from '../finding.ts'
import {groupOf, withoutSwitchedOff} from '../switches.ts'
import type {RuleSettings} from '../linter.ts'
import {actionWithoutWho} from './action-without-who.ts'
import {dateAhead, enteredBeforeDate, lateEntry} from './dates.ts'
import {goalInClinicWords} from './goal-in-clinic-words.ts'
import {goalReached, goalWithoutAction, goalWithoutLink} from './goals.ts'
import {birthDate, email, phone, socialSecurity, streetAddress} from './identifiers.ts'
import {clientName, participantName, specialistName} from './names.ts'
import {noStrategy} from './no-strategy.ts'
import {otherClient} from './other-client.ts'
import {repeatedText} from './repeated-text.ts'
import {CHECK, type CheckContext, type CheckedNote, type Rule} from './rule.ts'
import {strengthWithoutEvidence} from './strength-without-evidence.ts'
import {contactsOverlap, durationDiffers, endBeforeStart} from './times.ts'
import {unitsOverLimit} from './units.ts'

/** Every check on a whole note, in the order in which their page tells of them. */
export const RULES: readonly Rule[] = [
  noStrategy,
  goalWithoutLink,
  goalWithoutAction,
  goalReached,
  goalInClinicWords,
  strengthWithoutEvidence,
  actionWithoutWho,
  repeatedText,
  endBeforeStart,
  durationDiffers,
  contactsOverlap,
  unitsOverLimit,
  lateEntry,
  enteredBeforeDate,
  dateAhead,
  specialistName,
  otherClient,
  socialSecurity,
  birthDate,
  clientName,
  participantName,
  phone,
  email,
  streetAddress,
]

/**
 * What the checks see in a session note, switches of the note and `settings` applied: by a check's code, by its group
 * (`privacy`), or by `check` for all of them.
 */
export function runChecks(
  checked: CheckedNote,
  context: CheckContext,
  settings: RuleSettings = {},
): Finding[] {
  const findings = RULES.flatMap((rule) => {
    const setting = settings[rule.id] ?? settings[groupOf(rule.id)] ?? settings[CHECK]
    if (setting === 'off') return []
    return [...rule.check(checked, context)].map(({span, message, offers = [], severity}): Finding => ({
      rule: rule.id,
      category: CHECK,
      severity: setting ?? severity ?? rule.severity,
      span,
      message,
      why: rule.why,
      offers,
      sources: [],
    }))
  })
  return findings.length === 0 ? [] : withoutSwitchedOff(checked.note, findings)
}
