import {commands, type CompletionItem, type CompletionList, type Position, type TextDocument} from 'vscode'

/** What the list of suggestions holds at a place. */
export async function suggestionsAt(document: TextDocument, position: Position): Promise<CompletionItem[]> {
  const {items} = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  )
  return items
}

export const labelOf = ({label}: CompletionItem): string => (typeof label === 'string' ? label : label.label)

/** What stands beside a label. */
export const detailOf = ({label}: CompletionItem): string =>
  typeof label === 'string' ? '' : (label.description ?? '')

export const labelsAt = async (document: TextDocument, position: Position): Promise<string[]> =>
  (await suggestionsAt(document, position)).map(labelOf)
