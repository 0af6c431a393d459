import type {ExtensionContext} from 'vscode'
import {registerAddItem} from './add-item.ts'
import {registerCheckNote} from './check-note.ts'
import {registerCodeActions} from './code-actions.ts'
import {registerCompletion} from './completion.ts'
import {registerConfigurationProblems} from './configuration-problems.ts'
import {registerCustomiseTemplate} from './customise-template.ts'
import {registerDiagnostics} from './diagnostics.ts'
import {registerFollowOnNotes} from './follow-on-note.ts'
import {registerHover} from './hover.ts'
import {Memory} from './memory.ts'
import {registerNewNote} from './new-note.ts'
import {registerNoteLens} from './note-lens.ts'
import {NoteContexts} from './note-context.ts'
import {NoteReader} from './note-reader.ts'
import {registerNoteSymbols} from './note-symbols.ts'
import {NotesFolders} from './notes-folder.ts'
import {PeopleView} from './people-view.ts'
import {PersonPages} from './person-pages.ts'
import {registerRecallHover} from './recall-hover.ts'
import {registerRename} from './rename.ts'
import {registerRulePages} from './rule-pages.ts'
import {StatusItem} from './status-item.ts'
import {Toolbox} from './toolbox.ts'

/** What the extension hands to who asks VS Code for it: its own test suite. */
export interface StrengthsNotes {
  readonly statusItem: StatusItem
  readonly personPages: PersonPages
  readonly peopleView: PeopleView
}

/** Called by VS Code when a Markdown file is first opened, or one of our commands is called. */
export function activate({extensionUri, globalStorageUri, subscriptions}: ExtensionContext): StrengthsNotes {
  const toolbox = new Toolbox(extensionUri)
  const folders = new NotesFolders(toolbox)
  const contexts = new NoteContexts(toolbox, folders)
  const reader = new NoteReader(toolbox, contexts)
  const memory = new Memory(folders, toolbox)
  const statusItem = new StatusItem(reader)
  const personPages = new PersonPages(folders)
  const newNotes = {extension: extensionUri, storage: globalStorageUri, folders, toolbox}
  const peopleView = new PeopleView(folders)
  subscriptions.push(
    toolbox,
    contexts,
    reader,
    folders,
    statusItem,
    personPages,
    peopleView,
    registerConfigurationProblems(toolbox),
    registerDiagnostics(reader),
    registerCodeActions(reader, toolbox),
    registerHover(reader),
    registerRulePages(extensionUri),
    registerCheckNote(reader),
    registerCompletion(memory),
    registerAddItem(memory),
    registerRecallHover(memory),
    registerNoteLens(memory),
    registerNoteSymbols(memory),
    registerRename(memory),
    registerNewNote(newNotes),
    registerFollowOnNotes(newNotes),
    registerCustomiseTemplate(newNotes),
  )
  return {statusItem, personPages, peopleView}
}
