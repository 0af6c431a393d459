import {readFile} from 'node:fs/promises'
import {relative, resolve} from 'node:path'
import type {CivilDate} from '../core/civil-date.ts'
import type {Note} from '../core/note.ts'
import {isSessionNote, recordOf} from '../lint/check-note.ts'
import {isLanguage} from '../lint/finding.ts'
import type {LanguageCounts} from '../summary/readers/caseload.ts'
import {lintPaths, type LintedFile} from './commands/lint.ts'
import {reasonOf} from './disk.ts'
import {posix} from './select-notes.ts'
import {CommandError, type Shell} from './shell.ts'

export interface LanguageQuestion {
  readonly root: string
  /** Notes dated before this day are left out; undefined for none. */
  readonly since: CivilDate | undefined
  readonly asOf: CivilDate
  /** File with the JSON of an earlier `strengths lint`. */
  readonly before: string | undefined
}

/** What the linter suggests in the session notes of a period, as numbers alone; no sentence of any note leaves it. */
export async function countLanguage(
  shell: Shell,
  folder: string,
  {root, since, asOf, before}: LanguageQuestion,
): Promise<LanguageCounts> {
  const quiet: Shell = {...shell, err: () => undefined}
  const earlier = before === undefined ? undefined : await readEarlier(shell, before)
  const linted = await lintPaths(quiet, [folder], {
    format: 'text',
    fix: false,
    fixDryRun: false,
    stdinFilename: undefined,
  })
  const files = linted.filter(({note}) => note && isSessionNote(note) && isIn(note, since, asOf))
  const found = files.map((file) => ({
    path: posix(relative(root, resolve(shell.cwd, file.file))),
    texts: suggestionsIn(file),
  }))
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

const suggestionsIn = ({note, findings}: LintedFile): string[] =>
  note
    ? findings.filter(isLanguage).map(({rule, span}) => keyOf(rule, note.text.slice(span.start, span.end)))
    : []

const keyOf = (rule: string, text: string): string => `${rule}\n${text}`

const wordsIn = ({prose}: Note): number =>
  prose.reduce((sum, {text}) => sum + (text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0)

interface Suggested {
  /** As the run wrote it: from the folder it was started in. */
  readonly path: string
  readonly texts: readonly string[]
}

/** Suggestions of an earlier run in files that are still here, and how many of them are there no more. */
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
