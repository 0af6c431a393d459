import type {LineProblem} from '../yaml/yaml-data.ts'
import {valueAt, type MapValue} from '../yaml/frontmatter.ts'
import {fillAsNote} from './fill-template.ts'
import {parseNote, type Note} from '../note.ts'
import {closingDashes} from '../text/frontmatter-span.ts'
import {templateParts, variablesIn} from './template-parts.ts'
import {isTemplateVariable, linesOf, TEMPLATE_VARIABLES, type TemplateValues} from './template-values.ts'

/** A note template: Markdown with values (`{{client}}`) and tab stops (`${1}`). Nothing in it runs. */
export interface Template {
  /** The name of its file without the extension. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** Which practice it serves, in a line that a specialist would be glad to read. */
  readonly practice: string
  /** What is asked before the note is made; each answer is a value under its name. */
  readonly asks: readonly TemplateQuestion[]
  /** Where a note made from it goes, below the notes folder; holds values. */
  readonly file: string
  /** The kind of contact it is for, where its text says one. */
  readonly kind: string | undefined
  /** The note to be, its `template:` block taken out. */
  readonly text: string
}

export interface TemplateQuestion {
  readonly name: string
  readonly question: string
}

/** Reads a template; undefined with a problem where it has no `template:` block. */
export function readTemplate(
  text: string,
  id: string,
): {readonly template: Template | undefined; readonly problems: readonly LineProblem[]} {
  const note = parseNote(text)
  const {frontmatter, lines} = note
  const block = frontmatter?.entries.find((entry) => entry.key === 'template')
  if (!frontmatter || block?.value.kind !== 'map') return {template: undefined, problems: withoutBlock(note)}
  const next = frontmatter.entries.find((entry) => entry.keySpan.start > block.keySpan.start)
  const after = next?.keySpan.start ?? closingDashes(text, frontmatter.span)
  const map = block.value
  const kind = valueAt(frontmatter.entries, 'kind')
  const template: Template = {
    id,
    name: textAt(map, 'name') || id,
    description: textAt(map, 'description'),
    practice: textAt(map, 'practice'),
    asks: readQuestions(map),
    file: textAt(map, 'file') || 'clients/{{client}}/{{date}}.md',
    kind: kind?.kind === 'text' && /^[\w-]+$/.test(kind.text) ? kind.text : undefined,
    text: text.slice(0, block.keySpan.start) + text.slice(after),
  }
  const clashes = template.asks
    .filter(({name}) => isTemplateVariable(name))
    .map(({name}) => ({
      line: lines.positionAt(block.keySpan.start).line,
      message: `{{${name}}} is filled in by itself; a question of its own takes another name.`,
    }))
  const taken = text.slice(block.keySpan.start, after).split(/\r\n|\n|\r/).length - 1
  return {
    template,
    problems: [...brokenWhenFilled(template, taken), ...clashes, ...unknownNames(note, template)],
  }
}

function withoutBlock({lines, problems}: Note): LineProblem[] {
  if (problems.length === 0)
    return [
      {line: 1, message: 'A template starts with a `template:` block that gives its name and description.'},
    ]
  return problems.map(({span, message}) => ({line: lines.positionAt(span.start).line, message}))
}

/** `asks: {topic: What was it about?}`, in their order. */
function readQuestions(map: MapValue): TemplateQuestion[] {
  const asks = valueAt(map.entries, 'asks')
  if (asks?.kind !== 'map') return []
  return asks.entries.flatMap(({key, value}) =>
    value.kind === 'text' ? {name: key.trim(), question: value.text.trim()} : [],
  )
}

function unknownNames({text}: Note, {asks}: Template): LineProblem[] {
  const known = [...Object.keys(TEMPLATE_VARIABLES), ...asks.map(({name}) => name)]
  return text.split(/\r\n|\n|\r/).flatMap((line, index) =>
    variablesIn(templateParts(line))
      .filter(({name}) => !known.includes(name))
      .map(({name}) => ({
        line: index + 1,
        message: `{{${name}}} is not a value that a template has; those are ${known.join(', ')}. It stays as it is.`,
      })),
  )
}

/** Tab stops are no YAML, so a template is read as the note that it becomes; `taken` lines stood above. */
function brokenWhenFilled({text}: Template, taken: number): LineProblem[] {
  const sample = {client: 'c-1', date: '2026-01-01', start: '09:00', specialist: 'ab'}
  const filled = fillAsNote(text, sample)
  const {problems, lines} = parseNote(filled)
  return problems
    .filter(({code, severity}) => severity === 'error' || code === 'yaml/syntax')
    .map(({span, message}) => {
      const line = lines.positionAt(span.start).line
      return {line: lineInTemplate(text, lines.lineText(line), line) + taken, message}
    })
}

/** Lines about earlier notes are left out of the sample, so what stands at `line` of it may stand later here. */
function lineInTemplate(text: string, words: string, line: number): number {
  const before = text.split(/\r\n|\n|\r/)
  const same = before.findIndex((each, index) => index >= line - 1 && each.trimEnd() === words)
  return same < 0 ? line : same + 1
}

const textAt = (map: MapValue, key: string): string => {
  const value = valueAt(map.entries, key)
  return value?.kind === 'text' ? value.text : ''
}

/** Where the note goes, with `/` between the parts; it never leads out of the notes folder. */
export const fillPath = (template: Template, values: TemplateValues): string =>
  templateParts(template.file)
    .map((part) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'stop') return ''
      const isKnown = isTemplateVariable(part.name) || Object.hasOwn(values, part.name)
      return isKnown
        ? linesOf(values, part.name)
            .join('-')
            .replace(/[^\p{L}\p{N}._-]+/gu, '-')
        : part.raw
    })
    .join('')
    .split(/[\\/]+/)
    .filter((part) => !/^\.*$/.test(part))
    .join('/')

/** The path for the `count`th note that wants the same one: `2026-07-14.md`, then `2026-07-14-2.md`. */
export const numberedPath = (path: string, count: number): string =>
  count === 1 ? path : path.replace(/(\.\w+)?$/, `-${count}$1`)

/** The id that a note at `path` is given, so that other notes may speak of it when its file has moved. */
export const noteIdAt = (path: string): string => path.replace(/\.[^./]+$/, '').replace(/^clients\//, '')
