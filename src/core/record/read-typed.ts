import {isPlainDate, readTypedDate} from '../time/typed-date.ts'
import type {CivilDate} from '../time/civil-date.ts'
import {clockMinutes} from '../time/clock-time.ts'
import type {Problem, ProposedFix} from '../problem.ts'
import {plainWord} from './record-words.ts'
import type {Said} from './said.ts'
import type {Choice} from './vocabulary-form.ts'

/** Reads what was typed at a key as what the key takes; undefined where it cannot be, which is reported. */
export type TypedReader<T> = (
  said: Said<string>,
  key: string,
  report: (problem: Problem) => void,
) => Said<T> | undefined

const YES = new Set(['yes', 'true', 'on', 'y', 'x'])
const NO = new Set(['no', 'false', 'off', 'n'])

export const readNumber: TypedReader<number> = ({value: typed, span}, key, report) => {
  const value = Number(typed)
  if (Number.isFinite(value)) return {value, span}
  report(unreadable(span, `\`${key}\` is read as a number here.`))
  return undefined
}

export const readYesNo: TypedReader<boolean> = (said, key, report) => {
  const value = yesOrNo(said.value)
  if (value !== undefined) return {value, span: said.span}
  report(unreadable(said.span, `\`${key}\` takes yes or no.`))
  return undefined
}

export const readDate: TypedReader<CivilDate> = ({value: typed, span}, key, report) => {
  const read = readTypedDate(typed)
  if (!read) {
    const code = key === 'date' ? 'note/date-unreadable' : 'note/value-unreadable'
    report({code, severity: 'warning', span, message: `\`${key}\` is read as a day such as 2026-07-14.`})
    return undefined
  }
  if (!read.iso) report(dateForm({value: typed, span}, read.date))
  return {value: read.date, span}
}

/** A day, or yes or no. */
export const readDateOrYesNo: TypedReader<CivilDate | boolean> = (said, key, report) => {
  const value = yesOrNo(said.value)
  return value === undefined ? readDate(said, key, report) : {value, span: said.span}
}

/** A time of day, kept as it was typed. */
export const readTime: TypedReader<string> = (said, key, report) => {
  if (clockMinutes(said.value) === undefined)
    report({
      code: 'note/time-unreadable',
      severity: 'warning',
      span: said.span,
      message: `\`${key}\` is read as a time of day such as 14:00 or 2:50 pm.`,
    })
  return said
}

/** One of the words of a list, or what people write for it. */
export const choiceReader =
  <W extends string>(choices: readonly (Choice & {readonly value: W})[]): TypedReader<W> =>
  (said, key, report) => {
    const chosen = chosenFrom(choices, said, report)
    if (!chosen)
      report(unreadable(said.span, `\`${key}\` can say ${choices.map(({value}) => value).join(', ')}.`))
    return chosen
  }

/** The same where another word is kept as it was typed, and is welcome where the list is `open`. */
export const openChoiceReader =
  (choices: readonly Choice[], open: boolean): TypedReader<string> =>
  (said, key, report) => {
    const chosen = chosenFrom(choices, said, report)
    if (!chosen && !open)
      report({
        code: 'note/value-unreadable',
        severity: 'information',
        span: said.span,
        message: `Kept as typed; the words for \`${key}\` are ${choices.map(({value}) => value).join(', ')}.`,
      })
    return chosen ?? said
  }

function chosenFrom<W extends string>(
  choices: readonly (Choice & {readonly value: W})[],
  {value: typed, span}: Said<string>,
  report: (problem: Problem) => void,
): Said<W> | undefined {
  const word = plainWord(typed)
  const own = choices.find(({value}) => plainWord(value) === word)
  const value = own?.value ?? choices.find(({also = []}) => also.includes(word))?.value
  if (!own && value)
    report({
      code: 'note/word-form',
      severity: 'information',
      span,
      message: `Read as ${value}; written so, it reads the same everywhere.`,
      fix: {title: `Write ${value}`, kind: 'same', edits: [{span, text: value}]},
    })
  return value && {value, span}
}

function yesOrNo(typed: string): boolean | undefined {
  const word = typed.toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

const unreadable = (span: Problem['span'], message: string): Problem => ({
  code: 'note/value-unreadable',
  severity: 'warning',
  span,
  message,
})

function dateForm({value, span}: Said<string>, date: CivilDate): Problem {
  const fix: ProposedFix = {
    title: `Write ${date}`,
    kind: 'same',
    edits: [{span, text: date}],
    ...(isPlainDate(value) ? {} : {byHand: true}),
  }
  const order = isPlainDate(value) ? '' : ', the month first'
  const message = `Read as ${date}${order}; written so, the day reads the same everywhere.`
  return {code: 'note/date-form', severity: 'information', span, message, fix}
}
