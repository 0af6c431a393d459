import type {Said} from '../core/record/said.ts'
import type {FoldNote} from './fold-note.ts'
import {plainWords} from './same-thing.ts'

const PERSON = new Set('person client peer member participant self she he they them'.split(' '))
const SPECIALIST = new Set(['specialist', 'peer specialist', 'coach', 'staff', 'i', 'me', 'pss'])

/** Who acts, names or rates: `person`, `specialist`, or the word the note has. */
export function whoIs(
  said: string,
  {clients, specialist}: {readonly clients: readonly string[]; readonly specialist: string | undefined},
): string {
  const word = plainWords(said)
  if (PERSON.has(word) || clients.includes(said.trim())) return 'person'
  return SPECIALIST.has(word) || said.trim() === specialist ? 'specialist' : said.trim()
}

/** The same for what a note says. */
export const whoIn = ({clients, input}: FoldNote, said: Said<string>): string =>
  whoIs(said.value, {clients, specialist: input.record.specialist?.value})
