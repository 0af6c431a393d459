import assert from 'node:assert/strict'
import {linterFor, marked} from './made-up.ts'

const linter = linterFor(
  'category: label\nentries: {addict: {phrases: [addict]}, homeless: {phrases: [homeless]}}',
  'category: blame\nentries: {lazy: {phrases: [lazy]}}',
)

/** The finding marks of `text` are those that the switches leave. */
const holds = (text: string) => (): void => assert.equal(marked(linter, text.replace(/[‹›]/g, '')), text)

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['the next line', 'An ‹addict›.\n\n<!-- strengths-disable-next-line -->\nAn addict, lazy.\nAn ‹addict›.\n'],
  ['the next line after empty ones', '<!-- strengths-disable-next-line -->\n\n \nAn addict.\nAn ‹addict›.\n'],
  ['the next block', '<!-- strengths-disable-next-block -->\nAn addict,\nlazy.\n\nAn ‹addict›.\n'],
  [
    'the next block after an empty line',
    '<!-- strengths-disable-next-block -->\n\nAn addict,\nlazy.\n\nAn ‹addict›.\n',
  ],
  [
    'up to the next enabling',
    '‹lazy›\n\n<!-- strengths-disable -->\n\nAn addict.\n\nlazy\n\n<!-- strengths-enable -->\n\nAn ‹addict›.\n',
  ],
  ['to the end where nothing enables', '‹lazy›\n\n<!-- strengths-disable -->\n\nAn addict.\n\nlazy\n'],
  ['the whole file, from anywhere in it', 'An addict.\n\n<!-- strengths-disable-file -->\n\nlazy\n'],
  [
    'words inside a line',
    'An ‹addict›, <!-- strengths-disable -->lazy<!-- strengths-enable -->, ‹homeless›.\n',
  ],
  ['one rule', '<!-- strengths-disable-file addict -->\n\nAn addict, ‹homeless›, ‹lazy›.\n'],
  ['two rules', '<!-- strengths-disable-file addict lazy -->\n\nAn addict, ‹homeless›, lazy.\n'],
  ['rules with commas', '<!-- strengths-disable-file addict, homeless -->\n\nAn addict, homeless, ‹lazy›.\n'],
  ['a category', '<!-- strengths-disable-file label -->\n\nAn addict, homeless, ‹lazy›.\n'],
  ['with a reason', '<!-- strengths-disable-file addict -- lazy is not meant -->\n\nAn addict, ‹lazy›.\n'],
  ['all, with a reason', '<!-- strengths-disable-next-line -- a quoted form -->\nAn addict.\n'],
  [
    'over several lines of a comment',
    '<!-- strengths-disable-file\naddict\nlazy -->\n\nAn addict, ‹homeless›, lazy.\n',
  ],
  ['nothing by a comment that only talks of it', '<!-- see strengths-disable-file -->\n\nAn ‹addict›.\n'],
  ['nothing by an unknown switch', '<!-- strengths-disable-paragraph -->\n\nAn ‹addict›.\n'],
  ['nothing by an unknown rule', '<!-- strengths-disable-file junkie -->\n\nAn ‹addict›.\n'],
  ['nothing by a comment in code', '```\n<!-- strengths-disable-file -->\n```\n\nAn ‹addict›.\n'],
  [
    'frontmatter with the file',
    '---\nclient: c-1\nwins: [An addict]\n---\n\n<!-- strengths-disable-file addict -->\n',
  ],
  [
    'lines by their place below frontmatter',
    '---\nclient: c-1\nwins: [An ‹addict›]\n---\n\n<!-- strengths-disable-next-line -->\nAn addict.\nAn ‹addict›.\n',
  ],
  [
    'an item of a list',
    '- an ‹addict›\n- <!-- strengths-disable-next-block -->\n  an addict\n- an ‹addict›\n',
  ],
  ['the next line in a list', '- <!-- strengths-disable-next-line -->\n  an addict\n- an ‹addict›\n'],
  [
    'a cell of a table',
    '| a | b |\n|---|---|\n| <!-- strengths-disable -->addict<!-- strengths-enable --> | ‹addict› |\n',
  ],
  [
    'the first cell after a comment before a table',
    '<!-- strengths-disable-next-block -->\n\n| addict | b |\n|---|---|\n| ‹addict› | ‹lazy› |\n',
  ],
  ['a heading', '<!-- strengths-disable-next-block -->\n# An addict\n\nAn ‹addict›.\n'],
  ['in a block quote', '> <!-- strengths-disable-next-block -->\n> An addict.\n\nAn ‹addict›.\n'],
  [
    'nothing by a switch for the next block at the end',
    'An ‹addict›.\n\n<!-- strengths-disable-next-block -->\n',
  ],
  [
    'two kinds at once',
    '<!-- strengths-disable label --><!-- strengths-disable blame -->\n\nAn addict, lazy.\n',
  ],
]

describe('a comment switches off', () => {
  for (const [name, text] of CASES) {
    it(name, holds(text))
    it(`${name}, with Windows line ends`, holds(text.replaceAll('\n', '\r\n')))
  }

  it(
    'what follows a byte order mark',
    holds('\uFEFF<!-- strengths-disable-next-line -->\nAn addict.\nAn ‹addict›.\n'),
  )

  it('what it names, in time that grows with the text', () => {
    const text = '<!-- strengths-disable-next-block addict -->\nAn addict, lazy.\n\n'.repeat(4000)
    const started = performance.now()
    marked(linter, text)
    assert.ok(performance.now() - started < 15_000)
  })
})
