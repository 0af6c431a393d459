import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {exportCsv, exportCsvForExcel} from '../../../src/summary/exports/csv.ts'
import type {ExportInput} from '../../../src/summary/exports/export-input.ts'
import {isMadeHere} from '../../../src/summary/exports/made-here.ts'
import {assertHolds, examples, exported, SOME_OF_ALL} from './exported.ts'

/** Rows as a program reads them (RFC 4180), written for these tests alone. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  for (let match = cell.exec(csv); match && match.index < csv.length; match = cell.exec(csv)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

const tables = (input: ExportInput): Readonly<Record<string, string>> =>
  Object.fromEntries(exportCsv.files(input).map(({name, text}) => [name, text]))

function rowsOf(input: ExportInput, name: string): Record<string, string>[] {
  const [head = [], ...rows] = read(tables(input)[name] ?? '')
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])))
}

describe('the export as tables', () => {
  it('has four of them, each row as wide as the columns', () => {
    const made = tables(examples())
    assert.deepEqual(Object.keys(made), ['sessions.csv', 'goals.csv', 'actions.csv', 'resources.csv'])
    for (const text of Object.values(made)) {
      const rows = read(text)
      assert.ok(rows.length > 1)
      assert.deepEqual([...new Set(rows.map((row) => row.length))], [rows[0]?.length])
    }
  })

  it('has minutes, units, days and states as data', () => {
    const input = exported(SOME_OF_ALL, {policyText: 'rounding: up'})
    const [session] = rowsOf(input, 'sessions.csv')
    assertHolds(session, {
      client: 'c-1',
      date: '2026-06-02',
      start: '10:00',
      minutes: '50',
      units: '4',
      counted: 'true',
      modifiers: 'HQ',
      goals: 'g-work; g-dog; g-song',
      file: 'c-1/2026-06-02.md',
      line: '4',
    })
    const work = rowsOf(input, 'goals.csv').find(({goal}) => goal === 'g-work')
    assertHolds(work, {
      words: 'I want to work with my hands',
      first_said: 'I want to work',
      first_own_rating: '3',
      latest_own_rating: '6',
      notes: '2',
    })
  })

  it('has its columns where there is nobody', () => {
    const rows = read(tables(exported({}))['goals.csv'] ?? '')
    assert.equal(rows.length, 1)
    assert.equal(rows[0]?.at(-1), 'strengths_notes_table')
  })

  it('starts with a byte order mark for Excel', () => {
    for (const {name, text} of exportCsvForExcel.files(examples())) {
      assert.ok(text.startsWith('\uFEFFclient,'))
      assert.ok(isMadeHere(name, text))
    }
  })

  it('never starts a cell with what a spreadsheet runs', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      ' =',
      '\u200B=',
      '＝',
      '＋',
      '－',
      '＠',
      '',
    )
    fc.assert(
      fc.property(start, fc.string({unit: 'binary'}), (first, rest) => {
        const words = `${first}${rest}x`
        const input = exported({
          'a.md': `client: c-1\ndate: 2026-07-01\ngoals: [{words: ${JSON.stringify(words)}}]`,
        })
        for (const row of read(tables(input)['goals.csv'] ?? ''))
          for (const cell of row) assert.doesNotMatch(cell, /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u)
      }),
      {numRuns: 200},
    )
  })

  it('keeps commas, quotes and line ends in their cell', () => {
    const words = 'One, "two"\\nthree'
    const [goal] = rowsOf(
      exported({
        'a.md': `client: c-1\ndate: 2026-07-01\ngoals: [{words: ${JSON.stringify('One, "two"\nthree')}}]`,
      }),
      'goals.csv',
    )
    assert.equal(goal?.['words'], words.replace('\\n', '\n'))
  })

  it('puts the notice beside the tables where Part 2 applies', () => {
    const files = exportCsv.files(exported(SOME_OF_ALL, {policyText: 'part2: yes', client: 'c-1'}))
    assert.deepEqual(
      files.map(({name}) => name),
      ['sessions-c-1.csv', 'goals-c-1.csv', 'actions-c-1.csv', 'resources-c-1.csv', 'notice-c-1.txt'],
    )
    assert.ok(files.every(({name, text}) => isMadeHere(name, text)))
  })
})
