import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {linterFor, linterForEntry, marked, reframed} from './made-up.ts'

const WORDS = `
classes:
  substance: {meth: methamphetamine, opiate: opioid, booze: ''}
  they: [he, she, the client]
`
const addict = linterForEntry(`
phrases: [addict, drug addict]
forms: {addict: noun, person: noun}
offers: [{apply: person with a substance use disorder}]
`)
const user = linterForEntry(
  `
phrases: ['<substance> addict']
forms: {addict: noun, person: noun, use: verb}
offers: [{apply: person who use <substance>}, {apply: a <substance> story}]
`,
  'label',
  WORDS,
)
const suffers = linterForEntry(`
phrases: [suffer from]
forms: {suffer: verb, have: verb}
offers: [{apply: have}]
`)
const unable = linterForEntry(`
phrases: ['(is|was) unable to', "('s|'d) unable to"]
offers: [{apply: has not been able to}]
`)
const chosen = linterForEntry(`
phrases: [refuse]
forms: {refuse: verb, choose: verb}
offers: [{apply: choose not to take}]
`)
const abuse = linterForEntry('phrases: [substance abuse]\noffers: [{apply: substance use}]')

const CASES: readonly (readonly [
  name: string,
  linter: typeof addict,
  from: string,
  to: string | undefined,
])[] = [
  ['one', addict, 'He met the addict.', 'He met the person with a substance use disorder.'],
  ['several', addict, 'We met two addicts.', 'We met two people with a substance use disorder.'],
  ['an becomes a', addict, 'He is an addict.', 'He is a person with a substance use disorder.'],
  ['an stays an', user, 'Met an opiate addict.', 'Met a person who uses opioid.'],
  [
    'a becomes an inside the offer',
    linterForEntry(
      "phrases: [loser]\noffers: [{apply: 'a <substance> story of a'}, {apply: a ill-fitting word}]",
    ),
    'loser',
    'an ill-fitting word',
  ],
  ['a stays a', addict, 'He is a drug addict.', 'He is a person with a substance use disorder.'],
  [
    'a becomes an',
    linterForEntry('phrases: [junkie]\noffers: [{apply: individual}]'),
    'A junkie came.',
    'An individual came.',
  ],
  [
    'an hour, a unit',
    linterForEntry('phrases: [junkie]\noffers: [{apply: honest man}]'),
    'a junkie',
    'an honest man',
  ],
  [
    'a user, not an user',
    linterForEntry('phrases: [addict]\noffers: [{apply: user of services}]'),
    'an addict',
    'a user of services',
  ],
  [
    'an offer with its own article',
    linterForEntry('phrases: [the homeless, homeless]\noffers: [{apply: people without a home}]'),
    'He met a homeless.',
    'He met people without a home.',
  ],
  [
    'no article, none added',
    addict,
    'Met drug addicts today.',
    'Met people with a substance use disorder today.',
  ],
  ['a capital at the start', addict, 'Addicts came.', 'People with a substance use disorder came.'],
  ['a capital of the article', addict, 'An addict came.', 'A person with a substance use disorder came.'],
  ['a capital in emphasis', addict, '**Addicts** came.', '**People with a substance use disorder** came.'],
  ['third person', suffers, 'He suffers from pain.', 'He has pain.'],
  ['base form', suffers, 'They suffer from pain.', 'They have pain.'],
  ['past', suffers, 'He suffered from pain.', 'He had pain.'],
  ['gerund', suffers, 'He came, suffering from pain.', 'He came, having pain.'],
  ['past of another verb', chosen, 'He refused meds.', 'He chose not to take meds.'],
  ['participle after have', chosen, 'He has refused meds.', 'He has chosen not to take meds.'],
  ['participle after a contraction', chosen, "He's refused meds.", "He's chosen not to take meds."],
  ['a clitic parts', unable, 'He’s unable to sleep.', 'He has not been able to sleep.'],
  ['a straight clitic parts', unable, "He's unable to sleep.", 'He has not been able to sleep.'],
  ['no clitic, no blank', unable, 'He was unable to sleep.', 'He has not been able to sleep.'],
  [
    'scare quotes go with the words',
    addict,
    'The “addict” came.',
    'The person with a substance use disorder came.',
  ],
  [
    'emphasis on one word of it',
    addict,
    'A *drug* addict came.',
    'A *person with a substance use disorder* came.',
  ],
  ['no offer before a possessive', addict, "The addict's car is here.", undefined],
  ['no offer for a noun before a noun', addict, 'It was addict behavior.', undefined],
  [
    'a noun before a verb',
    addict,
    'The addict went home.',
    'The person with a substance use disorder went home.',
  ],
  [
    'a noun before an adverb',
    addict,
    'The addict then left.',
    'The person with a substance use disorder then left.',
  ],
  ['an entry without nouns before a noun', abuse, 'A substance abuse class.', 'A substance use class.'],
  [
    'what a class calls its words',
    user,
    'She is a meth addict.',
    'She is a person who uses methamphetamine.',
  ],
  [
    'the words themselves where a class has no name',
    user,
    'Two booze addicts came.',
    'Two people who use booze came.',
  ],
  [
    'a hard line break inside',
    addict,
    'A drug\naddict and a cook.',
    'A person with a substance use disorder and a cook.',
  ],
  [
    'line ends inside a quote prefix',
    addict,
    '- A drug\n  addict and a cook.',
    '- A person with a substance use disorder and a cook.',
  ],
]

