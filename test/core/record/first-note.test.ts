import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {readFileSync} from 'node:fs'
import {parseNote} from '../../../src/core/note.ts'
import {noteProblems} from '../../../src/core/record/note-problems.ts'
import {readRecord} from '../../../src/core/record/record.ts'

const EXAMPLE = readFileSync(new URL('../../notes/vocabulary/first-note.md', import.meta.url), 'utf8')
const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const problemsIn = (text: string) => {
  const note = parseNote(text)
  return noteProblems(note, readRecord(note))
}

describe('a first note', () => {
  it('as the README shows it reads without a problem', () => {
    const [, section = ''] = /\n## A first note\n([^]*?)\n## /.exec(README) ?? []
    const notes = [...section.matchAll(/```markdown\n([^]*?)```/g)].map(([, note = '']) => note)
    assert.ok(notes.length > 0)
    for (const note of [...notes, EXAMPLE]) {
      assert.deepEqual(problemsIn(note), [])
      assert.equal(readRecord(parseNote(note)).record.goals.length, 1)
    }
  })

  it('holds what was typed, whatever its writer puts in place of the words, and has no error', () => {
    const typed = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...'she called home twice: "yes" #4 - [x] * & > | % @ \'tis {so} ? ! , “it’s”'.split(' '),
          ),
          fc.string({unit: fc.constantFrom(...'ab:-#[]{}&*!|>\'"%@`,?~0 '), minLength: 1, maxLength: 6}),
        ),
        {minLength: 1, maxLength: 6},
      )
      .map((parts) => parts.join(' ').trim())
      .filter((words) => /[a-z0]/.test(words))
    fc.assert(
      fc.property(typed, (words) => {
        const text = EXAMPLE.replace('Made the call herself.', () => words)
        const {record} = readRecord(parseNote(text))
        assert.deepEqual(
          problemsIn(text).filter(({severity}) => severity === 'error'),
          [],
        )
        assert.equal(record.clients[0]?.value, 'c-014')
        assert.equal(record.goals[0]?.words?.value, 'I want to work with my hands again')
        assert.equal(record.resources[0]?.status?.value, 'active')
        // A quotation mark that never closes is not read; what stands after it is.
        const lettersOf = (said: string) =>
          said.replace(/(?:^"?| )#(?: .*|$)|^"?#[#-].*/, '').replace(/[^a-z0]/g, '')
        const read = record.wins.map(
          ({what, strengths, goals}) => `${what.value}${strengths.length + goals.length || ''}`,
        )
        assert.equal(lettersOf(read.join(' ')), lettersOf(words))
      }),
      {numRuns: 600},
    )
  })

  it('keeps a word that opens with a mark of YAML, alone and in a list', () => {
    for (const words of ['!call home', '[!call home]', '[called, !home]', '[&home]', '{!home}']) {
      const {record} = readRecord(parseNote(EXAMPLE.replace('Made the call herself.', words)))
      assert.deepEqual(
        record.wins.map(({what}) => what.value),
        [words],
      )
    }
    const {record} = readRecord(parseNote(EXAMPLE.replace('Made the call herself.', '[a, "b, !c"]')))
    assert.deepEqual(
      record.wins.map(({what}) => what.value),
      ['a, b, !c'],
    )
  })

  it('may be typed with other spaces, other names for keys and no quotation marks', () => {
    const text = EXAMPLE.replace('client:', 'Client :')
      .replace('strengths:', 'Strengths:')
      .replace('goals:', 'Goal:')
      .replace('"I want to work with my hands again"', 'I want to work: with my hands')
      .replace('2026-07-14', '7/14/2026')
      .replaceAll('\n  - ', '\n- ')
    const {record} = readRecord(parseNote(text))
    assert.deepEqual(
      problemsIn(text).map(({code, severity}) => [code, severity]),
      [
        ['note/date-form', 'information'],
        ['note/read-as-text', 'information'],
        ['yaml/indent', 'warning'],
      ],
    )
    assert.equal(record.clients[0]?.value, 'c-014')
    assert.equal(record.goals[0]?.words?.value, 'I want to work: with my hands')
  })
})
