import {Command, Option} from 'commander'
import {resolve} from 'node:path'
import {parseNote} from '../../core/note.ts'
import {decodeText} from '../../folder/decode-text.ts'
import {jsonReport} from '../lint-json.ts'
import {lintNote, unread, type FixOptions, type Linted} from '../lint-note.ts'
import {lintPaths} from '../lint-paths.ts'
import {LintRooms} from '../lint-rooms.ts'
import {sarifReport} from '../lint-sarif.ts'
import {fixPreview, textReport} from '../lint-text.ts'
import {posix, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'

interface LintOptions extends FixOptions {
  readonly format: 'text' | 'json' | 'sarif'
  readonly stdinFilename: string | undefined
}

/** `strengths lint`. */
export const lintCommand: MakeCommand = (shell, finish) =>
  new Command('lint')
    .description('offer strengths-based language for notes')
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--fix', 'take the reframes that are safe in bulk', false)
    .option('--fix-dry-run', 'show what --fix would change, and change nothing', false)
    .option('--stdin-filename <name>', 'what standard input is called in the findings')
    .action(async (paths: string[], options: LintOptions) => finish(await lint(shell, paths, options)))

async function lint(shell: Shell, targets: readonly string[], options: LintOptions): Promise<ExitCode> {
  const rooms = new LintRooms(shell)
  const files = targets.includes('-')
    ? await lintInput(shell, rooms, options)
    : await lintPaths(shell, targets, options, rooms)
  if (options.format === 'json') shell.out(jsonReport(files))
  else if (options.format === 'sarif') shell.out(sarifReport(files))
  else {
    if (options.fixDryRun) shell.out(fixPreview(files, shell))
    shell.out(textReport(files, shell))
  }
  if (rooms.problems > 0 || files.some(({problem}) => problem)) return 2
  return files.some(({findings}) => findings.some(({severity}) => severity !== 'hint')) ? 1 : 0
}

async function lintInput(shell: Shell, rooms: LintRooms, options: LintOptions): Promise<readonly Linted[]> {
  if (options.fix)
    throw new CommandError(
      'Text from standard input has no file to change; --fix-dry-run shows what would change.',
    )
  const file = options.stdinFilename ?? 'stdin.md'
  const path = posix(resolve(shell.cwd, file))
  const tools = await rooms.of(path)
  const decoded = decodeText(await shell.readInput(), path)
  return [
    'problem' in decoded
      ? unread(decoded.problem, shownPath(path, shell.cwd))
      : lintNote(parseNote(decoded.text), file, {...tools, options, asOf: shell.now().date}),
  ]
}
