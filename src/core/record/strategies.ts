import type {PersonalRecord} from './record-items.ts'
import {withoutResults} from '../text/kept-results.ts'
import type {Span} from '../text/span.ts'
import {STRATEGIES, type Strategy} from './vocabulary-form.ts'

/** A place that shows a strategy. */
export interface StrategyPlace {
  readonly strategy: Strategy
  readonly span: Span
}

/** Headings under which people write what a strategy leaves in a note. */
const HEADINGS: readonly (readonly [Strategy, RegExp])[] = [
  ['active-exploration', /\b(?:stor(?:y|ies)|strengths?|what (?:is|are) strong|what i (?:heard|learned))\b/i],
  ['strengths-assessment', /\b(?:via|cliftonstrengths|strengthsfinder|barc-?10|assessments?)\b/i],
  ['reflective-listening', /\b(?:affirm\w*|reflected back|words back|said back)\b/i],
  ['skill-identification', /\b(?:skills?|talents?|good at)\b/i],
  ['resource-mapping', /\b(?:resources?|supports?|people and places|who is around|network|circle)\b/i],
  ['peer-feedback', /\b(?:feedback|group gave|peers? said|gave back)\b/i],
  ['self-reflection', /\b(?:reflections?|looking back|journal\w*)\b/i],
  ['goal-setting', /\b(?:goals?|plans?|next(?: steps?)?|steps?|to[- ]?do|action plan)\b/i],
  ['celebrating-progress', /\b(?:wins?|celebrat\w*|proud|went well|good news|milestones?)\b/i],
]

/** What each strategy leaves in the record of one person. */
export const strategiesInRecord = (said: PersonalRecord): StrategyPlace[] =>
  (
    [
      ['active-exploration', [...said.stories, ...said.strengths]],
      ['strengths-assessment', said.assessments],
      ['reflective-listening', said.affirmations],
      ['skill-identification', said.skills],
      ['resource-mapping', said.resources],
      ['peer-feedback', said.feedback],
      ['self-reflection', said.reflections],
      ['goal-setting', said.goals],
      ['celebrating-progress', said.wins],
    ] as const
  ).flatMap(([strategy, items]) => items.map(({span}) => ({strategy, span})))

const HEADING = /^(?:#{1,6}[ \t]+([^\r\n]+)|\*\*([^*\r\n]{2,40})\*\*:?[ \t]*)$/gm

/** Headings of a note after `from` that name a strategy, where something stands below them before the next. */
export function* strategiesInHeadings(text: string, from: number): Generator<StrategyPlace> {
  const body = withoutResults(text).slice(from)
  const headings = [...body.matchAll(HEADING)]
  for (const [index, heading] of headings.entries()) {
    const below = body.slice(heading.index + heading[0].length, headings[index + 1]?.index ?? body.length)
    if (!/[\p{L}\p{N}]/u.test(below)) continue
    const start = from + heading.index
    for (const [strategy, words] of HEADINGS)
      if (words.test(heading[1] ?? heading[2] ?? ''))
        yield {strategy, span: {start, end: start + heading[0].length}}
  }
}

/** Each once, in the order of the practice. */
export const inOrderOfPractice = (shown: ReadonlySet<Strategy>): Strategy[] =>
  (Object.keys(STRATEGIES) as Strategy[]).filter((strategy) => shown.has(strategy))
