import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {fillAsNote, fillAsSnippet} from '../../../src/core/templates/fill-template.ts'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {fillPath, readTemplate} from '../../../src/core/templates/template.ts'
import type {TemplateValues} from '../../../src/core/templates/template-values.ts'
import {linter} from '../../lint/load-language.ts'

const FOLDER = new URL('../../../templates/', import.meta.url)

const MINIMAL: TemplateValues = {client: 'c-014', date: '2026-07-14'}

const FULL: TemplateValues = {
  ...MINIMAL,
  start: '14:00',
  entered: '2026-07-20',
  specialist: 'jm "the desk": #1 \\',
  note: 'c-014/2026-07-14',
  practice: 'Active exploration: ask first --> then listen.',
  'last.date': '30 Jun',
  'last.link': '[30 Jun](2026-06-30.md)',
  'last.place': 'library: room #2, by the "big" window',
  open_goals: ['g-work: “I want to work: with my hands” (active)', 'g-home: “{{client}} $1 --> \\ #4”'],
  open_actions: ['Call the union hall\n(person, was planned for 7 Jul)', '- [x] "called"'],
  resources_to_ask: ['Local 43: training desk (waiting, next: hears back)'],
  preferences: ['contact: Text me first, I don’t pick up', 'words: "say #sober"'],
  strengths: ['persistence: Called three times until somebody picked up (30 Jun)'],
  recent_wins: ['Bus card replaced', 'a', 'b'],
  'original.note': 'c-014/2026-06-30',
  'original.date': '2026-06-30',
  'original.link': '[30 Jun](2026-06-30.md)',
}

/** What a writer may put in at a tab stop, by the key before it. */
const TYPED: Readonly<Record<string, string>> = {
  end: '14:50',
  start: '14:00',
  status: 'active',
  kind: 'library',
  who: 'person',
  rating: '6',
  together: 'yes',
  shared_with_client: 'yes',
  release: 'yes',
  named_by: 'person',
  source: 'conversation',
  ...Object.fromEntries(['on', 'by', 'done', 'next_by'].map((key) => [key, '2026-07-21'])),
}

/** Puts words at every tab stop, as a writer does. */
const writeOut = (text: string): string =>
  text.replace(
    /^(?<before>.*?)\$(?:\{(?<number>\d+)(?:\|(?<first>[^,|]*)[^}]*\||:[^}]*)?\}|0)/gm,
    (whole: string, before: string, number: string | undefined, first: string | undefined) => {
      const key = /(\w+): *"?$/.exec(before)?.[1] ?? ''
      return (
        before + (number === undefined ? 'He goes on Tuesday.' : (first ?? TYPED[key] ?? `word ${number}`))
      )
    },
  )

describe('every template that ships', () => {
  for (const file of readdirSync(FOLDER)) {
    const source = readFileSync(new URL(file, FOLDER), 'utf8')
    const {template, problems} = readTemplate(source, file.replace(/\.md$/, ''))
    assert.ok(template)
    const {text} = template

    it(`${file} says what it is for and which practice it serves`, () => {
      assert.deepEqual(problems, [])
      assert.ok(template.name && template.description && template.practice)
      assert.ok(text.includes('{{practice}}'))
      assert.deepEqual(
        linter.lint(parseNote([template.name, template.description, template.practice].join('\n\n'))),
        [],
      )
    })

    it(`${file} has tab stops from 1 on, and an end`, () => {
      const stops = [...text.matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]))
      const numbered = [...new Set(stops.filter((stop) => stop > 0))].toSorted((a, b) => a - b)
      assert.deepEqual(
        numbered,
        numbered.map((_, index) => index + 1),
      )
      assert.equal(stops.length, numbered.length + 1)
      assert.ok(numbered.length > 0 && stops.filter((stop) => stop === 0).length === 1)
    })

    for (const [much, values] of Object.entries({MINIMAL, FULL}))
      it(`${file} with ${much.toLowerCase()} values parses, lints clean and asks for nothing that is blank`, () => {
        const own = {practice: template.practice, ...values}
        const note = parseNote(fillAsNote(text, own, file === 'group.md' ? [own] : []))
        assert.deepEqual(note.problems, [])
        assert.deepEqual(readRecord(note).problems, [])
        assert.deepEqual(linter.lint(note), [])
        assert.doesNotMatch(
          note.text.replace('g-home: “{{client}} $1', ''),
          /\{\{|\$\{|\$\d|template:|object Object/,
        )
        assert.match(fillPath(template, own), /^(?:clients\/c-014|groups)\/2026-07-14\.md$/)
      })

    it(`${file} written out parses, and all that was written reaches the record`, () => {
      const note = parseNote(writeOut(fillAsSnippet(text, MINIMAL, file === 'group.md' ? [MINIMAL] : [])))
      assert.deepEqual(note.problems, [])
      const {record, problems} = readRecord(note)
      assert.deepEqual(problems, [])
      assert.equal(record.clients[0]?.value, 'c-014')
      const lists = Object.entries({...record, ...record.each[0]}).filter(([, value]) => Array.isArray(value))
      for (const [key, value] of lists)
        if (new RegExp(`^ *${key}:$`, 'm').test(text)) assert.ok((value as unknown[]).length > 0, key)
    })
  }

  it('serves each of the nine strategies', () => {
    const practices = readdirSync(FOLDER).map(
      (file) => readTemplate(readFileSync(new URL(file, FOLDER), 'utf8'), file).template?.practice ?? '',
    )
    for (const strategy of [
      /^Active exploration/,
      /^Strengths assessment/,
      /^Reflective listening and affirmation/,
      /^Skill identification/,
      /^Resource mapping/,
      /^Peer support and feedback/,
      /^Self-reflection/,
      /^Goal-setting and action planning/,
      /^Celebrate progress/,
    ])
      assert.ok(
        practices.some((practice) => strategy.test(practice)),
        String(strategy),
      )
  })
})
