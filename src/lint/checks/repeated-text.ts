import {shortDate} from '../../core/time/civil-date.ts'
import type {Span} from '../../core/text/span.ts'
import type {KnownNote} from './known-notes.ts'
import {bodyStart, type Rule} from './rule.ts'
import {sentencesIn, type Sentence} from './sentences.ts'

/** So many words in common, in sentences that are equal word for word, do not come about by chance. */
const FEWEST_WORDS = 30
/** A sentence that stands in so many notes of a person is one of a form, such as a reminder that is always given. */
const FORM = 5

export const repeatedText: Rule = {
  id: 'note/repeated-text',
  about:
    'Thirty words or more, in whole sentences, that also stand in an earlier note of the same person. Leaves alone: headings, quotes, tables, short sentences, sentences that stand in five notes or more of the person, text of a correction or an addendum, and notes of the same day.',
  why: 'A reader cannot tell what happened on this day from what was copied along.',
  severity: 'information',
  *check({note, record}, {known}) {
    const date = record.date?.value
    if (!known || !date || record.corrects || record.amends) return
    const own = sentencesIn(note.text, bodyStart(note))
    if (wordsOf(own) < FEWEST_WORDS) return
    const earlier = known.earlier(record).flatMap((other) => {
      const fingerprints = other.sentences?.()
      return fingerprints ? [{other, fingerprints}] : []
    })
    const isForm = ({fingerprint}: Sentence): boolean =>
      earlier.filter(({fingerprints}) => fingerprints.has(fingerprint)).length >= FORM
    const telling = own.filter((sentence) => !isForm(sentence))
    let most: {readonly other: KnownNote; readonly shared: readonly Sentence[]} | undefined
    for (const {other, fingerprints} of earlier) {
      const shared = telling.filter(({fingerprint}) => fingerprints.has(fingerprint))
      if (wordsOf(shared) >= wordsOf(most?.shared ?? [])) most = {other, shared}
    }
    if (!most || wordsOf(most.shared) < FEWEST_WORDS) return
    const {other, shared} = most
    const day = other.record.date ? `of ${shortDate(other.record.date.value, date)} ` : ''
    for (const {span, words} of runsOf(own, shared))
      yield {
        span,
        message: `These ${words} words also stand in the note ${day}(${other.file}). What was different this time?`,
      }
  },
}

const wordsOf = (sentences: readonly Sentence[]): number => sentences.reduce((sum, {words}) => sum + words, 0)

/** Shared sentences that follow on each other, as one stretch. */
function runsOf(own: readonly Sentence[], shared: readonly Sentence[]): {span: Span; words: number}[] {
  const runs: {span: Span; words: number; last: number}[] = []
  for (const sentence of shared) {
    const at = own.indexOf(sentence)
    const run = runs.at(-1)
    if (run?.last === at - 1)
      runs[runs.length - 1] = {
        span: {start: run.span.start, end: sentence.end},
        words: run.words + sentence.words,
        last: at,
      }
    else runs.push({span: {start: sentence.start, end: sentence.end}, words: sentence.words, last: at})
  }
  return runs
}
