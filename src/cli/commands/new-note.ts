import {Command} from 'commander'
import {resolve} from 'node:path'
import {parseCivilDate} from '../../core/civil-date.ts'
import {fillAsNote} from '../../core/fill-template.ts'
import type {TemplateValues} from '../../core/template-values.ts'
import {fillPath, type Template} from '../../core/template.ts'
import {findConfiguration, type Configuration} from '../../folder/configuration.ts'
import {joinPath} from '../../folder/file-system.ts'
import {loadTemplates} from '../assets.ts'
import {createFile, disk, reasonOf} from '../disk.ts'
import {posix, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {tellProblems} from '../tell-problems.ts'

export interface NewNoteOptions {
  readonly client: string
  readonly date: string | undefined
  readonly specialist: string | undefined
  readonly folder: string | undefined
  readonly stdout: boolean
}

/** An id as a note may carry it: letters, digits, dashes; never a path. */
const CLIENT = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** `strengths new`. */
export const newNoteCommand: MakeCommand = (shell, finish) =>
  new Command('new')
    .description('start a note from a template')
    .argument('<template>', 'its id; `strengths templates` lists them')
    .requiredOption('--client <id>', 'the person’s id, such as c-014')
    .option('--date <date>', 'the day of the session (default: today)')
    .option('--specialist <id>', 'who writes')
    .option('--folder <folder>', 'the notes folder (default: this one)')
    .option('--stdout', 'print the note instead of making a file', false)
    .action(async (id: string, options: NewNoteOptions) => finish(await newNote(shell, id, options)))

export async function newNote(shell: Shell, id: string, options: NewNoteOptions): Promise<ExitCode> {
  const folder = posix(resolve(shell.cwd, options.folder ?? '.'))
  const {templates, problems} = await availableTemplates(folder)
  tellProblems({problems}, shell)
  const template = templates.find((each) => each.id === id)
  if (!template)
    throw new CommandError(
      `There is no template “${id}”; those are ${templates.map((each) => each.id).join(', ')}.`,
    )
  if (!CLIENT.test(options.client))
    throw new CommandError('A person goes by a short id of letters, digits and dashes here, such as c-014.')
  const now = shell.now()
  const date = options.date === undefined ? now.date : parseCivilDate(options.date)
  if (!date) throw new CommandError(`“${options.date}” is no day; --date takes one such as 2026-07-14.`)
  const values = {
    client: options.client,
    date,
    start: date === now.date ? now.time : '',
    specialist: options.specialist ?? '',
  }
  const text = fillAsNote(template.text, values)
  if (options.stdout) shell.out(text)
  else shell.out(`${shownPath(await place(folder, template, values, text), shell.cwd)}\n`)
  return 0
}

/** The built-in templates, and those of the workspace, which replace one of the same id. */
export async function availableTemplates(
  folder: string,
): Promise<Pick<Configuration, 'templates' | 'problems'>> {
  const {templates: own, problems} = await findConfiguration(disk, folder)
  const builtIn = await loadTemplates()
  return {
    templates: [...builtIn.filter(({id}) => !own.some((template) => template.id === id)), ...own],
    problems,
  }
}

/** The first free name: `2026-07-14.md`, then `2026-07-14-2.md`; a note that is there stays as it is. */
async function place(
  folder: string,
  template: Template,
  values: TemplateValues,
  text: string,
): Promise<string> {
  const path = joinPath(folder, fillPath(template, values))
  try {
    for (let number = 1; ; number++) {
      const free = number === 1 ? path : path.replace(/(\.\w+)?$/, `-${number}$1`)
      if (await createFile(free, text)) return free
    }
  } catch (error) {
    throw new CommandError(`${shownPath(path, folder)} could not be written: ${reasonOf(error)}.`)
  }
}
