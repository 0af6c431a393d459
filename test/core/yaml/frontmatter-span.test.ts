import assert from 'node:assert/strict'
import {assert as check, array, constantFrom, property} from 'fast-check'
import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {frontmatterSpan} from '../../../src/core/text/frontmatter-span.ts'
import {parseMarkdown} from '../../../src/core/text/markdown.ts'
import {spanOf} from '../../../src/core/text/prose.ts'

const asNote = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze()
const asMarkdown = unified().use(remarkParse).use(remarkGfm).freeze()

const byRemark = (text: string): {start: number; end: number} | undefined => {
  const [first] = asNote.parse(text).children
  return first?.type === 'yaml' ? spanOf(first, text.startsWith('\uFEFF') ? 1 : 0) : undefined
}

const shapeOf = ({children}: Root): unknown =>
  children.map(({type, position}) => [type, position?.start.offset, position?.end.offset])

describe('where frontmatter stands', () => {
  for (const text of [
    '---\n---\n',
    '---\na: 1\n---',
    '---\r\na: 1\r\n---\r\n',
    '\uFEFF---\na: 1\n---\n',
    '---  \na: 1\n--- \t\nx',
    '----\na: 1\n----\n',
    ' ---\na: 1\n---\n',
    '---\na: 1\n ---\n---\n',
    '---\na: 1\n---x\n---\n',
    '---\na: 1\n',
    '---',
    '',
  ])
    it(`is as remark-frontmatter reads it in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(frontmatterSpan(text), byRemark(text)))

  it('is as remark-frontmatter reads it in any text of dashes, keys and line ends', () => {
    const pieces = constantFrom(
      '---',
      '--',
      '----',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      'a: 1',
      '\uFEFF',
      'x',
      '- b',
    )
    check(
      property(array(pieces, {maxLength: 14}), (parts) => {
        const text = `---${parts.join('')}`
        assert.deepEqual(frontmatterSpan(text), byRemark(text))
      }),
      {numRuns: 2000},
    )
  })

  it('is nowhere where it is never closed: lists, quotes and fences below are what they are', () => {
    const text = '---\nclient: c-014\n\n- one\n\n  - two\n\n> said\n\n```\n- code\n```\n'
    assert.equal(frontmatterSpan(text), undefined)
    assert.deepEqual(
      parseMarkdown(text).root.children.map(({type}) => type),
      ['thematicBreak', 'paragraph', 'list', 'blockquote', 'code'],
    )
  })

  it('leaves a text without it what Markdown alone makes of it', () => {
    const pieces = constantFrom('---', '\n', '\n\n', '- a', '  - b', '> c', '1. d', '```', 'e: 1', '\uFEFF')
    check(
      property(array(pieces, {maxLength: 14}), (parts) => {
        const text = `---\n${parts.join('')}`
        if (frontmatterSpan(text)) return
        assert.deepEqual(shapeOf(parseMarkdown(text).root), shapeOf(asMarkdown.parse(text)))
      }),
      {numRuns: 2000},
    )
  })
})
