import type {Policy} from '../../core/agency/policy.ts'
import type {Page} from '../formats/format.ts'
import type {Reader} from '../formats/outline.ts'
import type {PersonPage} from '../summary.ts'
import {personPage} from './person-page.ts'
import {workingPage} from './working-page.ts'

export interface ReaderSettings {
  /** The agency's rules, for the notice that goes with a page. */
  readonly policy: Policy
}

/** Who reads a page about one person; a supervisor reads of all of them, in `caseload-page.ts`. */
export type PersonReader = Exclude<Reader, 'supervisor'>

export const PERSON_READERS = {person: personPage, specialist: workingPage} as const satisfies Readonly<
  Record<PersonReader, (page: PersonPage, settings: ReaderSettings) => Page>
>

/** One person's page for a reader. */
export const pageFor = (page: PersonPage, reader: PersonReader, settings: ReaderSettings): Page =>
  PERSON_READERS[reader](page, settings)
