import {frontmatterSpan} from '../text/frontmatter-span.ts'
import {linesWithEnds} from '../text/lines.ts'
import {layOutForPeople, type PersonLine} from './template-people.ts'
import {stopsIn, templateParts, variablesIn, type TemplatePart} from './template-parts.ts'
import {isFromEarlierNotes, isTemplateVariable, linesOf, type TemplateValues} from './template-values.ts'

/** The template as a VS Code snippet: values filled in, tab stops left to step through. */
export const fillAsSnippet = (
  text: string,
  values: TemplateValues,
  people: readonly TemplateValues[] = [],
): string => fill(text, values, people, SNIPPET)

/** The template as a note: values filled in, tab stops emptied. A stop that suggests something keeps it. */
export const fillAsNote = (
  text: string,
  values: TemplateValues,
  people: readonly TemplateValues[] = [],
): string => fill(text, values, people, NOTE)

/** Text as a snippet that inserts exactly it. */
export const asSnippetText = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

interface Target {
  readonly text: (text: string) => string
  readonly stop: (stop: {number: number; preset: string; choices: string | undefined}) => string
  /** A line that had a tab stop. */
  readonly line: (line: string) => string
}

const NOTE: Target = {
  text: (text) => text,
  stop: ({preset}) => preset,
  line: (line) => line.replace(/[ \t]+(?=[\r\n]*$)/, ''),
}

const SNIPPET: Target = {
  text: asSnippetText,
  stop({number, preset, choices}) {
    if (choices !== undefined) return `\${${number}|${choices}|}`
    return preset === '' ? `\${${number}}` : `\${${number}:${preset}}`
  },
  line: (line) => line,
}

/**
 * `people` are the values of each person of a group note, which reach the lines of that person alone. A line with a value from earlier notes is
 * written once for each thing that they hold and left out where they hold none; one that also has a tab stop is
 * written once, with all of them. Names that are no value stay as they are.
 */
function fill(
  text: string,
  values: TemplateValues,
  people: readonly TemplateValues[],
  target: Target,
): string {
  const lines = linesWithEnds(text)
  const head = text.slice(0, frontmatterSpan(text)?.end ?? 0)
  const frontmatter = head === '' ? 0 : head.split(/\r\n|\n|\r/).length
  return layOutForPeople(lines, frontmatter, people.length)
    .flatMap((line) =>
      fillLine(line, line.person === undefined ? values : {...values, ...people[line.person]}, {
        target,
        isYaml: line.index < frontmatter,
      }),
    )
    .join('')
}

interface LineSetting {
  readonly target: Target
  readonly isYaml: boolean
}

function fillLine({line, moveStop}: PersonLine, values: TemplateValues, setting: LineSetting): string[] {
  const parts = templateParts(line)
  const earlier = variablesIn(parts).filter(({name}) => isFromEarlierNotes(name))
  const write = (own: TemplateValues): string => new LineWriter(own, setting, moveStop).write(parts)
  const [first] = earlier
  const filled = stopsIn(parts).length > 0
  if (!first || filled) return [filled ? setting.target.line(write(values)) : write(values)]
  if (earlier.some(({name}) => linesOf(values, name).length === 0)) return []
  return linesOf(values, first.name).map((item) => write({...values, [first.name]: item}))
}

class LineWriter {
  readonly #values: TemplateValues
  readonly #setting: LineSetting
  readonly #moveStop: (stop: number) => number
  /** The line so far, as it will read in the note. */
  #before = ''

  constructor(values: TemplateValues, setting: LineSetting, moveStop: (stop: number) => number) {
    this.#values = values
    this.#setting = setting
    this.#moveStop = moveStop
  }

  write(parts: readonly TemplatePart[]): string {
    return parts.map((part, index) => this.#part(part, parts[index + 1])).join('')
  }

  #part(part: TemplatePart, next: TemplatePart | undefined): string {
    const {target} = this.#setting
    if (part.kind === 'stop') {
      const preset = this.write(part.preset)
      return target.stop({number: this.#moveStop(part.number), preset, choices: part.choices})
    }
    const text = part.kind === 'text' ? part.text : this.#value(part, next)
    this.#before += text
    return target.text(text)
  }

  #value({name, raw}: {readonly name: string; readonly raw: string}, next: TemplatePart | undefined): string {
    if (!isTemplateVariable(name) && !Object.hasOwn(this.#values, name)) return raw
    const value = linesOf(this.#values, name).join('; ')
    return this.#setting.isYaml ? inYaml(value, this.#before, next) : value.replaceAll('-->', '-- >')
  }
}

/** Words that stand in YAML as they are. */
const PLAIN = /^[\p{L}\p{N}](?:[^:#"\\{}[\],&*!|>%@`]|:(?=\S)|\S#)*$/u

/** A value so that YAML reads it whole, whatever it holds: after `before`, on the same line. */
function inYaml(value: string, before: string, next: TemplatePart | undefined): string {
  const outside = before.replace(/"(?:[^"\\]|\\.)*"/g, '""')
  if (/(?:^|\s)#/.test(outside)) return value
  if (outside.replaceAll('""', '').includes('"')) return value.replace(/["\\]/g, '\\$&')
  const isWhole = /(?:^|[:-][ \t]+)$/.test(before) && (next?.kind !== 'text' || /^\s/.test(next.text))
  return value === '' || PLAIN.test(value) || !isWhole ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}
