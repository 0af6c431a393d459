import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type {Nodes} from 'mdast'
import {parseMarkdown} from '../../../src/core/text/markdown.ts'
import {parseNote, type Note} from '../../../src/core/note.ts'
import {ATOM, type Prose} from '../../../src/core/text/prose.ts'

/** The facts that hold for the places of any note whatever. */
function assertPlacesHold(note: Note): void {
  const units = (prose: Prose): void => {
    let from = prose.span.start
    for (let i = 0; i < prose.text.length; i++) {
      const {start, end} = prose.sourceSpan(i, i + 1)
      const slice = note.text.slice(start, end)
      const unit = prose.text[i] ?? ''
      const isReading =
        slice === unit ||
        (slice === '\0' && unit === '\uFFFD') ||
        unit === ATOM ||
        /^(?:&[^;]+;|\\)/.test(slice) ||
        (slice === "''" && unit === "'") ||
        (/\s/.test(unit) && /[\r\n]|^<br/i.test(slice))
      assert.ok(start < end && isReading, `${JSON.stringify(unit)} reads ${JSON.stringify(slice)}`)
      assert.ok(start >= from && end <= prose.span.end, 'places run forward inside the prose')
      from = slice.length === 1 ? end : start
    }
  }
  for (const prose of note.prose) units(prose)
  for (const {span, text} of note.comments) {
    const slice = note.text.slice(span.start, span.end)
    assert.ok(slice.startsWith('<!--') && slice.endsWith('-->'))
    assert.equal(slice.slice(4, -3).replace(/[\s>]/g, ''), text.replace(/[\s>]/g, ''))
  }
  for (const {span} of note.problems)
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= note.text.length)
}

/** What the Markdown library itself reads: the text of its tree, with no regard to places. */
function flatten(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ')
  if (node.type === 'break') return ' '
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : ''
  return 'children' in node ? node.children.map(flatten).join('') : ATOM
}

const proseNodes = (node: Nodes): Nodes[] => {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [node]
  return 'children' in node ? node.children.flatMap(proseNodes) : []
}

// What is left of the line end after the box of a task differs, and is blank.
const comparable = (text: string): string => text.replace(/^[ \t\n]+|[ \t\n]+$/g, '')

const markdownish = fc
  .array(
    fc.constantFrom(
      ...Array.from('*_~`[]()<>!\\&|#-+.:"\' \t\n\r/=0a'),
      ...'\n\n¦\r\n¦> ¦- ¦1. ¦    ¦**¦~~¦](x)¦![¦&amp;¦&#x41;¦&#0;¦\\*¦<!--¦-->¦<br>¦<b>'.split('¦'),
      ...'```¦---\n¦---\na: ¦|-|-|\n¦| ¦[^1]¦[^1]: ¦[a]: x\n¦- [ ] ¦- [x]\n¦drug¦ addict '.split('¦'),
      ...'🙂¦e\u0301¦\0¦\uFEFF¦\u00A0¦\u2028'.split('¦'),
    ),
    {maxLength: 40},
  )
  .map((parts) => parts.join(''))

describe('prose', () => {
  it('lies forward and inside its block, unit by unit, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(markdownish, fc.string({unit: 'binary', maxLength: 60})), (text) =>
        assertPlacesHold(parseNote(text)),
      ),
      {numRuns: 1000},
    )
  })

  it('reads what the Markdown library reads, in any text without addresses', () => {
    fc.assert(
      fc.property(markdownish, (text) => {
        const {root} = parseMarkdown(text)

        const prose = parseNote(text).prose.filter(({kind}) => kind !== 'value')

        assert.deepEqual(
          prose.map((one) => comparable(one.text)),
          proseNodes(root).map((node) => comparable(flatten(node))),
        )
      }),
      {numRuns: 1000},
    )
  })

  it('knows its kind, its section and whether it is quoted', () => {
    const text = '---\na:\n  - b: v\n---\np\n\n# *One*\n\n> q\n>\n> ## Two\n>\n> - r\n\n| c |\n|---|\n\ns'

    const found = parseNote(text).prose.map(({kind, text: words, section, quoted, path}) => [
      kind,
      words,
      section,
      quoted,
      path.join('.'),
    ])

    assert.deepEqual(found, [
      ['value', 'v', '', false, 'a.b'],
      ['paragraph', 'p', '', false, ''],
      ['heading', 'One', '', false, ''],
      ['paragraph', 'q', 'One', true, ''],
      ['heading', 'Two', 'One', true, ''],
      ['paragraph', 'r', 'Two', true, ''],
      ['cell', 'c', 'Two', false, ''],
      ['paragraph', 's', 'Two', false, ''],
    ])
  })
})
