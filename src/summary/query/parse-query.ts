import type {CivilDate} from '../../core/time/civil-date.ts'
import type {Span} from '../../core/text/span.ts'
import {plainWord} from '../../core/record/record-words.ts'
import type {Choice} from '../../core/record/vocabulary-form.ts'
import {LISTS} from './lists.ts'
import {nearestWord} from './nearest-word.ts'
import {daysNamed, TIMES, type Days} from './period.ts'
import type {QueryList} from './query-list.ts'
import {JOINERS, STOPS, TAILS, THIS_PERSON, WHOLES, type Option, type Whole} from './query-vocabulary.ts'
import {queryWords, type QueryWord} from './query-words.ts'
import type {Condition, ParsedQuery, QueryPeriod, QueryProblem, WholeQuery} from './query.ts'

export interface QuerySettings {
  readonly asOf: CivilDate
  /** Whom `this person` means: the one that the note around the question is about. */
  readonly client?: string | undefined
}

export interface QueryReading {
  readonly parsed: ParsedQuery
  /** What could stand at the end of the question, or where it stopped making sense. */
  readonly options: readonly Option[]
  /** An id of a person could stand there. */
  readonly takesClient: boolean
}

/** Reads a question: `goals where status is active`, `strengths of c-014 since 2026-05`, `page for c-014`, `week`. */
export const parseQuery = (text: string, settings: QuerySettings): ParsedQuery =>
  readQuery(text, settings).parsed

/** The same, with what could be said next. */
export const readQuery = (text: string, settings: QuerySettings): QueryReading =>
  new QueryReader(text, settings).read()

/** Thrown and caught in this file alone. */
class NotUnderstood extends Error {
  readonly problem: QueryProblem

  constructor(problem: QueryProblem) {
    super(problem.message)
    this.problem = problem
  }
}

class QueryReader {
  readonly #text: string
  readonly #settings: QuerySettings
  readonly #words: readonly QueryWord[]
  #at = 0
  #options: Option[] = []
  #optionsAt = -1
  #takesClient = false
  #clients: string[] = []
  #period: QueryPeriod = {since: undefined, until: undefined}

  constructor(text: string, settings: QuerySettings) {
    this.#text = text
    this.#settings = settings
    this.#words = queryWords(text)
  }

