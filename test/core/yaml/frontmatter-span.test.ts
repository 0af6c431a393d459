import assert from 'node:assert/strict'
import {assert as check, array, constantFrom, property} from 'fast-check'
import {parseMarkdown} from '../../../src/core/text/markdown.ts'
import {frontmatterSpan} from '../../../src/core/note.ts'
import {spanOf} from '../../../src/core/text/prose.ts'

const byRemark = (text: string): {start: number; end: number} | undefined => {
  const {root, shift} = parseMarkdown(text)
  const [first] = root.children
  return first?.type === 'yaml' ? spanOf(first, shift) : undefined
}

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
})
