import type {Note} from '../core/note.ts'
import type {Prose} from '../core/text/prose.ts'
import type {Span} from '../core/text/span.ts'
import {sentenceEnd} from './passage.ts'
import {readWords} from './words.ts'

/**
 * The sentence that `offset` touches, its last mark included; undefined between sentences and outside prose. One that
 * has no last mark yet goes on through the blanks after it, where somebody may be about to write the next word.
 */
export function sentenceAt(note: Note, offset: number): Span | undefined {
  for (const prose of note.prose) {
    if (prose.span.start > offset) return undefined
    if (endOfBlanks(note.text, prose.span.end) < offset) continue
    const touched = sentencesOf(note.text, prose).find(({start, end}) => start <= offset && offset <= end)
    if (touched) return touched
  }
  return undefined
}

function sentencesOf(source: string, prose: Prose): Span[] {
  const words = readWords(prose.text)
  const found: Span[] = []
  for (let first = 0; first < words.length;) {
    const next = sentenceEnd(words, first)
    const start = found.length === 0 ? 0 : (words[first]?.start ?? 0)
    const written = prose.text.slice(start, words[next]?.start).trimEnd()
    const span = prose.sourceSpan(start, Math.max(start + 1, start + written.length))
    const closed = next < words.length || /[.!?…]["”’')\]*_]*$/u.test(written)
    found.push(closed ? span : {start: span.start, end: endOfBlanks(source, span.end)})
    first = next
  }
  return found
}

function endOfBlanks(source: string, from: number): number {
  let end = from
  while (source[end] === ' ' || source[end] === '\t') end++
  return end
}
