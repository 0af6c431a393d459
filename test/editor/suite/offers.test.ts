import assert from 'node:assert/strict'
import {CodeActionKind, commands, window, workspace, type Hover, type MarkdownString} from 'vscode'
import {actionsAt, closeAll, openText, rangeOf, takeAction, until, untilFindings} from './hands.ts'

const FRONT = '---\nclient: c-021\ndate: 2026-11-20\n---\n'

describe('offers in the light bulb', () => {
  after(closeAll)

  it('come in order: other words, keeping one’s own, why', async () => {
    const {document} = await openText(`${FRONT}\nHe is a bumblebee client.\n`)
    await untilFindings(document, ['bumblebee client'])
    const actions = await actionsAt(document, 'bumblebee', CodeActionKind.QuickFix.value)
    assert.deepEqual(
      actions.map(({title}) => title),
      [
        'Write “person who comes back”',
        'Write “person who came back for [what they came for]”',
        'Keep as written here',
        'Leave “bumblebee-client” alone in this note',
        'About “bumblebee-client”',
      ],
    )
    assert.deepEqual(
      actions.map(({isPreferred}) => Boolean(isPreferred)),
      [true, false, false, false, false],
    )
  })

  it('put other words in place', async () => {
    const {document} = await openText(`${FRONT}\nBumblebee client, he says.\n`)
    await takeAction(document, 'Bumblebee client', 'Write “Person who comes back”')
    assert.equal(document.getText(), `${FRONT}\nPerson who comes back, he says.\n`)
    await untilFindings(document, [])
  })

  it('select what only the writer knows', async () => {
    const {document} = await openText(`${FRONT}\nHe is a bumblebee client.\n`)
    await takeAction(document, 'bumblebee client', 'Write “person who came back for [what they came for]”')
    assert.equal(document.getText(), `${FRONT}\nHe is a person who came back for [what they came for].\n`)
    const editor = window.activeTextEditor
    assert.equal(editor && document.getText(editor.selection), '[what they came for]')
  })

  it('keep the words and say so', async () => {
    const {document} = await openText(`${FRONT}\n- One\n- He is a bumblebee client.\n`)
    await untilFindings(document, ['bumblebee client'])
    await takeAction(document, 'bumblebee client', 'Keep as written here')
    assert.equal(
      document.getText(),
      `${FRONT}\n- One\n- <!-- strengths-disable-next-block bumblebee-client -->\n  He is a bumblebee client.\n`,
    )
    await untilFindings(document, [])
  })

  it('leave a rule alone in a note', async () => {
    const {document} = await openText(
      '---\nclient: c-021\ndate: 2026-11-20\nwins: [A bumblebee client came]\n---\nText.\n',
    )
    await untilFindings(document, ['bumblebee client'])
    const titles = (await actionsAt(document, 'bumblebee client')).map(({title}) => title)
    assert.equal(titles.includes('Keep as written here'), false)
    await takeAction(document, 'bumblebee client', 'Leave “bumblebee-client” alone in this note')
    await untilFindings(document, [])
  })

  it('are all taken at once where that is safe', async () => {
    const {document} = await openText(
      `${FRONT.replace('\n---\n', '\nwins: [A bumblebee client came]\n---\n')}\nBumblebee clients and **a bumblebee client**.\n`,
    )
    const [action] = await actionsAt(document, 'Bumblebee clients', 'source.fixAll.strengths')
    assert.ok(action?.edit)
    await workspace.applyEdit(action.edit)
    assert.equal(
      document.getText(),
      `${FRONT.replace('\n---\n', '\nwins: [A person who comes back came]\n---\n')}\nPeople who comes back and **a person who comes back**.\n`,
    )
  })

  it('are for session notes only', async () => {
    const {document} = await openText('He is a bumblebee client and an addict.\n', 'manual/draft.md')
    const actions = await commands.executeCommand<readonly {title: string}[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'bumblebee client'),
    )
    assert.deepEqual(
      actions.filter(({title}) => title.startsWith('Write')),
      [],
    )
  })
})

describe('the hover over a finding', () => {
  after(closeAll)

  it('says why, after whom, and where there is more', async () => {
    const {document} = await openText(`${FRONT}\nHe is a bumblebee client.\n`)
    const hovers = await until(
      async () =>
        commands.executeCommand<Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          rangeOf(document, 'blebee').start,
        ),
      (found) => found.length > 0,
    )
    const text = hovers.flatMap(({contents}) => contents.map((content) => (content as MarkdownString).value))
    assert.match(text.join('\n'), /Coming back is a choice, and a name for it hides the choice\./)
    assert.match(text.join('\n'), /After house · \[About this\]\(command:strengths\.openRulePage\?/)
    assert.deepEqual(hovers[0]?.range, rangeOf(document, 'bumblebee client'))
  })
})
