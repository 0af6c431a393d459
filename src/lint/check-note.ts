import type {Note} from '../core/note.ts'
import {noteProblems} from '../core/record/note-problems.ts'
import type {Problem} from '../core/problem.ts'
import {fixesFor, type Fix} from '../core/record/problem-fix.ts'
import {readRecord, type RecordReading} from '../core/record/record.ts'
import {speakOfPerson} from '../core/record/session-keys.ts'
import type {Span} from '../core/text/span.ts'
import {runChecks} from './checks/index.ts'
import {NO_CONTEXT, type CheckContext} from './checks/rule.ts'
import type {Finding, Offer} from './finding.ts'
import type {Linter, RuleSettings} from './linter.ts'

/** A template's frontmatter is not read as a record before its blanks are filled. */
export const isTemplate = (note: Note): boolean =>
  note.frontmatter?.entries.some(({key}) => key === 'template') ?? false

/** True where the frontmatter speaks of a person, so that the file is a session note and not some other page. */
export function isSessionNote(note: Note): boolean {
  if (isTemplate(note)) return false
  return speakOfPerson(note.frontmatter?.entries.map(({key}) => key) ?? [])
}

const readings = new WeakMap<Note, RecordReading>()

/** What a session note says as a record, read once while the note is held; undefined for any other page. */
export function recordOf(note: Note): RecordReading | undefined {
  if (!isSessionNote(note)) return undefined
  const reading = readings.get(note) ?? readRecord(note)
  readings.set(note, reading)
  return reading
}

/**
 * All that a note's reader may want to look at: its language, what its frontmatter leaves unread, and what the checks
 * on a whole note see with what `context` knows. The last two concern session notes only.
 */
export function checkNote(
  linter: Linter,
  note: Note,
  settings: RuleSettings = {},
  context: CheckContext = NO_CONTEXT,
): Finding[] {
  const reading = recordOf(note)
  const problems = isTemplate(note) ? [] : noteProblems(note, reading)
  const language = linter.lint(note, settings)
  const sightings = () => linter.sightings(note)
  return [
    ...recordFindings(note, problems, settings),
    ...language,
    ...(reading ? runChecks({note, record: reading.record, sightings}, context, settings) : []),
  ].toSorted((a, b) => a.span.start - b.span.start)
}

/** What the record leaves unread, each with the fix that holds, if there is one. */
function recordFindings(note: Note, problems: readonly Problem[], settings: RuleSettings): Finding[] {
  const told = problems.flatMap((problem) => {
    const severity = settings[problem.code] ?? settings['record'] ?? problem.severity
    return severity === 'off' ? [] : [{problem, severity}]
  })
  const wanted = told.map(({problem}) => problem)
  const fixes = wanted.some(({fix}) => fix) ? fixesFor(note, wanted) : []
  const fixOf = new Map(fixes.map((fix) => [fix.problem, fix]))
  return told.map(({problem, severity}): Finding => {
    const {code, span, message} = problem
    const fix = fixOf.get(problem)
    const offers = fix ? [offerOf(fix, span)] : []
    const why = 'The page of a person is made from these lines.'
    return {rule: code, category: 'record', severity, span, message, why, offers, sources: []}
  })
}

/** Safe in bulk where the note says the same afterwards and nobody has to look first. */
function offerOf({kind, byHand, title, edits}: Fix, span: Span): Offer {
  const [edit] = edits
  const inPlace = edits.length === 1 && edit?.span.start === span.start && edit.span.end === span.end
  return {
    kind: kind === 'same' && !byHand ? 'apply' : 'ask',
    text: inPlace ? edit.text : title,
    title,
    edits,
  }
}
