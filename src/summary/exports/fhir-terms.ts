/** Code systems of our own: strengths and peers' resources have none in FHIR. */
const OWN_SYSTEM = 'urn:strengths-notes'

/** JSON of FHIR R4. */
export type Fhir = Readonly<Record<string, unknown>>

export interface Resource extends Fhir {
  readonly resourceType: string
  readonly id: string
}

export const own = (system: string): string => `${OWN_SYSTEM}:${system}`

export const concept = (system: string, code: string, display?: string): Fhir => ({
  coding: [{system, code, display}],
  text: display,
})

/** A concept of our own code systems. */
export const ownConcept = (system: string, code: string, display?: string): Fhir =>
  concept(own(system), code, display)

export const words = (text: string): Fhir => ({text: said(text)})

/** Text as FHIR's strings have it: no control characters, never empty, and under the million that it allows. */
export const said = (text: string): string =>
  [...text.replace(/[^\S\r\n\t]/gu, ' ').replace(/(?![\r\n\t])\p{Cc}/gu, '')]
    .slice(0, 100_000)
    .join('')
    .trim() || '-'

export const refTo = ({id}: Pick<Resource, 'id'>): Fhir => ({reference: `urn:uuid:${id}`})

/** A list that is not there where it has nothing in it, as FHIR wants it. */
export const some = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length > 0 ? items : undefined

/** Without keys that have no value. */
export function clean(value: Fhir): Fhir {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, cleanAny(item)]),
  )
}

const cleanAny = (item: unknown): unknown =>
  Array.isArray(item)
    ? item.map(cleanAny)
    : typeof item === 'object' && item !== null
      ? clean(item as Fhir)
      : item
