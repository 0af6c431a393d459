import {NotebookCellData, NotebookCellKind, NotebookData} from 'vscode'
import {joinCells, noteText, type NoteBefore} from '../../core/cells/join-cells.ts'
import {
  SECTION_LANGUAGE,
  splitNote,
  withLineFeeds,
  type CellOrigin,
  type NoteCell,
} from '../../core/cells/note-cells.ts'
import {decodeText} from '../../folder/decode-text.ts'
import {noteBefore, originOf, type OurMetadata} from './cell-metadata.ts'

/** The cells of a note. @throws Error with a sentence for the person where the file is no text that can be kept. */
export function readNotebook(bytes: Uint8Array): NotebookData {
  const decoded = decodeText(bytes, '')
  if ('problem' in decoded) throw new Error(decoded.problem.message)
  const {lead, lineEnd, cells} = splitNote(decoded.text)
  const notebook = new NotebookData(cells.map(toData))
  const strengths: NoteBefore = {lead, lineEnd, cells: cells.map(({origin}) => origin)}
  notebook.metadata = {strengths} satisfies OurMetadata<NoteBefore>
  return notebook
}

/** The note of some cells: what nobody edited is the bytes it was. */
export function writeNotebook({cells, metadata}: NotebookData): Uint8Array {
  const edited = cells.map(({languageId, value, metadata: own}) => ({
    language: languageId,
    text: withLineFeeds(value),
    origin: originOf(own),
  }))
  return new TextEncoder().encode(noteText(joinCells(noteBefore(metadata), edited)))
}

function toData({language, text, origin}: NoteCell): NotebookCellData {
  const kind = language === SECTION_LANGUAGE ? NotebookCellKind.Markup : NotebookCellKind.Code
  const data = new NotebookCellData(kind, text, language)
  data.metadata = {strengths: origin} satisfies OurMetadata<CellOrigin>
  return data
}
