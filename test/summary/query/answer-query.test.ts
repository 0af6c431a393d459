import assert from 'node:assert/strict'
import {NO_POLICY} from '../../../src/core/agency/policy.ts'
import {answerQuery} from '../../../src/summary/query/answer-query.ts'
import {parseQuery} from '../../../src/summary/query/parse-query.ts'
import {renderAnswer} from '../../../src/summary/query/render-answer.ts'
import {day, folded} from '../folded.ts'

const NOTES = {
  'clients/c-1/2026-06-02.md': `
client: c-1
date: 2026-06-02
goals:
  - id: g-smoke
    words: Stop smoking before the hearing
    actions:
      - what: Count the cigarettes
        who: person
        by: 2026-06-30
  - id: g-home
    words: Two bedrooms
    actions:
      - {what: Sign the lease, who: person, by: 2026-07-01}
      - {what: See the rooms, who: person, done: true}
      - {what: Buy curtains, who: person}
resources:
  - {name: landlord, status: active}
`,
  'clients/c-1/2026-07-14.md': `
client: c-1
date: 2026-07-14
goals:
  - {id: g-smoke, status: let-go}
`,
}

/** The rows of the table that answers a question, without its head. */
function rowsOf(question: string): string[] {
  const asOf = day('2026-07-21')
  const parsed = parseQuery(question, {asOf})
  assert.ok('query' in parsed, question)
  const answer = renderAnswer(answerQuery(parsed.query, folded(NOTES), NO_POLICY))
  return answer
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
}

describe('an answer from the notes', () => {
  it('calls no step open whose goal was let go', () => {
    assert.deepEqual(
      rowsOf('actions still open').map((line) => line.split(' | ')[1]),
      ['Sign the lease', 'Buy curtains'],
    )
    assert.equal(rowsOf('actions past their day').length, 1)
    assert.equal(rowsOf('actions done').length, 1)
    assert.equal(rowsOf('actions').length, 4)
  })

  it('has as many lines as the caseload counts', () => {
    const [counts = ''] = rowsOf('caseload')
    const [, , , inMotion, , steps, ask, review] = counts.split(' | ')
    assert.deepEqual(
      [inMotion, steps, ask, review],
      ['goals still open', 'actions still open', 'resources worth asking about', 'review'].map((question) =>
        String(rowsOf(question).length),
      ),
    )
  })
})
