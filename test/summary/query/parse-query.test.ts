import assert from 'node:assert/strict'
import {assert as check, constantFrom, array, property, string} from 'fast-check'
import {parseCivilDate, type CivilDate} from '../../../src/core/time/civil-date.ts'
import {nearestWord} from '../../../src/summary/query/nearest-word.ts'
import {parseQuery} from '../../../src/summary/query/parse-query.ts'
import {daysNamed} from '../../../src/summary/query/period.ts'
import {queryLines} from '../../../src/summary/query/query-words.ts'
import {suggestQuery} from '../../../src/summary/query/suggest-query.ts'

const asOf = parseCivilDate('2026-11-20') as CivilDate

/** A question as it was understood, its list by name. */
function understood(text: string): unknown {
  const parsed = parseQuery(text, {asOf, client: 'c-014'})
  if ('problem' in parsed) return parsed.problem.message
  const {query} = parsed
  return query.kind === 'list' ? {...query, list: query.list.name} : query
}

const ANY = {clients: [], since: undefined, until: undefined}

function problemOf(text: string): string {
  const parsed = parseQuery(text, {asOf})
  assert.ok('problem' in parsed, text)
  return `${text.slice(parsed.problem.span.start, parsed.problem.span.end)}: ${parsed.problem.message}`
}

describe('a question to the notes', () => {
  it('asks for a list, in the words of a page', () => {
    const list = {kind: 'list', phrases: [], where: [], ...ANY}
    assert.deepEqual(understood('Goals where status is active'), {
      ...list,
      list: 'goals',
      where: [{field: 'status', test: 'is', values: ['active']}],
    })
    assert.deepEqual(understood('resources worth asking about'), {
      ...list,
      list: 'resources',
      phrases: ['worth asking about'],
    })
    assert.deepEqual(understood('strengths of c-014, c-021 since 2026-05 until 2026-07-14'), {
      ...list,
      list: 'strengths',
      clients: ['c-014', 'c-021'],
      since: '2026-05-01',
      until: '2026-07-14',
    })
    assert.deepEqual(understood('wins in last month for this person'), {
      ...list,
      list: 'wins',
      clients: ['c-014'],
      since: '2026-10-01',
      until: '2026-10-31',
    })
    assert.deepEqual(
      understood('steps still open where who is not "the court" or him and goal has two bedrooms'),
      {
        ...list,
        list: 'actions',
        phrases: ['still open'],
        where: [
          {field: 'who', test: 'is not', values: ['the court', 'him']},
          {field: 'goal', test: 'has', values: ['two bedrooms']},
        ],
      },
    )
  })

  it('asks for a page, a picture, the week or everybody', () => {
    assert.deepEqual(understood('page for c-014'), {kind: 'page', ...ANY, clients: ['c-014']})
    assert.deepEqual(understood('page of this person'), {kind: 'page', ...ANY, clients: ['c-014']})
    assert.deepEqual(understood('map of c-014'), {kind: 'map', ...ANY, clients: ['c-014']})
    assert.deepEqual(understood('week'), {kind: 'week', ...ANY})
    assert.deepEqual(understood('caseload since this month'), {kind: 'caseload', ...ANY, since: '2026-11-01'})
  })

  it('takes the words that a status has beside its own', () => {
    assert.deepEqual(understood('goals where status is done or On Hold'), {
      kind: 'list',
      list: 'goals',
      phrases: [],
      where: [{field: 'status', test: 'is', values: ['reached', 'paused']}],
      ...ANY,
    })
  })

  it('tells which word is not known, the nearest one, and all that can be said', () => {
    assert.match(
      problemOf('gaols'),
      /^gaols: “gaols” is not known here\. Did you mean “goals”\? What can stand here: page for, .*goals, strengths,/,
    )
    assert.match(
      problemOf('goals where status is actve'),
      /^actve: status is never “actve”\. Did you mean “active”\?/,
    )
    assert.match(problemOf('goals where'), /^: The question stops here\. What can stand here: status, domain/)
    assert.match(problemOf('wins since spring'), /^spring: Since when\?/)
    assert.match(problemOf('strengths of'), /^: Whose\?/)
    assert.match(
      problemOf('goals where status is active or'),
      /^: What should status be\? .*named, exploring/,
    )
    assert.match(problemOf(''), /^: The question stops here\. .*goals/)
  })

  it('never fails to be read, whatever stands there', () => {
    const words = array(
      constantFrom(
        'goals',
        'where',
        'status',
        'is',
        'not',
        'has',
        'of',
        'since',
        '2026',
        ',',
        '"',
        'page',
        'for',
        'or',
        'and',
        '9999',
        'months',
        'ago',
        '#',
        'week',
      ),
    ).map((some) => some.join(' '))
    check(
      property(words, string(), (some, any) => {
        for (const text of [some, any, some + any]) {
          const parsed = parseQuery(text, {asOf})
          if ('problem' in parsed) assert.ok(parsed.problem.span.end <= text.length)
        }
      }),
      {numRuns: 500},
    )
  })

  it('stands on a line; remarks and empty lines are none', () => {
    assert.deepEqual(
      queryLines('# monthly\ngoals  # all\n\n  week').map(({text}) => text),
      ['goals  # all', '  week'],
    )
    assert.deepEqual(understood('week # ahead'), {kind: 'week', ...ANY})
  })
})

describe('a time in a question', () => {
  const days = (text: string): unknown => {
    const found = daysNamed(text, asOf)
    return found && [found.first, found.last]
  }

  it('is a day, a month, a year, or words that count from today', () => {
    assert.deepEqual(days('2026-02'), ['2026-02-01', '2026-02-28'])
    assert.deepEqual(days('2024'), ['2024-01-01', '2024-12-31'])
    assert.deepEqual(days('this week'), ['2026-11-16', '2026-11-22'])
    assert.deepEqual(days('last year'), ['2025-01-01', '2025-12-31'])
    assert.deepEqual(days('9 months ago'), ['2026-02-20', '2026-02-20'])
    assert.deepEqual(daysNamed('1 month ago', parseCivilDate('2026-03-31') as CivilDate), {
      first: '2026-02-28',
      last: '2026-02-28',
    })
    for (const text of ['2026-13', '2026-02-30', 'soon', 'last spring'])
      assert.equal(days(text), undefined, text)
  })
})

describe('the nearest word', () => {
  it('is a slip or two away, and none where all are far', () => {
    assert.equal(nearestWord('strenghts', ['goals', 'strengths']), 'strengths')
    assert.equal(nearestWord('resource', ['resources', 'goals']), 'resources')
    assert.equal(nearestWord('weather', ['week', 'goals']), undefined)
  })
})

describe('what a question could go on with', () => {
  const labels = (text: string): string[] =>
    suggestQuery(text, text.length, {asOf, clients: ['c-014', 'c-021']}).map(({label}) => label)

  it('is what can be said there', () => {
    assert.ok(labels('').includes('page for'))
    assert.ok(labels('go').includes('goals'))
    assert.deepEqual(labels('goals where '), ['status', 'domain', 'words', 'strength', 'resource'])
    assert.deepEqual(labels('goals where status is pa').slice(0, 3), ['not', 'named', 'exploring'])
    assert.deepEqual(labels('page for '), ['c-014', 'c-021'])
    assert.deepEqual(labels('resources worth '), ['asking about'])
    assert.ok(labels('wins since ').includes('last month'))
    assert.ok(labels('wins ').includes('since'))
  })

  it('is written over the word at hand', () => {
    const [first] = suggestQuery('goals whe status', 9, {asOf, clients: []})
    assert.deepEqual(first?.span, {start: 6, end: 9})
  })
})
