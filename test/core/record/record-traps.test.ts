import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {parse} from 'yaml'
import {parseNote, type Note} from '../../../src/core/note.ts'
import {noteProblems} from '../../../src/core/record/note-problems.ts'
import {fixesFor} from '../../../src/core/record/problem-fix.ts'
import {readRecord, type SessionRecord} from '../../../src/core/record/record.ts'
import type {Said} from '../../../src/core/record/said.ts'
import {applyEdits} from '../../../src/core/text/span.ts'

const read = (yaml: string) => readRecord(parseNote(`---\n${yaml}\n---\n`))
const words = (said: Said<unknown> | undefined) => said?.value
const wordsOf = (record: SessionRecord): unknown =>
  JSON.parse(JSON.stringify(record, (key, value: unknown) => (key === 'span' ? undefined : value)))
const plainYaml = ({text, frontmatter}: Note): unknown =>
  parse(text.slice(4, (frontmatter?.span.end ?? 0) - 3), {schema: 'failsafe'})
const HEAD = 'client: c-014\ndate: 2026-07-14\n'

/** What people write in their own words, each of which YAML shortens, breaks or takes for something else. */
const TRAPS = [
  'I told her what I saw: three calls',
  'She said: "I did it"',
  'Finished step #4',
  '#4 on the list',
  '{my words}',
  '40',
  '007',
  '1.10',
  '1e3',
  'yes',
  '14:30',
  '9:30',
  '2026-07-14',
  '"I did it," she said',
  "'It's done'",
  "'tis so",
  '*big* smile',
  '*',
  '& then',
  '&c.',
  '> 30 days',
  '>10 days',
  '| and on',
  '[x] called',
  '{a: b',
  '] odd',
  '} odd',
  '“smart: quotes”',
  '@home with the kids',
  '`quoted` by hand',
  '%done',
  '! wow',
  '? why',
  '? why: so',
  ', so: then',
  '> #4 then',
  ': so',
  'so:',
  'He said, "wait: no" and "go"',
  'a: "b',
  'a: b: c: d',
  '"x": y',
  '*a: b',
  '--- what',
  '... so',
  'back\\slash',
  'a\tb',
  '[link](https://example.org)',
  '**bold** words',
  '=',
  ',',
  '<<: x',
  '<b>hi</b>',
] as const

/** Where such words may stand: the lines around them, and what else has to be read there. */
const PLACES: Readonly<
  Record<string, readonly [string, (reading: ReturnType<typeof read>) => unknown, unknown]>
> = {
  'in a list': [
    'wins:\n  - ¤\n  - after',
    ({record}) => record.wins.map(({what}) => what.value),
    ['¤', 'after'],
  ],
  'in a list without indent': [
    'wins:\n- ¤\n- after',
    ({record}) => record.wins.map(({what}) => what.value),
    ['¤', 'after'],
  ],
  'at the end of a list': [
    'wins:\n  - before\n  - ¤',
    ({record}) => record.wins.map(({what}) => what.value),
    ['before', '¤'],
  ],
  'at a key': ['place: ¤', ({record}) => record.place?.value, '¤'],
  'at the key of a list': ['wins: ¤', ({record}) => record.wins.map(({what}) => what.value), ['¤']],
  'at a key of an item': [
    'goals:\n  - id: g\n    words: ¤\n    status: active\n  - after',
    ({record}) => record.goals.map((goal) => [words(goal.words), words(goal.status)]),
    [
      ['¤', 'active'],
      ['after', undefined],
    ],
  ],
  'at the first key of an item': [
    'wins:\n  - what: ¤\n    goals: [g]\n  - after',
    ({record}) => record.wins.map(({what, goals}) => [what.value, goals.length]),
    [
      ['¤', 1],
      ['after', 0],
    ],
  ],
  'in a block of a group note': [
    'each:\n  c-022:\n    wins:\n      - ¤\n      - after',
    ({record}) => record.each[0]?.wins.map(({what}) => what.value),
    ['¤', 'after'],
  ],
}

const fill = (expected: unknown, trap: string): unknown =>
  expected === '¤' ? trap : Array.isArray(expected) ? expected.map((item) => fill(item, trap)) : expected

describe('words that YAML takes for something else come back whole', () => {
  for (const [place, [yaml, get, expected]] of Object.entries(PLACES))
    for (const trap of TRAPS)
      it(`${trap} ${place}`, () => {
        const reading = read(
          `client: c-014\n${yaml.replace('¤', () => trap)}\ndate: 2026-07-14\nstories: kept`,
        )

        assert.deepEqual(get(reading), fill(expected, trap))
        assert.equal(reading.record.clients[0]?.value, 'c-014')
        assert.equal(words(reading.record.date), '2026-07-14')
        assert.equal(reading.record.stories[0]?.text.value, 'kept')
      })

  for (const [place, [yaml]] of Object.entries(PLACES))
    it(`and every offer ${place} leaves the words as they were read, for every reader of YAML`, () => {
      for (const trap of TRAPS) {
        const note = parseNote(
          `---\nclient: c-014\n${yaml.replace('¤', () => trap)}\ndate: 2026-07-14\n---\nText\n`,
        )
        const reading = readRecord(note)
        const {record} = reading
        const all = noteProblems(note, reading)
        const fixes = fixesFor(note, all)
        const fixed = parseNote(
          applyEdits(
            note.text,
            fixes.flatMap(({edits}) => edits),
          ),
        )

        assert.equal(fixes.length, all.length, trap)
        assert.deepEqual([...fixed.problems, ...readRecord(fixed).problems], [], trap)
        assert.deepEqual(wordsOf(readRecord(fixed).record), wordsOf(record), trap)
        if (fixes.length > 0) assert.ok(JSON.stringify(plainYaml(fixed)).includes(JSON.stringify(trap)), trap)
      }
    })
})

describe('lines that YAML reads as something else', () => {
  it('reads a list without its closing bracket, and offers to close it', () => {
    const note = parseNote(`---\n${HEAD}wins: [a walk, a call\nplace: library\n---\n`)
    const {record} = readRecord(note)
    assert.deepEqual(
      record.wins.map(({what, span}) => [what.value, note.text.slice(span.start, span.end)]),
      [
        ['a walk', 'a walk'],
        ['a call', 'a call'],
      ],
    )
    assert.equal(words(record.place), 'library')
    const [fix] = fixesFor(note, note.problems)
    assert.match(applyEdits(note.text, fix?.edits ?? []), /^wins: \[a walk, a call\]$/m)
  })

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
