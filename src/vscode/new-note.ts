import {commands, SnippetString, Uri, window, workspace, type Disposable, type QuickPickItem} from 'vscode'
import {shortDate} from '../core/civil-date.ts'
import {compareText} from '../core/said.ts'
import {fillAsSnippet} from '../core/fill-template.ts'
import {fillPath, readTemplate, type Template} from '../core/template.ts'
import type {NoteInput} from '../summary/summary.ts'
import type {NotesFolder, NotesFolders} from './notes-folder.ts'
import {people, type Person} from './people.ts'
import {setting} from './settings.ts'
import {now} from './today.ts'
import type {Toolbox} from './toolbox.ts'

export interface NewNoteOptions {
  readonly extension: Uri
  readonly folders: NotesFolders
  readonly toolbox: Toolbox
}

/** Two picks, then a note to write from its first tab stop on; nothing is on disk until the writer saves. */
export function registerNewNote(options: NewNoteOptions): Disposable {
  return commands.registerCommand('strengths.newNote', async () => {
    const near = window.activeTextEditor?.document.uri
    const folder = await options.folders.of(near)
    if (!folder) {
      await window.showInformationMessage('A note goes into a folder: open the folder of your notes first.')
      return
    }
    const template = await pickTemplate(loadTemplates(options, folder))
    if (!template) return
    const notes = folder.notes()
    const client = await pickPerson(notes)
    if (!client) return
    await openNote(folder, template, {client, specialist: specialistOf(await notes, folder)})
  })
}

/** The folder's own templates, then those of the extension that it does not replace. */
async function loadTemplates({extension, toolbox}: NewNoteOptions, {root}: NotesFolder): Promise<Template[]> {
  const {templates: own} = await toolbox.configurationFor(Uri.joinPath(root, 'note.md'))
  const shipped = Uri.joinPath(extension, 'templates')
  const names = (await workspace.fs.readDirectory(shipped)).map(([name]) => name)
  const templates = await Promise.all(
    names
      .filter((name) => name.endsWith('.md'))
      .map(async (name) => {
        const bytes = await workspace.fs.readFile(Uri.joinPath(shipped, name))
        return readTemplate(new TextDecoder().decode(bytes), name.slice(0, -'.md'.length)).template
      }),
  )
  const others = templates.filter((template) => template && !own.some(({id}) => id === template.id))
  return [...own, ...others.filter((template) => template !== undefined).toSorted(everydayFirst)]
}

const everydayFirst = (a: Template, b: Template): number =>
  Number(b.id === 'session') - Number(a.id === 'session') || compareText(a.name, b.name)

async function pickTemplate(templates: Promise<readonly Template[]>): Promise<Template | undefined> {
  const items = templates.then((found) =>
    found.map((template) => ({label: template.name, detail: template.description, template})),
  )
  const picked = await window.showQuickPick(items, {
    title: 'New session note',
    placeHolder: 'What kind of contact was it?',
    matchOnDetail: true,
  })
  return picked?.template
}

async function pickPerson(notes: Promise<readonly NoteInput[]>): Promise<string | undefined> {
  const someoneNew = {label: '$(add) New person…', id: undefined}
  const items = notes.then((found): (QuickPickItem & {readonly id: string | undefined})[] => [
    ...people(found).map((person) => ({label: person.id, description: lastSeen(person), id: person.id})),
    someoneNew,
  ])
  const picked = await window.showQuickPick(items, {
    title: 'New session note',
    placeHolder: 'Who is it about?',
  })
  if (!picked) return undefined
  return (
    picked.id ??
    window.showInputBox({
      title: 'New person',
      prompt: 'A short id such as c-014 stands for the person, so that no name travels with the notes.',
      validateInput: (text) =>
        /^(?:[\p{L}\p{N}][\p{L}\p{N}._-]*)?$/u.test(text)
          ? undefined
          : 'An id is one word of letters, digits, dots and dashes.',
    })
  )
}

const lastSeen = ({last}: Person): string => (last ? `last note ${shortDate(last, now().date)}` : '')

/** Who writes here: what the setting says, else the one specialist of the folder; of several, none is guessed. */
function specialistOf(notes: readonly NoteInput[], {root}: NotesFolder): string {
  const [only = '', ...others] = new Set(notes.flatMap(({record}) => record.specialist?.value ?? []))
  return setting('specialist', '', root) || (others.length === 0 ? only : '')
}

async function openNote(
  {root}: NotesFolder,
  template: Template,
  who: {readonly client: string; readonly specialist: string},
): Promise<void> {
  const {date, time} = now()
  const values = {...who, date, start: time}
  const path = await freePath(Uri.joinPath(root, fillPath(template, values)))
  const document = await workspace.openTextDocument(Uri.from({scheme: 'untitled', path}))
  const editor = await window.showTextDocument(document)
  await editor.insertSnippet(new SnippetString(fillAsSnippet(template.text, values)))
}

/** The path of a file that is not there yet: `…-2.md` for the second contact of a day. */
async function freePath(wanted: Uri): Promise<string> {
  const taken = async (path: string): Promise<boolean> =>
    workspace.textDocuments.some(({uri}) => uri.path === path) ||
    Promise.resolve(workspace.fs.stat(wanted.with({path}))).then(
      () => true,
      () => false,
    )
  for (let count = 1; ; count++) {
    const path = count === 1 ? wanted.path : wanted.path.replace(/(\.\w+)?$/, `-${count}$1`)
    if (!(await taken(path))) return path
  }
}
