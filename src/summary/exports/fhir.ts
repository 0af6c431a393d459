import type {PersonPage} from '../summary.ts'
import {GENERATED_WORDS} from '../formats/generated.ts'
import type {ExportFormat, ExportInput} from './export-input.ts'
import {fileNameOf} from './export-name.ts'
import {carePlan, goalResources} from './fhir-goals.ts'
import {noteResources} from './fhir-notes.ts'
import {
  aroundResource,
  assessmentResource,
  preferenceResource,
  strengthResource,
} from './fhir-observations.ts'
import {fhirPeople, isKnownPerson} from './fhir-people.ts'
import {isService, serviceResources} from './fhir-services.ts'
import {clean, concept, own, refTo, said, type Fhir, type Resource} from './fhir-terms.ts'
import {stableId} from './stable-id.ts'

/** What every bundle says of itself. */
export const FHIR_LABEL = 'For hand-over testing, not a certified interface'

/**
 * FHIR R4, one bundle of type collection a person, after the mapping of our records: for hand-over testing, not a
 * certified interface. Never a group's roster, nor a judgement of progress that no writer made.
 */
export const exportFhir: ExportFormat = {
  id: 'fhir',
  files: (input) =>
    input.pages.map((page) => ({
      name: `fhir-${fileNameOf(page.client)}.json`,
      text: `${JSON.stringify(bundle(page, input), null, 2)}\n`,
    })),
}

function bundle(page: PersonPage, {specialists, notice, policy, asOf}: ExportInput): Fhir {
  const people = fhirPeople(page, specialists)
  const strengths = new Map(page.strengths.map((each) => [each.id, strengthResource(page, people, each)]))
  const services = new Map(
    page.resources.filter(isService).map((each) => [each.id, serviceResources(page, people, each)]),
  )
  const others = new Map(
    page.resources
      .filter((each) => !isService(each) && !isKnownPerson(each))
      .map((each) => [each.id, aroundResource(page, people, each)]),
  )
  const resourceOf = (id: string): readonly Resource[] =>
    [services.get(id)?.[0], others.get(id), people.relation(id)].filter((found) => found !== undefined)
  const resources: readonly Resource[] = [
    people.patient,
    ...people.practitioners,
    ...people.relations,
    ...people.team,
    ...goalResources(page, people, {strength: (id) => strengths.get(id), resource: resourceOf}),
    ...carePlan(page, people),
    ...[...services.values()].flat(),
    ...others.values(),
    ...strengths.values(),
    ...page.preferences.map((each, index) => preferenceResource(page, people, each, index)),
    ...page.assessments.map((each, index) => assessmentResource(page, people, each, index)),
    ...noteResources(page, people),
    ...(notice ? [noticeResource(page, people.patient, notice)] : []),
  ]
  return clean({
    resourceType: 'Bundle',
    id: stableId('bundle', page.client),
    meta: {
      security: policy.part2
        ? [
            {
              system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
              code: '42CFRPart2',
              display: '42 CFR Part2',
            },
          ]
        : undefined,
      tag: [
        {system: own('made-by'), code: 'strengths-notes', display: GENERATED_WORDS},
        {system: own('purpose'), code: 'hand-over-testing', display: FHIR_LABEL},
        {system: own('as-of'), code: asOf},
      ],
    },
    identifier: {system: own('bundle'), value: said(page.client)},
    type: 'collection',
    entry: resources.map((resource) => ({fullUrl: `urn:uuid:${resource.id}`, resource})),
  })
}

/** The notice that accompanies a disclosure, as a document with its words. */
const noticeResource = (
  page: PersonPage,
  patient: Resource,
  {title, paragraphs}: NonNullable<ExportInput['notice']>,
): Resource => ({
  resourceType: 'DocumentReference',
  id: stableId('notice', page.client),
  status: 'current',
  type: {...concept(own('document'), 'part2-notice'), text: said(title)},
  subject: refTo(patient),
  description: said(paragraphs.join('\n\n')),
  content: [{attachment: {contentType: 'text/plain', title: said(title)}}],
})
