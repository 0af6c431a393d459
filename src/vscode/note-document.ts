import {
  Range,
  workspace,
  type DocumentSelector,
  type NotebookDocument,
  type TextDocument,
  type Uri,
} from 'vscode'
import type {Span} from '../core/span.ts'

/** The notebook in which a session note opens as cells. */
export const NOTEBOOK_TYPE = 'strengths-session'

/** Documents that may be a session note, or a cell of one. */
export const NOTE_DOCUMENTS: DocumentSelector = [
  {language: 'markdown'},
  {notebookType: NOTEBOOK_TYPE, language: 'yaml'},
]

/** Views of a file rather than the file. */
export const VIEWS: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'output',
  'comment',
  'vscode-local-history',
  'chat-editing-text-model',
])

/** A note that is open, in a text editor or as a notebook. */
export interface OpenNoteDocument {
  /** Of the note's file. */
  readonly uri: Uri
  readonly version: number
  text(): string
}

/**
 * One document seen as (a part of) its note: everything that reads a note goes by offsets of the whole note, and
 * only here are they turned into places of the document that somebody has in front of them.
 */
export class NoteDocument {
  readonly document: TextDocument
  /** Of the note's file: another than the document's where that is a cell. */
  readonly uri: Uri
  readonly version: number
  readonly text: string
  /** Where the document's own text starts in the note's. */
  readonly #shift: number
  readonly #length: number

  private constructor(
    document: TextDocument,
    whole: {readonly uri: Uri; readonly text: string; readonly shift: number},
  ) {
    this.document = document
    this.version = document.version
    this.uri = whole.uri
    this.text = whole.text
    this.#shift = whole.shift
    this.#length = document.getText().length
  }

  /** Undefined for a view of a file, and for a cell of another notebook. */
  static of(document: TextDocument): NoteDocument | undefined {
    const {uri} = document
    if (VIEWS.has(uri.scheme)) return undefined
    if (uri.scheme !== 'vscode-notebook-cell')
      return new NoteDocument(document, {uri, text: document.getText(), shift: 0})
    const notebook = workspace.notebookDocuments.find(
      (each) =>
        each.notebookType === NOTEBOOK_TYPE && each.getCells().some((cell) => cell.document === document),
    )
    if (!notebook) return undefined
    const {text, starts} = notebookText(notebook)
    const shift = starts.get(document)
    return shift === undefined ? undefined : new NoteDocument(document, {uri: notebook.uri, text, shift})
  }

  /** The document, of those that a note is made of, that holds a span of it: another cell, where `near` is one. */
  static holding(near: NoteDocument, span: Span): NoteDocument | undefined {
    if (near.holds(span)) return near
    const notebook = workspace.notebookDocuments.find(({uri}) => uri.toString() === near.uri.toString())
    return notebook
      ?.getCells()
      .map(({document}) => NoteDocument.of(document))
      .find((cell) => cell?.holds(span))
  }

  offsetAt(position: Range['start']): number {
    return this.#shift + this.document.offsetAt(position)
  }

  /** Whether a span of the note lies in this document. */
  holds({start, end}: Span): boolean {
    return this.#shift <= start && end <= this.#shift + this.#length
  }

  /** A span of the note as a range of this document, cut to it. */
  rangeOf({start, end}: Span): Range {
    const place = (offset: number): Range['start'] =>
      this.document.positionAt(Math.min(Math.max(0, offset - this.#shift), this.#length))
    return new Range(place(start), place(end))
  }
}

/** The notes that are open, each once. */
export const openNotes = (): OpenNoteDocument[] => [
  ...workspace.notebookDocuments.filter(({notebookType}) => notebookType === NOTEBOOK_TYPE).map(asNote),
  ...workspace.textDocuments
    .filter(
      ({languageId, uri}) =>
        languageId === 'markdown' && uri.scheme !== 'vscode-notebook-cell' && !VIEWS.has(uri.scheme),
    )
    .map((document) => ({
      uri: document.uri,
      get version() {
        return document.version
      },
      text: () => document.getText(),
    })),
]

const asNote = (notebook: NotebookDocument): OpenNoteDocument => ({
  uri: notebook.uri,
  get version() {
    return notebook.version
  },
  text: () => notebookText(notebook).text,
})

/** The note that a notebook's cells make together, and where each of them starts in it. */
function notebookText(notebook: NotebookDocument): {
  readonly text: string
  readonly starts: ReadonlyMap<TextDocument, number>
} {
  const starts = new Map<TextDocument, number>()
  let text = ''
  for (const {document} of notebook.getCells()) {
    const own = document.getText()
    const bare = document.languageId === 'yaml' && !own.startsWith('---')
    if (bare) text += '---\n'
    starts.set(document, text.length)
    text += bare ? `${own}\n---\n\n` : `${own}\n\n`
  }
  return {text, starts}
}
