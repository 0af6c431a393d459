import type {PartOfSpeech} from './entry.ts'
import {formsOf, type Form} from './inflect.ts'
import {readWords} from './words.ts'

/** A word of a phrase, by the spellings that it is met in. */
interface WordElement {
  readonly kind: 'word'
  readonly spellings: ReadonlyMap<string, Inflected | undefined>
  /** Tells words of other spellings or lemmas apart. */
  readonly key: string
}

/** One place of a phrase. */
export type Element =
  | WordElement
  | {readonly kind: 'class'; readonly name: string}
  | {readonly kind: 'gap'; readonly most: number}
  /** `^` and `$`: nothing of this sentence stands before, or nothing of this clause after. */
  | {readonly kind: 'start' | 'end'}
  | {readonly kind: 'choice'; readonly options: readonly (readonly Element[])[]}

/** A form of a word that the phrase's pack says inflects. */
export interface Inflected {
  readonly lemma: string
  readonly form: Form
}

/** Words that a gap (`...`) may skip where it says no number. */
const GAP = 3

const TOKEN = /\s*(?:(\.\.\.\d?|[$^])|<([a-z][a-z-]*)>|(\()|([|)])|([^\s()<>|?]+))(\?)?/y

/** Says what a phrase cannot be read for. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError'
}

/**
 * Reads a phrase as it stands in a pack: words, `(one|or other)`, `word?` for what may be left out, `<class>`
 * for a word class, `...` for up to three words (`...6` for up to six), `^` for the start of a sentence and `$`
 * for the end of a clause. A word that `forms` lists stands for all its forms.
 * @throws PhraseError with a sentence for the person who wrote the phrase.
 */
export function parsePhrase(
  phrase: string,
  forms: Readonly<Record<string, PartOfSpeech>>,
): readonly Element[] {
  const parser = new PhraseParser(phrase, forms)
  const [first, ...others] = parser.options()
  if (parser.rest !== '' && !parser.rest.startsWith(')'))
    throw new PhraseError(`“${parser.rest}” at the end of “${phrase}” cannot be read from there on.`)
  if (parser.rest !== '' || first === undefined || others.length > 0)
    throw new PhraseError(`“${phrase}” has a bracket or bar without its partner.`)
  if (first.length === 0) throw new PhraseError('A phrase holds at least one word.')
  return first
}

/** Gives every spelling of a phrase to `into`. */
export function listWords(phrase: readonly Element[], into: {add(norm: string): void}): void {
  for (const element of phrase)
    if (element.kind === 'word') for (const norm of element.spellings.keys()) into.add(norm)
    else if (element.kind === 'choice') for (const option of element.options) listWords(option, into)
}

/** True where a phrase may meet a place without any word, as `very?` and `^` do: then it would be met everywhere. */
export const meetsNothing = (phrase: readonly Element[]): boolean =>
  phrase.every((element) =>
    element.kind === 'choice'
      ? element.options.some(meetsNothing)
      : element.kind !== 'word' && element.kind !== 'class',
  )

class PhraseParser {
  #at = 0
  readonly #phrase: string
  readonly #forms: Readonly<Record<string, PartOfSpeech>>

  constructor(phrase: string, forms: Readonly<Record<string, PartOfSpeech>>) {
    this.#phrase = phrase
    this.#forms = forms
  }

  /** What is left to read. */
  get rest(): string {
    return this.#phrase.slice(this.#at)
  }

  /** The alternatives up to a closing bracket or the end. */
  options(): readonly (readonly Element[])[] {
    const options: Element[][] = [[]]
    for (;;) {
      const before = this.#at
      TOKEN.lastIndex = before
      const match = TOKEN.exec(this.#phrase)
      if (!match) {
        this.#at += /\s*/y.exec(this.#phrase.slice(before))?.[0].length ?? 0
        return options
      }
      const [, gap, name, open, mark, text, question] = match
      this.#at = TOKEN.lastIndex
      if (mark === ')') {
        // Back to the bracket: whoever opened it takes it, and what stands after it.
        this.#at -= question ? 2 : 1
        return options
      }
      if (mark === '|') options.push([])
      else {
        const elements = open ? this.#choice() : this.#element(gap, name, text)
        const optional = open ? this.#takes('?') : question !== undefined
        options.at(-1)?.push(...(optional ? [{kind: 'choice', options: [elements, []]} as const] : elements))
      }
    }
  }

  #takes(mark: string): boolean {
    const taken = this.#phrase.startsWith(mark, this.#at)
    if (taken) this.#at += mark.length
    return taken
  }

  #choice(): readonly Element[] {
    const options = this.options()
    if (!this.#takes(')')) throw new PhraseError(`“${this.#phrase}” opens a bracket and does not close it.`)
    const alone = options.map((option) => (option.length === 1 ? option[0] : undefined))
    return [alone.every(isWord) ? anyOf(alone) : {kind: 'choice', options}]
  }

  #element(gap: string | undefined, name: string | undefined, text: string | undefined): readonly Element[] {
    if (gap === '^') return [{kind: 'start'}]
    if (gap === '$') return [{kind: 'end'}]
    if (gap) return [{kind: 'gap', most: Number(gap.slice(3) || GAP)}]
    if (name) return [{kind: 'class', name}]
    const norms = normsOf(text ?? '')
    if (norms.length === 0) throw new PhraseError(`“${text}” in “${this.#phrase}” holds no word.`)
    return norms.map((norm) => wordOf(norm, Object.hasOwn(this.#forms, norm) ? this.#forms[norm] : undefined))
  }
}

/** What is read once for all packs, which say the same few thousand words over and over. */
const norms = new Map<string, readonly string[]>()
const words = new Map<string, WordElement>()

/** The words that stand in a stretch of a phrase without blanks. */
function normsOf(text: string): readonly string[] {
  const known = norms.get(text)
  if (known) return known
  const found = text === "'s" || text === "'d" ? [text] : readWords(text).map(({norm}) => norm)
  norms.set(text, found)
  return found
}

/** A word in all its forms, where `part` says that it inflects. */
function wordOf(norm: string, part: PartOfSpeech | undefined): WordElement {
  const key = part ? `${norm} ${part}` : norm
  const known = words.get(key)
  if (known) return known
  const element = wordElement(part ? formsBySpelling(norm, part) : new Map([[norm, undefined]]))
  words.set(key, element)
  return element
}

function formsBySpelling(word: string, part: PartOfSpeech): ReadonlyMap<string, Inflected> {
  const forms = Object.entries(formsOf(word, part)) as [Form, string][]
  // A spelling that serves two forms (`put`) keeps the first, so that `base` wins over `past`.
  return new Map(forms.toReversed().map(([form, spelling]) => [spelling, {lemma: word, form}]))
}

const wordElement = (spellings: WordElement['spellings']): WordElement => ({
  kind: 'word',
  spellings,
  key: [...spellings].map(([spelling, met]) => (met ? `${spelling}=${met.lemma}` : spelling)).join('|'),
})

const isWord = (element: Element | undefined): element is WordElement => element?.kind === 'word'

/** One word that is met where any of `words` is. */
function anyOf(words: readonly WordElement[]): WordElement {
  const spellings = new Map<string, Inflected | undefined>()
  for (const word of words) for (const [spelling, met] of word.spellings) spellings.set(spelling, met)
  return {kind: 'word', spellings, key: words.map(({key}) => key).join('|')}
}
