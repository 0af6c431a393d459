import type {Note} from '../../core/note.ts'
import type {SessionRecord} from '../../core/record/record.ts'
import type {Span} from '../../core/text/span.ts'
import {inOrderOfPractice, strategiesInHeadings, strategiesInRecord} from '../../core/record/strategies.ts'
import type {Strategy} from '../../core/record/vocabulary-form.ts'
import type {Sighting} from '../linter.ts'
import {bodyStart, personalsOf} from './rule.ts'

/** A strategy that a note shows, and the first places where it does, in the order of the text. */
export interface StrategyShown {
  readonly strategy: Strategy
  readonly places: readonly Span[]
}

/** What a sighting of strengths-based language is a sign of, where it is one of a strategy. */
const SIGHTINGS: Readonly<Record<string, Strategy>> = {
  'strength-exploration': 'active-exploration',
  'strength-named': 'active-exploration',
  'strength-pride': 'celebrating-progress',
  'strength-progress': 'celebrating-progress',
  'strength-skill': 'skill-identification',
  'strength-coping': 'self-reflection',
  'strength-relationship': 'resource-mapping',
  'strength-community': 'resource-mapping',
  'strength-choice': 'goal-setting',
  'strength-hope': 'goal-setting',
  'strength-agency': 'goal-setting',
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
  for (const said of personalsOf(record))
    for (const {strategy, span} of strategiesInRecord(said)) add(strategy, span)
  for (const {strategy, span} of strategiesInHeadings(note.text, bodyStart(note))) add(strategy, span)
  for (const {rule, start, end} of sightings) {
    const strategy = SIGHTINGS[rule]
    if (strategy) add(strategy, {start, end})
  }
  return inOrderOfPractice(new Set(places.keys())).map((strategy) => ({
    strategy,
    places: (places.get(strategy) ?? []).toSorted((a, b) => a.start - b.start),
  }))
}
