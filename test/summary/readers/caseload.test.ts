import assert from 'node:assert/strict'
import {NO_POLICY, readPolicy} from '../../../src/core/agency/policy.ts'
import {FORMATS} from '../../../src/summary/formats/index.ts'
import {markdown} from '../../../src/summary/formats/markdown.ts'
import {caseloadPage} from '../../../src/summary/readers/caseload-page.ts'
import {countCaseload} from '../../../src/summary/readers/caseload.ts'
import {day, folded} from '../folded.ts'

const {policy} = readPolicy('rounding: up\nper: contact\nlate_after: 72 hours\n')
const NOTES = {
  'a1.md': `client: c-secret-one
date: 2026-06-01
start: 10:00
end: 10:50
goals: [{id: g-1, words: Private words of theirs, status: active, actions: [{what: Call, who: person}, {what: Print, who: specialist}]}]
strengths: [{name: humor, evidence: Laughed}]`,
  'a2.md': `client: c-secret-one
date: 2026-07-11
start: 10:00
end: 10:20
entered: 2026-07-18
goals: [{id: g-1, status: paused}]`,
  'b1.md': `client: c-secret-two
date: 2026-07-01
duration: 30
goals: [{words: Another, status: reached}]`,
  'b2.md': `client: c-secret-two
date: 2026-07-02
duration: 15
place: porch`,
  'b3.md': 'client: c-secret-two\ndate: 2026-07-05\nkind: no-contact',
  'group.md': `clients: [c-secret-one, c-secret-two]
date: 2026-06-15
kind: group
start: 9:00
end: 10:00
each:
  c-secret-one: {goals: [g-1]}
  c-secret-two: {wins: [Spoke first]}`,
}
const summary = folded(NOTES, {policy})
const asOf = day('2026-07-21')

describe('the caseload', () => {
  it('is counted over everybody', () => {
    const counts = countCaseload(summary, {since: undefined, asOf})
    assert.deepEqual(
      [
        counts.people,
        counts.sessions,
        counts.minutes,
        counts.triedToReach,
        counts.lateEntries,
        counts.withoutGoal,
      ],
      [2, 5, 50 + 20 + 30 + 15 + 60, 1, 1, 1],
    )
    assert.deepEqual(counts.goals, {opened: 2, reached: 1, paused: 1})
    assert.deepEqual(counts.actions, {byPerson: 1, all: 2})
    assert.equal(counts.medianDaysSinceContact, (10 + 19) / 2)
  })

  it('counts a group once in sessions and minutes, and for each person in units', () => {
    const counts = countCaseload(folded({'group.md': NOTES['group.md']}, {policy}), {since: undefined, asOf})
    assert.deepEqual([counts.sessions, counts.minutes, counts.units], [1, 60, 8])
  })

  it('counts from a day on', () => {
    const counts = countCaseload(summary, {since: day('2026-07-01'), asOf})
    assert.deepEqual([counts.sessions, counts.goals.opened, counts.goals.reached], [3, 1, 1])
  })

  it('counts no units where no policy says how', () => {
    assert.equal(countCaseload(folded(NOTES), {since: undefined, asOf}).units, undefined)
    assert.match(
      markdown.render(caseloadPage(folded(NOTES), {policy: NO_POLICY})),
      /once \.strengths\/policy\.yml names a rounding/,
    )
  })

  it('tells nobody’s id and nobody’s words, unless counts for each person are asked for', () => {
    for (const format of FORMATS) {
      const all = format.render(caseloadPage(summary, {policy}))
      assert.doesNotMatch(all, /secret|Private|Another|Spoke|Laughed|\.md\b/)
      const each = format.render(caseloadPage(summary, {policy, byClient: true}))
      assert.match(each, /c-secret-one/)
      assert.doesNotMatch(each, /Private|Another|Spoke|Laughed/)
    }
  })

  it('lists people by id, whatever their counts', () => {
    const made = markdown.render(caseloadPage(summary, {policy, byClient: true}))
    assert.ok(made.indexOf('c-secret-one') < made.indexOf('c-secret-two'))
  })

  it('tells language per 1,000 words, and what was taken since an earlier run', () => {
    const language = {words: 4000, suggestions: 14, taken: {count: 3, of: 9}}
    const made = markdown.render(caseloadPage(summary, {policy, language}))
    assert.match(made, /\*\*3\.5\*\* suggestions per 1,000 words/)
    assert.match(made, /\*\*3 of 9\*\* earlier suggestions taken/)
  })

  it('has no numbers of language while they are being counted, and says so', () => {
    const page = caseloadPage(summary, {policy, language: 'counting'})
    assert.match(markdown.render(page), /numbers follow shortly/)
    assert.equal('language' in page.data, false)
  })

  it('says how many files could not be read, each once', () => {
    const at = (file: string, line: number) => ({file, line, message: 'Not UTF-8.'})
    const some = folded(NOTES, {policy, unread: [at('x.md', 1), at('x.md', 3), at('y.md', 1)]})
    const made = markdown.render(caseloadPage(some, {policy}))
    assert.match(made, /left out: 2 files that could not be read/)
    assert.doesNotMatch(markdown.render(caseloadPage(summary, {policy})), /could not be read/)
  })

  it('says what it is no measure of', () => {
    assert.match(markdown.render(caseloadPage(summary, {policy})), /numbers tell of notes, not of people/)
  })
})
