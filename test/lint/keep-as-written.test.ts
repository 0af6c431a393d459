import assert from 'node:assert/strict'
import {parseNote} from '../../src/core/note.ts'
import {applyEdits} from '../../src/core/text/span.ts'
import {keepAsWritten, switchOffInNote} from '../../src/lint/keep-as-written.ts'
import {smallLinter as linter} from './small-language.ts'

function keep(text: string): string | undefined {
  const note = parseNote(text)
  const finding = linter.lint(note).find(({rule}) => rule === 'addict')
  assert.ok(finding, 'The fixture holds a finding.')
  const edits = keepAsWritten(note, finding)
  if (!edits) return undefined
  const kept = applyEdits(text, edits)
  assert.deepEqual(
    linter.lint(parseNote(kept)).filter(({rule}) => rule === 'addict'),
    [],
  )
  return kept
}

const line = '<!-- strengths-disable-next-block addict -->'

describe('keeping words as written', () => {
  it('puts a comment before a paragraph', () => {
    assert.equal(
      keep('One.\n\nHe is an addict\nand a cook.\n'),
      `One.\n\n${line}\nHe is an addict\nand a cook.\n`,
    )
  })

  it('keeps a list a list', () => {
    assert.equal(keep('- One\n- He is an addict.\n'), `- One\n- ${line}\n  He is an addict.\n`)
  })

  it('keeps a heading in a list in a list', () => {
    assert.equal(keep('1. - # He is an addict\n'), `1. - ${line}\n     # He is an addict\n`)
  })

  it('uses the line ends of the note', () => {
    assert.equal(keep('One.\r\n\r\nHe is an addict.\r\n'), `One.\r\n\r\n${line}\r\nHe is an addict.\r\n`)
  })

  it('puts a pair of comments around words in a table', () => {
    assert.equal(
      keep('| who |\n|--|\n| He is an addict. |\n'),
      '| who |\n|--|\n| He is an <!-- strengths-disable addict -->addict<!-- strengths-enable -->. |\n',
    )
  })

  it('leaves the box of a task as it is', () => {
    assert.equal(
      keep('- [ ] He is an addict.\n'),
      '- [ ] He is an <!-- strengths-disable addict -->addict<!-- strengths-enable -->.\n',
    )
  })

  it('has no place for a comment in frontmatter', () => {
    assert.equal(keep('---\nclient: c-1\nwins: [He is an addict.]\n---\n'), undefined)
  })
})

describe('switching a rule off in a note', () => {
  const switchOff = (text: string, rule = 'addict'): string =>
    applyEdits(text, [switchOffInNote(parseNote(text), rule)])

  it('says so below the frontmatter', () => {
    const off = switchOff('---\nclient: c-1\nwins: [He is an addict.]\n---\n\n# Note\n')
    assert.equal(
      off,
      '---\nclient: c-1\nwins: [He is an addict.]\n---\n\n<!-- strengths-disable-file addict -->\n\n# Note\n',
    )
    assert.deepEqual(linter.lint(parseNote(off)), [])
  })

  it('says so at the top of a note without any', () => {
    assert.equal(
      switchOff('He is an addict.\n'),
      '<!-- strengths-disable-file addict -->\n\nHe is an addict.\n',
    )
  })

  it('adds to what is switched off already', () => {
    assert.equal(
      switchOff('<!-- strengths-disable-file blame -->\n\nHe is an addict.\n'),
      '<!-- strengths-disable-file blame addict -->\n\nHe is an addict.\n',
    )
  })
})
