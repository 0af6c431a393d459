import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {parseNote} from '../../src/core/note.ts'
import {readRecord} from '../../src/core/record.ts'
import type {Said} from '../../src/core/said.ts'

const read = (yaml: string) => readRecord(parseNote(`---\n${yaml}\n---\n`))
const words = (said: Said<unknown> | undefined) => said?.value
const HEAD = 'client: c-014\ndate: 2026-07-14\n'

describe('lines that YAML reads as something else', () => {
  it('keeps a line that YAML would break', () => {
    for (const line of [
      'I told her what I saw: three calls',
      'She said: "I did it"',
      'Finished step #4',
      '"I did it," she said',
      "'It's done'",
      '*big* smile',
      '& then',
      '> 30 days',
      '| and on',
      '[x] called',
      '“smart: quotes”',
      '{my words}',
      '! wow',
    ]) {
      const {record} = read(`${HEAD}wins:\n  - ${line}\n  - the one after\nstories: kept`)
      assert.deepEqual(
        record.wins.map(({what}) => what.value),
        [line, 'the one after'],
      )
      assert.equal(record.stories[0]?.text.value, 'kept')
    }
  })

  it('keeps such a line at a key too, with the lines that go on', () => {
    const {record, problems} = read(
      `${HEAD}strengths:\n  - name: patience\n    evidence: Waited #2 in line\n      for an hour # a note to self`,
    )
    assert.equal(words(record.strengths[0]?.evidence), 'Waited #2 in line for an hour')
    assert.deepEqual(
      problems.map(({code}) => code),
      [],
    )
  })

  it('keeps the keys below a line with a colon too many', () => {
    const {record} = read(`place: library: room 2: the small one
client: c-014
date: 2026-07-14
goals:
  - words: I said: my own place
    status: active
    actions:
      - Call: the hall
  - the next one
wins: [Slept]`)
    assert.equal(words(record.place), 'library: room 2: the small one')
    assert.equal(record.clients[0]?.value, 'c-014')
    assert.equal(words(record.date), '2026-07-14')
    assert.deepEqual(
      record.goals.map((goal) => [
        words(goal.words),
        words(goal.status),
        goal.actions.map(({what}) => what.value),
      ]),
      [
        ['I said: my own place', 'active', ['Call: the hall']],
        ['the next one', undefined, []],
      ],
    )
    assert.equal(record.wins.length, 1)
  })

  it('leaves a comment out', () => {
    const {record, problems} = read(
      `${HEAD}wins:\n  - Called twice # ask again\n  # - not yet\nplace: library # room 2`,
    )
    assert.deepEqual(problems, [])
    assert.equal(record.wins[0]?.what.value, 'Called twice')
    assert.equal(words(record.place), 'library')
  })

  it('reads whatever was typed without an exception, every span inside the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'wins:',
        'goals:',
        '  - words: x',
        '  - ',
        'each:',
        '  c-1:',
        '    wins: [',
        'date: x',
        '{',
        '- a: b: c',
      ),
      fc.string({unit: fc.constantFrom(...'ab:-#[]{}&*!|>\'"%@`, \t?~0')}),
    )
    fc.assert(
      fc.property(fc.array(line, {maxLength: 12}), (lines) => {
        const text = `---\n${lines.join('\n')}\n---\n`
        const {record, problems} = readRecord(parseNote(text))
        const spans = [...problems, ...record.wins, ...record.goals, ...record.strengths].map(
          ({span}) => span,
        )
        for (const {start, end} of spans) assert.ok(0 <= start && start <= end && end <= text.length)
      }),
    )
  })
})
