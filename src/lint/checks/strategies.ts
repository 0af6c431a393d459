import type {Note} from '../../core/note.ts'
import type {SessionRecord} from '../../core/record.ts'
import type {Span} from '../../core/span.ts'
import type {Sighting} from '../linter.ts'
import {bodyStart, personalsOf} from './rule.ts'

/** The nine strategies for helping people see their strengths and resources, in the order they are taught. */
export const STRATEGIES = [
  {id: 'exploration', name: 'active exploration'},
  {id: 'assessment', name: 'strengths assessment'},
  {id: 'affirmation', name: 'reflective listening and affirmation'},
  {id: 'skills', name: 'skill identification'},
  {id: 'resources', name: 'resource mapping'},
  {id: 'feedback', name: 'peer support and feedback'},
  {id: 'reflection', name: 'self-reflection'},
  {id: 'goals', name: 'goals and action planning'},
  {id: 'celebration', name: 'celebrating progress'},
] as const

export type Strategy = (typeof STRATEGIES)[number]['id']

/** A strategy that a note shows, and the first places where it does, in the order of the text. */
export interface StrategyShown {
  readonly strategy: Strategy
  readonly places: readonly Span[]
}

/** Headings under which people write what a strategy leaves in a note. */
const HEADINGS: readonly (readonly [Strategy, RegExp])[] = [
  ['exploration', /\b(?:stor(?:y|ies)|strengths?|what (?:is|are) strong|what i (?:heard|learned))\b/i],
  ['assessment', /\b(?:via|cliftonstrengths|strengthsfinder|barc-?10|assessments?)\b/i],
  ['affirmation', /\b(?:affirm\w*|reflected back|words back|said back)\b/i],
  ['skills', /\b(?:skills?|talents?|good at)\b/i],
  ['resources', /\b(?:resources?|supports?|people and places|who is around|network|circle)\b/i],
  ['feedback', /\b(?:feedback|group gave|peers? said|gave back)\b/i],
  ['reflection', /\b(?:reflections?|looking back|journal\w*)\b/i],
  ['goals', /\b(?:goals?|plans?|next(?: steps?)?|steps?|to[- ]?do|action plan)\b/i],
  ['celebration', /\b(?:wins?|celebrat\w*|proud|went well|good news|milestones?)\b/i],
]

/** What a sighting of strengths-based language is a sign of, where it is one of a strategy. */
const SIGHTINGS: Readonly<Record<string, Strategy>> = {
  'strength-exploration': 'exploration',
  'strength-named': 'exploration',
  'strength-pride': 'celebration',
  'strength-progress': 'celebration',
  'strength-skill': 'skills',
  'strength-coping': 'reflection',
  'strength-relationship': 'resources',
  'strength-community': 'resources',
  'strength-choice': 'goals',
  'strength-hope': 'goals',
  'strength-agency': 'goals',
}

/** Which strategies a note shows: by its frontmatter, by its headings with words under them, by its language. */
export function strategiesOf(
  note: Note,
  record: SessionRecord,
  sightings: readonly Sighting[],
): readonly StrategyShown[] {
  const places = new Map<Strategy, Span[]>()
  const add = (strategy: Strategy, span: Span): void => {
    places.set(strategy, [...(places.get(strategy) ?? []), span])
  }
  for (const [strategy, items] of recordedIn(record)) for (const {span} of items) add(strategy, span)
  for (const {strategy, span} of headingsIn(note.text, bodyStart(note))) add(strategy, span)
  for (const {rule, start, end} of sightings) {
    const strategy = SIGHTINGS[rule]
    if (strategy) add(strategy, {start, end})
  }
  return STRATEGIES.flatMap(({id}) => {
    const found = places.get(id)
    return found ? [{strategy: id, places: found.toSorted((a, b) => a.start - b.start)}] : []
  })
}

function recordedIn(record: SessionRecord): (readonly [Strategy, readonly {readonly span: Span}[]])[] {
  return personalsOf(record).flatMap((said) => [
    ['exploration', [...said.stories, ...said.strengths]] as const,
    ['assessment', said.assessments] as const,
    ['affirmation', said.affirmations] as const,
    ['skills', said.skills] as const,
    ['resources', said.resources] as const,
    ['feedback', said.feedback] as const,
    ['reflection', said.reflections] as const,
    ['goals', said.goals] as const,
    ['celebration', said.wins] as const,
  ])
}

const HEADING = /^(?:#{1,6}[ \t]+([^\r\n]+)|\*\*([^*\r\n]{2,40})\*\*:?[ \t]*)$/gm

/** Headings that name a strategy, where something stands below them before the next. */
function* headingsIn(text: string, from: number): Generator<{strategy: Strategy; span: Span}> {
  const body = text.slice(from)
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
