import assert from 'node:assert/strict'
import {
  commands,
  workspace,
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode'
import {closeAll, fileUri, openText, rangeOf, strengthsNotes, until} from './hands.ts'
import {bring} from './new-note-hands.ts'

const NOTE = `---
client: c-021
date: 2026-11-20
start: 14:00
end: 14:50
goals:
  - id: g-piano
    status: active
wins:
  - Tuned the second octave
---

## What I heard

“It holds,” he said.
`

async function hoverOver(document: TextDocument, words: string, wanted: RegExp): Promise<string> {
  return until(
    async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        rangeOf(document, words).start.translate(0, 1),
      )
      return hovers.flatMap(({contents}) => contents.map((each) => (each as MarkdownString).value)).join('\n')
    },
    (text) => wanted.test(text),
  )
}

describe('a hover in the frontmatter', () => {
  before(strengthsNotes)
  after(closeAll)

  it('tells a goal’s life line with links to its notes', async () => {
    const {document} = await openText(NOTE)
    const text = await hoverOver(document, 'g-piano', /Tune the piano/)
    assert.match(text, /\*\*“Tune the piano downstairs”\*\*/)
    assert.match(text, /active 15 Oct \[15 Oct\]\([^)]*clients\/c-021\/2026-10-15\.md#L\d+\)/)
  })

  it('tells what a key is for, a day’s weekday and how time is counted', async () => {
    const {document} = await openText(NOTE)
    await hoverOver(document, 'wins', /Serves: Celebrating progress/)
    await hoverOver(document, '2026-11-20', /Friday, 20 Nov/)
    await hoverOver(document, '14:50', /50 minutes/)
  })
})

describe('a hover over a word', () => {
  before(strengthsNotes)
  after(closeAll)

  it('tells what a choice means, and what a role is for', async () => {
    const {document} = await openText(
      NOTE.replace('active\n', 'active\n    actions:\n      - {what: Ring, who: specialist}\n').replace(
        'wins:',
        'participants: [sister]\nwins:',
      ),
    )
    const status = await hoverOver(document, 'active', /\*\*active\*\*/)
    assert.match(status, /\n.*\w/)
    await hoverOver(document, 'specialist}', /\*\*specialist\*\*/)
    await hoverOver(document, 'participants', /Who else was there, by role\./)
  })

  it('tells when a resource was last heard of', async () => {
    const takeAway = await bring()
    try {
      const {document} = await openText(
        '---\nclient: c-050\ndate: 2026-11-20\nresources:\n  - name: rowing club\n---\n',
      )
      await hoverOver(document, 'rowing club', /waiting[^]*9 Nov/)
    } finally {
      await takeAway()
    }
  })
})

describe('the strip above a note', () => {
  after(async () => {
    await workspace.getConfiguration('strengths').update('noteStrip', undefined)
    await closeAll()
  })

  const titles = async (document: TextDocument): Promise<string[]> => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri)
    return lenses.flatMap(({command}) => command?.title ?? [])
  }

  it('shows time, the person’s words and the thread', async () => {
    const {document} = await openText(NOTE)
    await until(
      async () => titles(document),
      (found) => found.join('|') === '50 minutes|2 words of theirs|1 goal · 1 win',
    )
  })

  it('is turned off by a setting', async () => {
    const {document} = await openText(NOTE)
    await until(
      async () => titles(document),
      (found) => found.length > 0,
    )
    await workspace.getConfiguration('strengths').update('noteStrip', false)
    await until(async () => (await titles(document)).length === 0)
  })
})

describe('the outline', () => {
  after(closeAll)

  it('has goals by the person’s words beside the headings', async () => {
    const {document} = await openText(NOTE.replace('    status', '    words: Tune it\n    status'))
    const names = await until(
      async () => {
        const symbols = await commands.executeCommand<DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        )
        return symbols.map(({name}) => name)
      },
      (found) => found.includes('Tune it') && found.length > 2,
    )
    assert.deepEqual(names.toSorted(), ['## What I heard', 'Tune it', 'Tuned the second octave'])
  })

  it('folds items of several lines', async () => {
    const {document} = await openText(NOTE)
    const goals = rangeOf(document, 'goals:').start.line
    await until(
      async () => commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
      (found) => found.some(({start, end}) => start === goals && end === goals + 2),
    )
  })

  it('leaves other Markdown files alone', async () => {
    const document = await workspace.openTextDocument(fileUri('manual/chapter.md'))
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri)
    assert.deepEqual(lenses, [])
  })
})
