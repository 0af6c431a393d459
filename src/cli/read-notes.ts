import {findNotes} from '../folder/find-notes.ts'
import {joinPath} from '../folder/file-system.ts'
import {readInput} from '../folder/read-input.ts'
import type {NoteInput} from '../summary/summary.ts'
import {disk} from './disk.ts'
import {readNoteFile} from './select-notes.ts'

/** The session notes of a folder; what cannot be read is no note of anybody. */
export async function readNotes(root: string): Promise<readonly NoteInput[]> {
  const {paths} = await findNotes(disk, root).catch(() => ({paths: []}))
  const notes: NoteInput[] = []
  for (const path of paths) {
    const read = await readNoteFile(joinPath(root, path))
    const input = 'text' in read ? readInput(path, read.text) : undefined
    if (input) notes.push(input)
  }
  return notes
}
