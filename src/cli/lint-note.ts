import type {CivilDate} from '../core/time/civil-date.ts'
import {parseNote, type Note} from '../core/note.ts'
import {applyEdits} from '../core/text/span.ts'
import type {Configuration} from '../folder/configuration.ts'
import type {FileProblem} from '../folder/decode-text.ts'
import {checkNote} from '../lint/check-note.ts'
import type {KnownNotes} from '../lint/checks/known-notes.ts'
import type {Finding} from '../lint/finding.ts'
import {fixNote} from '../lint/fix-note.ts'
import type {Linter} from '../lint/linter.ts'

/** Whether `apply` offers are taken, in the file or only to show it. */
export interface FixOptions {
  readonly fix: boolean
  readonly fixDryRun: boolean
}

/** What was found in one file, as data that goes from one thread to another. */
export interface Linted {
  /** The path as people read it. */
  readonly file: string
  /** The text that the findings stand in; undefined where it could not be read. */
  readonly text: string | undefined
  readonly findings: readonly Finding[]
  readonly problem: FileProblem | undefined
  /** Strengths-based language that the note holds. */
  readonly strengths: number
  /** Where reframes were taken: the text before and after. */
  readonly fixed: {readonly before: string; readonly after: string; readonly count: number} | undefined
}

/** What a note is linted with. */
export interface LintTools {
  readonly linter: Linter
  readonly configuration: Configuration
  readonly options: FixOptions
  readonly asOf: CivilDate
  readonly known?: KnownNotes | undefined
}

/** How often fixing starts anew on its own result; each pass may only take away findings. */
const PASSES = 3

/** Lints a note, with `apply` offers taken in its text where the options say so. */
export function lintNote(read: Note, file: string, tools: LintTools): Linted {
  const {linter, configuration, options, asOf, known} = tools
  const fixed = options.fix || options.fixDryRun ? takeOffers(read.text, linter, configuration) : undefined
  const note = fixed ? parseNote(fixed.after) : read
  const {rules, policy, clients, specialists} = configuration
  const findings = checkNote(linter, note, rules, {asOf, policy, clients, specialists, known, file})
  const strengths = linter.sightings(note).length
  return {file, text: note.text, findings, problem: undefined, strengths, fixed}
}

/** Takes every `apply` offer, each on text that was read after the ones before it. */
function takeOffers(text: string, linter: Linter, {rules}: Configuration): Linted['fixed'] {
  let after = text
  let count = 0
  for (let pass = 0; pass < PASSES; pass++) {
    const edits = fixNote(linter, parseNote(after), rules)
    if (edits.length === 0) break
    // A reframe over markup is one edit with its words and others that only take away.
    count += edits.filter((edit) => edit.text !== '').length
    after = applyEdits(after, edits)
  }
  return count > 0 ? {before: text, after, count} : undefined
}

/** A file that could not be read. */
export const unread = (problem: FileProblem, file: string): Linted => ({
  file,
  text: undefined,
  findings: [],
  problem,
  strengths: 0,
  fixed: undefined,
})
