import assert from 'node:assert/strict'
import {pageOf} from './folded.ts'

describe('strengths', () => {
  it('counts notes under one canonical name, the same evidence once a note', () => {
    const page = pageOf({
      '2026-05-05':
        'strengths: [{name: tenacity, evidence: Called thrice}, {name: not giving up, evidence: called thrice.}]',
      '2026-07-14': 'strengths: [{name: Persistence, evidence: Asked again}]',
    })
    const [strength] = page.strengths
    assert.deepEqual(
      [strength?.name, strength?.notes, strength?.first, strength?.last, strength?.namedByPerson],
      ['persistence', 2, '2026-05-05', '2026-07-14', false],
    )
    assert.deepEqual(
      strength?.evidence.map(({text}) => text),
      ['Called thrice', 'Asked again'],
    )
  })

  it('keeps the person’s own word, and puts what they named first', () => {
    const page = pageOf({
      '2026-05-05': 'strengths: [{name: humor, evidence: a}, {name: stubborn as a mule, named_by: person}]',
      '2026-05-06': 'strengths: [{name: humor, evidence: b}]',
    })
    assert.deepEqual(
      page.strengths.map(({name}) => name),
      ['stubborn as a mule', 'humor'],
    )
  })

  it('takes an assessment’s result as no sighting', () => {
    const page = pageOf({
      '2026-07-01': 'assessments: [{tool: VIA Character Strengths, on: 2026-06-30, top: [humor, kindness]}]',
      '2026-07-14': 'strengths: [{name: kindness, source: via, rank: 2}, {name: humor, evidence: laughed}]',
    })
    assert.deepEqual(
      page.strengths.map(({id, notes, fromAssessments}) => [
        id,
        notes,
        fromAssessments.map(({on, rank}) => `${on} ${rank}`),
      ]),
      [
        ['humor', 1, ['2026-06-30 1']],
        ['kindness', 0, ['2026-06-30 2']],
      ],
    )
  })
})
