import {Command} from 'commander'
import {offeredTemplates} from '../offered-templates.ts'
import {posix} from '../select-notes.ts'
import type {ExitCode, MakeCommand, Shell} from '../shell.ts'
import {tellProblems} from '../tell-problems.ts'

/** `strengths templates`. */
export const templatesCommand: MakeCommand = (shell, finish) =>
  new Command('templates')
    .description('list the templates and the practice that each serves')
    .action(async () => finish(await listTemplates(shell)))

async function listTemplates(shell: Shell): Promise<ExitCode> {
  const {offered, problems} = await offeredTemplates(shell, posix(shell.cwd))
  const width = Math.max(...offered.map(({template}) => template.id.length))
  for (const {template, origin} of offered) {
    const {id, description, practice} = template
    const from = origin === 'built in' ? '' : ` (${origin})`
    shell.out(`${id.padEnd(width)}  ${description}${from}\n`)
    if (practice !== '') shell.out(`${' '.repeat(width)}  ${practice}\n`)
  }
  return tellProblems({problems}, shell) > 0 ? 2 : 0
}
