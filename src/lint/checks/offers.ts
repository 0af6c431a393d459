import {textValues, type Frontmatter} from '../../core/yaml/frontmatter.ts'
import {parseNote, type Note} from '../../core/note.ts'
import {firstLineEnd} from '../../core/text/lines.ts'
import {applyEdits, contains, type Edit, type Span} from '../../core/text/span.ts'
import type {Offer} from '../finding.ts'

// Every offer here asks: what a record needs, the writer knows. Each is tried on the note first, and left out where
// anything but the place itself would read otherwise.

/** Something to fill in: its key, and what stands in brackets until it is filled. */
export interface Blank {
  readonly key: string
  readonly prompt: string
}

/**
 * Offers keys for an item of a list at `item`: after its own keys where it is a map; where it is a bare text, that
 * becomes the value of `main`.
 */
export function offerKeys(note: Note, item: Span, main: string, blanks: readonly Blank[]): Offer[] {
  const {text, lines} = note
  // A mark in the text takes no lines of keys.
  if (item.start >= (note.frontmatter?.span.end ?? 0)) return []
  const written = text.slice(item.start, item.end).trimEnd()
  const end = item.start + written.length
  const indent = firstLineEnd(text) + ' '.repeat(lines.positionAt(item.start).column - 1)
  const added = blanks.map(({key, prompt}) => `${key}: "[${prompt}]"`)
  const isMap = /^[\w-]+[ \t]*:(?:\s|$)/.test(written)
  const edits: Edit[] = written.startsWith('{')
    ? [{span: {start: end - 1, end: end - 1}, text: `, ${added.join(', ')}`}]
    : [
        ...(isMap ? [] : [{span: {start: item.start, end: item.start}, text: `${main}: `}]),
        {span: {start: end, end}, text: added.map((line) => indent + line).join('')},
      ]
  const shown = blanks.map(({key, prompt}) => `${key}: [${prompt}]`).join(', ')
  return addsOnly(note, edits, blanks.length) ? [{kind: 'ask', text: shown, edits}] : []
}

/** Offers what was seen beside a bare name: `persistence` becomes `persistence: "[what …]"`. */
export function offerBeside(note: Note, name: Span, prompt: string): Offer[] {
  const inList = /[[,]\s*$/.test(note.text.slice(Math.max(0, name.start - 200), name.start))
  const [before, after] = inList ? ['{', '}'] : ['', '']
  const edits: Edit[] = [
    ...(before ? [{span: {start: name.start, end: name.start}, text: before}] : []),
    {span: {start: name.end, end: name.end}, text: `: "[${prompt}]"${after}`},
  ]
  const shown = `${note.text.slice(name.start, name.end)}: [${prompt}]`
  return addsOnly(note, edits, 0) ? [{kind: 'ask', text: shown, edits}] : []
}

/** Offers lines at the top of the record, below the line of `after`; values stand as YAML writes them. */
export function offerTopKeys(
  note: Note,
  after: string,
  keys: readonly {readonly key: string; readonly value: string}[],
): Offer[] {
  const place = note.frontmatter?.entries.findLast(({key}) => key === after)
  if (!place) return []
  const {lines} = note
  const {line} = lines.positionAt(Math.max(place.keySpan.end, place.value.span.end - 1))
  const end = lines.startOf(line) + lines.lineText(line).length
  const edits: Edit[] = [
    {
      span: {start: end, end},
      text: keys.map(({key, value}) => `${firstLineEnd(note.text)}${key}: ${value}`).join(''),
    },
  ]
  const before = valuesOf(note.frontmatter)
  const now = valuesAfter(note, edits)
  const added = keys.length
  if (now?.length !== before.length + added || !before.every((value) => now.includes(value))) return []
  return [
    {kind: 'ask', text: keys.map(({key, value}) => `${key}: ${value.replaceAll('"', '')}`).join(', '), edits},
  ]
}

/** Offers `prompt`, in brackets, in place of words of the body or of a frontmatter value. */
export function offerInstead(note: Note, span: Span, prompt: string): Offer[] {
  const text = `[${prompt}]`
  if (!note.frontmatter || span.start >= note.frontmatter.span.end)
    return [{kind: 'ask', text, edits: [{span, text}]}]
  const value = [...textValues(note.frontmatter.entries)].find((each) =>
    contains(each.value.span, span),
  )?.value
  if (!value) return []
  const wanted =
    note.text.slice(value.span.start, span.start) + text + note.text.slice(span.end, value.span.end)
  for (const written of [text, `"${text}"`]) {
    const edits = [{span, text: written}]
    const after = valuesAfter(note, edits)
    const before = valuesOf(note.frontmatter)
    const changed = after?.filter((each, index) => each !== before[index]) ?? []
    const plain = changed[0] !== undefined && [wanted, unquoted(wanted)].includes(changed[0])
    if (after?.length === before.length && changed.length === 1 && plain) return [{kind: 'ask', text, edits}]
  }
  return []
}

const unquoted = (text: string): string => text.replace(/^(["'])([^]*)\1$/, '$2')

const valuesOf = (frontmatter: Frontmatter | undefined): string[] =>
  [...textValues(frontmatter?.entries ?? [])].map(({value}) => value.text)

/** The frontmatter's values after `edits`; undefined where it would no longer read without a problem more. */
function valuesAfter(note: Note, edits: readonly Edit[]): string[] | undefined {
  const {frontmatter, problems} = parseNote(applyEdits(note.text, edits))
  return problems.length > note.problems.length ? undefined : valuesOf(frontmatter)
}

/** True where the edited frontmatter says all that it said, in order, and `added` (or, beside a name, one) more. */
function addsOnly(note: Note, edits: readonly Edit[], added: number): boolean {
  const before = valuesOf(note.frontmatter)
  const after = valuesAfter(note, edits)?.filter((value) => !/^\[[^\]]*\]$/.test(value))
  if (!after) return false
  // A name with what was seen beside it is a key, no longer a value.
  const missing = added === 0 ? 1 : 0
  if (after.length !== before.length - missing) return false
  let at = 0
  for (const value of after) {
    if (value !== before[at] && missing === 1) at++
    if (value !== before[at]) return false
    at++
  }
  return true
}
