import assert from 'node:assert/strict'
import {fillAsNote} from '../../../src/core/templates/fill-template.ts'
import {
  correctionTemplate,
  enteredLater,
  followOnPath,
  followOnValues,
} from '../../../src/core/templates/follow-on-note.ts'
import {parseNote} from '../../../src/core/note.ts'
import {readRecord} from '../../../src/core/record/record.ts'

const NOTE = `---
note: c-1/x
client: c-1
corrects: older
date: 2026-07-14
reason: |
  two lines
  of reason
wins: [a]
---

Text with \${1}, {{client}} and a \\$ sign.
`
const originalOf = (text: string, path = 'clients/c-1/2026-07-14.md') => ({
  record: readRecord(parseNote(text)).record,
  path,
})
const VALUES = {entered: '2026-07-20', note: 'n', reason: 'why'}

describe('a correction', () => {
  it('says all that the note says, and its own keys anew', () => {
    const {values} = followOnValues(originalOf(NOTE))
    assert.equal(
      fillAsNote(correctionTemplate(parseNote(NOTE)), {...values, ...VALUES}),
      `---
note: "n"
corrects: "c-1/x"
entered: 2026-07-20
reason: "why" # what was not right
client: c-1
date: 2026-07-14
wins: [a]
---

Correction of [2026-07-14](2026-07-14.md), written 2026-07-20.

Text with \${1}, {{client}} and a \\$ sign.
`,
    )
  })
})

describe('a note that follows on another', () => {
  it('lies beside it', () => {
    const original = originalOf(NOTE)
    assert.equal(followOnPath(original, 'correction'), 'clients/c-1/2026-07-14-correction.md')
    assert.equal(followOnPath({...original, path: 'a b'}, 'late-addition'), 'a b-late-addition.md')
  })

  it('links to it by a file name that may hold anything, and names it by path where it has no id', () => {
    const {values, people} = followOnValues(originalOf('---\nclients: [c-1, c-2]\n---\n', 'g/my note (1).md'))
    assert.equal(values['original.link'], '[the note](my%20note%20(1).md)')
    assert.equal(values['original.note'], 'g/my note (1)')
    assert.deepEqual(people, [{client: 'c-1'}, {client: 'c-2'}])
  })
})

describe('a template for an earlier day', () => {
  const text = '---\nclient: c\ndate: {{date}}\nplace: ${1}\n---\n${2} $0 \\$5\ndate: x\n'

  it('says when it is written', () => {
    assert.equal(
      enteredLater(text, false),
      '---\nclient: c\ndate: {{date}}\nentered: {{entered}}\nplace: ${1}\n---\n${2} $0 \\$5\ndate: x\n',
    )
  })

  it('asks a late entry for its reason first', () => {
    assert.equal(
      enteredLater(text, true),
      '---\nclient: c\ndate: {{date}}\nentered: {{entered}}\nlate: yes\nreason: "${1:{{reason}}}" # why it is written now\nplace: ${2}\n---\n${3} $0 \\$5\ndate: x\n',
    )
  })

  it('stays as it is where it has no day', () => {
    assert.equal(enteredLater('No frontmatter\ndate: x\n', true), 'No frontmatter\ndate: x\n')
  })
})
