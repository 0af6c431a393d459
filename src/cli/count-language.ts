import {readFile} from 'node:fs/promises'
import {relative, resolve} from 'node:path'
import type {CivilDate} from '../core/civil-date.ts'
import {parseNote, type Note} from '../core/note.ts'
import {joinPath} from '../folder/file-system.ts'
import {checkNote, isSessionNote, recordOf} from '../lint/check-note.ts'
import {isLanguage, type Finding} from '../lint/finding.ts'
import type {LanguageCounts} from '../summary/readers/caseload.ts'
import {firstVersions} from './first-versions.ts'
import {lintPaths, LintRooms, type LintedFile} from './commands/lint.ts'
import {reasonOf} from './disk.ts'
import {posix} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'

export interface LanguageQuestion {
  readonly root: string
  /** Notes dated before this day are left out; undefined for none. */
  readonly since: CivilDate | undefined
  readonly asOf: CivilDate
  /** File with the JSON of an earlier `strengths lint`; without it, the notes' history in git is asked. */
  readonly before: string | undefined
}

/** What the linter suggests in the session notes of a period, as numbers alone; no sentence of any note leaves it. */
export async function countLanguage(
  shell: Shell,
  folder: string,
  {root, since, asOf, before}: LanguageQuestion,
): Promise<LanguageCounts> {
  const quiet: Shell = {...shell, err: () => undefined}
  const rooms = new LintRooms(quiet)
  const linted = await lintPaths(
    quiet,
    [folder],
    {
      format: 'text',
      fix: false,
      fixDryRun: false,
      stdinFilename: undefined,
    },
    rooms,
  )
  const files = linted.filter(({note}) => note && isSessionNote(note) && isIn(note, since, asOf))
  const found = files.map((file) => ({
    path: posix(relative(root, resolve(shell.cwd, file.file))),
    texts: suggestionsIn(file),
  }))
  const earlier =
    before === undefined ? await firstWritten(rooms, root, found) : await readEarlier(shell, before)
  return {
    words: files.reduce((sum, {note}) => sum + (note ? wordsIn(note) : 0), 0),
    suggestions: found.reduce((sum, {texts}) => sum + texts.length, 0),
    ...(earlier && {taken: takenSince(earlier, found)}),
  }
}

function isIn(note: Note, since: CivilDate | undefined, asOf: CivilDate): boolean {
  const day = recordOf(note)?.record.date?.value
  return day === undefined ? since === undefined : day <= asOf && (since === undefined || day >= since)
}

const suggestionsIn = ({note, findings}: LintedFile): string[] => (note ? textsOf(note, findings) : [])

const textsOf = (note: Note, findings: readonly Finding[]): string[] =>
  findings.filter(isLanguage).map(({rule, span}) => keyOf(rule, note.text.slice(span.start, span.end)))

const keyOf = (rule: string, text: string): string => `${rule}\n${text}`

const wordsIn = ({prose}: Note): number =>
  prose.reduce((sum, {text}) => sum + (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0)

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
    const file = joinPath(root, path)
    const {linter, configuration} = await rooms.of(file.slice(0, file.lastIndexOf('/')))
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

/** Suggestions of earlier texts in files that are still here, and how many of them are there no more. */
function takenSince(
  earlier: readonly Suggested[],
  now: readonly Suggested[],
): NonNullable<LanguageCounts['taken']> {
  const matched = earlier.flatMap(({path, texts}) => {
    const file = now.find((each) => path === each.path || path.endsWith(`/${each.path}`))
    return file ? [{texts, left: [...file.texts]}] : []
  })
  const gone = matched.flatMap(({texts, left}) =>
    texts.filter((text) => {
      const at = left.indexOf(text)
      if (at < 0) return true
      left.splice(at, 1)
      return false
    }),
  )
  return {count: gone.length, of: matched.reduce((sum, {texts}) => sum + texts.length, 0)}
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
