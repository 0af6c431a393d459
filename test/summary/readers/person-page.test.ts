import assert from 'node:assert/strict'
import {NO_POLICY} from '../../../src/core/agency/policy.ts'
import {html} from '../../../src/summary/formats/html.ts'
import {FORMATS} from '../../../src/summary/formats/index.ts'
import {markdown} from '../../../src/summary/formats/markdown.ts'
import type {Page} from '../../../src/summary/formats/format.ts'
import {pageFor} from '../../../src/summary/readers/index.ts'
import {pageOf} from '../folded.ts'

const SETTINGS = {policy: NO_POLICY}
const personPageOf = (notes: Readonly<Record<string, string>>): Page =>
  pageFor(pageOf(notes), 'person', SETTINGS)
const titles = ({outline}: Page): string[] => outline.sections.map(({title}) => title)

const NOTES = {
  '2026-05-05': `
specialist: jm
service: {code: H0038, plan_goal: ISP-2}
goals:
  - {id: g-work, words: Work with my hands again, plan_goal: ISP-2, progress: {rating: 3, by: person}}
strengths: [{name: persistence, evidence: Called three times.}]
resources: [{id: union, name: union hall, kind: employment, status: exploring}]`,
  '2026-07-14': `
specialist: jm
goals:
  - id: g-work
    words: A shop of my own
    status: active
    progress: {rating: 6, by: person, says: It was a three in May.}
    actions:
      - {what: Call the hall, who: person, by: 2026-07-28}
      - {what: Print the form, who: specialist, by: 2026-07-25}
skills: [{name: cabinet making, from: an uncle}]
resources: [{id: union, name: union hall, kind: employment, status: active, next: Ask for Ray, next_by: 2026-07-30}]
follow_up: {on: 2026-07-28, start: 14:00, place: library}
wins: [Went in alone]`,
}

describe('the page that a person keeps', () => {
  it('has the five sections, in their order, and a way to have it corrected', () => {
    const page = personPageOf(NOTES)
    assert.deepEqual(titles(page), [
      'What you want',
      'What you bring',
      'Who and what is around you',
      'What is next',
      'What went well',
    ])
    assert.deepEqual(page.outline.closing, ['Something wrong here? Tell me and I will correct the note.'])
    assert.equal(page.outline.title, 'Your page')
  })

  it('tells what they want in their words, first said and now, and where they put themselves then and now', () => {
    const made = markdown.render(personPageOf(NOTES))
    assert.match(made, /\*\*“A shop of my own”\*\* · on the way/)
    assert.match(made, /You first said, on 5 May: “Work with my hands again”/)
    assert.match(made, /Your own number: 3 of 10 on 5 May, and 6 of 10 on 14 Jul: “It was a three in May\.”/)
  })

  it('puts their steps before those of the specialist', () => {
    const made = markdown.render(personPageOf(NOTES))
    const [own, mine] = [made.indexOf('### You\n'), made.indexOf('### What I said I would do')]
    assert.ok(own > 0 && mine > own)
    assert.ok(made.indexOf('Call the hall') < mine && made.indexOf('Print the form') > mine)
  })

  it('speaks to them, and names nobody by an id or a code', () => {
    for (const format of FORMATS) {
      const made = format.render(personPageOf(NOTES))
      assert.doesNotMatch(made, /\bc-1\b|g-work|H0038|ISP-2|\bjm\b|\bunion"|2026-07-14\.md/)
    }
  })

  it('has no number of anybody else, or of nobody in particular', () => {
    const made = markdown.render(
      personPageOf({
        '2026-05-05': 'goals: [{words: Sleep, progress: {rating: 2, by: specialist, says: Not there}}]',
        '2026-06-05': 'goals: [{words: Sleep, progress: {rating: 9}}]',
        '2026-07-05': 'goals: [{words: Sleep, progress: {rating: 7, by: together}}]',
      }),
    )
    assert.doesNotMatch(made, /of 10|Not there/)
  })

  it('leaves out what the notes keep from them, and says how much that is', () => {
    const kept = (text: string): string => `{share: {client: no}, ${text}}`
    const page = personPageOf({
      '2026-07-01': `
goals:
  - ${kept('id: g-x, words: Secret goal, actions: [{what: Secret step, who: person}]')}
  - {id: g-y, words: Open goal, became: g-x, strengths: [secret strength], resources: [secret place]}
strengths: [${kept('name: secret strength, evidence: Secret act')}]
skills: [${kept('name: secret skill')}]
resources: [${kept('name: secret place, kind: housing, status: active')}]
follow_up: [${kept('on: 2026-08-01, place: secret meeting')}]
wins: [${kept('what: Secret win, strengths: [secret strength]')}]`,
    })
    for (const format of FORMATS) assert.doesNotMatch(format.render(page), /secret/i)
    assert.ok(page.outline.facts.includes('left out: 7 items not shared'))
  })

  it('does not hold a goal that they let go or changed', () => {
    const page = personPageOf({
      '2026-07-01': 'goals: [{words: Quit coffee, status: let-go}, {words: Nap, status: changed}]',
    })
    assert.deepEqual(titles(page), [])
  })

  it('says no file name for a note without a date', () => {
    const made = markdown.render(
      pageFor(
        pageOf({'undated visit': 'wins: [Slept]\nstrengths: [{name: humor, evidence: Laughed}]'}),
        'person',
        SETTINGS,
      ),
    )
    assert.match(made, /- Slept\n/)
    assert.doesNotMatch(made, /undated visit/)
    assert.match(made, /1 note without a date/)
  })

  it('carries the notice where the policy asks for it, in the agency’s words or in those of § 2.32', () => {
    const page = pageOf(NOTES)
    const withNotice = (notice: string | undefined): string =>
      html.render(pageFor(page, 'person', {policy: {...NO_POLICY, part2: {noticeFile: undefined, notice}}}))
    assert.match(withNotice(undefined), /42 CFR § 2\.32.*Copy of consent attached/s)
    assert.match(
      withNotice('Our own words.\n\nIn two parts.'),
      /Our own words\..*In two parts\..*Copy of consent attached/s,
    )
    assert.doesNotMatch(html.render(pageFor(page, 'person', SETTINGS)), /42 CFR/)
  })
})
