import type {Disposable, ExtensionContext} from 'vscode'
import {registerCheckNote} from './language/check-note.ts'
import {registerCodeActions} from './language/code-actions.ts'
import {registerCompletion} from './recall/completion.ts'
import {registerConfigurationProblems} from './configuration-problems.ts'
import type {CopyForRecordOptions} from './copy-for-record.ts'
import {registerDiagnostics} from './language/diagnostics.ts'
import {registerHover} from './language/hover.ts'
import {Memory} from './recall/memory.ts'
import {registerNoteLens} from './recall/note-lens.ts'
import {NoteContexts} from './language/note-context.ts'
import {NoteReader} from './note-reader.ts'
import {registerNoteSymbols} from './recall/note-symbols.ts'
import {NotesFolders} from './notes-folder.ts'
import {registerOpenAs} from './notebook/open-as.ts'
import {registerQueryCells} from './notebook/query-cells.ts'
import type {NewNoteOptions} from './new-note/offered-templates.ts'
import {PeopleView} from './recall/people-view.ts'
import {PageDoor} from './pages/page-door.ts'
import {registerRecallHover} from './recall/recall-hover.ts'
import {registerRename} from './recall/register-rename.ts'
import {registerRulePages} from './language/rule-pages.ts'
import {StatusItem} from './language/status-item.ts'
import {Toolbox} from './toolbox.ts'
import {whenCalled} from './when-called.ts'

/** What the extension's own test suite asks for. */
export interface Features {
  readonly statusItem: StatusItem
  readonly pages: PageDoor
  readonly peopleView: PeopleView
}

/** Starts everything that the extension does; called once there is a session note, or somebody asks. */
export function startFeatures({extensionUri, globalStorageUri, subscriptions}: ExtensionContext): Features {
  const toolbox = new Toolbox(extensionUri)
  const folders = new NotesFolders(toolbox)
  const contexts = new NoteContexts(toolbox, folders)
  const reader = new NoteReader(toolbox, contexts)
  const memory = new Memory(folders, toolbox)
  const statusItem = new StatusItem(reader)
  const pages = new PageDoor({folders, toolbox, storage: globalStorageUri})
  const newNotes = {extension: extensionUri, storage: globalStorageUri, folders, toolbox}
  const peopleView = new PeopleView(folders)
  subscriptions.push(
    toolbox,
    contexts,
    reader,
    folders,
    statusItem,
    pages,
    peopleView,
    registerConfigurationProblems(toolbox),
    registerDiagnostics(reader),
    registerCodeActions(reader, toolbox),
    registerHover(reader),
    registerRulePages(extensionUri),
    registerCheckNote(reader),
    registerCompletion(memory),
    addItems(memory),
    registerRecallHover(memory),
    registerNoteLens(memory),
    registerNoteSymbols(memory),
    registerRename(memory),
    startNotes(newNotes),
    copyForRecord({extension: extensionUri, toolbox, folders, contexts}),
    registerOpenAs(),
    registerQueryCells({folders, toolbox}),
  )
  return {statusItem, pages, peopleView}
}

/** The commands that start a note. */
const startNotes = (options: NewNoteOptions): Disposable =>
  whenCalled(
    [
      'strengths.newNote',
      'strengths.newNoteFromTemplate',
      'strengths.newGroupNote',
      'strengths.continueNote',
      'strengths.lateNote',
      'strengths.correctNote',
      'strengths.addToNote',
      'strengths.customiseTemplate',
    ],
    async () => {
      const {registerNewNotes} = await import('./new-note/new-notes.ts')
      return {register: () => registerNewNotes(options)}
    },
  )

/** The commands that add to the note in front. */
const addItems = (memory: Memory): Disposable =>
  whenCalled(
    [
      'strengths.addStrength',
      'strengths.addResource',
      'strengths.addGoal',
      'strengths.addWin',
      'strengths.addAction',
    ],
    async () => {
      const {registerAddItem} = await import('./recall/add-item.ts')
      return {register: () => registerAddItem(memory)}
    },
  )

/** The command that puts the note in front into the boxes of a record system. */
const copyForRecord = (options: CopyForRecordOptions): Disposable =>
  whenCalled(['strengths.copyForRecord'], async () => {
    const {registerCopyForRecord} = await import('./copy-for-record.ts')
    return {register: () => registerCopyForRecord(options)}
  })
