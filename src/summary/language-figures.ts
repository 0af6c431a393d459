import type {CivilDate} from '../core/time/civil-date.ts'
import {compareText} from '../core/record/said.ts'
import {inOrderOfPractice} from '../core/record/strategies.ts'
import type {Strategy} from '../core/record/vocabulary-form.ts'
import {groupBy} from './group-by.ts'

/** Suggestions that were there once, and how many of them are there no more. */
export interface Taken {
  readonly count: number
  readonly of: number
}

/** One note's language in numbers. */
export interface NoteLanguage {
  /** The day of service. */
  readonly on: CivilDate | undefined
  readonly specialist: string | undefined
  /** Of the specialist, where `specialists.yml` says one. */
  readonly team: string | undefined
  /** Words of its own prose. */
  readonly words: number
  /** How often each category was suggested. */
  readonly suggestions: Readonly<Record<string, number>>
  /** Strengths with something that was seen. */
  readonly strengths: number
  readonly strategies: readonly Strategy[]
  readonly actions: {readonly byPerson: number; readonly all: number}
  /** From an earlier run or the note's history; undefined where neither was looked at. */
  readonly taken?: Taken | undefined
}

/** Several notes' language together. */
export interface LanguageFigures {
  readonly notes: number
  readonly words: number
  readonly suggestions: number
  /** Suggestions per 1,000 words, to one decimal; undefined without words. */
  readonly perThousand: number | undefined
  /** Most frequent first. */
  readonly byCategory: readonly {readonly category: string; readonly count: number}[]
  readonly strengths: number
  /** How many notes show each, in the order of the practice. */
  readonly strategies: readonly {readonly strategy: Strategy; readonly notes: number}[]
  readonly actions: {readonly byPerson: number; readonly all: number}
  readonly taken: Taken | undefined
}

export interface LanguageReport {
  readonly all: LanguageFigures
  /** By name, never by number; teams of a few writers are counted in `all` alone, since they would tell of people. */
  readonly teams: readonly (LanguageFigures & {readonly team: string})[]
  /** Oldest first, as `2026-07`. */
  readonly months: readonly (LanguageFigures & {readonly month: string})[]
}

/** What goes with these figures wherever they are shown. */
export const FIGURES_WARNING =
  'These numbers describe notes, not people: a note about a hard day has harder words in it, and none of them says how well anybody works.'

/** How many writers a team has at least for its figures to be shown. */
export const SMALLEST_TEAM = 3

/** The language of many notes: together, by team and by month. Pure, and the same for notes in any order. */
export function languageReport(notes: readonly NoteLanguage[]): LanguageReport {
  const byTeam = [...groupBy(notes, ({team}) => team)].flatMap(([team, own]) =>
    team !== undefined && new Set(own.map(({specialist}) => specialist)).size >= SMALLEST_TEAM
      ? [{team, ...languageFigures(own)}]
      : [],
  )
  const byMonth = [...groupBy(notes, ({on}) => on?.slice(0, 7))].flatMap(([month, own]) =>
    month === undefined ? [] : [{month, ...languageFigures(own)}],
  )
  return {
    all: languageFigures(notes),
    teams: byTeam.toSorted((a, b) => compareText(a.team, b.team)),
    months: byMonth.toSorted((a, b) => compareText(a.month, b.month)),
  }
}

export function languageFigures(notes: readonly NoteLanguage[]): LanguageFigures {
  const sum = (count: (note: NoteLanguage) => number): number =>
    notes.reduce((total, note) => total + count(note), 0)
  const categories = new Map<string, number>()
  const strategies = new Map<Strategy, number>()
  for (const note of notes) {
    for (const [category, count] of Object.entries(note.suggestions))
      categories.set(category, (categories.get(category) ?? 0) + count)
    for (const strategy of new Set(note.strategies))
      strategies.set(strategy, (strategies.get(strategy) ?? 0) + 1)
  }
  const words = sum((note) => note.words)
  const suggestions = [...categories.values()].reduce((total, count) => total + count, 0)
  return {
    notes: notes.length,
    words,
    suggestions,
    perThousand: words === 0 ? undefined : Math.round((10_000 * suggestions) / words) / 10,
    byCategory: [...categories]
      .map(([category, count]) => ({category, count}))
      .toSorted((a, b) => b.count - a.count || compareText(a.category, b.category)),
    strengths: sum((note) => note.strengths),
    strategies: inOrderOfPractice(new Set(strategies.keys())).map((strategy) => ({
      strategy,
      notes: strategies.get(strategy) ?? 0,
    })),
    actions: {byPerson: sum(({actions}) => actions.byPerson), all: sum(({actions}) => actions.all)},
    taken: addTaken(notes.flatMap(({taken}) => taken ?? [])),
  }
}

/** Undefined where nothing was compared. */
const addTaken = (all: readonly Taken[]): Taken | undefined =>
  all.length === 0
    ? undefined
    : {
        count: all.reduce((sum, {count}) => sum + count, 0),
        of: all.reduce((sum, taken) => sum + taken.of, 0),
      }

/**
 * Suggestions of an earlier version of a text and how many of them are in a later one no more; each is a key that is
 * the same for the same rule and words. Whether the words were changed or left out, nobody can tell from this.
 */
export function takenBetween(before: readonly string[], after: readonly string[]): Taken {
  const left = new Map<string, number>()
  for (const key of after) left.set(key, (left.get(key) ?? 0) + 1)
  let count = 0
  for (const key of before) {
    const open = left.get(key) ?? 0
    if (open > 0) left.set(key, open - 1)
    else count++
  }
  return {count, of: before.length}
}
