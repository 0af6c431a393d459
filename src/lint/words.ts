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
const LETTERS = new RegExp(`[${LETTER}]`)
const LETTER_OF_ANY_KIND = 1
const PLAIN_LETTER = 2
/** For every unit whether a word is made of it, and whether it is plain: the same in lower case, as digits are too. */
const KIND = Uint8Array.from({length: 0x10000}, (_, unit) => {
  const letter = String.fromCharCode(unit)
  if (!LETTERS.test(letter)) return 0
  return /[a-z0-9]/.test(letter) ? PLAIN_LETTER : LETTER_OF_ANY_KIND
})
const BLANK = 0x20
/** Between words these stand for one. */
const AND = 0x26
const PLUS = 0x2b
const SLASH = 0x2f
const SMALL_T = 0x74
const STRAIGHT = 0x27
const CURLY = 0x2019
/** After these a word may go on. */
const mayGoOn = (unit: number): boolean => unit === SLASH || unit === STRAIGHT || unit === CURLY
const SLASHED = /(?:w\/o?|[dcyhrbs]\/[cohprw])(?![A-Za-z])/iy
const SOFT = /^(?:[ \t\u00A0\u202F*~]*|[ \u00A0]?[/\-\u2010\u2011]|['’]\s?)$/
const SENTENCE_END = /[.!?…]["”’')\]]*\s|[\n•▪◦]/
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
    .map((head): [string, string] => [`${head}nt`, NEGATED.get(head) ?? head])
    .concat([['cannot', 'can']]),
)

/** The words of `text` in order, with what stands between them read as joining or parting. */
export function readWords(text: string): Word[] {
  const holes = /[[{_]/.test(text) ? [...text.matchAll(PLACEHOLDER)] : []
  const words: Word[] = []
  let previous: Word | undefined
  let from = 0
  let hole = 0
  for (let start = nextWord(text, 0); start < text.length; start = nextWord(text, from)) {
    let end = start
    let isPlain = true
    for (let kind = 0; end < text.length && (kind = KIND[text.charCodeAt(end)] ?? 0) > 0; end++)
      if (kind === LETTER_OF_ANY_KIND) isPlain = false
    if (end === start || mayGoOn(text.charCodeAt(end))) {
      end = endOfWord(text, start)
      isPlain = false
    }
    const raw = text.slice(start, end)
    const plain = previous !== undefined && start === from + 1 && text.charCodeAt(from) === BLANK
    const gap = plain ? ' ' : text.slice(from, start)
    const opens = previous === undefined || (!plain && endsSentence(previous, gap, raw))
    const apart = opens || !(plain || SOFT.test(gap) || (gap === '. ' && isAbbreviation(previous)))
    while (hole < holes.length && endOf(holes[hole]) <= start) hole++
    const placeholder = start >= (holes[hole]?.index ?? Infinity)
    const leads = opens || (apart && LEAD.test(gap))
    const lower = isPlain ? raw : lowerCase(raw)
    const capital = !isPlain && lower !== raw && lower[0] !== raw[0]
    const {norm, tail} = isPlain ? splitPlain(lower) : splitWord(lower)
    const parting = end - (tail?.length ?? 0)
    previous = {norm, start, end: parting, capital, apart, opens, leads, placeholder}
    words.push(previous)
    if (tail) words.push((previous = secondOf(tail.norm, parting, end, placeholder)))
    from = end
  }
  return words
}

function lowerCase(raw: string): string {
  const small = raw.toLowerCase()
  // `İ` is two units in lower case, and places are those of the text.
  return small.length === raw.length ? small : raw
}

/** The second word of a contraction, which starts nothing; its fields stand as those of every other word do. */
function secondOf(norm: string, start: number, end: number, placeholder: boolean): Word {
  return {norm, start, end, capital: false, apart: false, opens: false, leads: false, placeholder}
}

/** Where the next word starts, at `from` or after it; the length of the text where none does. */
function nextWord(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if ((KIND[unit] ?? 0) > 0 || ((unit === AND || unit === PLUS) && /\s/.test(text[at + 1] ?? ''))) break
  }
  return at
}

function endOfWord(text: string, start: number): number {
  if (KIND[text.charCodeAt(start)] === 0) return start + 1
  if (text.charCodeAt(start + 1) === SLASH) {
    SLASHED.lastIndex = start
    if (SLASHED.test(text)) return SLASHED.lastIndex
  }
  let end = start
  for (;;) {
    while (end < text.length && (KIND[text.charCodeAt(end)] ?? 0) > 0) end++
    const mark = text.charCodeAt(end)
    if ((mark !== STRAIGHT && mark !== CURLY) || !/[A-Za-z]/.test(text[end + 1] ?? '')) return end
    end++
  }
}

const endOf = (match: RegExpExecArray | undefined): number =>
  match === undefined ? Infinity : match.index + match[0].length

const isAbbreviation = (word: Word | undefined): boolean => word !== undefined && ABBREVIATIONS.has(word.norm)

function endsSentence(previous: Word, gap: string, next: string): boolean {
  if (!SENTENCE_END.test(gap)) return false
  if (!gap.startsWith('.') || !isAbbreviation(previous)) return true
  return /^\p{Lu}/u.test(next) && !TITLES.has(previous.norm)
}

/** How a word reads, and how the last `length` units of it read where it is a contraction. */
interface Reading {
  readonly norm: string
  readonly tail: {readonly norm: string; readonly length: number} | undefined
}

const PLAIN = /^[a-z0-9]*$/

/** A word of small letters alone, most of which are what they are. */
function splitPlain(lower: string): Reading {
  const isBare = lower.charCodeAt(lower.length - 1) === SMALL_T && /nt$|^cannot$/.test(lower)
  const bare = isBare ? UNMARKED.get(lower) : undefined
  return bare
    ? {norm: bare, tail: {norm: 'not', length: lower === 'cannot' ? 3 : 2}}
    : {norm: lower, tail: undefined}
}

function splitWord(lower: string): Reading {
  if (PLAIN.test(lower)) return splitPlain(lower)
  const at = Math.max(lower.lastIndexOf("'"), lower.lastIndexOf('’'))
  if (at > 0) return splitContraction(lower, at)
  const norm = lower.includes('\u00AD') ? lower.replaceAll('\u00AD', '') : (SHORTHAND.get(lower) ?? lower)
  return {norm, tail: undefined}
}

function splitContraction(lower: string, at: number): Reading {
  const tail = lower.slice(at + 1)
  if (tail === 't' && lower[at - 1] === 'n') {
    const head = lower.slice(0, at - 1)
    return {norm: NEGATED.get(head) ?? head, tail: {norm: 'not', length: 3}}
  }
  const known = CONTRACTIONS.get(tail)
  if (known) return {norm: lower.slice(0, at), tail: {norm: known, length: lower.length - at}}
  return {norm: lower.replaceAll('’', "'"), tail: undefined}
}
