import type {Comment, Note} from '../core/note.ts'
import type {Span} from '../core/text/span.ts'
import type {Finding} from './finding.ts'

interface Switch {
  readonly span: Span
  /** Rule ids and categories; empty for all. */
  readonly rules: readonly string[]
}

const SWITCH =
  /^strengths-(disable|enable|disable-next-line|disable-next-block|disable-file)(?:\s+([\s\S]*))?$/

/**
 * The findings that the writer has not switched off. Comments in the note switch: `strengths-disable-next-line`,
 * `strengths-disable-next-block`, `strengths-disable` up to `strengths-enable` or the end, `strengths-disable-file`;
 * after it may stand rule ids, their groups or categories, and after `--` a reason.
 */
export function withoutSwitchedOff(note: Note, findings: readonly Finding[]): Finding[] {
  const switches = readSwitches(note)
  if (switches.length === 0) return [...findings]
  return findings.filter(
    ({rule, category, span}) =>
      !switches.some(
        (off) =>
          off.span.start <= span.start &&
          span.start < off.span.end &&
          (off.rules.length === 0 ||
            [rule, category, groupOf(rule)].some((name) => off.rules.includes(name))),
      ),
  )
}

/** The first part of a code, by which a whole group is named: `privacy` of `privacy/phone`. */
export const groupOf = (rule: string): string => rule.slice(0, Math.max(0, rule.indexOf('/')))

function readSwitches(note: Note): Switch[] {
  return note.comments.flatMap((comment, index) => {
    const match = SWITCH.exec(comment.text)
    if (!match || match[1] === 'enable') return []
    const rules = (match[2] ?? '')
      .replace(/--[\s\S]*$/, '')
      .split(/[\s,]+/)
      .filter(Boolean)
    return [{rules, span: reachOf(match[1] ?? '', note, comment, note.comments.slice(index + 1))}]
  })
}

function reachOf(kind: string, note: Note, comment: Comment, later: readonly Comment[]): Span {
  const from = comment.span.end
  if (kind === 'disable-file') return {start: 0, end: note.text.length}
  if (kind === 'disable') {
    const end = later.find(({text}) => /^strengths-enable\b/.test(text))?.span.start ?? note.text.length
    return {start: from, end}
  }
  if (kind === 'disable-next-block') {
    const next = note.prose.find(({span}) => span.start >= from)
    return next?.span ?? {start: from, end: from}
  }
  let line = note.lines.positionAt(from).line + 1
  while (line < note.lines.count && note.lines.lineText(line).trim() === '') line++
  return {start: note.lines.startOf(line), end: note.lines.startOf(line + 1)}
}
