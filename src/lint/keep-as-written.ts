import {parseNote, type Note} from '../core/note.ts'
import {firstLineEnd} from '../core/text/lines.ts'
import {applyEdits, contains, type Edit} from '../core/text/span.ts'
import type {Finding} from './finding.ts'
import {withoutSwitchedOff} from './switches.ts'

/**
 * Edits that leave a finding's words as they are and say so in a comment: one line before its block where a comment may
 * stand there, else a pair around the words. Undefined where neither can, as in frontmatter.
 */
export function keepAsWritten(note: Note, finding: Finding): readonly Edit[] | undefined {
  return [commentBefore(note, finding), commentsAround(note, finding)].find(
    (edits) => edits && holds(note, finding, edits),
  )
}

/** The edit that switches a rule off for the whole of a note. */
export function switchOffInNote({text, frontmatter, comments}: Note, rule: string): Edit {
  const comment = `<!-- strengths-disable-file ${rule} -->`
  const earlier = comments.find((other) => /^strengths-disable-file(?:[\s,]+[\w/-]*\w)+$/.test(other.text))
  if (earlier) {
    const end = text.slice(0, earlier.span.end - '-->'.length).trimEnd().length
    return {span: {start: end, end}, text: ` ${rule}`}
  }
  const eol = firstLineEnd(text)
  const at = frontmatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0)
  return {span: {start: at, end: at}, text: frontmatter ? eol + eol + comment : comment + eol + eol}
}

function commentBefore({text, prose, lines}: Note, {span, rule}: Finding): Edit[] | undefined {
  const block = prose.find((other) => contains(other.span, span))
  if (!block || block.kind === 'value' || block.kind === 'cell') return undefined
  const at = block.span.start
  const prefix = text.slice(lines.startOf(lines.positionAt(at).line), at).replace(/[^>\s]/g, ' ')
  const comment = `<!-- strengths-disable-next-block ${rule} -->`
  return [{span: {start: at, end: at}, text: comment + firstLineEnd(text) + prefix}]
}

function commentsAround({comments}: Note, {span, rule}: Finding): Edit[] | undefined {
  const before = comments.filter((comment) => comment.span.end <= span.start)
  const last = before.findLast(({text}) => /^strengths-(?:dis|en)able(?![\w-])/.test(text))
  // What the writer switched off further up would be on again after the words.
  if (last?.text.startsWith('strengths-disable')) return undefined
  return [
    {span: {start: span.start, end: span.start}, text: `<!-- strengths-disable ${rule} -->`},
    {span: {start: span.end, end: span.end}, text: '<!-- strengths-enable -->'},
  ]
}

/** True where the edited note reads as before, with this finding switched off. */
function holds(note: Note, finding: Finding, edits: readonly Edit[]): boolean {
  const edited = parseNote(applyEdits(note.text, edits))
  const shift = edits[0]?.text.length ?? 0
  const {start, end} = finding.span
  return (
    edited.prose.length === note.prose.length &&
    edited.prose.every(({text, kind}, i) => text === note.prose[i]?.text && kind === note.prose[i]?.kind) &&
    withoutSwitchedOff(edited, [{...finding, span: {start: start + shift, end: end + shift}}]).length === 0
  )
}