describe('a reframe fits:', () => {
  for (const [name, linter, from, to] of CASES) it(name, () => assert.equal(reframed(linter, from), to))

  it('an offer is left out that names a class which the phrase did not meet', () => {
    const linter = linterFor(
      WORDS,
      "category: label\nentries: {it: {phrases: [junkie, '<substance> junkie'], offers: [{apply: person who uses <substance>}]}}",
    )
    assert.equal(reframed(linter, 'A junkie came.'), undefined)
    assert.equal(reframed(linter, 'A meth junkie came.'), 'A person who uses methamphetamine came.')
  })

  it('an offer is left out that would be seen again', () => {
    const linter = linterForEntry(
      'phrases: [addict, person with an addiction]\noffers: [{apply: person with an addiction}]',
    )
    assert.equal(marked(linter, 'He is an addict.'), 'He is an ‹addict›.')
    assert.equal(reframed(linter, 'He is an addict.'), undefined)
  })

  it('an offer is left out that only its neighbours make visible again', () => {
    const linter = linterForEntry('phrases: [junkie, user boy]\noffers: [{apply: user}]')
    assert.equal(reframed(linter, 'The junkie boy left.'), undefined)
    assert.equal(reframed(linter, 'The junkie left.'), 'The user left.')
  })

  it('an offer that asks keeps its square brackets, and the article before', () => {
    const linter = linterForEntry("phrases: [addict]\noffers: [{ask: '[who they are], who uses'}]")
    const [finding] = linter.lint(parseNote('He is an addict.'))
    assert.deepEqual(
      finding?.offers.map(({kind, text, edits}) => [kind, text, edits[0]?.text]),
      [['ask', '[who they are], who uses', '[who they are], who uses']],
    )
  })

  it('a pipe is not put into a table', () => {
    const linter = linterForEntry("phrases: [addict]\noffers: [{apply: 'a | b'}, {apply: person}]")
    assert.equal(reframed(linter, '| a |\n|---|\n| addict |\n'), '| a |\n|---|\n| person |\n')
  })

  it('frontmatter is still read as it was', () => {
    const linter = linterForEntry("phrases: [addict]\noffers: [{apply: 'person: client'}, {apply: person}]")
    assert.equal(
      reframed(linter, '---\nwins: [An addict, here]\n---\n'),
      '---\nwins: [A person, here]\n---\n',
    )
    assert.equal(
      reframed(linter, '---\nwins: ["An addict, here"]\n---\n'),
      '---\nwins: ["A person: client, here"]\n---\n',
    )
  })
})
