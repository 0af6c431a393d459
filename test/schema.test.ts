import {Ajv, type ValidateFunction} from 'ajv'
import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {outputSchemas} from '../scripts/output-schemas.ts'
import {reportSchemas} from '../scripts/report-schemas.ts'
import {fillAsNote} from '../src/core/templates/fill-template.ts'
import {parseNote} from '../src/core/note.ts'
import {noteProblems} from '../src/core/record/note-problems.ts'
import {readRecord} from '../src/core/record/record.ts'
import {readTemplate} from '../src/core/templates/template.ts'
import {isSessionNote} from '../src/lint/check-note.ts'

/** Schemas of what the tool writes, which `output-schemas.test.ts` and the tests of exports hold. */
const WRITTEN = new Set(
  ['summary', ...Object.keys(outputSchemas), ...Object.keys(reportSchemas)].map(
    (name) => `${name}.schema.json`,
  ),
)
const ROOT = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')
const ajv = new Ajv({allErrors: true, allowUnionTypes: true})
const schema = (name: string): ValidateFunction =>
  ajv.compile(JSON.parse(read(`schema/${name}.schema.json`)) as object)
const takesNote = schema('note')

/** The frontmatter of a note as any reader of YAML has it. */
function dataOf(text: string): unknown {
  const {frontmatter} = parseNote(text)
  assert.ok(frontmatter)
  return parse(text.slice(frontmatter.span.start + 3, frontmatter.span.end - 3))
}

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, ROOT), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}${file}`)

describe('the schema of notes', () => {
  for (const file of filesIn('examples/clients/'))
    it(`takes ${file}`, () => {
      assert.ok(takesNote(dataOf(read(file))), ajv.errorsText(takesNote.errors))
    })

  for (const file of readdirSync(new URL('templates/', ROOT)))
    it(`takes a note made from ${file}`, () => {
      const {template} = readTemplate(read(`templates/${file}`), file.replace(/\.md$/, ''))
      assert.ok(template)
      const values = {
        client: 'c-014',
        date: '2026-07-14',
        'original.date': '2026-07-14',
        entered: '2026-07-20',
      }
      const text = fillAsNote(template.text, values, file === 'group.md' ? [values] : [])
      assert.ok(takesNote(dataOf(text)), ajv.errorsText(takesNote.errors))
    })

  // Other names for keys are read as well, and no schema lists them.
  for (const file of filesIn('test/notes/').filter((path) => !path.endsWith('/other-names.md')))
    it(`takes ${file} only if it reads without a problem`, () => {
      const note = parseNote(read(file))
      if (!note.frontmatter || !isSessionNote(note) || noteProblems(note, readRecord(note)).length > 0) return
      assert.ok(takesNote(dataOf(note.text)), ajv.errorsText(takesNote.errors))
    })

  it('takes the full note of the specification, and the smallest', () => {
    for (const name of ['full', 'minimal']) {
      const text = read(`test/notes/vocabulary/${name}.md`)
      const note = parseNote(text)
      assert.deepEqual(noteProblems(note, readRecord(note)), [])
      assert.ok(takesNote(dataOf(text)), ajv.errorsText(takesNote.errors))
    }
  })

  it('takes keys of the writer’s own, values that wait, and an id of digits', () => {
    for (const yaml of [
      'mood: good\ngoals: [{words: a dog, colour: red}]',
      'wins:\nplace: ~\ngoals:\n  - words:\n    status:',
      'specialist: 7',
      'strengths:\n  - humor: made us laugh\nprogress: 6',
    ])
      assert.ok(takesNote(parse(`client: 007\ndate: 2026-07-14\n${yaml}`)), ajv.errorsText(takesNote.errors))
  })

  it('tells what the reader would tell of', () => {
    const note = (yaml: string): boolean => takesNote(parse(yaml))
    for (const yaml of [
      'date: 2026-07-14',
      'client: c-1',
      'client: c-1\ndate: 7/14/26',
      'client: c-1\ndate: 2026-07-14\ngoals: [{words: a dog, status: going well}]',
      'client: c-1\ndate: 2026-07-14\nkind: stroll',
      'client: c-1\ndate: 2026-07-14\nconsent: {together: perhaps}',
      'client: c-1\ndate: 2026-07-14\ngoals: [{words: a dog, actions: [{what: x, by: soon}]}]',
      'client: c-1\ndate: 2026-07-14\neach: {c-1: {goals: [{words: a dog, status: odd}]}}',
    ])
      assert.equal(note(yaml), false, yaml)
  })
})

describe('the schemas of a folder’s files', () => {
  it('take the packs that ship', () => {
    const takesPack = schema('language')
    for (const file of readdirSync(new URL('language/en/', ROOT)).filter((name) => name.endsWith('.yml')))
      assert.ok(takesPack(parse(read(`language/en/${file}`))), `${file}: ${ajv.errorsText(takesPack.errors)}`)
  })

  for (const [name, good, bad] of [
    ['config', 'rules: {label: information, relapse: off}', 'rules: {label: loud}'],
    ['clients', 'c-014: {also: [c-099], name: A Name}\nc-015:', 'c-014: [c-099]'],
    ['specialists', 'jm: {name: Jo March, credential: CPRS, supervisor: ab}\nab: A Name', 'jm: [Jo]'],
    [
      'policy',
      'rounding: up\nper: day\nlate_after: 72 hours\nlate_until: same day\nholidays: [2026-11-26]\npayers: {horizon: {limit_per_day: 16}}\npart2: {notice: part2.txt}',
      'rounding: sideways',
    ],
    ['language', 'category: label\nentries: {x: {phrases: [an x]}}', 'category: odd'],
  ] as const)
    it(`${name} takes what its reader reads, and tells of the rest`, () => {
      const takes = schema(name)
      assert.ok(takes(parse(good)), ajv.errorsText(takes.errors))
      assert.equal(takes(parse(bad)), false)
    })

  it('are all named in the manifest, and there', () => {
    const {contributes} = JSON.parse(read('package.json')) as {
      contributes: {yamlValidation: readonly {fileMatch: string; url: string}[]}
    }
    const named = contributes.yamlValidation.map(({url}) => url)
    for (const url of named) assert.ok(existsSync(new URL(url, ROOT)), url)
    assert.deepEqual(
      [...new Set(named)].toSorted(),
      // What the tool writes has a schema too, and nobody types it.
      readdirSync(new URL('schema/', ROOT))
        .filter((file) => !WRITTEN.has(file))
        .map((file) => `./schema/${file}`),
    )
  })
})
