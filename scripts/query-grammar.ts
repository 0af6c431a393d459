import {LISTS} from '../src/summary/query/lists.ts'
import {TIMES} from '../src/summary/query/period.ts'
import {JOINERS, TAILS, THIS_PERSON, WHOLES} from '../src/summary/query/query-vocabulary.ts'

/** Every word that a question may hold, by what it is there. */
export const QUERY_WORDS = {
  asks: [...WHOLES.map(({word}) => word), ...LISTS.flatMap(({name, also}) => [name, ...also])],
  phrases: LISTS.flatMap(({phrases}) => Object.keys(phrases)),
  fields: LISTS.flatMap(({fields}) => Object.keys(fields)),
  choices: LISTS.flatMap(({fields}) =>
    Object.values(fields).flatMap(({choices = []}) =>
      choices.flatMap(({value, also = []}) => [value, ...also]),
    ),
  ),
  joiners: [...Object.keys(JOINERS), ...TAILS.map(({word}) => word), 'for'],
  times: [...TIMES, THIS_PERSON],
} as const

/** The grammar that colours questions to the notes, in their cells and between their fences. */
export const queryGrammar = (): object => ({
  comment: 'Made by `npm run docs` from src/summary/query.',
  name: 'Question to the notes',
  scopeName: 'source.strengths-query',
  patterns: [
    {match: '(?:^|(?<=\\s))#(?=\\s|$).*$', name: 'comment.line.number-sign.strengths-notes'},
    {match: '["“][^"”]*["”]?', name: 'string.quoted.value.strengths-notes'},
    {
      match: `(?i)^\\s*(${anyOf(QUERY_WORDS.asks)})${END}`,
      captures: {1: {name: 'entity.name.function.ask.strengths-notes'}},
    },
    {
      match: `(?i)${START}(where|and)\\s+(${anyOf(QUERY_WORDS.fields)})${END}`,
      captures: {
        1: {name: 'keyword.control.word.strengths-notes'},
        2: {name: 'variable.other.field.strengths-notes'},
      },
    },
    word('constant.language.time', [...QUERY_WORDS.times, DATE, AGO]),
    word('support.type.phrase', QUERY_WORDS.phrases),
    {
      match: `(?i)(?<=\\s(?:is|or|not))\\s+(${spelled(QUERY_WORDS.choices)})${END}`,
      captures: {1: {name: 'constant.language.choice.strengths-notes'}},
    },
    word('keyword.control.word', QUERY_WORDS.joiners),
  ],
})

const DATE = '\\d{4}(?:-\\d{2}(?:-\\d{2})?)?'
const AGO = '\\d{1,4}\\s+(?:day|week|month)s?\\s+ago'
const START = '(?<![^\\s,])'
const END = '(?![^\\s,])'

const word = (scope: string, words: readonly string[]): object => ({
  match: `(?i)${START}(?:${anyOf(words)})${END}`,
  name: `${scope}.strengths-notes`,
})

/** The longest first; blanks may be several, and `for` is read as `of`. */
const anyOf = (words: readonly string[]): string =>
  [...new Set(words)]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((each) => each.replace(/(?<= )(?:of|for)$/, '(?:of|for)').replaceAll(' ', '\\s+'))
    .join('|')

/** The same for what is read without regard to hyphens: the words of a status. */
const spelled = (words: readonly string[]): string =>
  anyOf(words).replaceAll(/(?<=[a-z])-(?=[a-z])/g, '[ _-]')
