import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {NO_POLICY} from '../../../src/core/agency/policy.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {markdown} from '../../../src/summary/formats/markdown.ts'
import {pageFor} from '../../../src/summary/readers/index.ts'
import type {PersonPage} from '../../../src/summary/summary.ts'
import {pageOf} from '../folded.ts'

const SETTINGS = {policy: NO_POLICY}
const render = (page: PersonPage): string =>
  markdown.render(pageFor(page, 'specialist', SETTINGS), {
    linkTo: ({file, line}) => ({href: `${file}#L${line}`}),
  })
const sectionOf = (made: string, title: string): string =>
  made.split(`## ${title}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''

const NOTES = {
  '2026-06-02': `
goals: [{id: g-work, words: Work again}]
strengths: [{name: humor, evidence: Made the desk laugh.}]`,
  '2026-07-14': `
start: 14:00
end: 14:50
kind: individual
place: library
specialist: jm
goals:
  - id: g-work
    status: active
    strengths: [persistence]
    progress: {rating: 6, by: person}
    actions: [{what: Call the hall, who: person, by: 2026-07-28}, {what: Print the form, who: specialist}]
strengths: [{name: persistence, evidence: Called three times.}]
preferences: [{about: contact, says: Text first.}]
follow_up: {on: 2026-07-28, start: 14:00, place: "library: room 2"}
wins: [Went in alone]`,
}

describe('the page that a specialist works from', () => {
  it('tells the last session in five lines', () => {
    const told = sectionOf(render(pageOf(NOTES)), 'The last session').split('\n')
    assert.equal(told.length, 5)
    assert.match(told[0] ?? '', /\*\*14 Jul 2026\*\* · 50 minutes, individual, library/)
    assert.match(told[1] ?? '', /Spoke of:\*\* “Work again” \(active\)/)
    assert.match(told[2] ?? '', /Showed:\*\* persistence: Called three times/)
    assert.match(told[3] ?? '', /Went well:\*\* Went in alone/)
    assert.match(
      told[4] ?? '',
      /Agreed:\*\* Call the hall, by 28 Jul; Print the form \(the specialist\); meet 28 Jul at 14:00/,
    )
  })

  it('takes a visit where nobody was met for no session', () => {
    const made = render(pageOf({...NOTES, '2026-07-20': 'kind: no-contact\nplace: porch'}))
    assert.match(sectionOf(made, 'The last session'), /^- \*\*14 Jul 2026/)
  })

  it('has preferences on top', () => {
    assert.equal(pageFor(pageOf(NOTES), 'specialist', SETTINGS).outline.sections[0]?.title, 'Good to know')
  })

  it('has each goal in a row: its words, status, since when, what it draws on and the last number', () => {
    assert.match(
      sectionOf(render(pageOf(NOTES)), 'What they want'),
      /\| \*\*“Work again”\*\* \| active \| 14 Jul \|  \| persistence \| 6 of 10 · by themselves \| \[14 Jul\]/,
    )
  })

  it('asks where a strength could help that no goal draws on, as a link to its note, and advises nothing', () => {
    const made = render(pageOf(NOTES))
    assert.match(made, /- \[Could “humor” help with…\?\]\(2026-06-02\.md#L\d+\)/)
    assert.doesNotMatch(made, /Could “persistence”/)
  })

  it('shows which of the nine strategies the last five notes show', () => {
    const made = sectionOf(render(pageOf(NOTES)), 'Strategies')
    assert.equal(made.match(/^\| \*\*/gm)?.length, 9)
    assert.match(made, /\| Strategy \| 2 Jun \| 14 Jul \|/)
    assert.match(made, /\| \*\*Celebrating progress\*\* \| – \| ● shown \|/)
  })

  it('ends with the start of the next note, which reads back as one and says nothing again', () => {
    const page = pageFor(pageOf(NOTES), 'specialist', SETTINGS)
    const block = page.outline.sections.at(-1)?.blocks[0]
    assert.ok(block?.kind === 'text')
    const note = parseNote(block.text)
    assert.deepEqual(note.problems, [])
    const {record, problems} = readRecord(note)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      [
        record.clients[0]?.value,
        record.date?.value,
        record.start?.value,
        record.place?.value,
        record.specialist?.value,
      ],
      ['c-1', '2026-07-28', '14:00', 'library: room 2', 'jm'],
    )
    assert.deepEqual([record.goals, record.strengths, record.resources], [[], [], []])
    assert.match(block.text, /- Call the hall \(person, planned for 28 Jul\)/)
  })

  it('leaves out what the notes keep from the team, with what is to be looked at about it', () => {
    const page = pageOf({
      '2026-07-01': `
goals: [{id: g-x, words: Between us, share: {team: no}}]
wins: [{what: Told me alone, share: {team: no}}]
strengths: [humor]`,
    })
    const made = render(page)
    assert.doesNotMatch(made, /Between us|Told me alone/)
    assert.match(made, /left out: 2 items not shared/)
    assert.doesNotMatch(
      JSON.stringify(pageFor(page, 'specialist', SETTINGS).data),
      /Between us|Told me alone/,
    )
  })
})
