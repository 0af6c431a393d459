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
  /** True inside an unfilled placeholder, where nothing is read. */
  readonly placeholder: boolean
}

const WORD =
  /w\/o\b|w\/|\b[dcyhrbs]\/[cohprw](?![\p{L}])|[\p{L}\p{N}_\p{M}\u00AD]+(?:['’][\p{L}\p{M}]+)*|[&+](?=\s)/giu
const SOFT = /^(?:[ \t\u00A0\u202F*~]*|[ \u00A0]?[/\-\u2010\u2011]|['’]\s?)$/u
const SENTENCE_END = /[.!?…]["”’')\]]*\s|\n/u
const PLACEHOLDER = /\{\{[^}]*\}\}|\$\{[^}]*\}|\[[^\][]{0,80}\]|_{3,}/g

const ABBREVIATIONS = new Set(
  'pt pts cl cls clt dr mr mrs ms st tx hx dx sx rx fx appt appts approx vs no nos w re prev med meds hosp dept est temp min mins hr hrs wk wks mo mos yr yrs yo eval incl etc eg ie inc jr sr ave'.split(
    ' ',
  ),
)
const TITLES = new Set('dr mr mrs ms st pt cl'.split(' '))

const CONTRACTIONS: Readonly<Record<string, string>> = {ll: 'will', ve: 'have', m: 'am', re: 'are'}
const NEGATED: Readonly<Record<string, string>> = {ca: 'can', wo: 'will', sha: 'shall', ai: 'is'}
const UNMARKED: Readonly<Record<string, string>> = {
  dont: 'do', doesnt: 'does', didnt: 'did', wont: 'will', cant: 'can', isnt: 'is', wasnt: 'was',
  couldnt: 'could', wouldnt: 'would', shouldnt: 'should', hasnt: 'has', havent: 'have', arent: 'are', werent: 'were',
} // prettier-ignore

/** The words of `text` in order, with what stands between them read as joining or parting. */
export function readWords(text: string): Word[] {
  const holes = [...text.matchAll(PLACEHOLDER)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
  const words: Word[] = []
  let from = 0
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(from, match.index)
    const previous = words.at(-1)
    const opens = previous === undefined || endsSentence(previous, gap, match[0])
    const apart = opens || !(SOFT.test(gap) || (gap === '. ' && isAbbreviation(previous)))
    const placeholder = holes.some(([start, end]) => start <= match.index && match.index < end)
    const capital = /^\p{Lu}/u.test(match[0])
    for (const part of partsOf(match[0], match.index))
      words.push({
        ...part,
        capital: capital && part.start === match.index,
        apart: part.start === match.index && apart,
        opens: part.start === match.index && opens,
        placeholder,
      })
    from = match.index + match[0].length
  }
  return words
}

const isAbbreviation = (word: Word | undefined): boolean => word !== undefined && ABBREVIATIONS.has(word.norm)

function endsSentence(previous: Word, gap: string, next: string): boolean {
  if (!SENTENCE_END.test(gap)) return false
  if (!gap.startsWith('.') || !isAbbreviation(previous)) return true
  return /^\p{Lu}/u.test(next) && !TITLES.has(previous.norm)
}

function partsOf(raw: string, start: number): {norm: string; start: number; end: number}[] {
  const word = raw.toLowerCase().replaceAll('’', "'").replaceAll('\u00AD', '')
  const end = start + raw.length
  if (word === '&' || word === '+') return [{norm: 'and', start, end}]
  if (word === 'cannot')
    return [
      {norm: 'can', start, end: start + 3},
      {norm: 'not', start: start + 3, end},
    ]
  const bare = UNMARKED[word]
  if (bare)
    return [
      {norm: bare, start, end: end - 2},
      {norm: 'not', start: end - 2, end},
    ]
  const at = word.lastIndexOf("'")
  if (at < 1) return [{norm: word, start, end}]
  const tail = word.slice(at + 1)
  if (tail === 't' && word[at - 1] === 'n') {
    const head = word.slice(0, at - 1)
    return [
      {norm: NEGATED[head] ?? head, start, end: start + at - 1},
      {norm: 'not', start: start + at - 1, end},
    ]
  }
  if (!['s', 'd', ...Object.keys(CONTRACTIONS)].includes(tail)) return [{norm: word, start, end}]
  return [
    {norm: word.slice(0, at), start, end: start + at},
    {norm: CONTRACTIONS[tail] ?? `'${tail}`, start: start + at, end},
  ]
}
