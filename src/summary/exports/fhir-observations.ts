import type {Assessment, PersonPage, Preference, Resource as Around, Strength} from '../summary.ts'
import type {FhirPeople} from './fhir-people.ts'
import {concept, own, ownConcept, refTo, said, some, words, type Fhir, type Resource} from './fhir-terms.ts'
import {stableId} from './stable-id.ts'

const strengthId = (page: PersonPage, id: string): string => stableId('strength', page.client, id)

/** FHIR has no resource for a strength: an observation under our own code, with what was seen as notes. */
export function strengthResource(page: PersonPage, people: FhirPeople, strength: Strength): Resource {
  const {id, name, namedByPerson, first, last, evidence, fromAssessments} = strength
  const named = fromAssessments.map(({tool, on, rank}) => ({
    time: on,
    text: said(`From ${tool}${rank === undefined ? '' : `, place ${rank}`}`),
  }))
  return {
    resourceType: 'Observation',
    id: strengthId(page, id),
    status: 'final',
    code: ownConcept('observation', 'strength', 'Strength seen'),
    subject: refTo(people.patient),
    ...(first === undefined
      ? {}
      : first === last
        ? {effectiveDateTime: first}
        : {effectivePeriod: {start: first, end: last}}),
    performer: some(
      namedByPerson ? [refTo(people.patient), ...people.authors(strength)] : people.authors(strength),
    ),
    valueCodeableConcept: {coding: [{system: own('strength'), code: codeOf(id)}], text: said(name)},
    note: some([...evidence.map(({text, on}) => ({time: on, text: said(text)})), ...named]),
  }
}

/** US Core Care Experience Preference: how somebody wants to be met, not which treatment they want. */
export function preferenceResource(
  page: PersonPage,
  people: FhirPeople,
  preference: Preference,
  index: number,
): Resource {
  const {about, says, sources} = preference
  return {
    resourceType: 'Observation',
    id: stableId('preference', page.client, about ?? says, String(index)),
    status: 'final',
    category: [
      concept('http://hl7.org/fhir/us/core/CodeSystem/us-core-category', 'care-experience-preference'),
    ],
    code: {
      coding: [{system: 'http://loinc.org', code: '95541-9', display: 'Care experience preference'}],
      text: about === undefined ? undefined : said(about),
    },
    subject: refTo(people.patient),
    effectiveDateTime: sources.at(-1)?.date,
    performer: [refTo(people.patient)],
    valueString: said(says),
  }
}

/** A total as the value where the tool has one (BARC-10: 10 to 60), each other result as a component. */
export function assessmentResource(
  page: PersonPage,
  people: FhirPeople,
  assessment: Assessment,
  index: number,
): Resource {
  const {tool, on, results} = assessment
  const total = results.find(({name, score}) => /^total(?: score)?$/i.test(name.trim()) && isNumber(score))
  const parts = results.filter((result) => result !== total)
  return {
    resourceType: 'Observation',
    id: stableId('assessment', page.client, tool, on ?? '', String(index)),
    status: 'final',
    category: [concept('http://terminology.hl7.org/CodeSystem/observation-category', 'survey', 'Survey')],
    code: words(tool),
    subject: refTo(people.patient),
    effectiveDateTime: on,
    performer: [refTo(people.patient)],
    valueQuantity: total ? {value: Number(total.score)} : undefined,
    component: some(
      parts.map(({name, score}, place): Fhir =>
        score === undefined
          ? {code: words(`Place ${place + 1}`), valueString: said(name)}
          : isNumber(score)
            ? {code: words(name), valueQuantity: {value: Number(score)}}
            : {code: words(name), valueString: said(score)},
      ),
    ),
  }
}

const isNumber = (score: string | undefined): boolean =>
  score !== undefined && /^-?\d+(?:\.\d+)?$/.test(score.trim())

/** What is around the person and neither somebody they know nor a service: a routine, a skill, a faith. */
export const aroundResource = (page: PersonPage, people: FhirPeople, around: Around): Resource => ({
  resourceType: 'Observation',
  id: stableId('around', page.client, around.id),
  status: 'final',
  code: ownConcept('observation', 'resource', 'Resource around the person'),
  subject: refTo(people.patient),
  effectiveDateTime: around.lastHeard,
  performer: some(people.authors(around)),
  valueString: said(around.name),
  component: some([
    ...(around.kind === undefined ? [] : [{code: words('kind'), valueString: said(around.kind)}]),
    ...(around.status === undefined ? [] : [{code: words('status'), valueString: said(around.status)}]),
  ]),
})

/** FHIR's codes have no blanks at their ends and no two in a row. */
const codeOf = (id: string): string => said(id).replace(/\s+/g, '-')
