import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {readWords} from '../../src/lint/words.ts'

/** The words, with ` | ` where no phrase goes on and ` ‖ ` where a sentence starts. */
const shown = (text: string): string =>
  readWords(text)
    .map(({norm, apart, opens}, at) => (at === 0 ? '' : opens ? ' ‖ ' : apart ? ' | ' : ' ') + norm)
    .join('')

const slices = (text: string): string[] => readWords(text).map(({start, end}) => text.slice(start, end))

const CASES: readonly (readonly [name: string, text: string, words: string])[] = [
  ['a contraction is two words', "She doesn't", 'she does not'],
  ['cannot is two words', 'He cannot, CANNOT', 'he can not | can not'],
  ["can't, won't and shan't are whole verbs", "can't won't shan't", 'can not will not shall not'],
  ["ain't stands for is not", "He ain't", 'he is not'],
  ['curly apostrophes read as straight ones', 'She doesn’t; he’ll', 'she does not | he will'],
  ['an unmarked contraction is two words', 'dont wont cant hasnt', 'do not will not can not has not'],
  [
    'words that look like unmarked contractions are whole',
    'want cent font patient',
    'want cent font patient',
  ],
  ["'ll, 've, 'm and 're are spelled out", "I'll I've I'm they're", 'i will i have i am they are'],
  ["'s and 'd stay as they are, since they may be two things", "He's here, she'd", "he 's here | she 'd"],
  ['an apostrophe inside a name stays', "O'Brien's", "o'brien 's"],
  ['a plural possessive goes on', "the clients' notes", 'the clients notes'],
  ['a hyphen joins', 'drug-seeking', 'drug seeking'],
  ['other hyphens join', 'drug‐seeking and drug‑seeking', 'drug seeking and drug seeking'],
  [
    'a dash parts',
    'drug – seeking, drug—seeking, drug - seeking',
    'drug | seeking | drug | seeking | drug | seeking',
  ],
  ['a slash joins', 'his/her', 'his her'],
  ['a soft hyphen inside a word is not seen', 'ad\u00ADdict', 'addict'],
  ['a no-break space joins', 'drug\u00A0seeking', 'drug seeking'],
  ['w/ and w/o read as with and without', 'w/ mother, w/o her', 'with mother | without her'],
  ['single letters around a slash are one word', 'd/c and h/o and c/o', 'd/c and h/o and c/o'],
  ['& and + read as and', 'AA & NA + gym', 'aa and na and gym'],
  ['an abbreviation ends no sentence', 'Saw pt. today', 'saw pt today'],
  ['an abbreviation before a capital ends one', 'Reviewed hx. He left', 'reviewed hx ‖ he left'],
  ['a title before a capital ends none', 'Saw Dr. Lee', 'saw dr lee'],
  ['pt. before a capital ends none', 'With pt. Lee', 'with pt lee'],
  ['a full stop ends a sentence', 'He came. She left', 'he came ‖ she left'],
  ['a question, a cry and an ellipsis end one', 'He? She! They… We', 'he ‖ she ‖ they ‖ we'],
  ['a full stop inside marks ends one', '“Yes.” She left', 'yes ‖ she left'],
  ['a decimal point ends none', 'BAC 0.08 today', 'bac 0 | 08 today'],
  ['a line end ends one', 'He came\nshe left', 'he came ‖ she left'],
  ['a comma parts and ends nothing', 'he came, she left', 'he came | she left'],
  ['brackets and quotation marks part', 'he (she) "they" it', 'he | she | they | it'],
  ['code and addresses part', 'he \uFFFC she', 'he | she'],
  ['letters of other scripts are words', 'José Łukasz Дмитрий 王', 'josé łukasz дмитрий 王'],
  ['emoji part', 'he 🙂 she 👩🏽‍🦱 they', 'he | she | they'],
  ['stray marks of emphasis do not part', 'drug *seeking*', 'drug seeking'],
]

describe('words', () => {
  for (const [name, text, expected] of CASES) it(name, () => assert.equal(shown(text), expected))

  it('of nothing are none', () => assert.deepEqual(readWords(' \uFFFC … 🙂'), []))

  it('keep their place, each part of a contraction its own', () => {
    assert.deepEqual(
      slices("She cannot, doesn’t; dont; he's Léa's").join(' '),
      "She can not does n’t do nt he 's Léa 's",
    )
  })

  it('keep their place after an emoji', () => assert.deepEqual(slices('🙂 he’s 👩🏽‍🦱 in'), ['he', '’s', 'in']))

  it('know a capital, on the first part of a contraction only', () => {
    assert.deepEqual(
      readWords("He's ANN école École").map(({capital}) => capital),
      [true, false, true, false, true],
    )
  })

  for (const hole of ['[name]', '${2:what happened}', '{{client}}', '[ how often ]'])
    it(`are not read inside ${hole}`, () => {
      assert.deepEqual(
        readWords(`He ${hole} came`).flatMap(({placeholder, norm}) => (placeholder ? [] : [norm])),
        ['he', 'came'],
      )
    })

  it('keep their place where lower case is longer', () => {
    assert.deepEqual(slices("İz's İsn't"), ['İz', "'s", 'İs', "n't"])
  })

  for (const [name, hostile] of [
    ['brackets that open', '[ {{ ${ '],
    ['placeholders', '[he] ${1:she} {{client}} '],
    ['apostrophes', "he's 'he' "],
  ] as const)
    it(`are read in time that grows with the text: ${name}`, () => {
      const text = hostile.repeat(100_000)
      const started = performance.now()
      readWords(text)
      assert.ok(performance.now() - started < 5000)
    })

  it('stand in order, apart from each other and inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...CASES.map(([, text]) => text), 'İ', "İ's", 'ß', 'ﬁ', "'", '’', '/', '.', '[', '\n'),
      fc.string({unit: 'binary', maxLength: 6}),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 8}), (pieces) => {
        const text = pieces.join(' ')
        let from = 0
        for (const {start, end, norm} of readWords(text)) {
          assert.ok(from <= start && start < end && end <= text.length, `${norm} at ${start}-${end}`)
          from = end
        }
      }),
      {numRuns: 1000},
    )
  })
})
