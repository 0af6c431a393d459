import assert from 'node:assert/strict'
import {setTimeout as wait} from 'node:timers/promises'
import {commands, DiagnosticSeverity, Position, Range, Selection, window, workspace, type Uri} from 'vscode'
import {
  closeAll,
  fileUri,
  openFile,
  openText,
  ours,
  putCursor,
  rangeOf,
  type,
  until,
  untilFindings,
} from './hands.ts'

const FRONT = '---\nclient: c-021\ndate: 2026-11-20\n---\n\n'

describe('findings in a note', () => {
  after(closeAll)

  it('stand at their words, with their page one click away', async () => {
    const {document} = await openText(`${FRONT}He is a *bumblebee\nclient* here.\n`)
    await untilFindings(document, ['bumblebee\nclient'])
    const [finding] = ours(document)
    assert.ok(finding)
    assert.deepEqual(finding.range, new Range(5, 9, 6, 6))
    assert.equal(finding.severity, DiagnosticSeverity.Warning)
    assert.match(finding.message, /^“bumblebee client” .*Perhaps “person who comes back”\.$/)
    const code = finding.code as {value: string; target: Uri}
    assert.equal(code.value, 'bumblebee-client')
    assert.equal(code.target.toString(true).startsWith('command:strengths.openRulePage?'), true)
  })

  it('count as the editor counts in a file of other line ends and wide signs', async () => {
    const {document} = await openFile(
      'agency/crlf.md',
      `${FRONT}🎹🎹 He is a bumblebee client.\n`.replaceAll('\n', '\r\n'),
    )
    await untilFindings(document, ['bumblebee client'])
    assert.deepEqual(ours(document)[0]?.range, new Range(5, 13, 5, 29))
  })

  it('tell what the frontmatter leaves unread', async () => {
    const {document} = await openText('---\nclient: c-021\ndate: the other day\n---\n')
    await until(
      () => ours(document),
      (found) => found.some(({code}) => typeof code === 'object' && code.value === 'note/date-unreadable'),
    )
    assert.deepEqual(
      ours(document).map(({range}) => document.getText(range)),
      ['the other day'],
    )
  })

  it('weigh what the settings say', async () => {
    const {document} = await openText(`${FRONT}A bumblebee client.\n`)
    await untilFindings(document, ['bumblebee client'])
    const settings = workspace.getConfiguration('strengths')
    try {
      await settings.update('severity', 'hint')
      await until(
        () => ours(document)[0],
        ({severity}) => severity === DiagnosticSeverity.Hint,
      )
      await settings.update('rules', {'bumblebee-client': 'off'})
      await untilFindings(document, [])
    } finally {
      await settings.update('severity', undefined)
      await settings.update('rules', undefined)
    }
    await untilFindings(document, ['bumblebee client'])
  })

  it('leave with their document', async () => {
    const {document} = await openText(`${FRONT}A bumblebee client.\n`)
    await untilFindings(document, ['bumblebee client'])
    await closeAll()
    await untilFindings(document, [])
  })
})

describe('the sentence that is being written', () => {
  after(closeAll)

  it('is left alone until the writer is past it', async () => {
    const editor = await openText(`${FRONT}We met.\n`)
    const {document} = editor
    editor.selection = new Selection(5, 7, 5, 7)
    await type(' He is a bumblebee client')
    await wait(700)
    assert.deepEqual(ours(document), [])
    await type('. And ')
    await untilFindings(document, ['bumblebee client'])
  })

  it('speaks once the cursor has left it', async () => {
    const editor = await openText(`${FRONT}We met.\n`)
    const {document} = editor
    editor.selection = new Selection(5, 7, 5, 7)
    await type(' A bumblebee client')
    await wait(700)
    assert.deepEqual(ours(document), [])
    putCursor(editor, 'We met')
    await until(
      () => ours(document),
      (found) => found.length === 1,
    )
  })

  it('speaks once the writer has rested', async () => {
    const editor = await openText(`${FRONT}We met.\n`)
    editor.selection = new Selection(5, 7, 5, 7)
    await type(' A bumblebee client')
    const started = Date.now()
    await untilFindings(editor.document, ['bumblebee client'])
    assert.ok(Date.now() - started > 1200)
  })

  it('may be half a line of the frontmatter', async () => {
    const editor = await openText(FRONT)
    const {document} = editor
    editor.selection = new Selection(2, 16, 2, 16)
    await editor.edit((edit) => edit.insert(new Position(2, 16), '\nwins: ["We'))
    await wait(700)
    assert.deepEqual(ours(document), [])
    await until(
      () => ours(document),
      (found) => found.length > 0,
    )
  })

  it('keeps what was there before, so that nothing blinks', async () => {
    const editor = await openText(`${FRONT}A bumblebee client\n`)
    const {document} = editor
    await untilFindings(document, ['bumblebee client'])
    const {end} = rangeOf(document, 'bumblebee client')
    editor.selection = new Selection(end, end)
    await type(' of ours')
    await wait(700)
    assert.equal(ours(document).length, 1)
  })
})

describe('a long file', () => {
  after(closeAll)

  it('is no session note', async () => {
    const {document} = await openText(`${FRONT}${'A bumblebee client. '.repeat(11_000)}\n`)
    await wait(1000)
    assert.deepEqual(ours(document), [])
  })
})

describe('a folder without session notes', () => {
  after(closeAll)

  it('speaks where it is asked to', async () => {
    const {document} = await openText('He is an addict.\n', 'manual/draft.md')
    await wait(700)
    assert.deepEqual(ours(document), [])
    await commands.executeCommand('strengths.checkNote')
    await untilFindings(document, ['addict'])
  })

  it('hears nothing', async () => {
    await closeAll()
    const {document} = await window.showTextDocument(fileUri('manual/chapter.md'))
    await wait(700)
    assert.deepEqual(ours(document), [])
  })
})
