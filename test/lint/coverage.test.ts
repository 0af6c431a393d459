import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {parseNote} from '../../src/core/note.ts'
import {linter} from './load-language.ts'
import {readCsv} from './read-csv.ts'

const read = (file: string): string => readFileSync(new URL(`../lexicon/${file}`, import.meta.url), 'utf8')

/** Sentences that judge nothing by themselves, for words of every part of speech. */
const FRAMES: readonly ((term: string) => string)[] = [
  (term) => `The client is ${term}.`,
  (term) => `He is a ${term}.`,
  (term) => `She is the ${term} here.`,
  (term) => `The client has ${term}.`,
  (term) => `She ${term} yesterday.`,
  (term) => `He ${term} his medication.`,
  (term) => `The team noted ${term} in the chart.`,
  (term) => `History of ${term}.`,
  (term) => `The ${term} came on Monday.`,
  (term) => `He was ${term} by staff.`,
  (term) => `He has been ${term} since March.`,
  (term) => `${term.replace(/^./, (letter) => letter.toUpperCase())}.`,
]

/** Left out on purpose: the term and the reason. */
const LEFT_OUT = parse(read('left-out.yml')) as Readonly<Record<string, string>>

const PUBLISHED = (code: string): boolean => code !== '' && !/^(?:FIELD|GUIDE)$|\?$/.test(code)

const isMet = (term: string): boolean =>
  FRAMES.some((frame) => {
    const text = frame(term)
    const start = text.toLowerCase().indexOf(term.toLowerCase())
    return linter
      .lint(parseNote(text))
      .some(({span, offers}) => offers.length > 0 && span.start < start + term.length && start < span.end)
  })

describe('the term table', () => {
  const rows = readCsv(read('terms.csv')).filter(
    ({confidence, sources = ''}) =>
      (confidence === 'high' || confidence === 'medium') &&
      sources.split(';').some((code) => PUBLISHED(code.trim())),
  )

  it('is met, with an offer, wherever a published guide stands behind a term of high or medium confidence', () => {
    const terms = rows.flatMap(({kind, term_or_pattern: term = '', variants = ''}) =>
      kind === 'pattern'
        ? variants
            .split(';')
            .map((variant) => variant.trim())
            .slice(0, 2)
        : [term],
    )
    assert.ok(terms.length > 350)
    assert.deepEqual(
      terms.filter((term) => !(term in LEFT_OUT) && !isMet(term)),
      [],
    )
  })

  it('leaves nothing out that is met after all', () => {
    assert.deepEqual(
      Object.keys(LEFT_OUT).filter((term) => isMet(term)),
      [],
    )
  })
})

describe('the table of names', () => {
  for (const {name = ''} of readCsv(read('names.csv')))
    it(`${name} is left alone`, () => {
      const text = `She called ${name} on Monday, and ${name} called back.`
      assert.deepEqual(
        linter.lint(parseNote(text)).map(({span}) => text.slice(span.start, span.end)),
        [],
      )
    })
})
