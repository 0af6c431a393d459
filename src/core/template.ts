import {valueAt, type MapValue} from './frontmatter.ts'
import {parseNote} from './note.ts'

/** A note template: Markdown with variables (`{{client}}`) and tab stops (`${1}`). Nothing in it runs. */
export interface Template {
  /** The name of its file without the extension. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** Which practice it serves, in a line that a specialist would be glad to read. */
  readonly practice: string
  /** Where a note made from it goes, below the notes folder; holds variables. */
  readonly file: string
  /** The note to be, its `template:` block taken out. */
  readonly text: string
}

/** Variables that a template may name. */
export const TEMPLATE_VARIABLES = ['client', 'date', 'start', 'specialist'] as const

export type TemplateValues = Readonly<Record<(typeof TEMPLATE_VARIABLES)[number], string>>

export interface TemplateProblem {
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}/g
const STOP = /\$(?:(\d+)|\{\d+\}|\{\d+\|[^}]*\|\}|\{\d+:([^}]*)\})/g

/** Reads a template; undefined with a problem where it has no `template:` block with a name. */
export function readTemplate(
  text: string,
  id: string,
): {readonly template: Template | undefined; readonly problems: readonly TemplateProblem[]} {
  const {frontmatter, lines, problems: unread} = parseNote(text)
  const block = frontmatter?.entries.find((entry) => entry.key === 'template')
  if (!frontmatter || !block || block.value.kind !== 'map') {
    const message = 'A template starts with a `template:` block that gives its name and description.'
    const broken = unread.map(({span, message: reason}) => ({
      line: lines.positionAt(span.start).line,
      message: reason,
    }))
    return {template: undefined, problems: broken.length > 0 ? broken : [{line: 1, message}]}
  }
  const next = frontmatter.entries.find((entry) => entry.keySpan.start > block.keySpan.start)
  const after = next?.keySpan.start ?? text.lastIndexOf('---', frontmatter.span.end)
  const field = (key: string): string => textAt(block.value as MapValue, key)
  const template: Template = {
    id,
    name: field('name') || id,
    description: field('description'),
    practice: field('practice'),
    file: field('file') || 'clients/{{client}}/{{date}}.md',
    text: text.slice(0, block.keySpan.start) + text.slice(after),
  }
  const problems = [...text.matchAll(VARIABLE)]
    .filter(([, name]) => !TEMPLATE_VARIABLES.some((known) => known === name))
    .map((match) => ({
      line: lines.positionAt(match.index).line,
      message: `{{${match[1]}}} is not a variable; those are ${TEMPLATE_VARIABLES.join(', ')}. It stays as it is.`,
    }))
  const taken = text.slice(block.keySpan.start, after).split(/\r\n|\n|\r/).length - 1
  return {template, problems: [...brokenWhenFilled(template.text, taken), ...problems]}
}

/** Tab stops are no YAML, so a template is read as the note that it becomes; `taken` lines stood above. */
function brokenWhenFilled(text: string, taken: number): TemplateProblem[] {
  const sample = {client: 'c-1', date: '2026-01-01', start: '09:00', specialist: 'ab'}
  const {problems, lines} = parseNote(fillAsNote(text, sample))
  return problems
    .filter(({severity}) => severity === 'error')
    .map(({span, message}) => ({line: lines.positionAt(span.start).line + taken, message}))
}

const textAt = (map: MapValue, key: string): string => {
  const value = valueAt(map.entries, key)
  return value?.kind === 'text' ? value.text : ''
}

/** The template as a VS Code snippet: variables filled, tab stops left in. */
export const fillAsSnippet = (text: string, values: TemplateValues): string =>
  fillVariables(text, values, (value) => value.replace(/[\\$}]/g, '\\$&'))

/** The template as a note: variables filled, tab stops emptied. A stop with a default keeps it. */
export const fillAsNote = (text: string, values: TemplateValues): string =>
  fillVariables(
    text.replace(STOP, (_, _number, preset: string | undefined) => preset ?? ''),
    values,
    (value) => value,
  ).replace(/[ \t]+$/gm, '')

/** Where the note goes, with `/` between the parts; it never leads out of the notes folder. */
export const fillPath = (template: Template, values: TemplateValues): string =>
  fillVariables(template.file, values, (value) => value.replace(/[^\p{L}\p{N}._-]+/gu, '-'))
    .split(/[\\/]+/)
    .filter((part) => !/^\.*$/.test(part))
    .join('/')

/** Unknown variables stay visible. */
function fillVariables(text: string, values: TemplateValues, write: (value: string) => string): string {
  return text.replace(VARIABLE, (whole, name: string) =>
    Object.hasOwn(values, name) ? write(values[name as keyof TemplateValues]) : whole,
  )
}
