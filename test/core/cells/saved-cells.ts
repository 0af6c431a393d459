import {joinCells, noteText, type NoteBefore} from '../../../src/core/cells/join-cells.ts'
import {splitNote, type NoteCells} from '../../../src/core/cells/note-cells.ts'
import type {EditedCell} from '../../../src/core/cells/write-cell.ts'

/** As an editor gives cells back: text without a mark at its start. */
export const opened = ({cells}: NoteCells): EditedCell[] =>
  cells.map((cell) => ({...cell, text: cell.text.replace(/^\uFEFF/, '')}))

const before = ({cells, ...note}: NoteCells): NoteBefore => ({
  ...note,
  cells: cells.map(({origin}) => origin),
})

export const save = (note: NoteCells, cells: readonly EditedCell[]): string =>
  noteText(joinCells(before(note), cells))

/** What a note says after something was done to its cells. */
export function saved(text: string, change: (cells: EditedCell[]) => EditedCell[]): string {
  const note = splitNote(text)
  return save(note, change(opened(note)))
}

export const untouched = (text: string): string => saved(text, (cells) => cells)

export const textsOf = (text: string): string[] => splitNote(text).cells.map((cell) => cell.text)

export const edited = (place: number, words: string) => (cells: EditedCell[]) =>
  cells.map((cell, index) => (index === place ? {...cell, text: words} : cell))

export const NOTE = `---
client: c-014
---

Some words first.

# What I heard

Three calls.

## Next

She calls on Tuesday.
`
