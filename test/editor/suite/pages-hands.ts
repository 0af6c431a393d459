import {commands, window, type TextEditor} from 'vscode'
import type {PagePanel} from '../../../src/vscode/pages/page-panel.ts'
import type {Pages} from '../../../src/vscode/pages/pages.ts'
import {closeAll, fileUri, strengthsNotes, until} from './hands.ts'

export async function openPages(): Promise<Pages> {
  const {pages} = await strengthsNotes()
  return pages.load()
}

/** Runs a command that opens a page, with a note of c-021 in front, and waits until the page holds some words. */
export async function openPage(
  command: string,
  words: string,
): Promise<{readonly page: PagePanel; readonly editor: TextEditor}> {
  await closeAll()
  const editor = await window.showTextDocument(fileUri('agency/clients/c-021/2026-11-12.md'))
  await commands.executeCommand(command)
  const pages = await openPages()
  const page = await until(() => pages.open[0])
  await until(() => page.body.includes(words))
  return {page, editor}
}
