import {
  TextDocumentChangeReason,
  window,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
} from 'vscode'
import type {Span} from '../../core/text/span.ts'
import {sentenceAt} from '../../lint/sentence-at.ts'
import {NoteDocument} from '../note-document.ts'
import type {NoteReading} from '../note-reader.ts'

/** How long a sentence counts as being written after the last key, in milliseconds. */
export const AT_WORK = 2000

/** Knows which sentence somebody is writing, so that nobody speaks to them in the middle of it. */
export class SentenceAtWork {
  #document: TextDocument | undefined
  #until = 0

  /** Takes note of an edit, where it is one that was typed. */
  typed({document, reason}: TextDocumentChangeEvent): void {
    const undone = reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo
    if (undone || window.activeTextEditor?.document !== document) return
    this.#document = document
    this.#until = Date.now() + AT_WORK
  }

  /** The writer has put the pen down: nothing of this document is being written. */
  rest(document: TextDocument): void {
    if (this.#document === document) this.#document = undefined
  }

  /** Whether the note of a document is being written, in this document or in another cell. */
  isIn(document: TextDocument): boolean {
    const written = this.#document
    if (!written || Date.now() >= this.#until) return false
    return written === document || NoteDocument.allOf(document).includes(written)
  }

  /** The sentences of a note that the cursors of its editor are in, while it is being written. */
  spansIn({document, at, note}: NoteReading): readonly Span[] {
    const editor = window.activeTextEditor
    if (editor?.document !== document || !this.isIn(document)) return []
    return cursorsOf(editor, at).flatMap((offset) => sentenceAt(note, offset) ?? [])
  }
}

/** Where an editor's cursors are in the note of its document. */
export const cursorsOf = ({selections}: TextEditor, at: NoteDocument): number[] =>
  selections.map(({active}) => at.offsetAt(active))
