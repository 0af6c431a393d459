import type {ResourceStatus} from '../../core/record/record-words.ts'
import type {PersonPage, Resource as Around} from '../summary.ts'
import {isKnownPerson, type FhirPeople} from './fhir-people.ts'
import {concept, ownConcept, refTo, said, some, words, type Resource} from './fhir-terms.ts'
import {stableId} from './stable-id.ts'

/** What a service is asked for (SDOH Clinical Care: ServiceRequest), and how far it is (Task), by our status. */
const STANDING: Readonly<
  Record<ResourceStatus, {readonly request: string; readonly task: string; readonly intent: string}>
> = {
  idea: {request: 'draft', task: 'draft', intent: 'proposal'},
  exploring: {request: 'draft', task: 'draft', intent: 'plan'},
  applied: {request: 'active', task: 'requested', intent: 'plan'},
  waiting: {request: 'active', task: 'requested', intent: 'plan'},
  active: {request: 'active', task: 'in-progress', intent: 'plan'},
  paused: {request: 'on-hold', task: 'on-hold', intent: 'plan'},
  ended: {request: 'completed', task: 'completed', intent: 'plan'},
  'not-a-fit': {request: 'revoked', task: 'cancelled', intent: 'plan'},
}

const UNKNOWN = {request: 'unknown', task: 'draft', intent: 'plan'}

/** Kinds of the community and of practical life are services that somebody can be referred to. */
export const isService = (around: Around): boolean =>
  !isKnownPerson(around) && (around.group === 'community' || around.group === 'practical')

/** A service, the request for it and the task that tells how far it is. */
export function serviceResources(
  page: PersonPage,
  people: FhirPeople,
  around: Around,
): readonly [Resource, ...Resource[]] {
  const {id, name, kind, status, next, nextBy, contact, lastHeard, history, note} = around
  const {request, task, intent} = status ? STANDING[status] : UNKNOWN
  const patient = refTo(people.patient)
  const service: Resource = {
    resourceType: 'HealthcareService',
    id: stableId('service', page.client, id),
    name: said(name),
    type:
      kind === undefined ? undefined : [ownConcept('resource-kind', kind.trim().replace(/\s+/g, '-') || '-')],
    extraDetails: contact === undefined ? undefined : said(contact),
  }
  const asked: Resource = {
    resourceType: 'ServiceRequest',
    id: stableId('service-request', page.client, id),
    status: request,
    intent,
    category: [concept('http://snomed.info/sct', '410606002', 'Social service procedure')],
    code: words(name),
    subject: patient,
    authoredOn: history[0]?.on ?? lastHeard,
    requester: people.authors(around)[0],
    note: note === undefined ? undefined : [{text: said(note)}],
  }
  const followed: Resource = {
    resourceType: 'Task',
    id: stableId('service-task', page.client, id),
    status: task,
    statusReason: status === 'not-a-fit' ? words('not a fit') : undefined,
    intent,
    description: next === undefined ? undefined : said(next),
    focus: refTo(asked),
    for: patient,
    lastModified: lastHeard,
    restriction: nextBy === undefined ? undefined : {period: {end: nextBy}},
    input: some([{type: words('service'), valueReference: refTo(service)}]),
  }
  return [asked, service, followed]
}
