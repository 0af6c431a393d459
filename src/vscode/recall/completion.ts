import {CompletionItem, CompletionItemKind, CompletionList, languages, Range, type Disposable} from 'vscode'
import type {Suggestion, SuggestionKind} from '../../summary/recall/recall.ts'
import type {Memory, Remembered} from './memory.ts'
import {NOTE_DOCUMENTS} from '../note-document.ts'

/** Keys that bring the list up; a blank does so only where nothing has been written yet. */
const TRIGGERS = [' ', '@', '#', '[', '{', ',']

/** Offers keys, words and what earlier notes hold, while a note is being written. */
export function registerCompletion(memory: Memory): Disposable {
  return languages.registerCompletionItemProvider(
    NOTE_DOCUMENTS,
    {
      async provideCompletionItems(document, position, _token, {triggerCharacter}) {
        const remembered = await memory.of(document)
        if (!remembered) return undefined
        const {at, recall, folder} = remembered
        const {suggestAt} = await import('../../summary/recall/suggest.ts')
        const offset = at.offsetAt(position)
        const found = suggestAt(offset, recall).filter(
          ({span}) => at.holds(span) && (triggerCharacter !== ' ' || span.start === offset),
        )
        return new CompletionList(
          found.map((suggestion, index) => toItem(suggestion, index, remembered, position)),
          !folder.isRead,
        )
      },
    },
    ...TRIGGERS,
  )
}

const KINDS: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  goal: CompletionItemKind.Event,
  strength: CompletionItemKind.Constant,
  resource: CompletionItemKind.Interface,
  skill: CompletionItemKind.Method,
  action: CompletionItemKind.Function,
  date: CompletionItemKind.Unit,
  place: CompletionItemKind.Folder,
  person: CompletionItemKind.User,
  words: CompletionItemKind.Text,
}

function toItem(
  {kind, label, detail, about, span, insert, filter, again}: Suggestion,
  index: number,
  {at}: Remembered,
  position: Range['start'],
): CompletionItem {
  const item = new CompletionItem(detail ? {label, description: detail} : label, KINDS[kind])
  const replacing = at.rangeOf(span)
  item.range = {inserting: new Range(replacing.start, position), replacing}
  item.insertText = insert
  item.filterText = filter
  item.sortText = String(index).padStart(4, '0')
  item.keepWhitespace = true
  if (about) item.documentation = about
  if (again) item.command = {title: 'Offer more', command: 'editor.action.triggerSuggest'}
  return item
}
