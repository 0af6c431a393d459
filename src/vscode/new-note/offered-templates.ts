import {Uri, workspace} from 'vscode'
import {
  offerTemplates,
  type OfferedTemplate,
  type TemplateOrigin,
} from '../../core/templates/template-layers.ts'
import {readTemplate, type Template} from '../../core/templates/template.ts'
import {CONFIGURATION_FOLDER} from '../../folder/configuration.ts'
import {readTemplates} from '../../folder/read-templates.ts'
import type {NotesFolder, NotesFolders} from '../notes-folder.ts'
import {setting} from '../settings.ts'
import type {Toolbox} from '../toolbox.ts'
import {workspaceFiles} from '../workspace-files.ts'

/** Where templates are to be found, besides the notes folder. */
export interface TemplatePlaces {
  readonly extension: Uri
  /** What VS Code keeps for this extension and this user; in a browser, in the browser. */
  readonly storage: Uri
  readonly toolbox: Toolbox
}

/** What the commands that start a note work with. */
export interface NewNoteOptions extends TemplatePlaces {
  readonly folders: NotesFolders
}

/** The templates that ship, those of the notes folder over them, and the writer's own over both. */
export async function offeredTemplates(
  places: TemplatePlaces,
  folder: NotesFolder,
): Promise<readonly OfferedTemplate[]> {
  const inFolder = async (origin: TemplateOrigin) => {
    const uri = templatesFolder(places, folder, origin)
    return (await readTemplates(workspaceFiles(uri), uri.path)).templates
  }
  const {templates} = await places.toolbox.configurationFor(Uri.joinPath(folder.root, 'note.md'))
  const [builtIn, yours] = await Promise.all([builtInTemplates(places.extension), inFolder('yours')])
  return offerTemplates({'built in': builtIn, 'this folder’s': templates, yours})
}

/** From one file: an extension in a browser may come from a web address, which lists no folders. */
async function builtInTemplates(extension: Uri): Promise<readonly Template[]> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist/templates.json'))
  const texts = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, string>>
  return Object.entries(texts).flatMap(([id, text]) => readTemplate(text, id).template ?? [])
}

/** The folder that holds the templates of one origin; it may not be there yet. */
function templatesFolder(
  {extension, storage}: TemplatePlaces,
  {root}: NotesFolder,
  origin: TemplateOrigin,
): Uri {
  if (origin === 'built in') return Uri.joinPath(extension, 'templates')
  if (origin === 'this folder’s') return Uri.joinPath(root, CONFIGURATION_FOLDER, 'templates')
  const typed = setting('userTemplates', '').trim()
  if (typed === '') return Uri.joinPath(storage, 'templates')
  // A letter and a colon begin a path of Windows.
  if (/^[a-z][\w+.-]+:/i.test(typed)) return Uri.parse(typed)
  return root.scheme === 'file' ? Uri.file(typed) : root.with({path: typed})
}

/** The file of a template. */
export const templateFile = (
  places: TemplatePlaces,
  folder: NotesFolder,
  {id, origin}: {readonly id: string; readonly origin: TemplateOrigin},
): Uri => Uri.joinPath(templatesFolder(places, folder, origin), `${id}.md`)

/** Whether there is a file or folder. */
export const isThere = async (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  )
