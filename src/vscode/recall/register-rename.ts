import {commands, Disposable, languages} from 'vscode'
import type {Memory} from './memory.ts'
import {NOTE_DOCUMENTS} from '../note-document.ts'
import type {Renames} from './rename.ts'

/** Renaming everywhere, by F2 or by its command; what does it is loaded when somebody asks. */
export function registerRename(memory: Memory): Disposable {
  const renames = async (): Promise<Renames> => (await import('./rename.ts')).renamesWith(memory)
  return Disposable.from(
    languages.registerRenameProvider(NOTE_DOCUMENTS, {
      prepareRename: async (document, position) => (await renames()).prepare(document, position),
      provideRenameEdits: async (document, position, to) => (await renames()).edits(document, position, to),
    }),
    commands.registerCommand('strengths.renameEverywhere', async () => (await renames()).pick()),
  )
}
