import {commands, ViewColumn, window, type Uri} from 'vscode'
import {shortDate} from '../../core/time/civil-date.ts'
import {fileNameOf} from '../../summary/exports/export-name.ts'
import {pageFor, PERSON_READERS, type PersonReader} from '../../summary/readers/index.ts'
import {choose, type Choice} from '../choose.ts'
import type {NotesFolder} from '../notes-folder.ts'
import type {PageSource} from './page-panel.ts'
import {foldSettings, type PageTools} from './page-tools.ts'
import {people} from '../people.ts'
import {now} from '../today.ts'

export interface AskedPage {
  readonly client: string
  readonly reader: PersonReader
}

/** A person's page, for them or for their specialist. */
export const personSource = (
  tools: PageTools,
  folder: NotesFolder,
  {client, reader}: AskedPage,
): PageSource => ({
  folder,
  title: reader === 'person' ? `${client}, their own page` : client,
  fileName: reader === 'person' ? `${fileNameOf(client)}.person` : fileNameOf(client),
  state: {root: folder.root.toString(), client, reader},
  make: async () => {
    const {policy} = await foldSettings(tools, folder)
    const page = await folder.pageOf(client, now().date)
    return page ? pageFor(page, reader, {policy}) : 'No note here is about this person yet.'
  },
  correct: async () => correctNoteOf(folder, client),
})

export const isReader = (typed: unknown): typed is PersonReader =>
  typeof typed === 'string' && Object.hasOwn(PERSON_READERS, typed)

/** The person that the note in front is about, else the one that is picked. */
export async function chooseClient(folder: NotesFolder, near: Uri | undefined): Promise<string | undefined> {
  const notes = await folder.notes()
  const current = near && notes.find(({id}) => folder.uriOf(id).toString() === near.toString())
  const about = current?.record.clients ?? []
  if (about.length === 1) return about[0]?.value
  const ids = about.length > 1 ? about.map(({value}) => value) : people(notes).map(({id}) => id)
  if (ids.length > 0)
    return window.showQuickPick(ids, {title: 'Show this person’s page', placeHolder: 'Whose page?'})
  void window.showInformationMessage(
    'No session notes here yet: a note names its person in a line such as `client: c-014`.',
  )
  return undefined
}

/** Opens the note of a person that is to be corrected, and begins the correction; of several notes, the picked one. */
async function correctNoteOf(folder: NotesFolder, client: string): Promise<void> {
  const {date} = now()
  const page = await folder.pageOf(client, date)
  const notes = (page?.notes ?? []).filter(({standing}) => standing !== 'corrected').toReversed()
  const choices = notes.map(({source, kind, place}): Choice<string> => ({
    label: source.date ? shortDate(source.date, date) : source.file,
    description: [kind, place].filter(Boolean).join(', '),
    detail: source.file,
    value: source.file,
  }))
  const [only, ...others] = choices
  const file =
    others.length === 0
      ? only?.value
      : (
          await choose(Promise.resolve(choices), {
            title: 'Something wrong here?',
            placeholder: 'Which note says it? It stays as it is, and a new one puts it right.',
          })
        )?.value
  if (file === undefined) return
  await window.showTextDocument(folder.uriOf(file), {viewColumn: ViewColumn.One})
  await commands.executeCommand('strengths.correctNote')
}