  read(): QueryReading {
    const parsed = this.#parse()
    return {parsed, options: this.#options, takesClient: this.#takesClient}
  }

  #parse(): ParsedQuery {
    try {
      const whole = WHOLES.find((each) => this.#takePhrase(each))
      if (whole) return {query: this.#whole(whole)}
      const list = LISTS.find((each) => this.#take(each.name, each.about, each.also))
      if (!list) return this.#fail('')
      return {query: this.#list(list)}
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error
      return {problem: error.problem}
    }
  }

  #whole({kind, takesOne}: Whole): WholeQuery {
    if (takesOne) this.#takeClients()
    const tails = takesOne ? [] : kind === 'week' ? ['of'] : TAILS.map(({word}) => word)
    while (this.#takeTail(tails));
    if (this.#at < this.#words.length) this.#fail('')
    return {kind, clients: this.#clients, ...this.#period}
  }

  #list(list: QueryList) {
    const phrases: string[] = []
    const where: Condition[] = []
    for (;;) {
      const phrase = Object.entries(list.phrases).find(([word, about]) => this.#takePhrase({word, about}))
      if (phrase) phrases.push(phrase[0])
      else if (this.#join('where') || (where.length > 0 && this.#join('and')))
        where.push(this.#condition(list))
      else if (this.#takeTail(TAILS.map(({word}) => word))) continue
      else if (this.#at >= this.#words.length) break
      else this.#fail('')
    }
    return {kind: 'list' as const, list, phrases, where, clients: this.#clients, ...this.#period}
  }

  #takeTail(allowed: readonly string[]): boolean {
    const tail = TAILS.find(
      ({word, about}) => allowed.includes(word) && this.#take(word, about, word === 'of' ? ['for'] : []),
    )
    if (!tail) return false
    if (tail.word === 'of') this.#takeClients()
    else {
      const {first, last} = this.#takeDays()
      if (tail.word !== 'until') this.#period = {...this.#period, since: first}
      if (tail.word !== 'since') this.#period = {...this.#period, until: last}
    }
    return true
  }

  #takeClients(): void {
    const {client} = this.#settings
    do {
      this.#options = []
      if (
        client !== undefined &&
        this.#takePhrase({word: THIS_PERSON, about: `whom this note is about: ${client}`})
      )
        this.#clients.push(client)
      else {
        this.#takesClient = this.#at >= this.#words.length
        const word = this.#words[this.#at]
        const [first, second] = this.#words.slice(this.#at, this.#at + 2)
        if (first && second && `${first.text} ${second.text}`.toLowerCase() === THIS_PERSON)
          this.#fail(
            'The note around this question names nobody: the id of a person stands here, such as c-014.',
            {
              typed: '',
              start: first.start,
              end: second.end,
            },
          )
        if (!word || STOPS.has(word.text.toLowerCase()))
          this.#fail('Whose? The id of a person stands here, such as c-014.')
        this.#clients.push(word.text)
        this.#at++
      }
    } while (this.#words[this.#at - 1]?.hasComma || this.#take('or', 'and one more person'))
    this.#takesClient = false
  }

  #takeDays(): Days {
    for (const word of TIMES) this.#offer({word, about: 'a time, seen from today'})
    for (const count of [3, 2, 1]) {
      const some = this.#words.slice(this.#at, this.#at + count)
      const days =
        some.length === count
          ? daysNamed(some.map(({text}) => text).join(' '), this.#settings.asOf)
          : undefined
      if (!days) continue
      this.#at += count
      return days
    }
    return this.#fail('Since when? A time is written 2026, 2026-05 or 2026-05-14, or in words')
  }

  #condition(list: QueryList): Condition {
    const field = Object.keys(list.fields).find((name) => this.#take(name, `a field of ${list.name}`))
    if (field === undefined) return this.#fail('')
    const has = this.#join('has')
    if (!has && !this.#join('is')) this.#fail('')
    const not = !has && this.#join('not')
    const {choices} = list.fields[field] ?? {}
    const values = [this.#value(field, has ? undefined : choices)]
    while (this.#join('or')) values.push(this.#value(field, has ? undefined : choices))
    return {field, test: has ? 'has' : not ? 'is not' : 'is', values}
  }

  #value(field: string, choices: readonly Choice[] | undefined): string {
    for (const {value, means} of choices ?? []) this.#offer({word: value, about: means})
    const from = this.#at
    const first = this.#words[from]
    if (first?.isQuoted) this.#at++
    else
      while (this.#words[this.#at] && !STOPS.has(this.#words[this.#at]?.text.toLowerCase() ?? '')) this.#at++
    const typed = this.#words
      .slice(from, this.#at)
      .map(({text}) => text)
      .join(' ')
    if (typed === '') return this.#fail(`What should ${field} be?`)
    if (!choices) return typed
    const plain = plainWord(typed)
    const choice = choices.find(({value, also}) => value === plain || also?.includes(plain))
    if (choice) return choice.value
    const last = this.#words[this.#at - 1]
    this.#at = from
    return this.#fail(
      `${field} is never “${typed}”.`,
      first && last && {typed, start: first.start, end: last.end},
    )
  }

  #join(word: keyof typeof JOINERS): boolean {
    return this.#take(word, JOINERS[word])
  }

  /** Takes a word if it stands here, and remembers that it could. */
  #take(word: string, about: string, also: readonly string[] = []): boolean {
    this.#offer({word, about})
    const typed = this.#words[this.#at]
    if (!typed || typed.isQuoted || ![word, ...also].includes(typed.text.toLowerCase())) return false
    this.#at++
    return true
  }

  /** Takes several words; where only the first of them stand, at the end, the others could follow. */
  #takePhrase({word, about}: Option): boolean {
    this.#offer({word, about})
    const parts = word.split(' ')
    const typed = this.#words.slice(this.#at, this.#at + parts.length).map(({text}) => text.toLowerCase())
    const alike = parts.findIndex(
      (part, index) =>
        part !== typed[index] &&
        !(part === 'for' && typed[index] === 'of') &&
        !(part === 'of' && typed[index] === 'for'),
    )
    if (alike < 0) {
      this.#at += parts.length
      return true
    }
    if (alike > 0 && this.#at + alike === this.#words.length) {
      this.#optionsAt = this.#words.length
      this.#options = [{word: parts.slice(alike).join(' '), about}]
      this.#at += alike
      this.#fail('')
    }
    return false
  }

  #offer(option: Option): void {
    if (this.#optionsAt !== this.#at) this.#options = []
    this.#optionsAt = this.#at
    this.#options.push(option)
  }

  /** Ends the reading with what was not understood, the word that may have been meant, and what can be said here. */
  #fail(reason: string, at = this.#here()): never {
    const {typed, start, end} = at
    const words = [...new Set(this.#options.map(({word}) => word))]
    const meant =
      typed === ''
        ? undefined
        : nearestWord(
            typed,
            words.flatMap((word) => [word, word.split(' ')[0] ?? '']),
          )
    const known = words.find((word) => word === meant || word.split(' ')[0] === meant)
    const first = reason || (typed === '' ? 'The question stops here.' : `“${typed}” is not known here.`)
    const near = known === undefined ? '' : ` Did you mean “${known}”?`
    const said = words.length > 0 ? ` What can stand here: ${words.join(', ')}.` : ''
    const message = first.replace(/(?<![.?])$/, '.') + near + said
    throw new NotUnderstood({span: {start, end}, message, meant})
  }

  /** The word at hand; nothing, at the end, behind the last. */
  #here(): Span & {readonly typed: string} {
    const word = this.#words[this.#at]
    const end = this.#text.trimEnd().length
    return word ? {typed: word.text, start: word.start, end: word.end} : {typed: '', start: end, end}
  }
}
