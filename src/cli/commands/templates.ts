import {Command} from 'commander'
import {posix} from '../select-notes.ts'
import type {ExitCode, MakeCommand, Shell} from '../shell.ts'
import {tellProblems} from '../tell-problems.ts'
import {availableTemplates} from './new-note.ts'

/** `strengths templates`. */
export const templatesCommand: MakeCommand = (shell, finish) =>
  new Command('templates')
    .description('list the templates and the practice that each serves')
    .action(async () => finish(await listTemplates(shell)))

export async function listTemplates(shell: Shell): Promise<ExitCode> {
  const {templates, problems} = await availableTemplates(posix(shell.cwd))
  const width = Math.max(...templates.map(({id}) => id.length))
  for (const {id, description, practice} of templates)
    shell.out(`${id.padEnd(width)}  ${description}\n${' '.repeat(width)}  ${practice}\n`)
  return tellProblems({problems}, shell) > 0 ? 2 : 0
}
