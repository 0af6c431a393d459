import assert from 'node:assert/strict'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'
import {strategiesInHeadings} from '../../../src/core/record/strategies.ts'
import {keptResults, RESULT_END, RESULT_START, withoutResults} from '../../../src/core/text/kept-results.ts'
import {noteLanguage} from '../../../src/folder/note-language.ts'
import {sentencesIn} from '../../../src/lint/checks/sentences.ts'
import {bodySections} from '../../../src/summary/body-sections.ts'
import {smallLinter} from '../../lint/small-language.ts'

const SAID = 'Yesterday an addict who never missed a rehearsal sang with the whole choir.'
const RESULT = [
  `${RESULT_START} page for c-014, 2026-11-20 -->`,
  `## Goals\n\n- :goal[sing again]{id=g-sing}\n\n${SAID}`,
  RESULT_END,
].join('\n\n')
const OWN = ':strength[came early]{name=patience} today.'
const NOTE = `---\nclient: c-014\ndate: 2026-11-20\n---\n\n${OWN}\n\n${RESULT}\n\n# Later\n\nMore.\n`

describe('an answer that was kept in a note', () => {
  for (const [lineEnds, text] of [
    ['LF', NOTE],
    ['CRLF and a byte order mark', `\uFEFF${NOTE.replaceAll('\n', '\r\n')}`],
  ] as const)
    it(`adds nothing to what the note says, with ${lineEnds}`, () => {
      const note = parseNote(text)
      const [place] = keptResults(text)
      assert.equal(text.slice(place?.start, place?.end).replaceAll('\r', ''), RESULT)
      const {record} = readRecord(note)
      assert.deepEqual(record.goals, [])
      assert.deepEqual(
        record.strengths.map(({name}) => name.value),
        ['patience'],
      )
      const from = note.frontmatter?.span.end ?? 0
      assert.deepEqual([...strategiesInHeadings(text, from)], [])
      assert.deepEqual(sentencesIn(text, from), [])
      assert.deepEqual(smallLinter.lint(note), [])
      assert.deepEqual(
        bodySections(note).map(({headings, lines}) => [headings, lines.map((line) => line.text)]),
        [
          [[], ['came early today.']],
          [['Later'], ['More.']],
        ],
      )
      const language = noteLanguage(note, record, {findings: [], specialists: [], taken: undefined})
      const words = ['c-014', '2026-11-20', 'came', 'early', 'today', 'Later', 'More']
      assert.equal(language.words, words.length)
    })

  it('is part of the note again without its comments', () => {
    const note = parseNote(`---\nclient: c-014\n---\n\n## Goals\n\n- :goal[sing again]\n\n${SAID}`)
    assert.equal(readRecord(note).record.goals.length, 1)
    assert.equal([...strategiesInHeadings(note.text, 0)].length, 1)
    assert.equal(sentencesIn(note.text, 0).length, 1)
    assert.equal(smallLinter.lint(note).length, 1)
  })

  it('hides nothing below it where its end is missing', () => {
    const text = NOTE.replace(RESULT_END, '')
    assert.deepEqual(keptResults(text), [])
    assert.equal(readRecord(parseNote(text)).record.goals.length, 1)
  })

  it('leaves every other place where it is when it is blanked out', () => {
    const blank = withoutResults(NOTE)
    assert.equal(blank.length, NOTE.length)
    assert.equal(blank.indexOf('# Later'), NOTE.indexOf('# Later'))
    assert.ok(!blank.includes('sing again'))
    assert.equal(withoutResults(OWN), OWN)
  })
})
