import {noteProblems} from '../core/record/note-problems.ts'
import {parseNote, type Note} from '../core/note.ts'
import {PROBLEM_CODES} from '../core/problem.ts'
import {compareText} from '../core/record/said.ts'
import type {CivilDate} from '../core/time/civil-date.ts'
import {findConfiguration, type Configuration} from '../folder/configuration.ts'
import {contentHash} from '../folder/content-hash.ts'
import {noteInput} from '../folder/read-input.ts'
import {recordOf} from '../lint/check-note.ts'
import {fold} from '../summary/fold.ts'
import {isGenerated} from '../summary/formats/generated.ts'
import {groupBy} from '../summary/group-by.ts'
import type {NoteInput, Summary} from '../summary/summary.ts'
import {disk} from './disk.ts'
import {notesBelow, readAhead} from './read-notes.ts'
import type {Shell} from './shell.ts'

/** A place in a folder, and nothing of what stands there. */
export interface Place {
  /** Relative to the folder. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
}

/** One kind of thing that wants a look, with all its places. */
export interface Finding {
  readonly code: string
  /** What it is, in words that hold for every place. */
  readonly means: string
  readonly severity: 'error' | 'warning' | 'information'
  readonly places: readonly Place[]
}

/** A folder looked over: what needs a look, told by places alone. */
export interface FolderHealth {
  readonly files: number
  readonly notes: number
  readonly people: number
  /** Pages that this tool made; they are no notes. */
  readonly generated: number
  readonly findings: readonly Finding[]
  readonly configuration: Configuration
}

/** What the fold asks, in words that say nothing of any note. */
const ASKED: Readonly<Record<string, string>> = {
  'client/two-people': 'an id that the client list has with two people',
  'note/no-client': 'a note that names nobody, so that it reaches no page',
  'note/no-date': 'a note without a day, so that what it says of statuses waits',
  'note/date-from-name': 'a note whose day is taken from the name of its file',
  'note/after-page': 'notes dated after today',
  'note/past-midnight': 'an end before its start, counted as past midnight',
  'note/same-id': 'two notes with one id',
  'note/corrects-loop': 'notes that correct each other',
  'note/corrects-missing': 'a correction of a note that is not here',
  'note/corrected-twice': 'a note that two others correct',
  'note/amends-loop': 'notes that add to each other',
  'note/amends-missing': 'an addition to a note that is not here',
  'group/shared-keys': 'keys at the top of a note about several people, which reach nobody',
  'group/not-a-member': 'a block under `each` for somebody whom `clients` does not name',
  'goal/two-statuses': 'a goal with two statuses on one day',
  'goal/similar': 'two goals with words that are near each other',
  'goal/not-found': 'a link to a goal that no note has',
  'goal/no-words': 'a goal without words',
  'resource/two-statuses': 'a resource with two statuses on one day',
}

const SAME_TEXT = 'files that hold the same, letter by letter'
const IN_FILES: Readonly<Record<string, string>> = {
  'file/unreadable': 'a file that could not be read',
  'file/not-text': 'a binary file with the name of a note',
  'file/not-utf-8': 'letters that are not UTF-8; saving the file as UTF-8 makes it readable',
  'file/too-large': 'a file over 20 MB',
  'file/empty': 'an empty file',
}

interface Met extends Place {
  readonly code: string
  readonly means: string
  readonly severity: Finding['severity']
}

/** Looks a folder over, as of a day. */
export async function lookOver(shell: Shell, root: string, asOf: CivilDate): Promise<FolderHealth> {
  const found = await notesBelow(shell, root)
  const configuration = await findConfiguration(disk, root)
  const met: Met[] = found.problems.map(({file, line, code}) => inFile(file, line, code))
  const inputs: NoteInput[] = []
  const texts = new Map<string, string[]>()
  let generated = 0
  for await (const {path: file, read} of readAhead(root, found.paths)) {
    if ('problem' in read) {
      met.push(inFile(file, read.problem.line, read.problem.code))
    } else if (isGenerated(read.text)) generated++
    else {
      const hash = contentHash(read.text)
      texts.set(hash, [...(texts.get(hash) ?? []), file])
      const note = parseNote(read.text)
      met.push(...inNote(file, note))
      const input = noteInput(file, note)
      if (input) inputs.push(input)
    }
  }
  for (const same of texts.values())
    if (same.length > 1)
      met.push(
        ...same.map((file): Met => ({
          file,
          line: 1,
          code: 'file/same-text',
          means: SAME_TEXT,
          severity: 'warning',
        })),
      )
  const {policy, clients} = configuration
  const summary = fold(inputs, {asOf, policy, joined: clients.joined, contested: clients.contested})
  met.push(...inReview(summary))
  return {
    files: found.paths.length,
    notes: inputs.length,
    people: summary.pages.length,
    generated,
    findings: byCode(met),
    configuration,
  }
}

const inFile = (file: string, line: number, code: string): Met => ({
  file,
  line,
  code,
  means: IN_FILES[code] ?? 'a file that could not be used',
  severity: 'error',
})

/** What could not be read of a note as it was meant; said once, where the fold asks the same. */
function inNote(file: string, note: Note): Met[] {
  return noteProblems(note, recordOf(note)).flatMap(({code, severity, span}) =>
    code === 'note/client-missing' || code === 'note/date-missing'
      ? []
      : {file, line: note.lines.positionAt(span.start).line, code, means: PROBLEM_CODES[code], severity},
  )
}

function inReview({review}: Summary): Met[] {
  return review.flatMap(({code, sources}) => {
    const means = ASKED[code]
    return means === undefined
      ? []
      : sources.map(({file, line}): Met => ({
          file,
          line,
          code,
          means,
          severity: SERIOUS.has(code) ? 'error' : 'warning',
        }))
  })
}

/** What keeps a note from a page. */
const SERIOUS: ReadonlySet<string> = new Set(['note/no-client', 'note/no-date', 'client/two-people'])

const RANK = {error: 0, warning: 1, information: 2} as const

function byCode(met: readonly Met[]): Finding[] {
  const findings = [...groupBy(met, ({code}) => code).values()].flatMap((same): Finding[] => {
    const [first] = same
    if (!first) return []
    const {code, means} = first
    const severity =
      same.map((each) => each.severity).toSorted((a, b) => RANK[a] - RANK[b])[0] ?? first.severity
    const places = new Map(same.map(({file, line}) => [`${file}:${line}`, {file, line}]))
    return [{code, means, severity, places: [...places.values()]}]
  })
  return findings.toSorted(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] || b.places.length - a.places.length || compareText(a.code, b.code),
  )
}
