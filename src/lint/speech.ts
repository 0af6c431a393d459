import type {Span} from '../core/text/span.ts'
import type {Word} from './words.ts'

/** A stretch that somebody other than the writer says, in offsets of the prose. */
export interface Quotation extends Span {
  /** True where the writer sets one judging word in marks and nobody is said to have said it. */
  readonly scare: boolean
}

const MARK = /["“”„‘’']/g
const ANY_MARK = new RegExp(MARK.source)
const OPENING = /[\s([{—–/]/
const CLOSING = /[\s.,;:!?)\]}—–/]/
const SPEAKS = new Set(
  'say says said saying tell tells told telling ask asks asked asking answer answers answered reply replies replied write writes wrote written state states stated call calls called calling shout shouted yell yelled whisper whispered add adds added report reports reported describe describes described explain explained think thinks thought feel feels felt text texted texts sign signed signs joke jokes joked quote quotes quoted word words term phrase name label labels laugh laughed laughs put puts refer refers referred identify identifies identified voice voices written heard hear hears read reads like likes liked dislike dislikes hate hates prefer prefers whiteboard sign poster sticker stamp stamped marked circled crossed struck removed replaced typed titled headed'.split(
    ' ',
  ),
)

/**
 * Where `text` quotes somebody. Marks are paired within one stretch of prose; an opening double mark without a
 * partner quotes to the end (a quotation of several paragraphs closes once), a lone single mark quotes nothing.
 */
export function findQuotations(text: string, words: readonly Word[]): Quotation[] {
  const found: Quotation[] = []
  if (!ANY_MARK.test(text)) return found
  for (const span of pairMarks(text)) found.push({...span, scare: isScareQuote(text, span, words)})
  return found
}

function pairMarks(text: string): Span[] {
  const spans: Span[] = []
  let open: {readonly mark: string; readonly at: number} | undefined
  for (const {0: mark, index: at} of text.matchAll(MARK)) {
    const kind = open ? closes(open.mark, mark, text, at) : undefined
    if (open && kind) {
      spans.push({start: open.at, end: at + 1})
      open = undefined
    } else if (opensAt(mark, text, at) && (!open || isSingle(open.mark))) open = {mark, at}
  }
  if (open && !isSingle(open.mark)) spans.push({start: open.at, end: text.length})
  return spans
}

const isSingle = (mark: string): boolean => "'‘’".includes(mark)

function opensAt(mark: string, text: string, at: number): boolean {
  if (mark === '”' || mark === '’') return false
  if (mark === '“' || mark === '„') return true
  const before = at === 0 || OPENING.test(text[at - 1] ?? '')
  const after = /\S/.test(text[at + 1] ?? '')
  if (mark === '"') return (before || text[at - 1] === '*') && after
  return (
    before &&
    /[\p{L}]/u.test(text[at + 1] ?? '') &&
    !/^['‘](?:\d\ds?|em|til|cause|bout|round|n)\b/iu.test(text.slice(at, at + 8))
  )
}

function closes(open: string, mark: string, text: string, at: number): boolean {
  if (open === '"' || open === '“' || open === '„')
    return mark === '"' || mark === '”' || (open === '„' && mark === '“')
  if (!isSingle(mark) || mark === '‘') return false
  const next = text[at + 1]
  return (next === undefined || CLOSING.test(next) || '"”'.includes(next)) && /\S/.test(text[at - 1] ?? ' ')
}

/** One or two words in marks, with nobody near who says them, are the writer's own. */
function isScareQuote(text: string, span: Span, words: readonly Word[]): boolean {
  const first = firstFrom(words, span.start)
  const inside = words.slice(first, first + 3).filter((word) => word.end <= span.end)
  const content = text.slice(span.start + 1, span.end - 1)
  if (inside.length === 0 || inside.length > 2 || /[.!?,]["”’']?$/.test(content)) return false
  const near = [...sentencePart(words, first, -1), ...sentencePart(words, first + inside.length - 1, 1)]
  return !near.some((word) => SPEAKS.has(word.norm))
}

/** Place of the first word that starts at `offset` or after it. */
function firstFrom(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function sentencePart(words: readonly Word[], from: number, step: 1 | -1): Word[] {
  const part: Word[] = []
  for (let at = from; part.length < 7; at += step) {
    const word = words[at + step]
    if (!word || (step === 1 ? word.opens : words[at]?.opens)) break
    part.push(word)
  }
  return part
}
