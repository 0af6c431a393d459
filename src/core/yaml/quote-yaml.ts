import {parseDocument, isScalar} from 'yaml'

/** Plain texts that other readers of YAML take for a number, a truth value or a date. */
const READ_AS_OTHER =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.?\d[\d_.,:eExXoO+-]*|\.inf)|\.nan|\d{4}-\d{1,2}-\d{1,2}.*)$/i

const DAY_OR_TIME = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\d{1,9}|yes|no)$/

/**
 * A text as it is written after a colon or a dash so that it reads back as itself: as it is where YAML reads it so,
 * else in double quotation marks. Days, times of day, whole numbers, yes and no stay bare, as people write them.
 * `flow`: inside brackets or braces, where commas and brackets end a text.
 */
export function quoteYaml(text: string, {flow = false}: {readonly flow?: boolean} = {}): string {
  if (DAY_OR_TIME.test(text)) return text
  return !READ_AS_OTHER.test(text) && readsBack(text, text, flow) ? text : doubleQuoted(text)
}

/** By the reader itself, in the three places where a value may stand. */
function readsBack(written: string, text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || /[\p{Cc}\u2028\u2029\uFEFF]/u.test(text)) return false
  // A quotation mark at the start invites somebody to put one at the end, too.
  if (/^["'“‘]|:$/.test(text)) return false
  const places = flow ? [`- {a: ${written}, b: c}`, `- [${written}, b]`] : [`- a: ${written}`, `- ${written}`]
  return places.every((yaml) => {
    const document = parseDocument(yaml, {schema: 'failsafe', prettyErrors: false})
    if (document.errors.length > 0 || document.warnings.length > 0) return false
    const found = /^- [[{]/.test(yaml)
      ? document.getIn(yaml[2] === '{' ? [0, 'a'] : [0, 0], true)
      : document.getIn(yaml.startsWith('- a: ') ? [0, 'a'] : [0], true)
    return isScalar(found) && found.value === text && !found.comment
  })
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** A text between double quotation marks, with an escape for each sign that cannot stand there as it is. */
export const doubleQuoted = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/gu, (unit) => ESCAPES[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`
