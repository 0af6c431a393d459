import {resolve} from 'node:path'
import {parseNote, type Note} from '../../core/note.ts'
import type {Span} from '../../core/text/span.ts'
import {findConfiguration} from '../../folder/configuration.ts'
import {makeLinter} from '../../folder/load-language.ts'
import {explainPlace as explanationsAt} from '../../lint/explain-place.ts'
import {loadLanguageAndModel} from '../assets.ts'
import {disk} from '../disk.ts'
import {posix, readNoteFile, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type Shell} from '../shell.ts'

/** A line of a file, and a column where one is given, both from 1: `note.md:14` or `note.md:14:31`. */
interface NotePlace {
  readonly file: string
  readonly line: number
  readonly column: number | undefined
}

export function readNotePlace(text: string): NotePlace | undefined {
  const match = /^(.+?):(\d+)(?::(\d+))?$/.exec(text)
  if (!match?.[1]) return undefined
  return {
    file: match[1],
    line: Number(match[2]),
    column: match[3] === undefined ? undefined : Number(match[3]),
  }
}

/** Says of a place in a note why something was told there, or why not. */
export async function explainPlace(shell: Shell, place: NotePlace): Promise<ExitCode> {
  const path = posix(resolve(shell.cwd, place.file))
  const read = await readNoteFile(path)
  if ('problem' in read) throw new CommandError(`${place.file}: ${read.problem.message}`)
  const note = parseNote(read.text)
  if (place.line < 1 || place.line > note.lines.count)
    throw new CommandError(`${place.file} has ${note.lines.count} lines; ${place.line} is none of them.`)
  const {packs, rules} = await findConfiguration(disk, path.slice(0, path.lastIndexOf('/')))
  const [language, model] = await loadLanguageAndModel()
  const linter = makeLinter(language, packs, model)
  const found = explanationsAt(linter, note, spanOf(note, place), rules)
  shell.out(`${shownPath(path, shell.cwd)}:${place.line}  ${note.lines.lineText(place.line).trim()}\n\n`)
  if (found.length === 0) shell.out('  Nothing here is like anything that a rule looks for.\n')
  for (const {entry, span, outcome, reason} of found) {
    const words = read.text.slice(span.start, span.end).replace(/\s+/g, ' ')
    shell.out(`  “${words}”  ${outcome}  ${entry.id} (${entry.category})\n      ${reason}\n`)
  }
  return 0
}

function spanOf({lines}: Note, {line, column}: NotePlace): Span {
  const start = lines.startOf(line)
  if (column !== undefined) return {start: start + column - 1, end: start + column}
  return {start, end: start + lines.lineText(line).length}
}
