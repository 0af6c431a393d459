import assert from 'node:assert/strict'
import {NO_POLICY} from '../../../src/core/agency/policy.ts'
import {html} from '../../../src/summary/formats/html.ts'
import {markdown} from '../../../src/summary/formats/markdown.ts'
import {weekPage} from '../../../src/summary/readers/week-page.ts'
import {day, folded} from '../folded.ts'

const NOTES = {
  'a.md': `client: c-1
date: 2026-07-10
specialist: jm
goals: [{id: g-1, words: Walk at dawn, actions: [{what: Mend the boots, who: person, by: 2026-07-20}, {what: Call the club, who: specialist, by: 2026-07-12}]}]
resources: [{name: walking club, kind: recreation, status: waiting, next: Hears back, next_by: 2026-07-22}]
follow_ups: [{on: 2026-07-18, start: "10:00", place: porch}]`,
  'b.md': `client: c-2
date: 2026-07-12
specialist: rb
follow_ups: [{on: 2026-07-16, place: library}]
goals: [{words: Kept back, share: {team: no}, actions: [{what: Secret step, who: person, by: 2026-07-19}]}]`,
}

const pageOf = (specialist?: string) =>
  weekPage(folded(NOTES, {asOf: day('2026-07-14')}), {policy: NO_POLICY, specialist})

describe('the page of the next two weeks', () => {
  it('shows each person with what is next, the nearest day first', () => {
    const text = markdown.render(pageOf())
    assert.match(text, /^# The next two weeks$/m)
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
      ['The days', 'c-2', 'c-1'],
    )
    assert.match(text, /\*\*Sat 18 Jul, 10:00\*\*/)
    assert.match(text, /Mend the boots · by Mon 20 Jul · for “Walk at dawn”/)
    assert.match(text, /Planned for a day before\n\n- Call the club · was planned for 12 Jul/)
    assert.match(text, /\*\*Walking club\*\* · Hears back · by 22 Jul/)
  })

  it('has the people of one specialist', () => {
    const text = markdown.render(pageOf('rb'))
    assert.match(text, /^# My week$/m)
    assert.match(text, /^## c-2$/m)
    assert.doesNotMatch(text, /c-1/)
  })

  it('leaves out what the notes keep from the team', () => {
    assert.doesNotMatch(markdown.render(pageOf()), /Secret step|Kept back/)
  })

  it('says so where nothing is planned', () => {
    assert.match(markdown.render(pageOf('nobody')), /Nothing is planned for these days/)
  })

  it('gives every section a place of its own', () => {
    const ids = [...html.render(pageOf()).matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(ids, ['the-days', 'person-1', 'person-2'])
  })
})
