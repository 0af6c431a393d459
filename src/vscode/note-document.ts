import {
  Range,
  TabInputNotebook,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type DocumentSelector,
  type NotebookDocument,
  type TextDocument,
  type Uri,
} from 'vscode'
import {contains, type Edit, type Span} from '../core/text/span.ts'
import {CELL_SCHEME, NOTEBOOK_TYPE, VIEWS} from './document-kinds.ts'
import {notebookNote, stampOf, type CellPlace} from './notebook/notebook-note.ts'

/** Documents that may be a session note, or a cell of one. */
export const NOTE_DOCUMENTS: DocumentSelector = [
  {language: 'markdown'},
  {notebookType: NOTEBOOK_TYPE, language: 'yaml'},
]

/** A note that is open, in a text editor or as a notebook. */
export interface OpenNoteDocument {
  /** Of the note's file. */
  readonly uri: Uri
  readonly version: number
  text(): string
}

/** An edit of a note as an edit of the document that it falls into. */
export interface PlacedEdit {
  readonly at: NoteDocument
  readonly range: Range
  readonly text: string
  /** How many units of `text` stand before those of the edit. */
  readonly added: number
}

/**
 * One document seen as (a part of) its note: everything that reads a note goes by offsets of the whole note, and
 * only here are they turned into places of the document that somebody has in front of them.
 */
export class NoteDocument {
  readonly document: TextDocument
  /** What makes the note: the document itself, or the notebook whose cell it is. */
  readonly owner: TextDocument | NotebookDocument
  readonly version: number
  /** Changes whenever the note does, in whichever of its documents. */
  readonly stamp: string
  readonly text: string
  readonly #place: CellPlace | undefined

  private constructor(document: TextDocument, notebook: NotebookDocument | undefined) {
    const note = notebook && notebookNote(notebook)
    this.document = document
    this.owner = notebook ?? document
    this.version = document.version
    this.stamp = note?.stamp ?? String(document.version)
    this.text = note?.text ?? document.getText()
    this.#place = note?.places.get(document)
  }

  /** Undefined for a view of a file, and for a cell of another notebook. */
  static of(document: TextDocument): NoteDocument | undefined {
    if (VIEWS.has(document.uri.scheme)) return undefined
    if (document.uri.scheme !== CELL_SCHEME) return new NoteDocument(document, undefined)
    const notebook = notebookOf(document)
    return notebook && new NoteDocument(document, notebook)
  }

  /** The documents that the note of this one is made of: itself, or the cells of its notebook. */
  static allOf(document: TextDocument): readonly TextDocument[] {
    const notebook = document.uri.scheme === CELL_SCHEME ? notebookOf(document) : undefined
    return notebook ? notebook.getCells().map((cell) => cell.document) : [document]
  }

  /** The document, of those that a note is made of, that holds a span of it: another cell, where `near` is one. */
  static holding(near: NoteDocument, span: Span): NoteDocument | undefined {
    return near.holds(span) ? near : near.#siblings().find((cell) => cell.holds(span))
  }

