import assert from 'node:assert/strict'
import {languages, workspace} from 'vscode'
import {closeAll, fileUri, openText, until, untilFindings} from './hands.ts'

const NOTE = '---\nclient: c-021\ndate: 2026-11-20\n---\n\nA bumblebee client.\n'

describe('the configuration of a notes folder', () => {
  after(closeAll)

  it('is read anew when it changes, and named where it cannot be read', async () => {
    const config = fileUri('agency/.strengths/config.yml')
    const write = async (text: string): Promise<void> =>
      workspace.fs.writeFile(config, new TextEncoder().encode(text))
    const {document} = await openText(NOTE)
    await untilFindings(document, ['bumblebee client'])
    try {
      await write('rules:\n  bumblebee-client: off\n  label: loud\n')
      await untilFindings(document, [])
      const [problem] = await until(
        () => languages.getDiagnostics(config),
        (found) => found.length > 0,
      )
      assert.equal(problem?.range.start.line, 2)
      assert.match(problem?.message ?? '', /loud/)
    } finally {
      await write('rules: {}\n')
    }
    await untilFindings(document, ['bumblebee client'])
    await until(
      () => languages.getDiagnostics(config),
      (found) => found.length === 0,
    )
  })
})
