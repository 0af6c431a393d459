import assert from 'node:assert/strict'
import {applyEdits} from '../../../src/core/text/span.ts'
import {parseNote} from '../../../src/core/note.ts'
import type {Suggestion} from '../../../src/summary/recall/recall.ts'
import {suggestAt} from '../../../src/summary/recall/suggest.ts'
import {recalled} from './recalled.ts'

interface Asked {
  readonly found: readonly Suggestion[]
  readonly labels: readonly string[]
  /** The note once the suggestion of this label is taken. */
  readonly take: (label: string) => string
}

/** Asks at the bar. */
function ask(marked: string): Asked {
  const text = marked.replace('¦', '')
  const found = suggestAt(marked.indexOf('¦'), recalled(text))
  return {
    found,
    labels: found.map(({label}) => label),
    take: (label) => {
      const taken = found.find((each) => each.label === label)
      assert.ok(taken, `${label} is not among ${found.map((each) => each.label).join(', ')}`)
      return applyEdits(text, [{span: taken.span, text: taken.insert}])
    },
  }
}

const inNote = (yaml: string): Asked => ask(`---\nclient: c-1\ndate: 2026-07-21\n${yaml}\n---\n`)
const linesOf = (text: string): string =>
  text.split('---\n')[1]?.replace('client: c-1\ndate: 2026-07-21\n', '') ?? ''

