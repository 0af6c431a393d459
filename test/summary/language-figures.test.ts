import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {
  languageFigures,
  languageReport,
  takenBetween,
  type NoteLanguage,
} from '../../src/summary/language-figures.ts'
import {day} from './folded.ts'

const note = (given: Partial<NoteLanguage> = {}): NoteLanguage => ({
  on: day('2026-07-14'),
  specialist: 'jm',
  team: 'north',
  words: 100,
  suggestions: {},
  strengths: 0,
  strategies: [],
  actions: {byPerson: 0, all: 0},
  ...given,
})

const writers = ['a', 'b', 'c']

describe('the language of notes in numbers', () => {
  it('has suggestions per 1,000 words of all notes together, not the mean of notes', () => {
    const figures = languageFigures([
      note({words: 900, suggestions: {label: 1}}),
      note({words: 100, suggestions: {label: 2, deficit: 1}}),
    ])
    assert.equal(figures.perThousand, 4)
    assert.equal(figures.suggestions, 4)
    assert.deepEqual(figures.byCategory, [
      {category: 'label', count: 3},
      {category: 'deficit', count: 1},
    ])
  })

  it('has no rate where there are no words', () => {
    assert.equal(languageFigures([note({words: 0})]).perThousand, undefined)
    assert.equal(languageFigures([]).perThousand, undefined)
  })

  it('counts each strategy once a note, in the order of the practice', () => {
    const {strategies} = languageFigures([
      note({strategies: ['goal-setting', 'active-exploration', 'goal-setting']}),
      note({strategies: ['goal-setting']}),
    ])
    assert.deepEqual(strategies, [
      {strategy: 'active-exploration', notes: 1},
      {strategy: 'goal-setting', notes: 2},
    ])
  })

  it('adds strengths and the steps that the person holds', () => {
    const figures = languageFigures([
      note({strengths: 2, actions: {byPerson: 1, all: 3}}),
      note({strengths: 1, actions: {byPerson: 2, all: 2}}),
    ])
    assert.equal(figures.strengths, 3)
    assert.deepEqual(figures.actions, {byPerson: 3, all: 5})
  })

  it('tells what was taken only where somebody looked', () => {
    assert.equal(languageFigures([note()]).taken, undefined)
    assert.deepEqual(languageFigures([note({taken: {count: 1, of: 3}}), note()]).taken, {count: 1, of: 3})
  })

  it('has teams by name, whatever their numbers are', () => {
    const {teams} = languageReport(
      ['south', 'north'].flatMap((team) =>
        writers.map((specialist) =>
          note({team, specialist, suggestions: team === 'north' ? {label: 9} : {}}),
        ),
      ),
    )
    assert.deepEqual(
      teams.map(({team}) => team),
      ['north', 'south'],
    )
  })

  it('shows no team so small that its numbers would tell of people', () => {
    const {teams, all} = languageReport([
      ...writers.map((specialist) => note({specialist})),
      note({team: 'south', specialist: 'x'}),
      note({team: 'south', specialist: 'y'}),
      note({team: undefined}),
    ])
    assert.deepEqual(
      teams.map(({team}) => team),
      ['north'],
    )
    assert.equal(all.notes, 6)
  })

  it('has months in their order; notes without a day are in none', () => {
    const {months} = languageReport([
      note({on: day('2026-08-01')}),
      note({on: day('2026-07-31')}),
      note({on: undefined}),
    ])
    assert.deepEqual(
      months.map(({month, notes}) => [month, notes]),
      [
        ['2026-07', 1],
        ['2026-08', 1],
      ],
    )
  })

  it('is the same for notes in any order', () => {
    const notes = writers.flatMap((specialist, index) => [
      note({specialist, suggestions: {label: index, deficit: 2 - index}}),
      note({specialist, team: 'south', on: day(`2026-0${index + 1}-01`), strategies: ['goal-setting']}),
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray(notes, {minLength: notes.length}), (shuffled) => {
        assert.deepEqual(languageReport(shuffled), languageReport(notes))
      }),
    )
  })
})

describe('suggestions taken', () => {
  it('are those of the earlier text that the later one has no more, each as often as it was there', () => {
    assert.deepEqual(takenBetween(['a', 'a', 'b'], ['a', 'c']), {count: 2, of: 3})
    assert.deepEqual(takenBetween([], ['a']), {count: 0, of: 0})
  })

  it('are never more than there were, and none where nothing changed', () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c'))
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const {count, of} = takenBetween(before, after)
        assert.ok(count >= 0 && count <= of && of === before.length)
        assert.equal(takenBetween(before, before).count, 0)
      }),
    )
  })
})
