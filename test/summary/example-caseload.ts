import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseNote} from '../../src/core/note.ts'
import {readPolicy} from '../../src/core/agency/policy.ts'
import {readRecord} from '../../src/core/record/record.ts'
import {fold} from '../../src/summary/fold.ts'
import type {Page} from '../../src/summary/formats/format.ts'
import {caseloadPage} from '../../src/summary/readers/caseload-page.ts'
import {pageFor} from '../../src/summary/readers/index.ts'
import {weekPage} from '../../src/summary/readers/week-page.ts'
import type {NoteInput} from '../../src/summary/summary.ts'
import {day} from './folded.ts'

const FOLDER = join(import.meta.dirname, '../../examples')
const {policy} = readPolicy('rounding: up\nper: contact\nlate_after: 72 hours\npart2: yes\n')

/** Its notes, oldest name first. */
export function exampleNotes(): NoteInput[] {
  const files = readdirSync(join(FOLDER, 'clients'), {recursive: true, encoding: 'utf8'})
  return files
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const note = parseNote(readFileSync(join(FOLDER, 'clients', name), 'utf8'))
      return {id: `clients/${name.replaceAll('\\', '/')}`, note, record: readRecord(note).record}
    })
}

/** Every page of the examples, for each reader, on 22 November 2026 under a policy that says all that one can. */
export function examplePages(notes: readonly NoteInput[] = exampleNotes()): ReadonlyMap<string, Page> {
  const summary = fold(notes, {asOf: day('2026-11-22'), policy})
  return new Map([
    ...summary.pages.flatMap((page) => [
      [`${page.client}.person`, pageFor(page, 'person', {policy})] as const,
      [page.client, pageFor(page, 'specialist', {policy})] as const,
    ]),
    ['week', weekPage(summary, {policy, specialist: undefined})] as const,
    [
      'caseload',
      caseloadPage(summary, {policy, byClient: true, language: {words: 7966, suggestions: 16}}),
    ] as const,
  ])
}
