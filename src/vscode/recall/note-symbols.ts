import {
  Disposable,
  DocumentSymbol,
  FoldingRange,
  FoldingRangeKind,
  languages,
  SymbolKind,
  type Range,
} from 'vscode'
import {noteFolds, noteOutline, type OutlineItem} from '../../summary/recall/note-outline.ts'
import type {Memory} from './memory.ts'
import {NOTE_DOCUMENTS, type NoteDocument} from '../note-document.ts'

const KINDS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  person: SymbolKind.Namespace,
  goal: SymbolKind.Event,
  step: SymbolKind.Function,
  strength: SymbolKind.Constant,
  resource: SymbolKind.Interface,
  win: SymbolKind.Boolean,
  telling: SymbolKind.String,
}

/**
 * Goals, strengths and the rest of the frontmatter in the outline and as folds. Headings are left to VS Code's own
 * Markdown outline, which shows beside this one under its own name.
 */
export function registerNoteSymbols(memory: Memory): Disposable {
  return Disposable.from(
    languages.registerDocumentSymbolProvider(
      NOTE_DOCUMENTS,
      {
        async provideDocumentSymbols(document) {
          const remembered = await memory.of(document)
          return remembered && symbols(noteOutline(remembered.recall.record), remembered.at)
        },
      },
      {label: 'Session note'},
    ),
    languages.registerFoldingRangeProvider(NOTE_DOCUMENTS, {
      async provideFoldingRanges(document) {
        const remembered = await memory.of(document)
        if (!remembered) return undefined
        const {at, recall} = remembered
        return noteFolds(recall.note)
          .filter((span) => at.holds(span))
          .map((span) => at.rangeOf(span))
          .map(({start, end}) => new FoldingRange(start.line, end.line, FoldingRangeKind.Region))
      },
    }),
  )
}

const symbols = (items: readonly OutlineItem[], at: NoteDocument): DocumentSymbol[] =>
  items
    .filter(({span}) => at.holds(span))
    .map(({name, detail, kind, span, children}) => {
      const range = at.rangeOf(span)
      const symbol = new DocumentSymbol(name, detail, KINDS[kind], range, firstLine(range, at))
      symbol.children = symbols(children, at)
      return symbol
    })

const firstLine = (range: Range, {document}: NoteDocument): Range =>
  range.isSingleLine ? range : range.with({end: document.lineAt(range.start.line).range.end})
