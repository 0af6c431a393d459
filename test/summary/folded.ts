import type {CivilDate} from '../../src/core/time/civil-date.ts'
import {parseCivilDate} from '../../src/core/time/civil-date.ts'
import {parseNote} from '../../src/core/note.ts'
import {readRecord} from '../../src/core/record/record.ts'
import {fold, type FoldSettings} from '../../src/summary/fold.ts'
import type {NoteInput, PersonPage, Summary} from '../../src/summary/summary.ts'

/** A note at `id` whose frontmatter is `yaml`. */
export function noteOf(id: string, yaml: string): NoteInput {
  const note = parseNote(`---\n${yaml.trim()}\n---\n`)
  return {id, note, record: readRecord(note).record}
}

export function day(text: string): CivilDate {
  const date = parseCivilDate(text)
  if (!date) throw new RangeError(text)
  return date
}

/** The fold of notes given as paths and frontmatter, as of 21 July 2026 where nothing else is said. */
export const folded = (
  notes: Readonly<Record<string, string>>,
  settings: Partial<FoldSettings> = {},
): Summary =>
  fold(
    Object.entries(notes).map(([id, yaml]) => noteOf(id, yaml)),
    {asOf: day('2026-07-21'), ...settings},
  )

/** The only page of the fold of notes about `c-1`, each named after its day. */
export function pageOf(
  notes: Readonly<Record<string, string>>,
  settings: Partial<FoldSettings> = {},
): PersonPage {
  const named = Object.entries(notes).map(([name, yaml]): [string, string] => {
    const date = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0]
    const head = /^clients?:/m.test(yaml) ? '' : `client: c-1\n`
    return [`${name}.md`, `${head}${date && !/^date:/m.test(yaml) ? `date: ${date}\n` : ''}${yaml}`]
  })
  const page = folded(Object.fromEntries(named), settings).pages[0]
  if (!page) throw new RangeError('No note names a person.')
  return page
}