describe('what may be written in frontmatter', () => {
  it('is a key that is not there yet, each with a line on what it is for', () => {
    const {found, labels, take} = inNote('¦\nwins: []')
    assert.ok(labels.includes('place'))
    for (const present of ['client', 'date', 'wins']) assert.ok(!labels.includes(present), present)
    assert.match(found.find(({label}) => label === 'goals')?.about ?? '', /What the person wants/)
    assert.equal(found.find(({label}) => label === 'goals')?.detail, 'Goal-setting and action planning')
    assert.equal(linesOf(take('place')), 'place: \nwins: []\n')
    assert.equal(linesOf(take('goals')), 'goals:\n  - \nwins: []\n')
  })

  it('is a key of the map at hand', () => {
    const {labels, take} = inNote('goals:\n  - id: g-work\n    ¦')
    assert.ok(!labels.includes('id'))
    assert.equal(linesOf(take('actions')), 'goals:\n  - id: g-work\n    actions:\n      - \n')
    assert.deepEqual(inNote('service: {code: H0038, ¦}').labels, ['modifiers', 'plan_goal', 'payer'])
    assert.equal(linesOf(inNote('service:\n  ¦').take('code')), 'service:\n  code: \n')
  })

  it('keeps the value of a key that is written over', () => {
    assert.equal(linesOf(inNote('pla¦ce: x').take('mode')), 'mode: x\n')
  })

  it('is a word of a list, with what it means', () => {
    const {found, take} = inNote('goals:\n  - id: g-work\n    status: ¦')
    assert.equal(found.find(({label}) => label === 'keeping')?.detail, 'reached, and being kept up')
    assert.equal(linesOf(take('let-go')), 'goals:\n  - id: g-work\n    status: let-go\n')
  })

  it('is a goal by the words of the person', () => {
    const {labels, found, take} = inNote('wins:\n  - {what: Up early, goals: [¦]}')
    assert.deepEqual(labels, ['I want to work with my hands again', 'Leave the shelter'])
    assert.equal(found[0]?.detail, 'active since 7 Jul')
    assert.equal(
      linesOf(take('I want to work with my hands again')),
      'wins:\n  - {what: Up early, goals: [g-work]}\n',
    )
    assert.equal(linesOf(inNote('goals:\n  - ¦').take('Leave the shelter')), 'goals:\n  - id: g-old\n')
    assert.equal(linesOf(inNote('goals: [¦]').take('Leave the shelter')), 'goals: [{id: g-old}]\n')
  })

  it('is not a goal that the note has already, except where one points to it', () => {
    assert.deepEqual(
      inNote('goals:\n  - id: g-work\n  - ¦').labels.filter((label) => label.includes(' ')),
      ['Leave the shelter'],
    )
    const {labels} = inNote('goals:\n  - {id: g-new, words: Learn to weld}\nwins:\n  - {what: x, goals: [¦]}')
    assert.ok(labels.includes('Learn to weld'))
  })

  it('is a strength of the person first, then those of the classification', () => {
    const {labels, found} = inNote('strengths:\n  - ¦')
    assert.deepEqual(labels.slice(0, 3), ['tenacity', 'humor', 'creativity'])
    assert.equal(found[0]?.detail, 'seen in 2 notes, last 14 Jul')
    assert.equal(found[0]?.about, 'Called three times')
    assert.ok(!labels.includes('persistence'))
    assert.ok(labels.indexOf('evidence') > labels.indexOf('spirituality'))
  })

  it('is a resource with where it stands', () => {
    const {found, take} = inNote('goals:\n  - id: g-work\n    resources: [¦]')
    assert.equal(found[0]?.detail, 'waiting, last heard 7 Jul, worth asking about')
    assert.match(take('Carpenters Local 43'), /resources: \[union-hall\]/)
    assert.equal(
      linesOf(inNote('resources:\n  - ¦').take('Carpenters Local 43')),
      'resources:\n  - id: union-hall\n',
    )
    assert.equal(linesOf(inNote('resources:\n  - ¦').take('sister')), 'resources:\n  - name: sister\n')
  })

  it('is a step still open, quoted where YAML needs it', () => {
    const {found, take} = inNote('goals:\n  - id: g-work\n    actions:\n      - ¦')
    const open = found.filter(({kind}) => kind === 'action')
    assert.deepEqual(
      open.map(({label, detail}) => `${label}, ${detail}`),
      ['Call the hall: ask for July, still open from 7 Jul'],
    )
    const text = take('Call the hall: ask for July')
    assert.match(text, /- what: "Call the hall: ask for July"\n/)
    assert.deepEqual(parseNote(text).problems, [])
  })

  it('is a day in words, written as a day', () => {
    const {take} = inNote('follow_up:\n  on: ¦')
    assert.equal(linesOf(take('next Tuesday')), 'follow_up:\n  on: 2026-07-28\n')
    assert.equal(linesOf(take('+2 weeks')), 'follow_up:\n  on: 2026-08-04\n')
    assert.match(ask('---\nclient: c-1\ndate: ¦\n---\n').take('yesterday'), /date: 2026-07-20/)
    assert.deepEqual(
      inNote('goals:\n  - id: g\n    actions:\n      - {what: x, done: ¦}').labels.slice(0, 3),
      ['yes', 'no', 'today'],
    )
  })

  it('is a place, a role, a person or an earlier note', () => {
    assert.deepEqual(inNote('place: ¦').labels, ['his kitchen', 'public library', 'clinic'])
    assert.deepEqual(inNote('participants: [¦]').labels, ['sister'])
    assert.deepEqual(inNote('specialist: ¦').labels, ['jm'])
    assert.deepEqual(ask('---\nclient: ¦\n---\n').labels, ['c-1', 'c-2'])
    assert.deepEqual(inNote('amends: ¦').labels, ['c-1/2026-07-14', 'c-1/2026-07-07'])
    assert.equal(inNote('start: ¦').found[0]?.insert, '14:05')
  })

  it('knows whose part of a group note it stands in', () => {
    const group = (yaml: string): Asked => ask(`---\nclients: [c-1, c-2]\neach:\n${yaml}\n---\n`)
    assert.ok(group('  c-2:\n    goals:\n      - ¦').labels.includes('Sing'))
    assert.ok(group('  c-1:\n    ¦').labels.includes('wins'))
    assert.deepEqual(group('  ¦').labels, ['c-1', 'c-2'])
  })

  it('offers a dash where one is wanted', () => {
    assert.equal(linesOf(inNote('strengths:\n  - x\n  ¦').take('humor')), 'strengths:\n  - x\n  - humor\n')
  })

  it('keeps out of what people say in their own words', () => {
    assert.deepEqual(inNote('wins:\n  - what: Up ¦').labels, [])
    assert.deepEqual(inNote('strengths:\n  - name: x\n    evidence: ¦').labels, [])
    assert.deepEqual(inNote('reflections:\n  - >-\n    I ¦').labels, [])
    assert.deepEqual(inNote('shoe_size: ¦').labels, [])
  })

  it('matches what is typed after a quotation mark', () => {
    const {found} = inNote('goals:\n  - words: "I wa¦"')
    assert.ok(found[0]?.filter.startsWith('"I want'))
    assert.equal(
      linesOf(inNote('goals:\n  - words: "I wa¦"').take('I want to work with my hands again')),
      'goals:\n  - words: I want to work with my hands again\n',
    )
  })
})

describe('what may be written in the body', () => {
  const inBody = (body: string): Asked => ask(`---\nclient: c-1\ndate: 2026-07-21\n---\n\n${body}\n`)

  it('is a resource after @ and a goal after #', () => {
    assert.match(inBody('She called @car¦').take('Carpenters Local 43'), /She called Carpenters Local 43\n/)
    assert.match(inBody('Closer to #¦').take('Leave the shelter'), /Closer to “Leave the shelter”\n/)
  })

  it('is nothing in an address, a heading or plain words', () => {
    for (const body of ['a@b¦', '#¦', '## He¦', 'She ¦', 'step#¦']) assert.deepEqual(inBody(body).labels, [])
  })
})
