import {parseNote} from '../../core/note.ts'
import {readRecord} from '../../core/record/record.ts'

/** The one person whom a note is about: whom `this person` means in a question that stands in it. */
export function clientOf(text: string): string | undefined {
  const {clients} = readRecord(parseNote(text)).record
  return clients.length === 1 ? clients[0]?.value : undefined
}
