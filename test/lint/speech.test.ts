import assert from 'node:assert/strict'
import {findQuotations} from '../../src/lint/speech.ts'
import {readWords} from '../../src/lint/words.ts'

/** What is quoted, scare quotes with `scare: ` before them. */
const quoted = (text: string): string[] =>
  findQuotations(text, readWords(text)).map(
    ({start, end, scare}) => (scare ? 'scare: ' : '') + text.slice(start, end),
  )

const CASES: readonly (readonly [name: string, text: string, quoted: readonly string[]])[] = [
  ['straight marks', 'He said, "I am an addict."', ['"I am an addict."']],
  ['curly marks', 'He said, “I am an addict.”', ['“I am an addict.”']],
  ['single straight marks', "He said, 'I am an addict.' She left.", ["'I am an addict.'"]],
  ['single curly marks', 'He said, ‘I am an addict.’ She left.', ['‘I am an addict.’']],
  ['low opening marks', 'He said, „I am an addict.“', ['„I am an addict.“']],
  ['an apostrophe inside single marks', "He said 'I don't use' and left", ["'I don't use'"]],
  ['a curly apostrophe inside single curly marks', 'He said ‘I don’t use’ and left', ['‘I don’t use’']],
  ['single marks inside double ones, once', `He said "she told me 'go' twice"`, [`"she told me 'go' twice"`]],
  ['two in one sentence', '"Yes," he said, "I quit."', ['"Yes,"', '"I quit."']],
  ['marks beside emphasis', 'He said *"I am an addict"*', ['"I am an addict"']],
  ['marks after a dash', 'He said—"I am an addict"—and left', ['"I am an addict"']],
  ['marks in brackets', 'He left ("I am an addict here").', ['"I am an addict here"']],
  ['no contraction', "He doesn't, she's, they won't, y'all", []],
  ['no possessive', "The clients' notes, James' bag", []],
  ['no decade', "since the '90s and '80s", []],
  ["no 'til or 'em", "told 'em to wait 'til noon's end", []],
  ['no inches', 'He is 6\'2" tall and the shelf is 12" deep', []],
  ['no feet', "It is 6' from the door, 5' from the bed", []],
  ['no lone single mark', "He said 'I am an addict", []],
  [
    'to the end where a double mark has no partner',
    'He said, "I am an addict. I know.',
    ['"I am an addict. I know.'],
  ],
  [
    'to the end where a curly mark has no partner',
    'He said, “I am an addict. I know.',
    ['“I am an addict. I know.'],
  ],
  ['nothing before a lone closing mark', 'I know.” He left.', []],
  [
    'one judging word that nobody says as the writer’s',
    'He was "noncompliant" today',
    ['scare: "noncompliant"'],
  ],
  ['two such words', 'He was “drug seeking” again', ['scare: “drug seeking”']],
  ['a hyphenated word', "He is a 'frequent-flyer' here", ["scare: 'frequent-flyer'"]],
  ['three words as speech', 'He was "not my problem" today', ['"not my problem"']],
  ['one word that somebody says', 'She called him "lazy" today', ['"lazy"']],
  ['one word that somebody said before', '"Lazy" is what he said', ['"Lazy"']],
  ['a speaker in the sentence before as nobody', 'She said so. He was "lazy" today', ['scare: "lazy"']],
  ['one word with its full stop as speech', 'How was it? "Fine." He left.', ['"Fine."']],
  ['one word with its comma as speech', 'He nodded: "Fine," and left', ['"Fine,"']],
  ['empty marks as no writer’s words', 'He wrote ""', ['""']],
]

describe('who is quoted', () => {
  for (const [name, text, expected] of CASES) it(name, () => assert.deepEqual(quoted(text), expected))

  it('is found in time that grows with the text', () => {
    const text = `He said "no" and was "lazy" again, 'yes' it's `.repeat(20_000)
    const started = performance.now()
    findQuotations(text, readWords(text))
    assert.ok(performance.now() - started < 5000)
  })
})
