import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {indexLines} from '../../../src/core/text/line-index.ts'

const texts = fc
  .array(fc.constantFrom('a', 'é', '🙂', ' ', '\n', '\r', '\r\n', '\u2028', '\uFEFF'), {maxLength: 40})
  .map((parts) => parts.join(''))

describe('indexLines', () => {
  it('leads from every offset to a place and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = indexLines(text)
        for (let offset = 0; offset <= text.length; offset++) {
          const {line, column} = lines.positionAt(offset)
          assert.equal(lines.startOf(line) + column - 1, offset)
          assert.ok(line >= 1 && line <= lines.count && column >= 1)
          assert.ok(offset < lines.startOf(line + 1) || line === lines.count)
        }
      }),
    )
  })

  it('holds the whole text in its lines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = indexLines(text)
        const numbers = Array.from({length: lines.count}, (_, i) => i + 1)

        assert.deepEqual(
          numbers.map((line) => lines.lineText(line)),
          text.split(/\r\n|\n|\r/),
        )
        assert.equal(
          numbers.map((line) => text.slice(lines.startOf(line), lines.startOf(line + 1))).join(''),
          text,
        )
      }),
    )
  })

  it('counts an empty text as one line', () => {
    const lines = indexLines('')

    assert.equal(lines.count, 1)
    assert.deepEqual(lines.positionAt(0), {line: 1, column: 1})
    assert.equal(lines.lineText(1), '')
  })

  it('gives the end of the text for lines past the end', () => {
    const lines = indexLines('a\nb')

    assert.equal(lines.startOf(3), 3)
    assert.equal(lines.startOf(9), 3)
    assert.equal(lines.lineText(9), '')
  })

  it('counts columns in UTF-16 units', () => {
    assert.deepEqual(indexLines('x\r🙂y').positionAt(4), {line: 2, column: 3})
  })
})
