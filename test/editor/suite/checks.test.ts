import assert from 'node:assert/strict'
import {DiagnosticSeverity, window, type Uri} from 'vscode'
import {actionsAt, closeAll, openText, ours, takeAction, until, untilFindings} from './hands.ts'

const note = (keys: string, body = ''): string =>
  `---\nclient: c-021\ndate: 2026-11-20\n${keys}---\n\n${body}\n`

describe('note checks', () => {
  after(closeAll)

  it('hint at what a strength rests on, and make room for it', async () => {
    const {document} = await openText(note('strengths: [steadiness, humor]\n'))
    await untilFindings(document, ['steadiness', 'humor'])
    const [finding] = ours(document)
    assert.equal(finding?.severity, DiagnosticSeverity.Hint)
    const code = finding.code as {value: string; target: Uri}
    assert.equal(code.value, 'strength/no-evidence')
    assert.match(code.target.toString(true), /"category":"check"/)
    await takeAction(document, 'steadiness', 'Write “steadiness: [what you saw or heard that showed it]”')
    assert.equal(
      document.getText(),
      note('strengths: [{steadiness: "[what you saw or heard that showed it]"}, humor]\n'),
    )
    const editor = window.activeTextEditor
    assert.equal(editor && document.getText(editor.selection), '[what you saw or heard that showed it]')
    await untilFindings(document, ['humor'])
  })

  it('tell of another person whom the notes of the folder name, once these have been read', async () => {
    const {document} = await openText(note('', 'He sat with c-037 and with c-999.'))
    await untilFindings(document, ['c-037'])
    assert.equal(ours(document)[0]?.severity, DiagnosticSeverity.Error)
    await takeAction(document, 'c-037', 'Write “[a role, such as another member]”')
    assert.equal(document.getText(), note('', 'He sat with [a role, such as another member] and with c-999.'))
    await untilFindings(document, [])
  })

  it('are left alone in a note with a comment that says so', async () => {
    const {document} = await openText(note('start: 14:00\nend: 13:00\n'))
    await untilFindings(document, ['13:00'])
    const actions = await actionsAt(document, '13:00')
    assert.deepEqual(
      actions.map(({title}) => title),
      ['Leave “note/end-before-start” alone in this note', 'About “note/end-before-start”'],
    )
    await takeAction(document, '13:00', 'Leave “note/end-before-start” alone in this note')
    await until(() => document.getText().includes('<!-- strengths-disable-file note/end-before-start -->'))
    await untilFindings(document, [])
  })
})
