import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {parseNote} from '../../src/core/note.ts'
import {applyEdits} from '../../src/core/text/span.ts'

const slicesOf = (text: string): string[] =>
  parseNote(text).comments.map(({span}) => text.slice(span.start, span.end))

describe('parseNote', () => {
  it('reads any text whatever without an exception', () => {
    const unit = fc.constantFrom(
      ...Array.from('\0\t\n\r !"#$%&\'()*+,-./0:;<=>?@[\\]^_`a{|}~\u00A0é🙂\uFEFF'),
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({unit: 'binary'}), fc.string({unit, maxLength: 80})),
        fc.constantFrom('', '---\n', '---\na: ', '\uFEFF---\r\n', '> ', '| a |\n|---|\n'),
        fc.constantFrom('', '\n---\n', '\r---\rx'),
        (text, before, after) => {
          const note = parseNote(before + text + after)

          assert.equal(note.text, before + text + after)
        },
      ),
      {numRuns: 800},
    )
  })

  it('reads nesting that goes deeper than calls can', () => {
    assert.equal(parseNote(`${'>'.repeat(12_000)} a`).prose[0]?.quoted, true)
  })

  it('finds each of several comments at its own place', () => {
    const text = '<!-- a --><!-- a -->\n\nx <!-- a --> y <!--> z <!-- b\nc -->\n'

    assert.deepEqual(
      parseNote(text).comments.map(({span, text: words}) => [span.start, words]),
      [
        [0, 'a'],
        [10, 'a'],
        [24, 'a'],
        [37, ''],
        [45, 'b\nc'],
      ],
    )
    assert.deepEqual(slicesOf(text), ['<!-- a -->', '<!-- a -->', '<!-- a -->', '<!-->', '<!-- b\nc -->'])
  })

  it('finds comments in quotes, lists and after a byte order mark, with any line end', () => {
    const text = '\uFEFF> <!-- a\r\n> b -->\r\n\r\n- x\r\n\r\n  <!-- c\r\n  d -->\r\n'
    const {comments} = parseNote(text)

    assert.deepEqual(
      comments.map(({text: words}) => words),
      ['a\r\nb', 'c\r\nd'],
    )
    assert.deepEqual(slicesOf(text), ['<!-- a\r\n> b -->', '<!-- c\r\n  d -->'])
  })

  it('finds no comment in code, nor where one never ends', () => {
    assert.deepEqual(slicesOf('`<!-- a -->`\n\n```\n<!-- b -->\n```\n\n<!-- c'), [])
  })

  it('says where frontmatter starts that never ends', () => {
    const problem = parseNote('\uFEFF---\r\nclient: a\r\n\r\nBody').problems[0]

    assert.equal(problem?.code, 'yaml/unclosed')
    assert.deepEqual(problem?.span, {start: 1, end: 4})
  })

  it('closes with dashes where dots were meant to, as YAML ends a document', () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['---', 'client: c-014', '...  ', '', 'Words.', ''].join(end)
      const [problem] = parseNote(text).problems
      assert.ok(problem?.fix)
      const closed = applyEdits(text, problem.fix.edits)
      assert.equal(closed, text.replace('...', '---'))
      assert.deepEqual(parseNote(closed).problems, [])
    }
  })

  it('stays quick with long lines and with many comments, blanks and addresses', () => {
    const samples = [
      'word '.repeat(40_000),
      `x${' '.repeat(500_000)}y`,
      '<!-- '.repeat(100_000),
      '<!-- a -->'.repeat(20_000),
      'a'.repeat(200_000),
      `[${'a.'.repeat(100_000)}`,
      `[http://a${'.'.repeat(100_000)}`,
      `[a@b${'.c'.repeat(50_000)}`,
      '\r'.repeat(50_000),
    ]

    const counts = samples.map((sample) => parseNote(sample).prose.length)

    assert.deepEqual(counts, [1, 1, 0, 0, 1, 1, 1, 1, 0])
  })
})
