import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../../src/core/note.ts'
import {readPolicy} from '../../src/core/policy.ts'
import {readRecord} from '../../src/core/record.ts'
import {fold} from '../../src/summary/fold.ts'
import type {Page} from '../../src/summary/formats/format.ts'
import {caseloadPage} from '../../src/summary/readers/caseload-page.ts'
import {pageFor} from '../../src/summary/readers/index.ts'
import type {NoteInput, Summary} from '../../src/summary/summary.ts'
import {day} from './folded.ts'

const FOLDER = join(import.meta.dirname, '../../examples')
const {policy} = readPolicy('rounding: up\nper: contact\nlate_after: 72 hours\npart2: yes\n')

function notes(): NoteInput[] {
  const files = readdirSync(join(FOLDER, 'clients'), {recursive: true, encoding: 'utf8'})
  return files
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const note = parseNote(readFileSync(join(FOLDER, 'clients', name), 'utf8'))
      return {id: `clients/${name.replaceAll('\\', '/')}`, note, record: readRecord(note).record}
    })
}

/** The notes of `examples/`, folded on 22 November 2026. */
export const exampleSummary = (): Summary => fold(notes(), {asOf: day('2026-11-22'), policy})

/** Every page of them, for each reader, under a policy that says all that one can. */
export function examplePages(): ReadonlyMap<string, Page> {
  const summary = exampleSummary()
  return new Map([
    ...summary.pages.flatMap((page) => [
      [`${page.client}.person`, pageFor(page, 'person', {policy})] as const,
      [page.client, pageFor(page, 'specialist', {policy})] as const,
    ]),
    [
      'caseload',
      caseloadPage(summary, {policy, byClient: true, language: {words: 7966, suggestions: 16}}),
    ] as const,
  ])
}
