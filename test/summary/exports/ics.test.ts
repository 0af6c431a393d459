import ICAL from 'ical.js'
import assert from 'node:assert/strict'
import type {ExportInput} from '../../../src/summary/exports/export-input.ts'
import {exportIcs} from '../../../src/summary/exports/ics.ts'
import {isMadeHere} from '../../../src/summary/exports/made-here.ts'
import {examples, exported, SOME_OF_ALL} from './exported.ts'

const textOf = (input: ExportInput): string => exportIcs.files(input)[0]?.text ?? ''
const parse = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[])
const valuesOf = (component: ICAL.Component, name: string): string[] =>
  component.getAllSubcomponents().map((part) => String(part.getFirstPropertyValue(name) ?? ''))

describe('the export as a calendar', () => {
  it('has meetings as events and what is due as tasks, by a reader that is not ours', () => {
    const calendar = parse(textOf(exported(SOME_OF_ALL, {client: 'c-1'})))
    const [meeting] = calendar.getAllSubcomponents('vevent')
    assert.equal(String(meeting?.getFirstPropertyValue('dtstart')), '2026-07-28T14:00:00')
    assert.equal(meeting?.getFirstPropertyValue('summary'), 'Follow-up, c-1')
    assert.deepEqual(
      calendar
        .getAllSubcomponents('vtodo')
        .map((task) => [String(task.getFirstPropertyValue('due')), task.getFirstPropertyValue('summary')]),
      [
        ['2026-07-29', 'Step planned, c-1'],
        ['2026-07-21', 'Step planned, c-1'],
        ['2026-07-28', 'Worth asking about, c-1'],
      ],
    )
  })

  it('says nothing of what a note says', () => {
    assert.doesNotMatch(textOf(exported(SOME_OF_ALL)), /library|form|hall|work/i)
  })

  it('has an id for each thing, and the same one when it moves', () => {
    const before = parse(textOf(exported(SOME_OF_ALL)))
    const moved = Object.fromEntries(
      Object.entries(SOME_OF_ALL).map(([path, text]) => [
        path,
        text.replaceAll('by: 2026-07-29', 'by: 2026-08-12').replaceAll('on: 2026-07-28', 'on: 2026-08-04'),
      ]),
    )
    const after = parse(textOf(exported(moved)))
    assert.deepEqual(valuesOf(after, 'uid'), valuesOf(before, 'uid'))
    assert.notDeepEqual(valuesOf(after, 'due'), valuesOf(before, 'due'))
    assert.equal(new Set(valuesOf(before, 'uid')).size, valuesOf(before, 'uid').length)
  })

  it('tells two meetings of one note apart', () => {
    const text = textOf(
      exported({'a.md': 'client: c-1\ndate: 2026-07-20\nfollow_up: [{on: 2026-07-28}, {on: 2026-08-04}]'}),
    )
    assert.equal(new Set(valuesOf(parse(text), 'uid')).size, 2)
    assert.match(text, /DTSTART;VALUE=DATE:20260728/)
  })

  it('has lines of at most 75 octets and line ends as the standard says', () => {
    const client = 'person-with-a-very-long-identifier-that-somebody-chose-for-them-ünïcödé-日本語日本語'
    const text = textOf(
      exported(
        {'a.md': `client: "${client}"\ndate: 2026-07-20\nfollow_up: {on: 2026-07-28}`},
        {policyText: 'part2: yes'},
      ),
    )
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75)
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/)
    assert.deepEqual(valuesOf(parse(text), 'summary'), [`Follow-up, ${client}`])
  })

  it('is the same bytes again, and known as ours', () => {
    assert.equal(textOf(examples()), textOf(examples()))
    assert.ok(isMadeHere('follow-ups.ics', textOf(examples())))
  })

  it('cannot be led to another line by an id', () => {
    const text = textOf(
      exported({
        'a.md':
          'client: "c-1\\r\\nATTENDEE:mailto:x@y.example;,"\ndate: 2026-07-20\nfollow_up: {on: 2026-07-28}',
      }),
    )
    assert.equal(
      parse(text).getAllSubcomponents('vevent')[0]?.getFirstProperty('attendee') ?? undefined,
      undefined,
    )
  })
})
