import {withoutResults} from '../../core/text/kept-results.ts'
import {openingOf} from '../../core/note.ts'
import {bodyStart, type Rule} from './rule.ts'
import {strategiesOf} from './strategies.ts'

/** Contacts that are not about exploring strengths with the person. */
const OTHER_KINDS = new Set(['no-contact', 'collateral', 'supervision'])

/** A body shorter than this says little of anything, and asks for nothing. */
const FEWEST_WORDS = 100

/** What the person said, in their own words: what reflective listening leaves in a note. */
const OWN_WORDS = /["“](?:(?!["”]|\n\s*\n)[^]){8,}["”]|‘(?:(?!\n\s*\n)[^‘]){8,}[.,!?]’|^[ \t]*>/m

export const noStrategy: Rule = {
  id: 'note/no-strategy',
  about:
    'A note of a contact with the person in which none of the nine strategies shows. Stories and strengths, assessments, the person’s own words, skills, resources, feedback, reflections, goals and wins are looked for, in frontmatter, headings and language. Leaves alone: short notes, and contacts of kind no-contact, collateral and supervision.',
  why: 'One thing that the person said, did or wants gives the next meeting somewhere to start.',
  severity: 'hint',
  *check({note, record, sightings}) {
    if (OTHER_KINDS.has(record.kind?.value.toLowerCase() ?? '') || record.corrects || record.amends) return
    const body = withoutResults(note.text).slice(bodyStart(note))
    if (hasFewWords(body) || OWN_WORDS.test(body)) return
    if (strategiesOf(note, record, sightings()).length > 0) return
    yield {
      span: openingOf(note),
      message:
        'Is there a strength, a resource, a goal or a win from this meeting that belongs here, in the person’s words?',
    }
  },
}

const hasFewWords = (body: string): boolean =>
  (body.replace(/<!--[^]*?-->/g, ' ').match(/[\p{L}\p{N}’']+/gu)?.length ?? 0) < FEWEST_WORDS
