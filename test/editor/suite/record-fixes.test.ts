import assert from 'node:assert/strict'
import {window} from 'vscode'
import {actionsAt, closeAll, openText, takeAction, untilFindings} from './hands.ts'

const note = (keys: string): string => `---\nclient: c-021\ndate: 2026-11-20\n${keys}---\n\nWe met.\n`

describe('what the frontmatter says otherwise than YAML reads', () => {
  after(closeAll)

  it('is put in quotation marks at one click', async () => {
    const {document} = await openText(note('wins:\n  - Finished step #4\n'))
    await untilFindings(document, ['Finished step #4'])
    const actions = await actionsAt(document, 'Finished step #4')
    assert.deepEqual(
      actions.map(({title}) => title),
      ['Add quotation marks', 'About “note/read-as-text”', 'Take every offer that is safe to take'],
    )
    await takeAction(document, 'Finished step #4', 'Add quotation marks')
    assert.equal(document.getText(), note('wins:\n  - "Finished step #4"\n'))
    await untilFindings(document, [])
  })

  it('is asked for where it is missing, with what is to be filled in selected', async () => {
    const {document} = await openText('---\ndate: 2026-11-20\nwins: [A walk]\n---\n\nWe met.\n')
    await untilFindings(document, ['---'])
    await takeAction(document, '---', 'Add `client`')
    assert.equal(
      document.getText(),
      '---\nclient: [c-014]\ndate: 2026-11-20\nwins: [A walk]\n---\n\nWe met.\n',
    )
    const editor = window.activeTextEditor
    assert.equal(editor && document.getText(editor.selection), '[c-014]')
  })
})
