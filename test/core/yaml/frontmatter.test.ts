import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {parseDocument} from 'yaml'
import {textValues, valueAt, type Value} from '../../../src/core/yaml/frontmatter.ts'
import {parseNote} from '../../../src/core/note.ts'

const yamlish = fc
  .array(
    fc.constantFrom(
      ...`a: ¦b: ¦- ¦c:\n¦\n¦\n  ¦\n\n  ¦\n    ¦ ¦|¦|-¦>¦>2¦>+¦"¦'¦''¦\\n¦\\u00e9¦\\¦\\\n`.split('¦'),
      ...'[¦]¦{¦}¦, ¦: ¦ # x¦&a ¦!!str ¦? ¦~¦drug¦addict¦🙂¦\u00A0¦\t¦\r\n¦\u2028¦"x\n  y"'.split('¦'),
      ..."'x\n\n  y'¦: |\n  x\n   y\n".split('¦'),
    ),
    {maxLength: 20},
  )
  .map((parts) => `k: ${parts.join('')}`)

/** Texts as the YAML library reads them, where they are more than blanks and stand for something. */
function* plainTexts(value: unknown): Generator<string> {
  if (typeof value === 'string' && value.trim() && !/^(?:~|null)$/i.test(value)) yield value
  else if (Array.isArray(value)) for (const item of value) yield* plainTexts(item)
  else if (value instanceof Map)
    for (const [key, item] of value) if (typeof key === 'string' || key === null) yield* plainTexts(item)
}

const words = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')

describe('frontmatter', () => {
  it('reads the words that the YAML library reads, in any block without problems', () => {
    let compared = 0
    fc.assert(
      fc.property(yamlish, (yaml) => {
        const document = parseDocument(`${yaml}\n`, {
          schema: 'failsafe',
          uniqueKeys: false,
          prettyErrors: false,
        })
        const note = parseNote(`---\n${yaml}\n---\n`)
        fc.pre(note.problems.every(({code}) => code !== 'yaml/indent'))
        fc.pre(note.frontmatter !== undefined && document.errors.length === 0 && !/[?~]|null/.test(yaml))
        fc.pre(!note.problems.some(({code}) => code === 'yaml/duplicate-key'))
        compared++

        const found = [...textValues(note.frontmatter?.entries ?? [])]

        assert.deepEqual(
          found.map(({value}) => words(value.text)),
          [...plainTexts(document.toJS({mapAsMap: true}))].map(words),
        )
      }),
      {numRuns: 400},
    )
    assert.ok(compared > 80)
  })

  it('keeps what was typed, and never makes a number or a date of it', () => {
    const text = '---\na: 007\nb: 14:30\nc: 2025-07-01\nd: true\ne: 1e3\nf: 0x1F\n---\n'

    const values = [...textValues(parseNote(text).frontmatter?.entries ?? [])].map(({value}) => value.text)

    assert.deepEqual(values, ['007', '14:30', '2025-07-01', 'true', '1e3', '0x1F'])
  })

  it('takes a key without words, a tilde and null for empty, with a place', () => {
    const text = '---\na:\nb: ~\nc: null\nd: ""\ne: "~"\n---\n'
    const entries = parseNote(text).frontmatter?.entries ?? []

    const found = entries.map(({key, value}) => [
      key,
      value.kind,
      text.slice(value.span.start, value.span.end),
    ])

    assert.deepEqual(found, [
      ['a', 'empty', ''],
      ['b', 'empty', '~'],
      ['c', 'empty', 'null'],
      ['d', 'empty', '""'],
      ['e', 'text', '"~"'],
    ])
  })

  it('knows where keys, lists and maps stand', () => {
    const text = '\uFEFF---\r\n"a b": [x, y]\r\nc:\r\n  - d: e\r\n---\r\n'
    const slice = ({start, end}: {start: number; end: number}): string => text.slice(start, end)
    const entries = parseNote(text).frontmatter?.entries ?? []

    const keys = entries.map(({key, keySpan}) => [key, slice(keySpan)])
    const list: Value | undefined = valueAt(entries, 'a b')

    assert.deepEqual(keys, [
      ['a b', '"a b"'],
      ['c', 'c'],
    ])
    assert.equal(list && slice(list.span), '[x, y]')
  })

  it('takes the last of two values at one key, and says so at the second', () => {
    const text = '---\na: x\na: y\n---\n'
    const {frontmatter, problems} = parseNote(text)

    const value = valueAt(frontmatter?.entries ?? [], 'a')

    assert.equal(value?.kind === 'text' && value.text, 'y')
    assert.deepEqual(
      problems.map(({code, span}) => [code, span]),
      [['yaml/duplicate-key', {start: 9, end: 10}]],
    )
  })

  it('keeps a word that starts with an asterisk as text, and says so', () => {
    const text = '---\na: *drug\n---\n'
    const {prose, problems} = parseNote(text)

    assert.equal(prose[0]?.text, '*drug')
    assert.deepEqual(
      problems.map(({code, span}) => [code, text.slice(span.start, span.end)]),
      [['yaml/alias', '*drug']],
    )
  })

  it('says where a block cannot be read, and reads the rest', () => {
    const text = '---\na: x\nb: @me\nc: "y\n---\nBody'
    const {prose, problems} = parseNote(text)

    assert.ok(problems.length >= 2)
    for (const {code, span} of problems) {
      assert.equal(code, 'yaml/syntax')
      assert.ok(span.start >= 9 && span.end <= 26)
    }
    assert.deepEqual([prose[0]?.text, prose.at(-1)?.text], ['x', 'Body'])
  })

  it('reads an escape for no sign at all without an exception', () => {
    const text = '---\na: "\\U00110000 \\UFFFFFFFF \\xZZ \\u12 drug"\n---\n'
    const {prose, problems} = parseNote(text)

    assert.ok(problems.every(({code}) => code === 'yaml/syntax'))
    const at = prose[0]?.text.indexOf('drug') ?? -1
    const span = prose[0]?.sourceSpan(at, at + 4)
    assert.equal(span && text.slice(span.start, span.end), 'drug')
  })

  it('keeps the last sign of a value whose quotation mark is missing', () => {
    const text = '---\na: "drug\n---\n'

    assert.equal(parseNote(text).prose[0]?.text.trim(), 'drug')
  })

  it('says that a text or a list is no record', () => {
    for (const yaml of ['just words', '- a\n- b'])
      assert.deepEqual(
        parseNote(`---\n${yaml}\n---\n`).problems.map(({code}) => code),
        ['yaml/not-a-map'],
      )
    assert.deepEqual(parseNote('---\n# only a comment\n---\n').problems, [])
  })

  it('stays quick with ten thousand lines, and with a value of half a million blanks', () => {
    const keys = Array.from({length: 10_000}, (_, i) => `k${i}: value ${i}`).join('\n')
    const blanks = `"x${' '.repeat(500_000)}y"`

    const note = parseNote(`---\n${keys}\nz: ${blanks}\n---\n`)

    assert.equal(note.prose.length, 10_001)
  })

  it('says that nesting is too deep to read, rather than stop', () => {
    const deep = 3000
    for (const yaml of [
      `a: ${'['.repeat(deep)}`,
      `a: ${'['.repeat(deep)}${']'.repeat(deep)}`,
      '? '.repeat(deep),
    ])
      assert.equal(parseNote(`---\n${yaml}\n---\n`).problems[0]?.code, 'yaml/syntax')
  })
})
