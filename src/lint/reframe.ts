import type {Entry, PartOfSpeech, Reframe} from './entry.ts'
import {isFunctionWord} from './function-words.ts'
import {formsOf, type Form} from './inflect.ts'
import {placeOf, type Candidate, type Passage} from './passage.ts'
import type {Word} from './words.ts'

/** A reframe fitted to its sentence, in offsets of the prose. */
export interface Fitted {
  readonly kind: Reframe['kind']
  /** What stands in the place of the words that were met. */
  readonly text: string
  /** The stretch of prose that is replaced; wider than the match where an article goes with it. */
  readonly start: number
  readonly end: number
  readonly replacement: string
}

const HAVE = new Set([
  'have',
  'has',
  'had',
  "'s",
  "'d",
  'having',
  'be',
  'is',
  'was',
  'were',
  'been',
  'being',
  'are',
  'am',
])

/** The entry's reframes that read right in this sentence, in the entry's order. */
export function fitReframes(candidate: Candidate, passage: Passage): Fitted[] {
  const {entry} = candidate
  const swapsNoun = candidate.captures.some(({of, form}) => form && entry.forms[of] === 'noun')
  const safe = !swapsNoun || standsAlone(candidate.last, passage.words)
  const fitted = entry.reframes.flatMap((reframe) => {
    if (reframe.kind === 'apply' && !safe) return []
    const text = inflectText(reframe.text, candidate, passage.words)
    return text === undefined ? [] : [place(reframe.kind, text, candidate, passage)]
  })
  return fitted.filter(({text}, at) => fitted.findIndex((other) => other.text === text) === at)
}

function standsAlone(last: number, words: readonly Word[]): boolean {
  const next = words[last + 1]
  return next === undefined || next.apart || isFunctionWord(next.norm)
}

/** Undefined where the reframe names something that the phrase did not meet. */
function inflectText(text: string, candidate: Candidate, words: readonly Word[]): string | undefined {
  const {entry, captures} = candidate
  let complete = true
  const fitted = text.replace(/<([a-z-]+)>|[A-Za-z]+/g, (token, name: string | undefined) => {
    if (name) {
      const as = captures.find(({of}) => of === `<${name}>`)?.as
      if (as === undefined) complete = false
      return as ?? ''
    }
    const part = entry.forms[token]
    if (!part) return token
    const form = metForm(part, entry, candidate, words)
    const plural = form === 'base' && candidate.captures.some((capture) => capture.form === 'plural')
    return token === 'be' && plural ? 'are' : (formsOf(token, part)[form] ?? token)
  })
  return complete ? fixArticles(fitted) : undefined
}

function metForm(
  part: PartOfSpeech,
  entry: Entry,
  {captures, first}: Candidate,
  words: readonly Word[],
): Form {
  const formMet = (wanted: PartOfSpeech): Form | undefined =>
    captures.find(({of, form}) => form && entry.forms[of] === wanted)?.form
  const noun = formMet('noun')
  // A verb that comes with a noun agrees with it: `person who uses`, `people who use`.
  const agreeing = part === 'verb' && noun ? (noun === 'plural' ? 'base' : 'third') : 'base'
  const form = formMet(part) ?? agreeing
  return form === 'past' && HAVE.has(words[first - 1]?.norm ?? '') ? 'participle' : form
}

/** `a opioid` → `an opioid`, inside a reframe. */
const fixArticles = (text: string): string =>
  text.replace(/\b(a|an) (?=([A-Za-z]+))/g, (_, _article: string, next: string) => `${articleFor(next)} `)

function articleFor(text: string): 'a' | 'an' {
  const word = text.toLowerCase()
  if (/^(?:hour|honest|honou?r|heir)/.test(word)) return 'an'
  return /^[aeiou]/.test(word) && !/^(?:uni|use|usu|eu|one|once)/.test(word) ? 'an' : 'a'
}

function place(kind: Reframe['kind'], text: string, candidate: Candidate, passage: Passage): Fitted {
  const {words, prose} = passage
  const {start, end} = placeOf(candidate, passage)
  const first = words[candidate.first]
  // `I` and `IV` have their capitals anywhere; here a capital means that something starts.
  const raised = first?.capital && (first.leads || first.apart) ? capitalise(text) : text
  // A match that starts inside a contraction (`he’s unable to`) parts from it.
  const parted = /['’]/.test(prose.text[start] ?? '') && /\S/.test(prose.text[start - 1] ?? ' ')
  if (parted) return {kind, text, start, end, replacement: ` ${text}`}
  const article = words[candidate.first - 1]
  const joined = article && /^an?$/.test(article.norm) && prose.text.slice(article.end, start).trim() === ''
  const own = /^(?:a|an|the|some|people) /.test(text)
  if (!joined || text.startsWith('[') || (!own && articleFor(text) === article.norm))
    return {kind, text: raised, start, end, replacement: raised}
  const wanted = own ? text : `${articleFor(text)} ${text}`
  const replacement = /^[A-Z]/.test(prose.text.slice(article.start)) ? capitalise(wanted) : wanted
  return {kind, text, start: article.start, end, replacement}
}

const capitalise = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase())
