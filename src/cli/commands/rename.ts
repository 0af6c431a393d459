import {Command} from 'commander'
import {resolve} from 'node:path'
import {indexLines} from '../../core/text/line-index.ts'
import {applyEdits, type Edit} from '../../core/text/span.ts'
import {joinPath} from '../../folder/file-system.ts'
import {readInput} from '../../folder/read-input.ts'
import {fold} from '../../summary/fold.ts'
import {renameEverywhere, renameRefusal, type Renamed} from '../../summary/rename-thing.ts'
import {findConfiguration} from '../../folder/configuration.ts'
import {disk, replaceFile} from '../disk.ts'
import {counted} from '../../core/text/counted.ts'
import {notesBelow, readAhead} from '../read-notes.ts'
import {posix, shownPath} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'

interface RenameOptions {
  readonly client: string
  readonly goal?: string
  readonly strength?: string
  readonly resource?: string
  readonly to: string
  readonly dryRun?: boolean
}

/** `strengths rename`. */
export const renameCommand: MakeCommand = (shell, finish) =>
  new Command('rename')
    .description('give a person, a goal, a strength or a resource another name in all notes')
    .argument('<folder>', 'the folder of notes')
    .requiredOption('--client <id>', 'the person; by itself, their id is what gets another name')
    .option('--goal <id>', 'one of their goals')
    .option('--strength <name>', 'one of their strengths')
    .option('--resource <id or name>', 'one of their resources')
    .requiredOption('--to <name>', 'the new name')
    .option('--dry-run', 'show every place and change nothing')
    .action(async (folder: string, options: RenameOptions) => finish(await rename(shell, folder, options)))

interface NoteFile {
  readonly id: string
  readonly path: string
  readonly bytes: Uint8Array
  readonly text: string
}

async function rename(shell: Shell, folder: string, options: RenameOptions): Promise<ExitCode> {
  const {to, dryRun = false} = options
  const root = posix(resolve(shell.cwd, folder))
  const {files, unread} = await readFolder(shell, root)
  const inputs = files.flatMap(({id, text}) => readInput(id, text) ?? [])
  const {clients} = await findConfiguration(disk, root)
  const {pages} = fold(inputs, {asOf: shell.now().date, joined: clients.joined, contested: clients.contested})
  const page = pages.find(({ids}) => ids.includes(options.client))
  if (!page) throw new CommandError(`No note there names ${options.client}.`)
  const renamed = renamedBy(options, page.resources)
  const refusal = renameRefusal(renamed, to, {page, clients: pages.map(({client}) => client)})
  if (refusal !== undefined) throw new CommandError(refusal)
  const notes = new Set(inputs.map(({id}) => id))
  const plan = renameEverywhere(
    files.filter(({id}) => notes.has(id)),
    renamed,
    to,
  )
  const unsure = [...plan].filter(([, {isUnsure}]) => isUnsure).map(([id]) => id)
  if (unsure.length > 0)
    throw new CommandError(
      `Nothing was renamed: the frontmatter of ${unsure.join(', ')} leaves no sure place for it.`,
    )
  if (plan.size === 0) throw new CommandError(`No note says “${renamed.from}” there.`)
  for (const [id, {edits, mentions}] of plan) {
    const file = files.find((each) => each.id === id)
    if (!file) continue
    tellPlaces(shell, file, edits, mentions)
    if (!dryRun && !(await replaceFile(file.path, applyEdits(file.text, edits), file.bytes)))
      throw new CommandError(`${file.path} changed meanwhile, so it and the notes after it stay as they are.`)
  }
  const places = [...plan.values()].reduce((sum, {edits}) => sum + edits.length, 0)
  const told = `${counted(places, 'place')} in ${counted(plan.size, 'note')}`
  shell.err(dryRun ? `${told}; nothing was changed.\n` : `${told} changed.\n`)
  return unread > 0 ? 2 : 0
}

function renamedBy(
  {client, goal, strength, resource}: RenameOptions,
  resources: readonly {readonly id: string}[],
): Renamed {
  if ([goal, strength, resource].filter((each) => each !== undefined).length > 1)
    throw new CommandError('One thing at a time: --goal, --strength or --resource.')
  if (goal !== undefined) return {kind: 'goal', client, from: goal}
  if (strength !== undefined) return {kind: 'strength', client, from: strength}
  if (resource === undefined) return {kind: 'client', from: client}
  return {
    kind: 'resource',
    client,
    from: resource,
    by: resources.some(({id}) => id === resource) ? 'id' : 'name',
  }
}

/** `clients/c-014/2026-07-14.md:12  id: g-work → g-hands`, and the text that somebody has to look at. */
function tellPlaces(
  shell: Shell,
  {path, text}: NoteFile,
  edits: readonly Edit[],
  mentions: readonly Edit[],
): void {
  const lines = indexLines(text)
  const place = ({span}: Edit): string => `${shownPath(path, shell.cwd)}:${lines.positionAt(span.start).line}`
  for (const edit of edits) {
    const before = text.slice(edit.span.start, edit.span.end)
    shell.out(`${place(edit)}  ${before === '' ? `+ ${edit.text.trim()}` : `${before} → ${edit.text}`}\n`)
  }
  for (const mention of mentions)
    shell.out(
      `${place(mention)}  in the text, left as it is: ${lines.lineText(lines.positionAt(mention.span.start).line).trim()}\n`,
    )
}

async function readFolder(
  shell: Shell,
  root: string,
): Promise<{readonly files: readonly NoteFile[]; readonly unread: number}> {
  const found = await notesBelow(shell, root)
  const files: NoteFile[] = []
  let unread = 0
  for await (const {path: id, read} of readAhead(root, found.paths)) {
    const path = joinPath(root, id)
    if ('text' in read) files.push({id, path, ...read})
    else {
      unread++
      shell.err(`${shownPath(path, shell.cwd)}:${read.problem.line}  ${read.problem.message}\n`)
    }
  }
  return {files, unread}
}
