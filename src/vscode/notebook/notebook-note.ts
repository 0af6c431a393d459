import type {NotebookDocument, TextDocument} from 'vscode'
import {alignText, type Alignment} from '../../core/text/aligned-text.ts'
import {joinCells} from '../../core/cells/join-cells.ts'
import {withLineFeeds} from '../../core/cells/note-cells.ts'
import type {Span} from '../../core/text/span.ts'
import {noteBefore, originOf} from './cell-metadata.ts'

/** Where a cell stands in the note that its notebook makes. */
export interface CellPlace {
  /** Its own words. */
  readonly own: Span
  /** The same with its fences and what parts it from the next cell: every place of the note lies in one cell. */
  readonly whole: Span
  /** Where what closes it ends: the fence of the frontmatter. */
  readonly closed: number
  readonly alignment: Alignment
}

/** The note that a notebook's cells make together, as a text editor would show it. */
export interface NotebookNote {
  /** Changes whenever the text or the order of the cells does. */
  readonly stamp: string
  readonly text: string
  readonly places: ReadonlyMap<TextDocument, CellPlace>
}

const known = new WeakMap<NotebookDocument, NotebookNote>()

/** Puts a notebook's note together, once for each of its states. */
export function notebookNote(notebook: NotebookDocument): NotebookNote {
  const stamp = stampOf(notebook)
  const before = known.get(notebook)
  if (before?.stamp === stamp) return before
  const note = read(notebook, stamp)
  known.set(notebook, note)
  return note
}

export const stampOf = (notebook: NotebookDocument): string =>
  notebook
    .getCells()
    .map(({document}) => `${document.uri.fragment} ${document.languageId} ${document.version}`)
    .join('\n')

function read(notebook: NotebookDocument, stamp: string): NotebookNote {
  const cells = notebook.getCells()
  const {lead, parts} = joinCells(
    noteBefore(notebook.metadata),
    cells.map(({document, metadata}) => ({
      language: document.languageId,
      text: withLineFeeds(document.getText()),
      origin: originOf(metadata),
    })),
  )
  const places = new Map<TextDocument, CellPlace>()
  // In a document, the byte order mark is not part of the text.
  let text = withLineFeeds(lead).replace(/^\uFEFF/, '')
  for (const part of parts) {
    const document = cells[part.cell]?.document
    const start = text.length
    text += withLineFeeds(part.before)
    const own = withLineFeeds(part.own)
    const ownStart = text.length
    text += own
    const after = withLineFeeds(part.after)
    const closing = /^\n?---[ \t]*(?=\n|$)/.exec(after)?.[0] ?? ''
    text += after
    if (!document) continue
    places.set(document, {
      own: {start: ownStart, end: ownStart + own.length},
      whole: {start, end: text.length},
      closed: ownStart + own.length + (part.before.startsWith('---') ? closing.length : 0),
      alignment: alignText(withLineFeeds(document.getText()), own),
    })
  }
  const end: Span = {start: text.length, end: text.length}
  for (const {document} of cells)
    if (!places.has(document))
      places.set(document, {own: end, whole: end, closed: end.end, alignment: alignText('', '')})
  return {stamp, text, places}
}
