import {Command} from 'commander'
import {resolve} from 'node:path'
import {parseCivilDate, type CivilDate} from '../../core/time/civil-date.ts'
import {fillAsNote} from '../../core/templates/fill-template.ts'
import {enteredLater} from '../../core/templates/follow-on-note.ts'
import {needsOriginal, settledTemplate, type OfferedTemplate} from '../../core/templates/template-layers.ts'
import type {TemplateValues} from '../../core/templates/template-values.ts'
import {fillPath, type Template} from '../../core/templates/template.ts'
import {earlierValues, kindsOf} from '../../summary/earlier-values.ts'
import {findConfiguration} from '../../folder/configuration.ts'
import {fold} from '../../summary/fold.ts'
import type {PersonPage} from '../../summary/summary.ts'
import {disk} from '../disk.ts'
import {followOn} from '../follow-on.ts'
import {offeredTemplates} from '../offered-templates.ts'
import {placeNote} from '../place-note.ts'
import {readNotes} from '../read-notes.ts'
import {posix} from '../select-notes.ts'
import {CommandError, type ExitCode, type MakeCommand, type Shell} from '../shell.ts'
import {tellProblems} from '../tell-problems.ts'

interface NewNoteOptions {
  readonly client: string | undefined
  readonly date: string | undefined
  readonly specialist: string | undefined
  readonly fromLast: boolean
  readonly corrects: string | undefined
  readonly amends: string | undefined
  readonly late: boolean
  readonly reason: string | undefined
  readonly answer: readonly string[]
  readonly folder: string | undefined
  readonly stdout: boolean
}

/** An id as a note may carry it: letters, digits, dashes; never a path. */
const CLIENT = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** `strengths new`. */
export const newNoteCommand: MakeCommand = (shell, finish) =>
  new Command('new')
    .description('start a note from a template')
    .argument('[template]', 'its id; `strengths templates` lists them')
    .option('--client <ids>', 'the person’s id, such as c-014; for a group, all ids with commas between')
    .option('--date <date>', 'the day of the session (default: today)')
    .option('--specialist <id>', 'who writes')
    .option('--from-last', 'recall the person’s open goals, steps and resources, to ask about', false)
    .option('--corrects <note>', 'stand in the place of a note, by its path or id, with all that it says')
    .option('--amends <note>', 'add to a note, by its path or id, what was not known then')
    .option('--late', 'a late entry: something never written, or left out of the note at --amends', false)
    .option('--reason <text>', 'why it is late, adds to a note or corrects it')
    .option('--answer <name=words>', 'what a template asks for; may be given several times', collect, [])
    .option('--folder <folder>', 'the notes folder (default: this one)')
    .option('--stdout', 'print the note instead of making a file', false)
    .action(async (id: string | undefined, options: NewNoteOptions) =>
      finish(await newNote(shell, id, options)),
    )

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

async function newNote(shell: Shell, id: string | undefined, options: NewNoteOptions): Promise<ExitCode> {
  const folder = posix(resolve(shell.cwd, options.folder ?? '.'))
  const {offered, problems} = await offeredTemplates(shell, folder)
  tellProblems({problems}, shell)
  if (options.corrects !== undefined || options.amends !== undefined)
    return followOn(
      shell,
      {folder, template: id === undefined ? undefined : named(offered, id)},
      options,
      offered,
    )
  const clients = readClients(options.client)
  const date = readDay(shell, options.date)
  const pages = options.fromLast ? await pagesOf(folder, clients, date) : []
  const template = id === undefined ? usualTemplate(offered, pages, options) : named(offered, id)
  if (needsOriginal(template))
    throw new CommandError(`“${template.id}” adds to a note that is there: --amends names that note.`)
  const recalled = (client: string): TemplateValues => {
    const page = pages.find(({ids}) => ids.includes(client))
    return page ? earlierValues(page, {date, path: fillPath(template, {client, date})}) : {}
  }
  const [first = ''] = clients
  const values: TemplateValues = {
    ...answersTo(template, options.answer),
    ...(clients.length === 1 ? recalled(first) : {}),
    ...valuesNow(shell, date, options),
    client: clients.join(', '),
    practice: template.practice,
  }
  const people = clients.map((client) => ({client, ...recalled(client)}))
  const text =
    date === shell.now().date && !options.late ? template.text : enteredLater(template.text, options.late)
  return placeNote(shell, {
    folder,
    path: fillPath(template, values),
    toStdout: options.stdout,
    fill: (note) => fillAsNote(text, {...values, note}, template.kind === 'group' ? people : []),
  })
}

function valuesNow(
  shell: Shell,
  date: CivilDate,
  {specialist = '', reason = ''}: NewNoteOptions,
): TemplateValues {
  const now = shell.now()
  return {date, start: date === now.date ? now.time : '', entered: now.date, specialist, reason}
}

function readClients(typed: string | undefined): readonly string[] {
  const clients = (typed ?? '').split(',').map((id) => id.trim())
  if (clients.every((id) => CLIENT.test(id))) return [...new Set(clients)]
  throw new CommandError(
    'A person goes by a short id of letters, digits and dashes here, such as `--client c-014`.',
  )
}

function readDay(shell: Shell, typed: string | undefined): CivilDate {
  const date = typed === undefined ? shell.now().date : parseCivilDate(typed)
  if (date) return date
  throw new CommandError(`“${typed}” is no day; --date takes one such as 2026-07-14.`)
}

function named(offered: readonly OfferedTemplate[], id: string): Template {
  const found = offered.find(({template}) => template.id === id)
  if (found) return found.template
  const ids = offered.map(({template}) => template.id)
  throw new CommandError(`There is no template “${id}”; those are ${ids.join(', ')}.`)
}

/** Where no template is named: the one of the kind of contact that the person had last. */
function usualTemplate(
  offered: readonly OfferedTemplate[],
  [page]: readonly PersonPage[],
  {fromLast}: NewNoteOptions,
): Template {
  const kinds = page ? kindsOf(page).slice(0, 1) : []
  const settled = fromLast ? settledTemplate(offered, {isNew: !page, kinds}) : undefined
  if (settled) return settled.template
  throw new CommandError(
    'A note starts from a template: `strengths templates` lists them, and --from-last takes the one of last time.',
  )
}

async function pagesOf(
  folder: string,
  clients: readonly string[],
  asOf: CivilDate,
): Promise<readonly PersonPage[]> {
  const notes = await readNotes(folder)
  const {joined, contested} = (await findConfiguration(disk, folder)).clients
  const {pages} = fold(notes, {asOf, joined, contested})
  return pages.filter(({ids}) => ids.some((id) => clients.includes(id)))
}

/** What the template asks for, as answered; a question that nobody answered stays blank. */
function answersTo({asks}: Template, answers: readonly string[]): TemplateValues {
  const given = new Map(
    answers.map((answer) => {
      const at = answer.indexOf('=')
      return at < 0 ? [answer, ''] : [answer.slice(0, at), answer.slice(at + 1)]
    }),
  )
  const strange = [...given.keys()].find((name) => !asks.some((ask) => ask.name === name))
  if (strange !== undefined)
    throw new CommandError(
      asks.length === 0
        ? 'This template asks for nothing, so there is nothing to answer.'
        : `The template does not ask for “${strange}”; it asks for ${asks.map(({name}) => name).join(', ')}.`,
    )
  return Object.fromEntries(asks.map(({name}) => [name, given.get(name) ?? '']))
}
