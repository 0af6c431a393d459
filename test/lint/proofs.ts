import {parseNote} from '../../src/core/note.ts'
import {applyEdits} from '../../src/core/text/span.ts'
import type {Entry} from '../../src/lint/entry.ts'
import type {Linter} from '../../src/lint/linter.ts'
import {placeOf} from '../../src/lint/passage.ts'
import {settle} from '../../src/lint/settle.ts'

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

/** What the entry meets, whether or not another category takes the same words. */
function findingsOf(linter: Linter, entry: Entry, text: string): string[] {
  const met = parseNote(text).prose.flatMap((prose) =>
    linter.judge(prose).flatMap(({candidate, passage, verdict}) => {
      if (candidate.entry.id !== entry.id || verdict === 'silence') return []
      const {start, end} = placeOf(candidate, passage)
      const span = prose.sourceSpan(start, end)
      return [{category: entry.category, start: span.start, end: span.end}]
    }),
  )
  return settle(met).map(({start, end}) => text.slice(start, end))
}

function firstApplied(linter: Linter, entry: Entry, text: string): string {
  const finding = linter.lint(parseNote(text)).find(({rule}) => rule === entry.id)
  const offer = finding?.offers.find(({kind}) => kind === 'apply')
  return offer ? applyEdits(text, offer.edits) : text
}
