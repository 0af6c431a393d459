import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {joinPacks} from '../../src/lint/language.ts'
import {Linter} from '../../src/lint/linter.ts'
import {readPack} from '../../src/lint/read-pack.ts'

/** An entry with something wrong in its line 4, and a good one after it. */
const around = (line: string): string => `category: blame
entries:
  wrong:
    ${line.replaceAll('\n', '\n    ')}
    ${line.startsWith('phrases') ? 'severity: hint' : 'phrases: [sloth]'}
  good:
    phrases: [lazy]
`

const WRONG: readonly (readonly [name: string, line: string, at: number, message: RegExp])[] = [
  ['an unknown key', 'phrase: [x]', 4, /“phrase” is not a key of an entry/],
  ['a bracket that does not close', "phrases: ['(a']", 4, /opens a bracket/],
  ['the second phrase, on its own line', "phrases:\n  - a\n  - 'b)'", 6, /bracket or bar/],
  ['a phrase that is met everywhere', "phrases: ['very?']", 4, /met everywhere/],
  ['a phrase that is no text', 'phrases: [{a: b}]', 4, /line of text belongs here/],
  ['a phrase that is empty', "phrases: ['']", 4, /at least one word/],
  ['no phrase at all', 'phrases: []', 3, /“wrong” holds no phrase/],
  ['a severity that is none', 'severity: grave', 4, /error, warning, information, hint/],
  ['a form that is none', 'forms: {a: adjective}', 4, /“adjective” is neither/],
  ['forms that are no map', 'forms: [a]', 4, /“forms” takes lines of the form/],
  ['an offer of no kind', 'offers: [say: x]', 4, /`apply: words`/],
  ['offers that are no list', 'offers: x', 4, /`apply: words`/],
  ['an offer of two kinds', 'offers: [{apply: x, ask: y}]', 4, /`apply: words`/],
  ['an offer that is no text', 'offers: [{apply: 3}]', 4, /`apply: words`/],
  ['surroundings on no side', 'unless: {beside: [x]}', 4, /“beside” is none of them/],
  ['surroundings that are a list', 'only: [x]', 4, /“only” takes lines of the form/],
  ['a phrase in surroundings', "unless:\n  after:\n    - '(x'", 6, /opens a bracket/],
  ['a guard that is none', 'despite: [negatd]', 4, /“negatd” is no guard/],
  ['sentences that are no text', 'flagged: [[x]]', 4, /line of text belongs here/],
  ['proofs that are no map', 'becomes: [x]', 4, /“becomes” takes lines of the form/],
]

const WHOLE: readonly (readonly [name: string, text: string, at: number, message: RegExp])[] = [
  ['a file that is empty', '', 1, /list of keys/],
  ['a file that is a list', '- a\n- b\n', 1, /list of keys/],
  ['broken YAML', 'category: blame\nentries:\n  a: {phrases: [x\n', 4, /./],
  ['a key twice', 'category: blame\nentries:\n  a: {phrases: [x]}\n  a: {phrases: [y]}\n', 4, /unique/],
  ['a tab as indentation', 'category: blame\nentries:\n\ta: x\n', 3, /[Tt]ab/],
  ['two documents', 'category: blame\n---\ncategory: label\n', 2, /multiple documents/],
  ['an alias to nothing', 'category: blame\nentries: *x\n', 2, /alias/],
  ['nesting without end', `category: ${'['.repeat(20_000)}`, 1, /./],
  [
    'an unknown key of the pack',
    'category: blame\nentires: {a: {phrases: [x]}}\n',
    2,
    /“entires” is not a key/,
  ],
  ['a category that is none', 'why: x\ncategory: bad\nentries: {a: {phrases: [x]}}\n', 2, /one of: label/],
  ['entries without a category', 'why: x\nentries: {a: {phrases: [x]}}\n', 1, /one of: label/],
  ['entries that are a list', 'category: blame\nentries:\n  - phrases: [x]\n', 2, /“entries” takes lines/],
  ['an entry that is a line', 'category: blame\nentries:\n  a: x\n', 3, /“a” takes lines/],
  ['a name that cannot be read', 'names:\n  - A Name\n  - (A\n', 3, /opens a bracket/],
  ['a class member that cannot be read', 'classes:\n  a: [b]\n  c: ["(d"]\n', 3, /opens a bracket/],
  ['a class that is a line', 'classes:\n  a: b\n', 2, /“a” takes lines/],
  ['a class that leads back to itself', 'classes:\n  a: [<b>, c]\n  b: [<a>]\n', 2, /leads back to <a>/],
]

