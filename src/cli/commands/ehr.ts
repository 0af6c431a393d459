import {Command} from 'commander'
import {relative, resolve} from 'node:path'
import {parseNote} from '../../core/note.ts'
import type {RecordProfile} from '../../core/record/record-profile.ts'
import {findConfiguration, type Configuration} from '../../folder/configuration.ts'
import {decodeText} from '../../folder/decode-text.ts'
import {offerProfiles, USUAL_PROFILE} from '../../folder/offered-profiles.ts'
import {recordFor, type ForRecord} from '../../folder/record-for.ts'
import {isSessionNote, recordOf} from '../../lint/check-note.ts'
import {KnownNotes} from '../../lint/checks/known-notes.ts'
import {allBoxes, aboutBoxes, type RecordBox} from '../../summary/record-boxes.ts'
import {loadProfiles} from '../assets.ts'
import {boxesJson} from '../boxes-json.ts'
import {disk} from '../disk.ts'
import {readNotes} from '../read-notes.ts'
import {posix, readNoteFile, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {tellProblems} from '../tell-problems.ts'

interface EhrOptions {
  readonly format: string
  readonly box: string | undefined
  readonly client: string | undefined
  readonly folder: string | undefined
  readonly json: boolean
}

/** `strengths ehr`. */
export const ehrCommand: MakeCommand = (shell, finish) =>
  new Command('ehr')
    .description('one note in the boxes of a record system, as plain text to copy')
    .argument('<note>', 'the note; - for standard input')
    .option('--format <format>', 'girp, dap, birp, soap, pie, or one of .strengths/ehr', USUAL_PROFILE)
    .option('--box <name>', 'one box only, by its name')
    .option('--client <id>', 'whose record it goes to, where the note is about several people')
    .option('--folder <folder>', 'the notes folder (default: the one with .strengths, else this one)')
    .option('--json', 'boxes with their lines and places', false)
    .action(async (note: string, options: EhrOptions) => finish(await ehr(shell, note, options)))

async function ehr(shell: Shell, target: string, options: EhrOptions): Promise<ExitCode> {
  const path = posix(resolve(shell.cwd, target === '-' ? 'stdin.md' : target))
  const note = parseNote(await textOf(shell, target, path))
  const record = isSessionNote(note) ? recordOf(note)?.record : undefined
  if (!record)
    throw new CommandError(`${target} is no session note: those name a person, as in \`client: c-014\`.`)
  const above = path.slice(0, path.lastIndexOf('/'))
  const configuration = await findConfiguration(disk, above)
  const unread = tellProblems(configuration, shell)
  const profile = profileNamed(offerProfiles(await loadProfiles(), configuration.profiles), options.format)
  const filled = recordFor(
    {note, record},
    profile,
    await contextOf(shell, path, configuration, options),
    options.client,
  )
  if (filled.kind !== 'filled') return tellWhyNot(shell, path, filled)
  const boxes = boxesNamed(filled.boxes, options.box)
  if (options.json) {
    const {client, kept, unplaced} = filled
    const date = record.date?.value
    shell.out(boxesJson({client, date, format: profile.id, boxes, kept, unplaced}, note))
  } else {
    shell.out(`${options.box === undefined ? allBoxes(boxes) : (boxes[0]?.text ?? '')}\n`)
    for (const line of aboutBoxes(filled)) shell.err(`${line}\n`)
  }
  return unread > 0 ? 2 : 0
}

async function textOf(shell: Shell, target: string, path: string): Promise<string> {
  const read = target === '-' ? decodeText(await shell.readInput(), path) : await readNoteFile(path)
  if ('problem' in read) throw new CommandError(`${target}: ${read.problem.message}`)
  return read.text
}

/** What tells other people's ids: the client list, and the other notes of the folder. */
async function contextOf(
  shell: Shell,
  path: string,
  {root, policy, clients, specialists}: Configuration,
  {folder}: EhrOptions,
) {
  const here = posix(shell.cwd)
  const above = path.slice(0, path.lastIndexOf('/'))
  const notes =
    folder === undefined
      ? (root ?? (above === here || above.startsWith(`${here}/`) ? here : above))
      : posix(resolve(shell.cwd, folder))
  const known = (await readNotes(notes)).map(({id, record}) => ({file: id, record}))
  const file = posix(relative(notes, path))
  return {policy, clients, specialists, file, known: new KnownNotes(known, clients)}
}

function profileNamed(profiles: readonly RecordProfile[], name: string): RecordProfile {
  const found = profiles.find(({id}) => id.toLowerCase() === name.toLowerCase())
  if (found) return found
  throw new CommandError(`The format is one of: ${profiles.map(({id}) => id).join(', ')}.`)
}

function boxesNamed(boxes: readonly RecordBox[], name: string | undefined): readonly RecordBox[] {
  if (name === undefined) return boxes
  const found = boxes.filter(({id, title}) =>
    [id, title].some((each) => each.toLowerCase() === name.toLowerCase()),
  )
  if (found.length > 0) return found
  throw new CommandError(`The box is one of: ${boxes.map(({id}) => id).join(', ')}.`)
}

function tellWhyNot(shell: Shell, path: string, why: Exclude<ForRecord, {kind: 'filled'}>): ExitCode {
  const place = shownPath(path, shell.cwd)
  if (why.kind === 'which')
    throw new CommandError(
      `This note is about ${why.clients.join(', ')}; --client names the one whose record it goes to.`,
    )
  shell.err(`${place}:${why.line ?? 1}  ${why.message}\n`)
  return 1
}
