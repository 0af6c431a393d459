import {NO_CLIENTS, type ClientList} from '../../../src/core/agency/client-list.ts'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {applyEdits} from '../../../src/core/text/span.ts'
import {KnownNotes} from '../../../src/lint/checks/known-notes.ts'
import {
  NO_CONTEXT,
  type CheckContext,
  type CheckedNote,
  type Rule,
  type Seen,
} from '../../../src/lint/checks/rule.ts'
import {fingerprintsOf} from '../../../src/lint/checks/sentences.ts'
import {linter} from '../load-language.ts'

/** A note as the checks see it. */
export function checkedNote(text: string): CheckedNote {
  const note = parseNote(text)
  return {note, record: readRecord(note).record, sightings: () => linter.sightings(note)}
}

/** What a check sees in a text. */
export const seenBy = (rule: Rule, text: string, context: Partial<CheckContext> = {}): Seen[] => [
  ...rule.check(checkedNote(text), {...NO_CONTEXT, ...context}),
]

/** The words that a check points at. */
export const wordsSeen = (rule: Rule, text: string, context: Partial<CheckContext> = {}): string[] =>
  seenBy(rule, text, context).map(({span}) => text.slice(span.start, span.end))

/** The text after the first offer of the first thing seen. */
export function afterOffer(
  rule: Rule,
  text: string,
  context: Partial<CheckContext> = {},
): string | undefined {
  const offer = seenBy(rule, text, context)[0]?.offers?.[0]
  return offer && applyEdits(text, offer.edits)
}

/** Notes of a folder by path. */
export const folderOf = (
  files: Readonly<Record<string, string>>,
  clients: ClientList = NO_CLIENTS,
): KnownNotes =>
  new KnownNotes(
    Object.entries(files).map(([file, text]) => {
      const {note, record} = checkedNote(text)
      return {file, record, sentences: fingerprintsOf(note)}
    }),
    clients,
  )

/** A session note with these lines of frontmatter. */
export const withKeys = (keys: string, body = ''): string =>
  `---\nclient: c-014\ndate: 2026-07-14\n${keys.trim()}\n---\n\n${body}`
