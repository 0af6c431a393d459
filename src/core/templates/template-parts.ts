/** A piece of one line of a template. */
export type TemplatePart = TextPart | VariablePart | StopPart

export interface TextPart {
  readonly kind: 'text'
  readonly text: string
}
export interface VariablePart {
  readonly kind: 'variable'
  readonly name: string
  /** As it stands in the template. */
  readonly raw: string
}
/** A place to fill in: `${1}`, `${1:so far}` or `${1|in-person,phone|}`; 0 is where the writer ends. */
export interface StopPart {
  readonly kind: 'stop'
  readonly number: number
  readonly preset: readonly TemplatePart[]
  readonly choices: string | undefined
}

const VARIABLE = String.raw`\{\{\s*(?<name>[\w.-]+)\s*\}\}`
const STOP = String.raw`\$(?:(?<bare>\d+)|\{(?<number>\d+)(?::(?<preset>(?:\{\{[^{}]*\}\}|[^}])*)|\|(?<choices>[^|}]*)\|)?\})`

/** `\$` and `\{{` stand for themselves. */
const LITERAL = String.raw`\\(?<literal>\$|\{(?=\\?\{))`

/** The pieces of a line in order; what is neither a variable nor a tab stop is text, so nothing in it can run. */
export function templateParts(line: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  const text = (end: number): void => {
    if (end > at) parts.push({kind: 'text', text: line.slice(at, end)})
  }
  for (const match of line.matchAll(new RegExp(`${LITERAL}|${VARIABLE}|${STOP}`, 'g'))) {
    text(match.index)
    at = match.index + match[0].length
    const {literal, name, bare, number, preset, choices} = match.groups ?? {}
    if (literal !== undefined) parts.push({kind: 'text', text: literal})
    else if (name !== undefined) parts.push({kind: 'variable', name, raw: match[0]})
    else
      parts.push({
        kind: 'stop',
        number: Number(bare ?? number),
        preset: preset === undefined ? [] : templateParts(preset),
        choices,
      })
  }
  text(line.length)
  return parts
}

/** All variables of a line, those that a tab stop suggests among them. */
export const variablesIn = (parts: readonly TemplatePart[]): VariablePart[] =>
  parts.flatMap((part) =>
    part.kind === 'variable' ? [part] : part.kind === 'stop' ? variablesIn(part.preset) : [],
  )

export const stopsIn = (parts: readonly TemplatePart[]): StopPart[] =>
  parts.flatMap((part) => (part.kind === 'stop' ? [part, ...stopsIn(part.preset)] : []))

/** Text as a template that gives back exactly it. */
export const asTemplateText = (text: string): string => text.replace(/\$|\{(?=\{)/g, '\\$&')
