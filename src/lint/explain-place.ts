import type {Note} from '../core/note.ts'
import {overlaps, type Span} from '../core/text/span.ts'
import type {Entry} from './entry.ts'
import {GUARDS} from './guards/index.ts'
import type {Linter, RuleSettings} from './linter.ts'
import {placeOf} from './passage.ts'

/** One thing that the engine met at a place, and what came of it. */
export interface Explanation {
  readonly entry: Entry
  readonly span: Span
  readonly outcome: 'told' | 'left alone' | 'strength'
  /** One sentence: the entry's reason, or why it was left alone. */
  readonly reason: string
}

const OWN_CONDITIONS: Readonly<Record<string, string>> = {
  unless: 'Words beside it say that another sense is meant.',
  model: 'Read as a whole, the sentence seems to mean something else.',
  only: 'It is told only beside certain words, and none of them stands here.',
}

/** What the engine met in the parts of a note that touch `place`, in the order of the text, and what came of each. */
export function explainPlace(
  linter: Linter,
  note: Note,
  place: Span,
  settings: RuleSettings = {},
): Explanation[] {
  const told = linter.lint(note, settings)
  const met = note.prose.flatMap((prose) =>
    linter.judge(prose, note).map((judgement): Explanation => {
      const {entry} = judgement.candidate
      const at = placeOf(judgement.candidate, judgement.passage)
      const span = prose.sourceSpan(at.start, at.end)
      if (judgement.verdict === 'silence')
        return {entry, span, outcome: 'left alone', reason: whyHeld(judgement.held)}
      if (entry.category === 'strength') return {entry, span, outcome: 'strength', reason: entry.why}
      const same = told.find((finding) => overlaps(finding.span, span))
      if (same?.rule === entry.id) return {entry, span: same.span, outcome: 'told', reason: entry.why}
      const reason = same ? `\`${same.rule}\` is told of these words instead.` : 'It is switched off here.'
      return {entry, span, outcome: 'left alone', reason}
    }),
  )
  const touching = met.filter(({span}) => overlaps(span, place))
  return touching
    .filter((one, at) => touching.findIndex((other) => isSame(one, other)) === at)
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

const whyHeld = (held: string | undefined): string =>
  OWN_CONDITIONS[held ?? ''] ?? GUARDS.find(({id}) => id === held)?.about ?? ''

const isSame = (a: Explanation, b: Explanation): boolean =>
  a.entry.id === b.entry.id && a.span.start === b.span.start && a.outcome === b.outcome
