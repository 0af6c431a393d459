import assert from 'node:assert/strict'
import type {WordClasses} from '../../src/lint/entry.ts'
import {parsePhrase} from '../../src/lint/phrase.ts'
import {ClassIndex} from '../../src/lint/class-index.ts'
import {PhraseTrie} from '../../src/lint/phrase-trie.ts'
import {readWords} from '../../src/lint/words.ts'

const CLASSES: WordClasses = {
  they: {he: '', she: '', '(the|this) client': ''},
  be: {is: '', was: '', "'s": ''},
  'they-are': {'<they> <be>': ''},
  substance: {alcohol: 'alcohol', 'crystal meth': 'methamphetamine', meth: 'methamphetamine'},
}

/** What `phrase` meets in `text`, as the words it spans. */
function met(phrase: string, text: string): string[] {
  const trie = new PhraseTrie<string>(new ClassIndex(CLASSES))
  trie.add(parsePhrase(phrase, {addict: 'noun', refuse: 'verb'}), 'it')
  const words = readWords(text)
  return trie.match(words).map(({first, last}) => text.slice(words[first]?.start ?? 0, words[last]?.end ?? 0))
}

const CASES: readonly (readonly [name: string, phrase: string, text: string, met: readonly string[]])[] = [
  ['any case', 'drug seeking', 'DRUG Seeking', ['DRUG Seeking']],
  ['a hyphen for a blank', 'drug seeking', 'drug-seeking', ['drug-seeking']],
  ['a blank for a hyphen', 'drug-seeking', 'drug seeking', ['drug seeking']],
  [
    'the forms of a word',
    'refuse',
    'refuse refuses refused refusing refusal',
    ['refuse', 'refuses', 'refused', 'refusing'],
  ],
  ['an optional word, with and without', 'very? late', 'very late', ['very late', 'late']],
  ['an optional group', '(all the)? time', 'all the time', ['all the time', 'time']],
  ['each of a choice', '(gave up|let go) of', 'gave up of, let go of', ['gave up of', 'let go of']],
  [
    'a choice in a choice',
    '(the (old|new)|our) plan',
    'the new plan, our plan',
    ['the new plan', 'our plan'],
  ],
  ['a class', '<they> lied', 'She lied. The client lied. It lied.', ['She lied', 'The client lied']],
  ['a class of classes', '<they-are> late', "This client's late", ["This client's late"]],
  ['an optional class', '<they>? lied', 'he lied', ['he lied', 'lied']],
  [
    'a class member of several words and one of its words',
    '<substance>',
    'crystal meth',
    ['crystal meth', 'meth'],
  ],
  ['a gap of none to three', 'he ... lied', 'he lied, he often then lied', ['he lied', 'he often then lied']],
  ['no gap longer than it says', 'he ...1 lied', 'he often then lied', []],
  ['a gap of six', 'he ...6 lied', 'he a b c d e f lied', ['he a b c d e f lied']],
  ['the start of a sentence', '^ late', 'Late. He was late', ['Late']],
  ['the end of a clause', 'late $', 'late, he was late again', ['late']],
  ['the end of the text', 'late $', 'he was late', ['late']],
  ['any word', '<any> late', 'so late', ['so late']],
  ['a number', '<number> days', '40 days, forty days', ['40 days']],
  ['a name', '<name> lied', 'Then Ann lied', ['Ann lied']],
  ['no name at the start of a sentence', '<name> lied', 'Then lied', []],
  ['a past tense', 'he <past>', 'he lied, he went, he goes', ['he lied', 'he went']],
  ['a gerund', 'kept <gerund>', 'kept asking, kept it', ['kept asking']],
  ['an adverb', 'is <adverb> late', 'is really late', ['is really late']],
  ['nothing across a comma', 'drug addict', 'drug, addict', []],
  ['nothing across a full stop', 'drug addict', 'drug. Addict', []],
  ['nothing across brackets', 'drug addict', 'drug (addict)', []],
  ['nothing across quotation marks', 'drug addict', 'drug “addict” drug "addict"', []],
  ['nothing across code or an address', 'drug addict', 'drug \uFFFC addict', []],
  ['nothing across an emoji', 'drug addict', 'drug 🙂 addict', []],
  ['no gap across a comma', 'he ... lied', 'he came, lied', []],
  ['no class across a comma', '<they-are> late', 'the client, was late', []],
  ['nothing in a placeholder', 'lied', 'he [lied] and {{lied}}', []],
  ['no gap over a placeholder', 'he ... lied', 'he [often] lied', []],
  ['a class that does not exist nowhere', '<nobody> lied', 'nobody lied', []],
]

describe('a phrase meets', () => {
  for (const [name, phrase, text, expected] of CASES)
    it(name, () => assert.deepEqual(met(phrase, text), expected))
})

describe('phrases looked for at once', () => {
  it('are all met, shorter and longer ones alike', () => {
    const trie = new PhraseTrie<string>(new ClassIndex({}))
    for (const phrase of ['drug', 'drug addict', 'addict', 'addicts'])
      trie.add(parsePhrase(phrase, {}), phrase)
    assert.deepEqual(
      trie.match(readWords('a drug addict')).map(({id}) => id),
      ['drug', 'drug addict', 'addict'],
    )
  })

  it('keep the form of the word and the name of the class that they met', () => {
    const trie = new PhraseTrie<string>(new ClassIndex(CLASSES))
    trie.add(parsePhrase('<substance> addict', {addict: 'noun'}), 'it')
    assert.deepEqual(trie.match(readWords('crystal meth addicts'))[0]?.captures, [
      {of: '<substance>', form: undefined, as: 'methamphetamine'},
      {of: 'addict', form: 'plural', as: undefined},
    ])
  })

  it('call a class member by its own words where the class has no name for it', () => {
    const trie = new PhraseTrie<string>(new ClassIndex(CLASSES))
    trie.add(parsePhrase('<they> lied', {}), 'it')
    assert.equal(trie.match(readWords('This Client lied'))[0]?.captures[0]?.as, 'this client')
  })

  it('end where they end from one word on', () => {
    const trie = new PhraseTrie<true>(new ClassIndex({}))
    trie.add(parsePhrase('b c?', {}), true)
    assert.deepEqual(trie.endsAt(readWords('a b c'), 1), [2, 3])
    assert.deepEqual(trie.endsAt(readWords('a b c'), 0), [])
  })

  for (const [name, hostile] of [
    ['one word again and again', 'he '],
    ['a phrase that always starts and never ends', 'he is not '],
    ['a class that always starts', 'the client '],
  ] as const)
    it(`are read in time that grows with the text: ${name}`, () => {
      const trie = new PhraseTrie<string>(new ClassIndex(CLASSES))
      for (const phrase of [
        'he ...9 ...9 lied',
        '<they> (is|was)? not? ...6 <they-are> ...6 lied',
        'he he he he lied',
      ])
        trie.add(parsePhrase(phrase, {}), phrase)
      const words = readWords(hostile.repeat(100_000))
      const started = performance.now()
      assert.deepEqual(trie.match(words), [])
      assert.ok(performance.now() - started < 10_000)
    })
})

describe('word classes', () => {
  it('that lead back to themselves meet nothing and stop nobody', () => {
    const classes = new ClassIndex({a: {'<b> x': '', y: ''}, b: {'<a> z': '', '<b>': ''}})
    const trie = new PhraseTrie<string>(classes)
    trie.add(parsePhrase('<a> end', {}), 'it')
    assert.deepEqual(trie.match(readWords('y z x end')).length, 0)
    assert.deepEqual(trie.match(readWords('y end')).length, 1)
  })
})
