import type {Specialist} from '../../core/agency/specialist-list.ts'
import {isTried} from '../still-open.ts'
import type {PersonPage, Resource as Around, Sourced} from '../summary.ts'
import {own, refTo, said, some, words, type Fhir, type Resource} from './fhir-terms.ts'
import {stableId} from './stable-id.ts'

/** Who is spoken of in a person's bundle; nobody else whom a group note is about. */
export interface FhirPeople {
  readonly patient: Resource
  readonly practitioners: readonly Resource[]
  readonly relations: readonly Resource[]
  readonly team: readonly Resource[]
  /** References to those who wrote the notes that an item rests on. */
  readonly authors: (item: Pick<Sourced, 'sources'>) => readonly Fhir[]
  /** The relation that a resource of the page is, where it is a person. */
  readonly relation: (id: string) => Resource | undefined
}

/** Kinds of resource that are people whom somebody knows; a pet is none, and groups are services. */
const KNOWN_PEOPLE = new Set(
  'family partner children friend peer mentor sponsor neighbour co-worker'.split(' '),
)

export const isKnownPerson = ({kind}: Around): boolean => KNOWN_PEOPLE.has(kind?.toLowerCase() ?? '')

export function fhirPeople(page: PersonPage, specialists: readonly Specialist[]): FhirPeople {
  const patient: Resource = {
    resourceType: 'Patient',
    id: stableId('patient', page.client),
    identifier: page.ids.map((id) => ({system: own('client'), value: said(id)})),
  }
  const names = new Set(page.notes.flatMap(({specialist}) => specialist ?? []))
  const practitioners = new Map(
    [...names].map(
      (id) =>
        [
          id,
          practitioner(
            id,
            specialists.find((known) => known.id === id),
          ),
        ] as const,
    ),
  )
  const writers = new Map(page.notes.map(({source, specialist}) => [source.file, specialist] as const))
  const relations = new Map(
    page.resources
      .filter(isKnownPerson)
      .map((around) => [around.id, relation(page, around, patient)] as const),
  )
  return {
    patient,
    practitioners: [...practitioners.values()],
    relations: [...relations.values()],
    team: careTeam(page, {patient, practitioners: [...practitioners.values()], relations}),
    authors: ({sources}) => {
      const ids = new Set(sources.flatMap(({file}) => writers.get(file) ?? []))
      return [...ids].flatMap((id) => practitioners.get(id) ?? []).map(refTo)
    },
    relation: (id) => relations.get(id),
  }
}

const practitioner = (id: string, known: Specialist | undefined): Resource => ({
  resourceType: 'Practitioner',
  id: stableId('practitioner', id),
  identifier: [{system: own('specialist'), value: said(id)}],
  name: known?.name === undefined ? undefined : [{text: said(known.name)}],
  qualification: known?.credential === undefined ? undefined : [{code: words(known.credential)}],
})

const relation = (page: PersonPage, {id, name, kind}: Around, patient: Resource): Resource => ({
  resourceType: 'RelatedPerson',
  id: stableId('relation', page.client, id),
  patient: refTo(patient),
  relationship: kind === undefined ? undefined : [words(kind)],
  name: [{text: said(name)}],
})

function careTeam(
  page: PersonPage,
  people: {
    readonly patient: Resource
    readonly practitioners: readonly Resource[]
    readonly relations: ReadonlyMap<string, Resource>
  },
): Resource[] {
  const participants = [
    ...people.practitioners.map((member) => ({role: [words('Peer specialist')], member: refTo(member)})),
    ...page.resources.flatMap((around) => {
      const member = people.relations.get(around.id)
      if (!member || isTried(around)) return []
      return [{role: [words(around.kind ?? around.name)], member: refTo(member)}]
    }),
  ]
  return participants.length === 0
    ? []
    : [
        {
          resourceType: 'CareTeam',
          id: stableId('team', page.client),
          status: 'active',
          subject: refTo(people.patient),
          participant: some(participants),
        },
      ]
}
