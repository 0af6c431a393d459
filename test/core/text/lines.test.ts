import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {indexLines} from '../../../src/core/text/line-index.ts'
import {firstLineEnd, lineStart, lineStop, linesWithEnds, nextLine} from '../../../src/core/text/lines.ts'

const texts = fc
  .array(fc.constantFrom('a', 'é', '🙂', ' ', '\n', '\r', '\r\n', '\u2028'), {maxLength: 30})
  .map((parts) => parts.join(''))

describe('lines', () => {
  it('begin, end and follow one another where the index of lines says so', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = indexLines(text)
        for (let offset = 0; offset <= text.length; offset++) {
          if (text[offset - 1] === '\r' && text[offset] === '\n') continue
          const {line} = lines.positionAt(offset)
          assert.equal(lineStart(text, offset), lines.startOf(line))
          assert.equal(lineStop(text, offset), lines.startOf(line) + lines.lineText(line).length)
          assert.equal(nextLine(text, offset), lines.startOf(line + 1))
        }
      }),
    )
  })

  it('are no longer than they are asked about', () => {
    assert.equal(nextLine('one\r\ntwo', 0, 2), 2)
    assert.equal(nextLine('one\r\ntwo', 0, 4), 4)
    assert.equal(nextLine('one\r\ntwo', 0, 8), 5)
  })

  it('are the whole text with their ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = linesWithEnds(text)
        assert.equal(lines.join(''), text)
        for (const line of lines) assert.match(line, /^[^\r\n]*(?:\r\n|\n|\r)?$/)
      }),
    )
  })

  it('end as the first one does', () => {
    assert.deepEqual(['a\r\nb\n', 'a\rb', 'a\nb\r\n', 'a'].map(firstLineEnd), ['\r\n', '\r', '\n', '\n'])
  })
})
