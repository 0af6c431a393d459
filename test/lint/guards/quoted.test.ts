import assert from 'node:assert/strict'
import {linterForEntry, marked} from '../made-up.ts'

const linter = linterForEntry('phrases: [addict, drug seeking]\nforms: {addict: noun}')
const stubborn = linterForEntry('phrases: [addict]\ndespite: [quoted]')

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['leaves a direct quote alone', 'He said, "I am an addict."'],
  ['leaves a curly one alone', 'He said, “I am an addict.”'],
  ['leaves a single one alone', "He said, 'I am an addict' and left."],
  ['leaves anybody’s quote alone', 'His mother: "My son is an addict, you know."'],
  ['leaves a quote alone that goes on in the next paragraph', 'He said, "I am an addict.\n\n"I know it."'],
  ['leaves a quote over two lines alone', 'He said, "I am\nan addict."'],
  ['leaves a block quote alone', '> I am an addict.'],
  ['leaves a list in a block quote alone', '> - an addict\n> - an addict'],
  [
    'leaves words alone that the frontmatter says somebody said',
    '---\nclient: c-1\ngoals:\n  - words: Not be an addict\n---\n',
  ],
  ['sees words beside a quote', 'He said "yes" to the ‹addict› beside him.'],
  ['sees words between two quotes', '"Yes," said the ‹addict›, "I do."'],
  ['sees one judging word in marks, with its marks', 'He was ‹"drug seeking"› again.'],
  ['sees words after a quote that has closed', 'He said, "I quit." He is an ‹addict›.'],
  ['sees words in a paragraph after an open quote', 'He said, "I quit.\n\nHe is an ‹addict›.'],
  ['sees words that only share an apostrophe', "The ‹addict›'s mother's car"],
]

describe('quoted', () => {
  for (const [name, text] of CASES)
    it(name, () => assert.equal(marked(linter, text.replace(/[‹›]/g, '')), text))

  it('is set aside by an entry that says so', () => {
    assert.equal(marked(stubborn, 'I said, "You are an addict."'), 'I said, "You are an ‹addict›."')
  })
})
