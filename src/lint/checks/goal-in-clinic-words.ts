import {personalsOf, type Rule} from './rule.ts'

const ROLE =
  /^(?:the\s+)?(?:client|pt|patient|consumer|member|participant|recipient|resident|individual|peer|person served|c-?\d+)\.?\s+(?:will|shall|is to|to|must|is able to|agrees to|would like to|wants to|has agreed to)\b/i
const THIRD_PERSON =
  /^(?:he|she|they)\s+(?:will|shall|must)\s+(?:attend|reduce|increase|decrease|maintain|demonstrate|comply|identify|verbali[sz]e|abstain|participate|complete|utili[sz]e|engage|improve|adhere|achieve|develop)\b/i
const MEASURE =
  /\b(?:as evidenced by|AEB|\d+\s?% of (?:the )?(?:time|sessions|days|opportunities)|\d+ (?:out )?of \d+ (?:days|times|sessions|weeks|opportunities|trials)|verbali[sz]e (?:an )?understanding|(?:medication|treatment) (?:compliance|adherence)|(?:will|to) (?:demonstrate|utili[sz]e|verbali[sz]e) [^.]*\bskills?|decrease (?:in )?symptoms|reduce symptoms of)\b/i
const FIRST_PERSON = /\b(?:i|i'm|i’m|i'd|i’d|i'll|i’ll|me|my|mine|myself|we|our|us)\b/i
const QUOTED = /^\s*["“'‘].*["”'’]\s*$/s

/** True only where a goal's words are surely a clinic's: nobody says them of their own life. */
const isClinicWording = (words: string): boolean =>
  !FIRST_PERSON.test(words) &&
  !QUOTED.test(words) &&
  (ROLE.test(words) || THIRD_PERSON.test(words) || MEASURE.test(words))

export const goalInClinicWords: Rule = {
  id: 'goal/clinic-words',
  about:
    'A goal that speaks of the person as a plan does: “client will …”, “as evidenced by …”, “80% of the time”. Leaves alone: the first person, words in quotation marks, and wording that might be the person’s own.',
  why: 'The person’s own words lead their page; the number in the plan says which objective they belong to.',
  severity: 'information',
  *check({record}) {
    for (const {goals} of personalsOf(record))
      for (const {words, planGoal} of goals)
        if (words && isClinicWording(words.value))
          yield {
            span: words.span,
            message: planGoal
              ? 'What would the person call this, in their own words?'
              : 'What would the person call this, in their own words? The plan’s wording keeps its place in the plan, and its number can stand here as `plan_goal`.',
          }
  },
}
