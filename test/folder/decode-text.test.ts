import assert from 'node:assert/strict'
import {decodeText} from '../../src/folder/decode-text.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const problemOf = (content: Uint8Array): readonly [code: string, line: number] | undefined => {
  const decoded = decodeText(content, 'a.md')
  return 'problem' in decoded ? [decoded.problem.code, decoded.problem.line] : undefined
}

describe('the bytes of a file', () => {
  it('read as their text, with a byte order mark and Windows line ends kept', () => {
    assert.deepEqual(decodeText(bytes([0xef, 0xbb, 0xbf], 'One\r\ntwo 🙂\r\n'), 'a.md'), {
      text: '\uFEFFOne\r\ntwo 🙂\r\n',
    })
  })

  it('may be none', () => assert.deepEqual(decodeText(bytes(''), 'a.md'), {text: ''}))

  it('with a zero among them are no text', () => {
    assert.deepEqual(problemOf(bytes('%PDF\n', [0], 'x')), ['file/not-text', 1])
  })

  it('of UTF-16 are no text', () => {
    assert.deepEqual(problemOf(bytes([0xff, 0xfe], Buffer.from('A note', 'utf16le').toString('latin1'))), [
      'file/not-text',
      1,
    ])
  })

  for (const [name, content, line] of [
    ['in the first line', bytes([0xff], 'a\nb'), 1],
    ['in the third line', bytes('a\nb\nc', [0xe9], 'd\ne'), 3],
    ['after Windows line ends', bytes('a\r\nb', [0xe9], '\r\n'), 2],
    ['in the middle of a sign', bytes('a\nb\n', [0xf0, 0x9f], 'x\ny'), 3],
    ['at the very end', bytes('a\nb\n', [0xf0, 0x9f]), 3],
    ['after letters of several bytes', bytes('é🙂\nü', [0xe9], '\n'), 2],
    ['before another one', bytes('a\nb', [0xe9], '\nc', [0xe9]), 2],
  ] as const)
    it(`that are not UTF-8 ${name} are named with line ${line}`, () => {
      assert.deepEqual(problemOf(content), ['file/not-utf-8', line])
    })

  it('over 20 MB are named and left', () => {
    assert.deepEqual(problemOf(new Uint8Array(20 * 1024 * 1024 + 1).fill(97)), ['file/too-large', 1])
    assert.equal(problemOf(new Uint8Array(20 * 1024 * 1024).fill(97)), undefined)
  })
})
