import assert from 'node:assert/strict'
import {profiles} from '../../scripts/read-profiles.ts'
import {parseNote} from '../../src/core/note.ts'
import {readRecordProfile, type RecordProfile} from '../../src/core/record/record-profile.ts'
import {readRecord} from '../../src/core/record/record.ts'
import {aboutBoxes, allBoxes, fillBoxes, type FilledBoxes} from '../../src/summary/record-boxes.ts'

function filled(profile: RecordProfile | string, text: string): FilledBoxes {
  const found = typeof profile === 'string' ? profiles.find(({id}) => id === profile) : profile
  const note = parseNote(text)
  const {record} = readRecord(note)
  if (!found) throw new RangeError('No such profile.')
  return fillBoxes(found, {note, record, parts: [record]})
}

const boxOf = (profile: RecordProfile | string, text: string, title: string): string | undefined =>
  filled(profile, text).boxes.find((box) => box.title === title)?.text

function profileOf(from: string): RecordProfile {
  const {profile, problems} = readRecordProfile(
    `boxes: [{title: Box, empty: Nothing here., from: ${from}}]`,
    'x',
  )
  assert.deepEqual(problems, [])
  if (!profile) throw new RangeError(from)
  return profile
}

const HEAD = 'client: c-1\ndate: 2026-07-14\n'
const NOTE = `---
${HEAD}service: {code: H0038, plan_goal: ISP-2}
participants: [sister, case manager]
strengths:
  - persistence: "Called three times"
  - {name: anger kept in check, share: {team: no}}
goals:
  - words: "Work with my hands"
    plan_goal: ISP-3
    progress: {rating: 6, by: person, says: "It was a three."}
    actions:
      - {what: Call the hall, who: person, by: 2026-07-21}
      - {what: Print the form, who: specialist, done: 2026-07-13}
  - words: A secret
    share: {outside: no}
    actions: [Tell nobody]
affirmations:
  - {said: Three calls, reply: "Huh, I did"}
  - You kept going
wins: [On the list]
follow_up: {on: 2026-07-21, start: "14:00", place: library}
---

Met on the *steps*.

## What I heard

She called **three** times &amp; got \`through\`.

- one [link](http://a.b) here
- [x] two
  1. three

> I never thought
> I would.

### The long way

Two buses.

## What we did

We filled in the form.

| day | step |
|--|--|
| Mon | call |

## Next

She calls on Tuesday. <!-- not this -->
`

describe('the boxes of a record system', () => {
  it('hold a goal with its number in the plan, and none that is kept back', () => {
    assert.equal(boxOf('girp', NOTE, 'Goal'), 'Work with my hands (plan goal ISP-3)\n\nPlan goal: ISP-2')
  })

  it('hold what stands below their headings, as plain text', () => {
    assert.equal(
      boxOf('girp', NOTE, 'Intervention'),
      'We filled in the form.\nday | step\nMon | call\n\nSaid back:\nThree calls\nYou kept going',
    )
  })

  it('hold the rest of the text below its own headings, without Markdown', () => {
    assert.equal(
      boxOf(profileOf('[rest]'), NOTE.replace(/## What we did[^]*/, ''), 'Box'),
      `Met on the steps.
What I heard:
She called three times & got through.
- one link here
- [x] two
1. three
“I never thought I would.”
The long way:
Two buses.`,
    )
  })

  it('hold steps, done and to come, with who and when', () => {
    assert.equal(
      boxOf('girp', NOTE, 'Plan'),
      `She calls on Tuesday.

Person: Call the hall (by 2026-07-21)

Specialist: Print the form (done 2026-07-13)

Next meeting: 2026-07-21 14:00, library`,
    )
  })

  it('keep the writer’s words of every item in every format', () => {
    for (const profile of profiles) {
      const text = allBoxes(filled(profile, NOTE).boxes)
      for (const words of [
        'Work with my hands',
        'Called three times',
        'It was a three.',
        '6 of 10',
        'Huh, I did',
        'Three calls',
        'On the list',
        'Call the hall',
        'Print the form',
        'library',
        'sister, case manager',
        'Two buses.',
      ])
        assert.ok(text.includes(words), `${profile.id}: ${words}`)
      assert.doesNotMatch(text, /secret|Tell nobody|anger|\*\*|&amp;|<!--|http|undefined|\{|\}/, profile.id)
    }
  })

  it('say how much stays out, and what no box takes', () => {
    const all = filled('girp', NOTE)
    assert.equal(all.kept, 2)
    assert.deepEqual(all.unplaced, [])
    assert.match(aboutBoxes(all).join(), /2 items stay out/)
    const few = filled(profileOf('[goals]'), NOTE)
    assert.deepEqual(few.unplaced.includes('steps_done'), true)
    assert.match(aboutBoxes(few).join('\n'), /No box of this format takes: .*steps done/)
  })

  it('say plainly where there is nothing, and add nothing', () => {
    for (const profile of profiles) {
      const {boxes} = filled(profile, `---\n${HEAD}---\n`)
      assert.deepEqual(
        boxes.map(({isEmpty, text, lines}) => [isEmpty, text, lines]),
        profile.boxes.map(({empty}) => [true, empty, []]),
      )
    }
  })

  it('leave out a paragraph with marked words that are kept back, and take marked words once', () => {
    const text = `---\n${HEAD}---\n\nFirst :win[a kept one]{share.outside=no} here.\n\nThen :win[on the list] and :strength[called thrice]{name=persistence}.\n`
    assert.equal(
      boxOf(profileOf('[rest, wins, strengths]'), text, 'Box'),
      'Then on the list and called thrice.\n\npersistence: called thrice',
    )
    assert.equal(boxOf(profileOf('[wins]'), text, 'Box'), 'on the list')
    assert.equal(filled(profileOf('[wins]'), text).kept, 1)
  })

  it('fit the wording to the values that are there', () => {
    const wording = (as: string): RecordProfile =>
      profileOf(`[{take: wins, as: "${as}"}, {take: strengths, as: "{name}[ - {evidence}]!"}]`)
    const text = `---\n${HEAD}wins: [Up early]\nstrengths: [humor, {name: patience, evidence: Sat through it}]\n---\n`
    assert.equal(
      boxOf(wording('Win: {what}'), text, 'Box'),
      'Win: Up early\n\nhumor!\npatience - Sat through it!',
    )
    assert.equal(boxOf(profileOf('[{take: strengths, as: "{evidence}"}]'), text, 'Box'), 'Sat through it')
  })

  it('give each line its place in the note', () => {
    const note = parseNote(NOTE)
    for (const {lines} of filled('girp', NOTE).boxes)
      for (const {span} of lines) assert.ok(span.start < span.end && span.end <= note.text.length)
    const line = filled('girp', NOTE).boxes[1]?.lines[0]
    assert.equal(line && note.text.slice(line.span.start, line.span.end), 'We filled in the form.')
  })
})