  /**
   * Where an edit of the note goes: what would stand between two cells goes to the end of the one or the start of the
   * other. Undefined for an edit that no one document can take.
   */
  static place(near: NoteDocument, {span, text}: Edit): PlacedEdit | undefined {
    const holder = NoteDocument.holding(near, span)
    if (holder) return {at: holder, range: holder.rangeOf(span), text, added: 0}
    if (span.start !== span.end) return undefined
    const cells = near.#siblings()
    const before = cells.find((cell) => cell.#place && contains(cell.#place.whole, span))
    if (!before) return undefined
    const {start, end} = before.#own
    if (span.start > end && span.start <= (before.#place?.closed ?? 0) && text.endsWith('\n'))
      return {at: before, range: before.rangeOf({start: end, end}), text: `\n${text.slice(0, -1)}`, added: 1}
    // Before the words of a cell stand its fence and empty lines at the top.
    const next = span.start < start ? before : cells[cells.indexOf(before) + 1]
    const words = text.trim()
    if (!next || words === '') return undefined
    const top = {start: next.#own.start, end: next.#own.start}
    return {at: next, range: next.rangeOf(top), text: `${words}\n\n`, added: -text.indexOf(words)}
  }

  /** Of the note's file: another than the document's where that is a cell. */
  get uri(): Uri {
    return this.owner.uri
  }

  /** Whether the note is still as it is here. */
  get isCurrent(): boolean {
    return this.document.version === this.version && stampNow(this.owner) === this.stamp
  }

  offsetAt(position: Range['start']): number {
    const offset = this.document.offsetAt(position)
    return this.#place ? this.#place.own.start + this.#place.alignment.toLonger(offset) : offset
  }

  spanOf({start, end}: Range): Span {
    return {start: this.offsetAt(start), end: this.offsetAt(end)}
  }

  /** Whether a span of the note lies in this document. */
  holds(span: Span): boolean {
    return contains(this.#own, span)
  }

  /** Whether what is told of a span is told here: each place of a note belongs to one document, its fences too. */
  owns({start}: Span): boolean {
    const place = this.#place
    return !place || (place.whole.start <= start && start < place.whole.end)
  }

  /** A span of the note as a range of this document, cut to it; of one that lies in its fences, the line beside them. */
  rangeOf(span: Span): Range {
    const place = this.#place
    const offsetOf = (offset: number): number =>
      place
        ? place.alignment.toShorter(
            Math.min(Math.max(place.own.start, offset), place.own.end) - place.own.start,
          )
        : offset
    const start = this.document.positionAt(offsetOf(span.start))
    const end = this.document.positionAt(offsetOf(span.end))
    const isOutside =
      place && span.end > span.start && (span.end <= place.own.start || span.start >= place.own.end)
    return isOutside ? this.document.lineAt(start.line).range : new Range(start, end)
  }

  get #own(): Span {
    return this.#place?.own ?? {start: 0, end: this.text.length}
  }

  /** The documents of the note, in the order in which they stand in it. */
  #siblings(): readonly NoteDocument[] {
    return NoteDocument.allOf(this.document)
      .flatMap((document) => NoteDocument.of(document) ?? [])
      .toSorted((a, b) => a.#own.start - b.#own.start)
  }
}

const stampNow = (owner: TextDocument | NotebookDocument): string =>
  'languageId' in owner ? String(owner.version) : stampOf(owner)

const notebookOf = (document: TextDocument): NotebookDocument | undefined =>
  workspace.notebookDocuments.find(
    (notebook) =>
      notebook.notebookType === NOTEBOOK_TYPE &&
      notebook.getCells().some((cell) => cell.document === document),
  )

/** The first cell of the notebook that a note is open in, to place its edits from; undefined where it is in none. */
export function notebookAt(uri: Uri): NoteDocument | undefined {
  const notebook = sessionNotebooks().find((each) => each.uri.toString() === uri.toString())
  const first = notebook?.getCells()[0]
  return first && NoteDocument.of(first.document)
}

/**
 * The notes that are open, each once; a text editor that holds unsaved words goes over a notebook. VS Code keeps a
 * document for minutes after its tab has closed, and its file is gone: one that no tab shows is open only while it
 * holds unsaved words of a file.
 */
export function openNotes(): OpenNoteDocument[] {
  const shown = shownInTabs()
  const notebooks = new Map(
    sessionNotebooks()
      .filter(({uri, isDirty}) => isDirty || shown.has(uri.toString()))
      .map((notebook) => [notebook.uri.toString(), notebook]),
  )
  const texts = workspace.textDocuments.filter(
    ({languageId, uri, isDirty}) =>
      languageId === 'markdown' &&
      (shown.has(uri.toString()) || (isDirty && uri.scheme !== 'untitled')) &&
      uri.scheme !== CELL_SCHEME &&
      !VIEWS.has(uri.scheme) &&
      (isDirty || !notebooks.has(uri.toString())),
  )
  for (const {uri} of texts) notebooks.delete(uri.toString())
  return [
    ...[...notebooks.values()].map((notebook) => asNote(notebook, () => notebookNote(notebook).text)),
    ...texts.map((document) => asNote(document, () => document.getText())),
  ]
}

const shownInTabs = (): ReadonlySet<string> =>
  new Set(
    window.tabGroups.all
      .flatMap(({tabs}) => tabs)
      .flatMap(({input}) => {
        if (input instanceof TabInputText || input instanceof TabInputNotebook) return [input.uri.toString()]
        return input instanceof TabInputTextDiff ? [input.modified.toString()] : []
      }),
  )

const sessionNotebooks = (): NotebookDocument[] =>
  workspace.notebookDocuments.filter(({notebookType}) => notebookType === NOTEBOOK_TYPE)

const asNote = (owner: TextDocument | NotebookDocument, text: () => string): OpenNoteDocument => ({
  uri: owner.uri,
  get version() {
    return owner.version
  },
  text,
})
