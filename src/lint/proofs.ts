import {parseNote} from '../core/note.ts'
import {applyEdits} from '../core/span.ts'
import type {Entry} from './entry.ts'
import type {Linter} from './linter.ts'

/** Something that an entry's own sentences say of it and that does not hold. */
export interface Disproof {
  readonly entry: string
  readonly message: string
}

/** Runs an entry's own sentences: what it sees, what it leaves alone, what becomes of a sentence. */
export function proveEntry(linter: Linter, entry: Entry): Disproof[] {
  const wrong = (message: string): Disproof => ({entry: entry.id, message})
  return [
    ...entry.flagged.flatMap((sentence) => {
      const [before = '', wanted, after = ''] = sentence.split(/\[\[?|\]\]?/, 3)
      const plain = wanted === undefined ? before : before + wanted + after
      const met = findingsOf(linter, entry, plain)
      if (met.length === 0) return [wrong(`does not see “${sentence}”`)]
      return wanted === undefined || met.includes(wanted)
        ? []
        : [wrong(`sees “${met.join('”, “')}” in “${plain}”, and not “${wanted}”`)]
    }),
    ...entry.leftAlone.flatMap((sentence) =>
      findingsOf(linter, entry, sentence).map((met) =>
        wrong(`sees “${met}” in “${sentence}”, which it leaves alone`),
      ),
    ),
    ...entry.becomes.flatMap(([from, to]) => {
      const result = firstApplied(linter, entry, from)
      return result === to ? [] : [wrong(`makes “${result}” of “${from}”, and not “${to}”`)]
    }),
  ]
}

function findingsOf(linter: Linter, entry: Entry, text: string): string[] {
  const note = parseNote(text)
  if (entry.category === 'strength')
    return linter
      .sightings(note)
      .filter(({rule}) => rule === entry.id)
      .map(({start, end}) => text.slice(start, end))
  return linter
    .lint(note)
    .filter(({rule}) => rule === entry.id)
    .map(({span}) => text.slice(span.start, span.end))
}

function firstApplied(linter: Linter, entry: Entry, text: string): string {
  const finding = linter.lint(parseNote(text)).find(({rule}) => rule === entry.id)
  const offer = finding?.offers.find(({kind}) => kind === 'apply')
  return offer ? applyEdits(text, offer.edits) : text
}
