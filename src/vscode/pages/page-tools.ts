import {Uri} from 'vscode'
import type {Policy} from '../../core/agency/policy.ts'
import type {FolderSettings} from '../../folder/notes-index.ts'
import type {NotesFolder, NotesFolders} from '../notes-folder.ts'
import type {Toolbox} from '../toolbox.ts'

/** What pages are made with. */
export interface PageTools {
  readonly folders: NotesFolders
  readonly toolbox: Toolbox
  /** What VS Code keeps for this extension and this user. */
  readonly storage: Uri
}

/** What the folder's configuration says of folding, as it stands; the folder's own pages fold with it from now on. */
export async function foldSettings(
  {toolbox}: PageTools,
  folder: NotesFolder,
): Promise<FolderSettings & {readonly policy: Policy}> {
  const {clients, policy} = await toolbox.configurationFor(Uri.joinPath(folder.root, 'note.md'))
  const settings = {joined: clients.joined, contested: clients.contested, policy}
  folder.foldWith(settings)
  return settings
}
