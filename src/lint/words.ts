/** One word of a stretch of prose; a contraction is two (`doesn't` is `does`, `not`). */
export interface Word {
  /** As phrases are written: lower case, straight apostrophes, contractions spelled out. */
  readonly norm: string
  readonly start: number
  readonly end: number
  /** True where the writer set a capital. */
  readonly capital: boolean
  /** True where punctuation that no phrase crosses stands between this word and the one before. */
  readonly apart: boolean
  /** True where a sentence starts. */
  readonly opens: boolean
  /** True where a sentence starts, or what a colon, a semicolon or a dash leads to. */
  readonly leads: boolean
  /** True inside an unfilled placeholder, where nothing is read. */
  readonly placeholder: boolean
}

// Letters of every script by range: `\p{L}` costs several times as much on each of ten thousand words.
const LETTER =
  'A-Za-z0-9_\\u00AA\\u00AD\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF\\u2C00-\\u2DFF\\u3040-\\uD7FF\\uF900-\\uFDFF'
const WORD = new RegExp(
  `w/o\\b|w/|\\b[dcyhrbsDCYHRBS]/[cohprwCOHPRW](?![${LETTER}])|[${LETTER}]+(?:['’][A-Za-z]+)*|[&+](?=\\s)`,
  'g',
)
const SOFT = /^(?:[ \t\u00A0\u202F*~]*|[ \u00A0]?[/\-\u2010\u2011]|['’]\s?)$/
const SENTENCE_END = /[.!?…]["”’')\]]*\s|\n/
const LEAD = /[:;—–]|\s-\s/
// Bounded, so that brackets which never close cost no time.
const PLACEHOLDER = /\{\{[^}]{0,80}\}\}|\$\{[^}]{0,300}\}|\[[^\][]{0,80}\]|_{3,}/g

const ABBREVIATIONS = new Set(
  'pt pts cl cls clt dr mr mrs ms st tx hx dx sx rx fx appt appts approx vs no nos w re prev med meds hosp dept est temp min mins hr hrs wk wks mo mos yr yrs yo eval incl etc eg ie inc jr sr ave'.split(
    ' ',
  ),
)
const TITLES = new Set('dr mr mrs ms st pt cl'.split(' '))

const SHORTHAND = new Map([
  ['&', 'and'],
  ['+', 'and'],
  ['w/', 'with'],
  ['w/o', 'without'],
])
const CONTRACTIONS = new Map([
  ['ll', 'will'],
  ['ve', 'have'],
  ['m', 'am'],
  ['re', 'are'],
  ['s', "'s"],
  ['d', "'d"],
])
const NEGATED = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
])
/** Contractions that people type without the mark. */
const UNMARKED = new Map(
  'do does did wo ca is was could would should has have are were'
    .split(' ')
    .map((head) => [`${head}nt`, NEGATED.get(head) ?? head]),
)

/** The words of `text` in order, with what stands between them read as joining or parting. */
export function readWords(text: string): Word[] {
  const holes = /[[{_]/.test(text) ? [...text.matchAll(PLACEHOLDER)] : []
  const words: Word[] = []
  let from = 0
  let hole = 0
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    const start = match.index
    const previous = words.at(-1)
    const plain = previous !== undefined && start === from + 1 && text[from] === ' '
    const gap = plain ? ' ' : text.slice(from, start)
    const opens = previous === undefined || (!plain && endsSentence(previous, gap, raw))
    const apart = opens || !(plain || SOFT.test(gap) || (gap === '. ' && isAbbreviation(previous)))
    const leadsOn = opens || (apart && LEAD.test(gap))
    while (hole < holes.length && endOf(holes[hole]) <= start) hole++
    const placeholder = start >= (holes[hole]?.index ?? Infinity)
    const small = raw.toLowerCase()
    // `İ` is two units in lower case, and places are those of the text.
    const lower = small.length === raw.length ? small : raw
    const capital = lower[0] !== raw[0]
    const first = words.length
    for (const [norm, begin, end] of partsOf(lower, start, start + raw.length)) {
      const heads = words.length === first
      words.push({
        norm,
        start: begin,
        end,
        capital: capital && heads,
        apart: apart && heads,
        opens: opens && heads,
        leads: leadsOn && heads,
        placeholder,
      })
    }
    from = start + raw.length
  }
  return words
}

const endOf = (match: RegExpExecArray | undefined): number =>
  match === undefined ? Infinity : match.index + match[0].length

const isAbbreviation = (word: Word | undefined): boolean => word !== undefined && ABBREVIATIONS.has(word.norm)

function endsSentence(previous: Word, gap: string, next: string): boolean {
  if (!SENTENCE_END.test(gap)) return false
  if (!gap.startsWith('.') || !isAbbreviation(previous)) return true
  return /^\p{Lu}/u.test(next) && !TITLES.has(previous.norm)
}

type Part = readonly [norm: string, start: number, end: number]

/** A word in lower case as one part, or as two where it is a contraction. */
function partsOf(lower: string, start: number, end: number): readonly Part[] {
  const shorthand = SHORTHAND.get(lower)
  if (shorthand) return [[shorthand, start, end]]
  if (lower === 'cannot')
    return [
      ['can', start, start + 3],
      ['not', start + 3, end],
    ]
  const bare = UNMARKED.get(lower)
  if (bare)
    return [
      [bare, start, end - 2],
      ['not', end - 2, end],
    ]
  const at = Math.max(lower.lastIndexOf("'"), lower.lastIndexOf('’'))
  if (at < 1) return [[lower.includes('\u00AD') ? lower.replaceAll('\u00AD', '') : lower, start, end]]
  const tail = lower.slice(at + 1)
  if (tail === 't' && lower[at - 1] === 'n') {
    const head = lower.slice(0, at - 1)
    return [
      [NEGATED.get(head) ?? head, start, start + at - 1],
      ['not', start + at - 1, end],
    ]
  }
  const known = CONTRACTIONS.get(tail)
  if (!known) return [[lower.replaceAll('’', "'"), start, end]]
  return [
    [lower.slice(0, at), start, start + at],
    [known, start + at, end],
  ]
}