describe('a pack tells the line of', () => {
  for (const [name, line, at, message] of WRONG)
    it(`${name}, and the rest of it works`, () => {
      const {entries, problems} = readPack(around(line), 'p.yml')
      assert.deepEqual(
        problems.map(({file, line: where}) => [file, where]),
        [['p.yml', at]],
      )
      assert.match(problems[0]?.message ?? '', message)
      assert.deepEqual(
        entries.map(({id}) => id),
        ['good'],
      )
    })

  for (const [name, text, at, message] of WHOLE)
    it(name, () => {
      const {problems} = readPack(text, 'p.yml')
      assert.equal(problems[0]?.line, at)
      assert.match(problems[0].message, message)
    })

  it('what an id that looks like a number holds', () => {
    const {problems} = readPack(
      'category: blame\nentries:\n  a: {phrases: [x]}\n  12: {phrases: [y], severity: x}\n',
      'p.yml',
    )
    assert.deepEqual(
      problems.map(({line}) => line),
      [4],
    )
  })
})

describe('a pack', () => {
  it('may hold an entry with nothing but phrases', () => {
    const {entries, problems} = readPack(
      'category: blame\nwhy: Because.\nentries: {a: {phrases: lazy}}\n',
      'p.yml',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(entries[0], {
      id: 'a',
      category: 'blame',
      phrases: ['lazy'],
      forms: {},
      reframes: [],
      why: 'Because.',
      severity: 'warning',
      sources: [],
      unless: {},
      only: {},
      scareQuotes: false,
      despite: [],
      flagged: [],
      leftAlone: [],
      becomes: [],
    })
  })

  it('may name its class members with or without what to call them', () => {
    const {classes} = readPack('classes: {a: [b, c], d: {e: f, g: }}\n', 'p.yml')
    assert.deepEqual(classes, {a: {b: '', c: ''}, d: {e: 'f', g: ''}})
  })

  it('may have Windows line ends and a byte order mark', () => {
    const {entries, problems} = readPack(
      '\uFEFFcategory: blame\r\nentries:\r\n  a:\r\n    phrases: [lazy]\r\n',
      'p.yml',
    )
    assert.deepEqual(problems, [])
    assert.equal(entries.length, 1)
  })

  it('that unfolds without end is named, and nothing else happens', () => {
    const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({length: 9}, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`).join('')}`
    const started = performance.now()
    assert.match(readPack(bomb, 'p.yml').problems[0]?.message ?? '', /alias/i)
    assert.ok(performance.now() - started < 5000)
  })

  it('with keys of the language it is read by is only a pack', () => {
    const {entries} = readPack(
      'category: blame\nentries: {__proto__: {phrases: [x]}, constructor: {phrases: [y]}}\n',
      'p.yml',
    )
    assert.deepEqual(
      entries.map(({id}) => id),
      ['__proto__', 'constructor'],
    )
    assert.equal(({} as {phrases?: unknown}).phrases, undefined)
  })
})

describe('packs together', () => {
  it('let a later entry take the place of an earlier one', () => {
    const {language} = joinPacks([
      readPack(
        'category: blame\neffect: one\nentries: {a: {phrases: [lazy]}, b: {phrases: [idle]}}\n',
        '1.yml',
      ),
      readPack('category: label\nentries: {a: {phrases: [addict]}}\n', '2.yml'),
    ])
    assert.deepEqual(
      language.entries.map(({id, category, phrases}) => [id, category, ...phrases]),
      [
        ['a', 'label', 'addict'],
        ['b', 'blame', 'idle'],
      ],
    )
    assert.equal(language.effects.blame, 'one')
  })

  it('add to classes and names', () => {
    const {language} = joinPacks([
      readPack('classes: {a: [b]}\nnames: [A B]\n', '1.yml'),
      readPack('classes: {a: [c]}\nnames: [C D]\n', '2.yml'),
    ])
    assert.deepEqual(language.classes, {a: {b: '', c: ''}})
    assert.deepEqual(language.names, ['A B', 'C D'])
  })

  it('whose classes lead in a circle only together still make a linter', () => {
    const {language} = joinPacks([
      readPack('classes: {a: [<b>, x]}\ncategory: blame\nentries: {it: {phrases: [<a> y]}}\n', '1.yml'),
      readPack('classes: {b: [<a>]}\n', '2.yml'),
    ])
    assert.equal(new Linter(language).lint(parseNote('x y')).length, 1)
  })
})
