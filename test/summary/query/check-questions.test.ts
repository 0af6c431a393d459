import assert from 'node:assert/strict'
import {assert as check, property, string} from 'fast-check'
import {parseCivilDate, type CivilDate} from '../../../src/core/time/civil-date.ts'
import {questionProblems} from '../../../src/summary/query/check-questions.ts'

const asOf = parseCivilDate('2026-11-20') as CivilDate

/** What is told of some questions: the words it stands at, and the word that may have been meant. */
const told = (text: string, client?: string): [string, string | undefined][] =>
  questionProblems(text, {asOf, client}).map(({span, meant}) => [text.slice(span.start, span.end), meant])

describe('what is not understood of questions', () => {
  it('is told at its own words, whichever line they stand on', () => {
    assert.deepEqual(told('week\r\n  gaols  # all\r\n\r\ngoals where status is actve'), [
      ['gaols', 'goals'],
      ['actve', 'active'],
    ])
    assert.deepEqual(told('goals where status is not on hodl'), [['on hodl', undefined]])
    assert.deepEqual(told('goals where status is "actve now"'), [['"actve now"', undefined]])
    assert.deepEqual(told('week soon'), [['soon', undefined]])
    assert.deepEqual(told('pgae for c-014'), [['pgae', 'page']])
  })

  it('is told at the last word of a question that stops too early', () => {
    assert.deepEqual(told('goals where'), [['where', undefined]])
    assert.deepEqual(told('strengths of  # whose?'), [['of', undefined]])
    assert.deepEqual(told('wins since'), [['since', undefined]])
  })

  it('says that nobody is meant by this person where the note names nobody', () => {
    assert.deepEqual(told('page for this person', 'c-014'), [])
    assert.deepEqual(told('week of This Person'), [['This Person', undefined]])
    const [problem] = questionProblems('page for this person', {asOf})
    assert.match(problem?.message ?? '', /^The note around this question names nobody: /)
  })

  it('is nothing where all can be answered', () => {
    assert.deepEqual(
      told('# month\nweek\n\ngoals still open where domain is home of c-014 since 2026-05'),
      [],
    )
  })

  it('always stands on its own line', () => {
    check(
      property(string({unit: 'binary'}), string(), (a, b) => {
        const text = `${a}\n goals ${b}\nwhere`
        for (const {span, line} of questionProblems(text, {asOf})) {
          assert.ok(line.start <= span.start && span.start < span.end && span.end <= line.end)
          assert.ok(!/[\r\n]/.test(text.slice(span.start, span.end)))
        }
      }),
      {numRuns: 500},
    )
  })
})
