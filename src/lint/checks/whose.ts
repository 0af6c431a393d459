import type {Note} from '../../core/note.ts'
import type {Span} from '../../core/text/span.ts'

/** Words that make what stands near them somebody's own: a number that is theirs, a door that is theirs. */
const PERSONAL =
  /\b(?:his|her|their|my|whose|personal|home|cell|cellphone|mobile|client['’]?s?|pt['’]?s?|participant['’]?s?|(?:mom|mother|dad|father|sister|brother|son|daughter|wife|husband|partner|aunt|uncle|cousin|grandmother|grandma|nana|girlfriend|boyfriend|friend|sponsor|neighbou?r|roommate)(?:['’]s)?|(?:call|text|phone|reach|ring|e-?mail|message|contact)(?:s|ed|ing)?\s+(?:him|her|them|me))\b/i

/** Words that make it an office's or a service's, whose address and number are public. */
const PUBLIC =
  /\b(?:hot-?line|help-?line|warm-?line|crisis|lifeline|office|desk|front|reception|clinic|hospital|pharmacy|center|centre|court|courthouse|shelter|intake|agency|department|dept|county|city|state|school|college|library|church|hall|union|bank|store|shop|company|employer|landlord|housing authority|programs?|services?|team|unit|ward|nurse|doctor|dr|lawyer|attorney|counselor|case ?manager|caseworker|worker|probation|parole|officer|benefits?|medicaid|medicare|insurance|fax|ext|extension|main|toll|group|meetings?|aa|na|food bank|pantry|legal aid|transport|dispatch|line|work|info|website)\b/i

/** How far around a place words can say whose it is. */
const NEAR = 70

/**
 * True where the words of the same line, or shortly before, make what stands at `span` a private person's and
 * none makes it an office's. Silence wins: a number that may be public is left alone.
 */
export function isSomebodys({text, lines}: Note, {start, end}: Span): boolean {
  const {line} = lines.positionAt(start)
  const from = Math.max(lines.startOf(Math.max(1, line - 1)), start - NEAR)
  const to = Math.min(lines.startOf(line + 1), end + NEAR)
  const before = lastSentence(text.slice(from, start))
  const after = text.slice(end, to).split(/[.;!?]\s/)[0] ?? ''
  return PERSONAL.test(before) && !PUBLIC.test(before) && !PUBLIC.test(after)
}

const lastSentence = (text: string): string => text.split(/[.;!?]\s+(?=[\p{Lu}"“])/u).at(-1) ?? ''

/** Kinds of resources that are people rather than places. */
const PEOPLE = new Set([
  'family',
  'partner',
  'children',
  'friend',
  'peer',
  'sponsor',
  'mentor',
  'neighbour',
  'neighbor',
  'co-worker',
])

/** True where `kind` of a resource says that its contact is a person's own. */
export const isPersonsKind = (kind: string | undefined): boolean => PEOPLE.has(kind?.toLowerCase() ?? '')
