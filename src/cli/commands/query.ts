import {Command} from 'commander'
import {resolve} from 'node:path'
import {answerQuery} from '../../summary/query/answer-query.ts'
import {parseQuery} from '../../summary/query/parse-query.ts'
import {renderAnswer} from '../../summary/query/render-answer.ts'
import {asOfDay, foldFolder} from '../fold-folder.ts'
import {posix} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'

interface QueryOptions {
  readonly asOf: string | undefined
}

const EXAMPLES = `
Examples:
  strengths query "goals where status is active" notes
  strengths query "resources worth asking about" notes
  strengths query "strengths of c-014 since 2026-05" notes
  strengths query "actions still open" notes
  strengths query "page for c-014" notes
A word that is not known gets a message that lists what can be said.`

/** `strengths query`. */
export const queryCommand: MakeCommand = (shell, finish) =>
  new Command('query')
    .description('ask the notes of a folder: goals, strengths, resources, wins, a page, the week')
    .argument('<question>', 'in the words of the pages, such as "goals where status is active"')
    .argument('<folder>', 'the folder of notes')
    .option('--as-of <date>', 'the day that is asked from (default: today)')
    .addHelpText('after', EXAMPLES)
    .action(async (question: string, folder: string, options: QueryOptions) =>
      finish(await ask(shell, question, folder, options)),
    )

/** The same questions as in the cells of a notebook, answered as Markdown. */
async function ask(shell: Shell, question: string, folder: string, options: QueryOptions): Promise<ExitCode> {
  const asOf = asOfDay(shell, options.asOf)
  const parsed = parseQuery(question, {asOf})
  if ('problem' in parsed) throw new CommandError(parsed.problem.message)
  const root = posix(resolve(shell.cwd, folder))
  const {summary, configuration, unread} = await foldFolder(shell, root, asOf)
  const answer = answerQuery(parsed.query, summary, configuration.policy)
  if (answer.kind === 'nobody') throw new CommandError(answer.message)
  shell.out(`${renderAnswer(answer)}\n`)
  return unread > 0 ? 2 : 0
}
