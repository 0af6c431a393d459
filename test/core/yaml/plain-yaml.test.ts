import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {madeNotes} from '../../../bench/made-notes.ts'
import {readWholeYaml, type MapEntry, type Value} from '../../../src/core/yaml/frontmatter.ts'
import {closingDashes, frontmatterSpan} from '../../../src/core/text/frontmatter-span.ts'
import {readPlainYaml} from '../../../src/core/yaml/plain-yaml.ts'
import {nextLine} from '../../../src/core/text/lines.ts'

/** A value as data: the places behind each unit of its words in place of the functions that tell them. */
function dataOf(value: Value): unknown {
  switch (value.kind) {
    case 'empty':
      return value
    case 'text': {
      const {kind, span, text} = value
      const last = text.length
      const ways = [...text].map((_, at) => [value.sourceSpan(at, at + 1), value.sourceSpan(at, last)])
      return {
        kind,
        span,
        text,
        ways,
        runs: [value.sourceRuns(0, last), value.sourceRuns(1, Math.max(2, last))],
      }
    }
    case 'list':
      return {...value, items: value.items.map(dataOf)}
    case 'map':
      return {...value, entries: entriesOf(value.entries)}
  }
}

const entriesOf = (entries: readonly MapEntry[]): unknown[] =>
  entries.map(({key, keySpan, value}) => ({key, keySpan, value: dataOf(value)}))

/** What the plain reader makes of a note; where it reads one, both readers must say the same. */
function readBoth(text: string): readonly MapEntry[] | undefined {
  const span = frontmatterSpan(text)
  if (!span) return undefined
  const plain = readPlainYaml(text, nextLine(text, span.start), closingDashes(text, span))
  if (!plain) return undefined
  const whole = readWholeYaml(text, span)
  assert.deepEqual(
    {entries: entriesOf(plain), problems: []},
    {entries: entriesOf(whole.entries), problems: whole.problems},
    text,
  )
  return plain
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Signs and turns that mean something to YAML. */
const PIECES: readonly string[] = [
  'a,b,key,it’s,don\'t,null,~,14:00,x y,#, #c,:,: ,- ,-,? ,",\',"",\'\',\\,\\",[,],{,},|,>,>-,|-,*,&a,!t,%,@,`'.split(
    ',',
  ),
  [
    '\n',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '\n    - ',
    '\na: ',
    '\nb:',
    '\n  c: ',
    '\n\n',
    '\r\n',
  ],
  [
    ',',
    ', ',
    '\t',
    ' ',
    '  ',
    '…',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '😀',
    'https://x.y/z#w',
    '---',
    '...',
    '\n...',
    '<<: ',
  ],
].flat()

const LINES: readonly string[] = [
  [
    'a: x',
    'b:',
    'c: "q"',
    'd: [x, {y: z}]',
    'e: {f: g, h: "i"}',
    '- j',
    '- k: l',
    '- "m"',
    '- [n]',
    '-',
    '# c',
  ],
  [
    'o: >-',
    'p: |',
    'q: r # s',
    't u: v',
    'w',
    'x: y: z',
    "y: 'it''s'",
    'z: # nothing',
    '- - a',
    '- b:',
    '- - c: d',
  ],
].flat()

const yaml = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n`

describe('the plain reader', () => {
  it('reads the examples as `yaml` does', () => {
    const texts = filesIn('examples')
    const read = texts.filter((text) => readBoth(text))
    assert.ok(read.length >= texts.length - 2, `${read.length} of ${texts.length}`)
  })

  it('reads the notes of all tests as `yaml` does, where it reads them', () => {
    for (const text of filesIn('test')) readBoth(text)
  })

  it('reads the notes that the bench makes', () => {
    for (const {text} of madeNotes(60)) assert.ok(readBoth(text))
  })

  for (const [name, lines] of [
    ['lists at and below their key', ['a:', '- x', '- y', 'b:', '  - z']],
    ['maps in lists', ['a:', '  - b: 1', '    c: 2', '  - d: "3"', '    e:', '      - f']],
    ['lists in maps in lists', ['a:', '- b: 1', '  c:', '  - x', '- d: 2']],
    ['brackets', ['a: [x, y z, "q, r"]', "b: {c: d, e: [f, 'g''h'], i: 14:00}", 'c: []', 'd: {}', 'e: [x,]']],
    ['comments', ['# first', 'a: b # why', '# between', 'c:', '  - d # e', '# last']],
    ['nothing after keys and dashes', ['a:', 'b: ', 'c:', '  - ', '  -', 'd: ""', 'e: ~', 'f: null']],
    ['blank lines', ['', 'a:', '', '  - b', '', '', 'c: d', '']],
    ['words over several lines', ['a: one', '  two', '', '  three', 'b:', '  - four', '    five']],
    [
      'blocks of words',
      ['a: >-', '  one', '  two', '', '  three', 'b:', '  - |', '    four', '     five', 'c: d'],
    ],
    ['escapes', ['a: "say \\"so\\" \\\\ \\n"', "b: 'it''s'"]],
    ['signs inside words', ["a: Halloran's #4 [x] {y} a,b & c*d! e|f >g", 'b: 14:00-15:00', 'c d e: f']],
  ] as const)
    it(`reads ${name} as \`yaml\` does`, () => {
      assert.ok(readBoth(yaml(...lines)))
      assert.ok(readBoth(yaml(...lines).replaceAll('\n', '\r\n')))
    })

  for (const [name, lines] of [
    ['tabs', ['a:\tb']],
    ['a key that stands twice', ['a: b', 'a: c']],
    ['a reference', ['a: *b']],
    ['a colon too many', ['a: b: c']],
    ['a quotation that goes on', ['a: "b', '  c"']],
    ['words after a quotation', ['a: "b" c']],
    ['words without a key', ['a']],
    ['a list where keys should be', ['- a']],
    ['brackets that do not close', ['a: [b']],
    ['a second document', ['a: b', '...', 'c: d']],
  ] as const)
    it(`leaves ${name} to the whole reader`, () => assert.equal(readBoth(yaml(...lines)), undefined))

  const piece = fc.constantFrom(...PIECES)
  const line = fc.constantFrom(...LINES)
  const drawn = fc.oneof(
    fc.array(piece, {maxLength: 14}).map((pieces) => pieces.join('')),
    fc
      .array(fc.tuple(fc.constantFrom('', '', '  ', '    ', ' ', '      '), line), {maxLength: 9})
      .map((all) => all.map(([indent, line]) => indent + line).join('\n')),
  )

  it('reads whatever it reads as `yaml` does', () =>
    fc.assert(
      fc.property(drawn, (text) => {
        readBoth(`---\na: b\n${text}\n---\n`)
        readBoth(`---\n${text}\n---\n`)
      }),
      {numRuns: 3000},
    ))

  it('reads notes with a slip of the hand as `yaml` does', () => {
    const notes = [...filesIn('examples'), ...[...madeNotes(40)].map(({text}) => text)]
    fc.assert(
      fc.property(fc.constantFrom(...notes), fc.nat(2500), fc.nat(6), piece, (text, at, cut, put) => {
        readBoth(text.slice(0, at) + put + text.slice(at + cut))
      }),
      {numRuns: 1500},
    )
  })
})
