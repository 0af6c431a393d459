import type {NoteEntry, PersonPage} from '../summary.ts'
import type {FhirPeople} from './fhir-people.ts'
import {concept, own, refTo, said, some, words, type Fhir, type Resource} from './fhir-terms.ts'
import {stableId} from './stable-id.ts'

const documentId = (page: PersonPage, note: string): string => stableId('note', page.client, note)

/** Each note as a document without its text, and for one that corrects or adds to another, where it comes from. */
export function noteResources(page: PersonPage, people: FhirPeople): Resource[] {
  const known = new Set(page.notes.map(({source}) => source.note))
  return page.notes
    .filter(({standing}) => standing !== 'later')
    .flatMap((entry) => {
      const links = (
        [
          ['replaces', entry.corrects],
          ['appends', entry.amends],
        ] as const
      ).flatMap(([code, target]) => (target !== undefined && known.has(target) ? [{code, target}] : []))
      const document = noteDocument(page, people, entry, links)
      return [document, ...links.map((link) => provenance(page, people, {entry, document, link}))]
    })
}

interface NoteLink {
  readonly code: 'replaces' | 'appends'
  readonly target: string
}

const noteDocument = (
  page: PersonPage,
  people: FhirPeople,
  {source, standing, people: count}: NoteEntry,
  links: readonly NoteLink[],
): Resource => ({
  resourceType: 'DocumentReference',
  id: documentId(page, source.note),
  identifier: [{system: own('note'), value: said(source.note)}],
  status: standing === 'corrected' ? 'superseded' : 'current',
  type: concept('http://loinc.org', '11506-3', 'Progress note'),
  category: [
    concept(
      'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
      'clinical-note',
      'Clinical Note',
    ),
  ],
  subject: refTo(people.patient),
  author: some(people.authors({sources: [source]})),
  relatesTo: some(
    links.map(({code, target}) => ({code, target: {reference: `urn:uuid:${documentId(page, target)}`}})),
  ),
  content: [
    {
      attachment: {
        contentType: 'text/markdown',
        title: said(count > 1 ? 'Group note' : 'Session note'),
      },
    },
  ],
  context: source.date === undefined ? undefined : {period: {start: source.date, end: source.date}},
})

/** FHIR wants the instant at which a change was recorded; a note has a day at most, so the instant is told to be unknown. */
const UNKNOWN_INSTANT: Fhir = {
  extension: [{url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown'}],
}

const provenance = (
  page: PersonPage,
  people: FhirPeople,
  {entry, document, link}: {readonly entry: NoteEntry; readonly document: Resource; readonly link: NoteLink},
): Resource => ({
  resourceType: 'Provenance',
  id: stableId('provenance', page.client, entry.source.note, link.code),
  target: [refTo(document)],
  occurredDateTime: entry.entered,
  _recorded: UNKNOWN_INSTANT,
  reason: entry.reason === undefined ? undefined : [words(entry.reason)],
  activity: concept(
    'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
    link.code === 'replaces' ? 'UPDATE' : 'APPEND',
    link.code === 'replaces' ? 'revise' : 'append',
  ),
  agent: some(people.authors({sources: [entry.source]}).map((who) => ({who}))) ?? [
    {who: {display: 'the writer of the note'}},
  ],
  entity: [
    {
      role: link.code === 'replaces' ? 'revision' : 'source',
      what: {reference: `urn:uuid:${documentId(page, link.target)}`},
    },
  ],
})
