import {readFile, stat} from 'node:fs/promises'
import {relative, resolve} from 'node:path'
import type {CivilDate} from '../core/time/civil-date.ts'
import {parseNote, type Note} from '../core/note.ts'
import {joinPath} from '../folder/file-system.ts'
import {countsIn, noteLanguage} from '../folder/note-language.ts'
import {checkNote, recordOf} from '../lint/check-note.ts'
import {isLanguage, type Finding} from '../lint/finding.ts'
import {languageCounts, type LanguageCounts} from '../summary/readers/caseload.ts'
import {firstVersions} from './first-versions.ts'
import {takenBetween, type NoteLanguage, type Taken} from '../summary/language-figures.ts'
import {reasonOf} from './disk.ts'
import {lintPaths} from './lint-paths.ts'
import {LintRooms} from './lint-rooms.ts'
import {notesBelow} from './read-notes.ts'
import {posix, shownPath} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'

export interface LanguageQuestion {
  readonly root: string
  /** Notes dated before this day are left out; undefined for none. */
  readonly since: CivilDate | undefined
  readonly asOf: CivilDate
  /** File with the JSON of an earlier `strengths lint`. */
  readonly before: string | undefined
  /** Whether git is asked how the notes were first committed. */
  readonly history: boolean
}

/** What the linter suggests in the session notes of a period, as numbers alone; no sentence of any note leaves it. */
export async function countLanguage(
  shell: Shell,
  {root, since, asOf, before, history}: LanguageQuestion,
): Promise<LanguageCounts> {
  const quiet: Shell = {...shell, err: () => undefined}
  const rooms = new LintRooms(quiet)
  const counted = await countedFiles(shell, root)
  const linted = await lintPaths(quiet, counted, {fix: false, fixDryRun: false}, rooms)
  const files = linted.flatMap(({file, text, findings}) => {
    const note = text === undefined ? undefined : parseNote(text)
    const record = note && recordOf(note)?.record
    const path = posix(relative(root, resolve(shell.cwd, file)))
    return note && record && countsIn(record, {since, asOf})
      ? [{path, note, record, findings, texts: textsOf(note, findings)}]
      : []
  })
  const earlier =
    before !== undefined
      ? await readEarlier(shell, before)
      : history
        ? await firstWritten(rooms, root, files)
        : undefined
  if (history && !earlier) shell.err('Git has no history of these notes, so what was taken is not counted.\n')
  const taken = takenSince(earlier ?? [], files)
  const notes: NoteLanguage[] = []
  for (const {path, note, record, findings} of files) {
    const {specialists} = await rooms.configurationOf(joinPath(root, path))
    notes.push(noteLanguage(note, record, {findings, specialists, taken: taken.get(path)}))
  }
  return languageCounts(notes, {isCompared: earlier !== undefined})
}

/** Past this many bytes a file is no note of one session, and to read its wording would hold up all the others. */
const LARGEST_COUNTED = 1_000_000

/** The files whose wording is counted; one that is left out is told. */
async function countedFiles(shell: Shell, root: string): Promise<readonly string[]> {
  const {paths} = await notesBelow(shell, root)
  const sized = await Promise.all(
    paths.map(async (path) => {
      const file = joinPath(root, path)
      return {file, size: (await stat(file).catch(() => undefined))?.size ?? 0}
    }),
  )
  for (const {file, size} of sized)
    if (size > LARGEST_COUNTED)
      shell.err(
        `${shownPath(file, shell.cwd)}:1  Longer than a session’s note, so its wording is not counted.\n`,
      )
  return sized.filter(({size}) => size <= LARGEST_COUNTED).map(({file}) => file)
}

const textsOf = (note: Note, findings: readonly Finding[]): string[] =>
  findings.filter(isLanguage).map(({rule, span}) => keyOf(rule, note.text.slice(span.start, span.end)))

const keyOf = (rule: string, text: string): string => `${rule}\n${text}`

/** What would have been suggested in each note as it was first committed; undefined where there is no history. */
async function firstWritten(
  rooms: LintRooms,
  root: string,
  now: readonly Suggested[],
): Promise<Suggested[] | undefined> {
  const versions = await firstVersions(root)
  if (!versions || versions.size === 0) return undefined
  const found: Suggested[] = []
  for (const {path} of now) {
    const text = versions.get(path)
    if (text === undefined) continue
    const {linter, configuration} = await rooms.of(joinPath(root, path))
    const note = parseNote(text)
    const findings = checkNote(linter, note, configuration.rules)
    found.push({path, texts: textsOf(note, findings)})
  }
  return found
}

interface Suggested {
  /** From the notes folder, or as an earlier run wrote it: from the folder it was started in. */
  readonly path: string
  readonly texts: readonly string[]
}

/** For each file that is still here, suggestions of an earlier text and how many of them are there no more. */
function takenSince(earlier: readonly Suggested[], now: readonly Suggested[]): ReadonlyMap<string, Taken> {
  const byPath = new Map(now.map((file) => [file.path, file]))
  return new Map(
    earlier.flatMap(({path, texts}) => {
      const file = endingsOf(path).flatMap((ending) => byPath.get(ending) ?? [])[0]
      return file ? [[file.path, takenBetween(texts, file.texts)] as const] : []
    }),
  )
}

/** `n/c-1/a.md`, `c-1/a.md`, `a.md`: an earlier run may have been started above the folder. */
const endingsOf = (path: string): string[] => {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(index).join('/'))
}

async function readEarlier(shell: Shell, file: string): Promise<Suggested[]> {
  const text = await readFile(resolve(shell.cwd, file), 'utf8').catch((error: unknown) => {
    throw new CommandError(`${file} could not be read: ${reasonOf(error)}.`)
  })
  try {
    return (
      JSON.parse(text) as {file: string; findings: {rule: string; category: string; text: string}[]}[]
    ).map(({file: path, findings}) => ({
      path: posix(path),
      texts: findings.filter(isLanguage).map((finding) => keyOf(finding.rule, finding.text)),
    }))
  } catch {
    throw new CommandError(`${file} is not what \`strengths lint --format json\` writes.`)
  }
}
