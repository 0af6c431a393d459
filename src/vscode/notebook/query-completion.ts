import {
  CompletionItem,
  CompletionItemKind,
  languages,
  Range,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode'
import {QUERY_FENCE, QUERY_LANGUAGE} from '../../core/cells/note-cells.ts'
import type {NotesFolders} from '../notes-folder.ts'
import {NoteDocument} from '../note-document.ts'
import {now} from '../today.ts'

/** Offers what a question to the notes can go on with, in a cell and in the fence of a note's text. */
export const registerQueryCompletion = (folders: NotesFolders): Disposable =>
  languages.registerCompletionItemProvider(
    [{language: QUERY_LANGUAGE}, {language: 'markdown'}],
    {
      async provideCompletionItems(document, position) {
        if (!isQuestion(document, position)) return undefined
        const {uri} = NoteDocument.of(document) ?? document
        const folder = await folders.of(uri)
        await folder?.soon(uri)
        const {suggestQuery} = await import('../../summary/query/suggest-query.ts')
        const {text} = document.lineAt(position)
        const clients = [
          ...new Set(folder?.knownNotes().flatMap(({record}) => record.clients.map(({value}) => value))),
        ].toSorted()
        const settings = {asOf: now().date, client: 'this note', clients}
        return suggestQuery(text, position.character, settings).map(({label, about, span, insert}, index) => {
          const item = new CompletionItem({label, description: about}, CompletionItemKind.Keyword)
          item.insertText = insert
          item.range = new Range(position.line, span.start, position.line, span.end)
          item.sortText = String(index).padStart(3, '0')
          return item
        })
      },
    },
    ' ',
    ',',
  )

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/

/** Whether a place is in a question: anywhere in its cell, or between its fences. */
function isQuestion(document: TextDocument, {line}: Position): boolean {
  if (document.languageId === QUERY_LANGUAGE) return true
  let open: {readonly marks: string; readonly word: string} | undefined
  for (let at = 0; at <= line; at++) {
    const [, marks = '', word = ''] = FENCE.exec(document.lineAt(at).text) ?? []
    if (marks === '') continue
    if (!open) open = {marks, word}
    else if (word === '' && marks.startsWith(open.marks)) open = undefined
    else continue
    if (at === line) return false
  }
  return open?.word === QUERY_FENCE
}
