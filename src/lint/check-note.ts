import type {Note} from '../core/note.ts'
import type {Problem} from '../core/problem.ts'
import {readRecord} from '../core/record.ts'
import type {Finding} from './finding.ts'
import type {Linter, RuleSettings} from './linter.ts'

/** Keys that make a Markdown file a session note. */
const SESSION_KEYS = new Set([
  'client',
  'clients',
  'each',
  'strengths',
  'goals',
  'resources',
  'wins',
  'corrects',
  'amends',
])

/** A template's frontmatter is not read as a record before its blanks are filled. */
const isTemplate = (note: Note): boolean =>
  note.frontmatter?.entries.some(({key}) => key === 'template') ?? false

/** True where the frontmatter speaks of a person, so that the file is a session note and not some other page. */
export const isSessionNote = (note: Note): boolean =>
  !isTemplate(note) && (note.frontmatter?.entries.some(({key}) => SESSION_KEYS.has(key)) ?? false)

/**
 * All that a note's reader may want to look at: its language, and what its frontmatter leaves unread. What the
 * record needs (a client, a date) is asked of session notes only.
 */
export function checkNote(linter: Linter, note: Note, settings: RuleSettings = {}): Finding[] {
  const problems = isTemplate(note)
    ? []
    : isSessionNote(note)
      ? [...note.problems, ...readRecord(note).problems]
      : note.problems
  return [
    ...problems.flatMap((problem) => recordFinding(problem, settings)),
    ...linter.lint(note, settings),
  ].toSorted((a, b) => a.span.start - b.span.start)
}

function recordFinding({code, severity, span, message}: Problem, settings: RuleSettings): Finding[] {
  const setting = settings[code] ?? settings['record'] ?? severity
  if (setting === 'off') return []
  const why = 'The page of a person is made from these lines.'
  return [{rule: code, category: 'record', severity: setting, span, message, why, offers: [], sources: []}]
}
