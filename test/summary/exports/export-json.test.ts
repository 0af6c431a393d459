import {Ajv} from 'ajv'
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {exportDocument, exportJson} from '../../../src/summary/exports/export-json.ts'
import type {ExportInput} from '../../../src/summary/exports/export-input.ts'
import {examples, exported, SOME_OF_ALL} from './exported.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/summary.schema.json', import.meta.url), 'utf8'),
) as object
const ajv = new Ajv({allErrors: true})
const takes = ajv.compile(schema)
const textOf = (input: ExportInput): string => exportJson.files(input)[0]?.text ?? ''

describe('the export as JSON', () => {
  for (const [name, input] of [
    ['the invented caseload', examples()],
    ['a bit of everything', exported(SOME_OF_ALL)],
    [
      'everything with a policy',
      exported(SOME_OF_ALL, {
        policyText: 'rounding: up\nlate_after: same day\npart2: yes\npayers: {horizon: {limit_per_day: 16}}',
      }),
    ],
    ['what the team may read', exported(SOME_OF_ALL, {reader: 'team'})],
    ['one person', exported(SOME_OF_ALL, {client: 'c-2'})],
    ['nobody', exported({})],
    [
      'notes without a date and without a person',
      exported({'a.md': 'client: c-1\nwins: [x]', 'b.md': 'goals: [x]'}, {reader: 'team'}),
    ],
  ] as const)
    it(`of ${name} is as its schema says`, () => {
      assert.ok(takes(JSON.parse(textOf(input))), ajv.errorsText(takes.errors))
    })

  it('says more than nothing: the schema refuses what is not in it', () => {
    const document = JSON.parse(textOf(exported(SOME_OF_ALL))) as {clients: object[]}
    assert.equal(takes({...document, more: 1}), false)
    assert.equal(
      takes({...document, clients: document.clients.map((client) => ({...client, name: 'Jo'}))}),
      false,
    )
  })

  it('has each value with the notes and lines that it rests on', () => {
    const {clients} = JSON.parse(textOf(exported(SOME_OF_ALL))) as {
      clients: {goals: {id: string; evidence: {note: string; file: string; line: number}[]}[]}[]
    }
    const work = clients[0]?.goals.find(({id}) => id === 'g-work')
    assert.deepEqual(
      work?.evidence.map(({note, file, line}) => [note, file, line]),
      [
        ['c-1/2026-06-02', 'c-1/2026-06-02.md', 10],
        ['c-1/2026-07-15', 'c-1/2026-07-15.md', 9],
      ],
    )
  })

  it('is the same bytes for the same notes in any order', () => {
    const turned = Object.fromEntries(Object.entries(SOME_OF_ALL).toReversed())
    assert.equal(textOf(exported(SOME_OF_ALL)), textOf(exported(turned)))
  })

  it('carries the notice where the policy says that Part 2 applies, for readers outside', () => {
    const policyText = 'part2: yes'
    assert.match(textOf(exported(SOME_OF_ALL, {policyText})), /§ 2\.32/)
    assert.doesNotMatch(textOf(exported(SOME_OF_ALL, {policyText, reader: 'team'})), /§ 2\.32/)
    assert.equal(exportDocument(exported(SOME_OF_ALL))['notice'], undefined)
  })
})
