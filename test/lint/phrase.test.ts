import assert from 'node:assert/strict'
import {meetsNothing, parsePhrase, PhraseError, type Element} from '../../src/lint/phrase.ts'

/** Elements as short text: words by their spellings, the rest by what it is. */
const shown = (elements: readonly Element[]): string =>
  elements
    .map((element) => {
      if (element.kind === 'word') return [...element.spellings.keys()].toSorted().join('|')
      if (element.kind === 'choice') return `(${element.options.map(shown).join(' / ')})`
      if (element.kind === 'class') return `<${element.name}>`
      return element.kind === 'gap' ? `...${element.most}` : element.kind
    })
    .join(' ')

const read = (phrase: string): string =>
  shown(parsePhrase(phrase, {addict: 'noun', use: 'verb', put: 'verb'}))

const CASES: readonly (readonly [phrase: string, elements: string])[] = [
  ['Drug Seeking', 'drug seeking'],
  ['drug-seeking', 'drug seeking'],
  ["doesn't", 'does not'],
  ['cannot', 'can not'],
  ["client 's", "client 's"],
  ["he'd", "he 'd"],
  ['an addict', 'an addict|addicts'],
  ['use', 'use|used|uses|using'],
  ['very? bad', '(very / ) bad'],
  ['(a|an) man', 'a|an man'],
  ['( a | an ) man', 'a|an man'],
  ['(a|an)? man', '(a|an / ) man'],
  ['(give up|let go) of', '(give up / let go) of'],
  ['(the (old|new))? plan', '((the new|old) / ) plan'],
  ['(a|the|) man', '(a / the / ) man'],
  ['(used|use) it', 'use|used|uses|using it'],
  ["don't? go", '(do not / ) go'],
  ['<substance> user', '<substance> user'],
  ['<be>? gone', '(<be> / ) gone'],
  ['he ... lied', 'he ...3 lied'],
  ['he ...6 lied', 'he ...6 lied'],
  ['^ lied', 'start lied'],
  ['lied $', 'lied end'],
]

const WRONG: readonly (readonly [phrase: string, message: RegExp])[] = [
  ['', /holds at least one word/],
  ['   ', /holds at least one word/],
  ['(a', /opens a bracket and does not close it/],
  ['a (b|(c)', /opens a bracket and does not close it/],
  ['a)', /bracket or bar without its partner/],
  ['a|b', /bracket or bar without its partner/],
  ['|', /bracket or bar without its partner/],
  ['a <Class>', /“<Class>”.*at the end of .* cannot be read/],
  ['a <open', /“<open”.*at the end of .* cannot be read/],
  ['a ? b', /“\? b”.*at the end of .* cannot be read/],
  ['well, no!! , x', /“,” in “well, no!! , x” holds no word/],
]

describe('a phrase', () => {
  for (const [phrase, elements] of CASES)
    it(`${phrase} reads as ${elements}`, () => assert.equal(read(phrase), elements))

  it('holds a spelling of two forms in its basic form', () => {
    const [put] = parsePhrase('put', {put: 'verb'})
    assert.equal(put?.kind === 'word' && put.spellings.get('put')?.form, 'base')
  })

  it('takes no word for an inflecting one that no pack lists as such', () => {
    assert.equal(shown(parsePhrase('constructor', {})), 'constructor')
  })

  for (const [phrase, message] of WRONG)
    it(`“${phrase}” says what is the matter`, () => {
      assert.throws(
        () => parsePhrase(phrase, {}),
        (error) => error instanceof PhraseError && message.test(error.message),
      )
    })

  for (const phrase of ['very?', '(a|an)?', '(a|)', '...', '^ $', '(very? (so)?|too)'])
    it(`${phrase} may meet nothing`, () => assert.ok(meetsNothing(parsePhrase(phrase, {}))))

  for (const phrase of ['a', '<any>', 'very? a', '... a', '(a|very? b)', '^ a $'])
    it(`${phrase} always meets something`, () => assert.ok(!meetsNothing(parsePhrase(phrase, {}))))
})
