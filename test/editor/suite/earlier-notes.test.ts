import assert from 'node:assert/strict'
import {commands, workspace, type Hover, type MarkdownString, type TextDocument} from 'vscode'
import {closeAll, fileUri, openText, rangeOf, strengthsNotes, until} from './hands.ts'
import {detailOf, labelOf, suggestionsAt} from './suggestion-hands.ts'

const PATH = 'agency/clients/c-777/2026-10-01.md'
const EARLIER = `---
client: c-777
date: 2026-10-01
strengths:
  - {name: patience, evidence: Waited two hours at the desk}
goals:
  - id: g-choir
    words: "Sing again"
    status: active
    actions:
      - "Ask Ruth: which evening"
resources:
  - {id: choir, name: Thursday choir, kind: recreation, status: waiting, for: [g-choir]}
---
`
const NOTE = `---
client: c-777
date: 2026-11-20
strengths: [patience]
goals:
  - id: g-choir
    resources: [choir]
    actions:
      - 
---
`

async function labelsAt(document: TextDocument, words: string): Promise<readonly string[]> {
  const items = await suggestionsAt(document, rangeOf(document, words).end)
  return items.map((item) => [labelOf(item), detailOf(item)].filter(Boolean).join(': '))
}

async function hoverOver(document: TextDocument, words: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start.translate(0, 1),
  )
  return hovers.flatMap(({contents}) => contents.map((each) => (each as MarkdownString).value)).join('\n')
}

describe('what an earlier note holds', () => {
  before(async () => {
    await strengthsNotes()
    await workspace.fs.writeFile(fileUri(PATH), new TextEncoder().encode(EARLIER))
  })
  after(async () => {
    await closeAll()
    await workspace.fs.delete(fileUri('agency/clients/c-777'), {recursive: true})
  })

  it('is offered: steps still open, strengths of the person first, resources with their state', async () => {
    const {document} = await openText(NOTE)
    const step = 'Ask Ruth: which evening: still open from 1 Oct'
    await until(
      async () => labelsAt(document, '      - '),
      (labels) => labels.includes(step),
    )
    assert.equal((await labelsAt(document, 'strengths: ['))[0], 'patience: seen in 1 note, last 1 Oct')
    assert.match(
      (await labelsAt(document, 'resources: ['))[0] ?? '',
      /^Thursday choir: waiting, last heard 1 Oct/,
    )
  })

  it('is told: the sightings of a strength, and when a resource was last heard of', async () => {
    const {document} = await openText(NOTE)
    const strength = await until(
      async () => hoverOver(document, 'patience'),
      (text) => text.includes('Waited two hours'),
    )
    assert.match(strength, /seen in 1 note/)
    assert.match(strength, /\[1 Oct\]\([^)]*c-777\/2026-10-01\.md#L5\)/)
    assert.match(await hoverOver(document, 'choir]'), /Thursday choir[^]*waiting, last heard 1 Oct/)
  })

  it('is gone from what is offered when its file is gone', async () => {
    const path = fileUri('agency/clients/c-777/2026-10-02.md')
    const text = EARLIER.replace('2026-10-01', '2026-10-02').replace('patience', 'zest')
    await workspace.fs.writeFile(path, new TextEncoder().encode(text))
    const {document} = await openText(NOTE)
    const first = async (): Promise<string> => (await labelsAt(document, 'strengths: [')).slice(0, 2).join()
    await until(first, (labels) => labels.includes('zest: seen'))
    await workspace.fs.delete(path)
    await until(first, (labels) => !labels.includes('zest: seen'))
  })
})
