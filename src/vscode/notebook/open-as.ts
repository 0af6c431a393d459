import {commands, Disposable, TabInputNotebook, TabInputText, Uri, window, workspace, type Tab} from 'vscode'
import {mayAsk} from '../../core/cells/question-blocks.ts'
import {NOTEBOOK_TYPE} from '../document-kinds.ts'
import {fileInFront} from '../in-front.ts'

/** The commands that turn the note in front from text into cells and back. */
export function registerOpenAs(): Disposable {
  const follow = (): void => {
    const document = window.activeTextEditor?.document
    const isFile = document?.languageId === 'markdown' && document.uri.scheme !== 'untitled'
    const holds = isFile ? mayAsk(document.getText()) : false
    void commands.executeCommand('setContext', 'strengths.holdsQuestions', holds)
  }
  follow()
  return Disposable.from(
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidSaveTextDocument(follow),
    commands.registerCommand('strengths.openAsNotebook', async (file?: unknown) =>
      openAs(NOTEBOOK_TYPE, file),
    ),
    commands.registerCommand('strengths.openAsText', async (file?: unknown) => openAs('default', file)),
  )
}

/** Opens the note in place of its other view; what is not saved yet is saved first, so that both show the same. */
async function openAs(view: string, file: unknown): Promise<void> {
  const uri = file instanceof Uri ? file : fileInFront()
  if (!uri) return
  if (uri.scheme === 'untitled') {
    await window.showInformationMessage('A note opens as a notebook once it is saved.')
    return
  }
  const open = [...workspace.textDocuments, ...workspace.notebookDocuments].find(
    (each) => each.uri.toString() === uri.toString(),
  )
  if (open?.isDirty && !(await open.save())) return
  const before = new Set(
    window.tabGroups.activeTabGroup.tabs.filter((tab) => fileOf(tab)?.toString() === uri.toString()),
  )
  await commands.executeCommand('vscode.openWith', uri, view)
  const isOther = ({input}: Tab): boolean => input instanceof TabInputNotebook !== (view === NOTEBOOK_TYPE)
  const left = window.tabGroups.all.flatMap(({tabs}) => tabs).filter((tab) => before.has(tab) && isOther(tab))
  if (left.length > 0) await window.tabGroups.close(left)
}

const fileOf = ({input}: Tab): Uri | undefined =>
  input instanceof TabInputText || input instanceof TabInputNotebook ? input.uri : undefined
