import assert from 'node:assert/strict'
import {
  commands,
  Position,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Hover,
  type MarkdownString,
} from 'vscode'
import {closeAll, strengthsNotes, takeAction, until, untilFindings} from './hands.ts'
import {MemoryProvider} from './memory-provider.ts'
import {cellAt, closeNotebooks} from './notebook-hands.ts'
import {openPages} from './pages-hands.ts'
import {suggestionsAt} from './suggestion-hands.ts'

const EARLIER = `---
client: c-900
date: 2026-11-02
goals:
  - id: g-harp
    words: Play the harp again
---

She brought the sheet music.
`
const NOTE = `---
client: c-900
date: 2026-11-09
goals:
  - id: g-harp
---

An addict and a bumblebee client came.
`
const PACK = `category: label
entries:
  bumblebee:
    phrases: [bumblebee client]
    forms: {client: noun, person: noun, come: verb}
    offers:
      - apply: person who comes back
    why: Coming back is a choice, and a name for it hides the choice.
    sources: [house]
    flagged: ['He is a [bumblebee client].']
`
const HOME = '/agency/notes'
const NOTE_PATH = `${HOME}/clients/c-900/2026-11-09.md`

const told = (hovers: readonly Hover[]): string =>
  hovers.flatMap(({contents}) => contents.map((each) => (each as MarkdownString).value)).join('\n')

describe('a folder that is on no disk', () => {
  let files: MemoryProvider
  const uriOf = (path: string): Uri => Uri.from({scheme: files.scheme, authority: 'github', path})

  before(strengthsNotes)
  beforeEach(() => {
    files = new MemoryProvider('strengths-vfs', {
      [`${HOME}/.strengths/config.yml`]: 'rules: {addict: off}\n',
      [`${HOME}/.strengths/language/ours.yml`]: PACK,
      [`${HOME}/clients/c-900/2026-11-02.md`]: EARLIER,
      [NOTE_PATH]: NOTE,
      [`${HOME}/review.md`]: '# Month\n\n```strengths\ngoals of c-900\n```\n',
    })
  })
  afterEach(async () => {
    await closeNotebooks()
    await closeAll()
    files.dispose()
  })

  it('has its own words, its offers are taken and saved', async () => {
    const {document} = await window.showTextDocument(uriOf(NOTE_PATH))
    await untilFindings(document, ['bumblebee client'])
    await takeAction(document, 'bumblebee client', 'Write “person who comes back”')
    await document.save()
    assert.equal(files.text(NOTE_PATH), NOTE.replace('bumblebee client', 'person who comes back'))
  })

  it('is remembered: its earlier notes are offered and told', async () => {
    const {document} = await window.showTextDocument(uriOf(NOTE_PATH))
    const hovers = await until(
      async () =>
        commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, new Position(4, 10)),
      (found) => told(found).includes('Play the harp again'),
    )
    assert.ok(hovers.length > 0)
    const items = await suggestionsAt(document, new Position(4, 10))
    assert.ok(items.some(({label}) => JSON.stringify(label).includes('Play the harp again')))
  })

  it('opens as a notebook, answers, and is saved byte for byte', async () => {
    await commands.executeCommand('vscode.openWith', uriOf(`${HOME}/review.md`), 'strengths-session')
    const {notebook} = await until(
      () => window.activeNotebookEditor,
      (editor) => editor.notebook.uri.scheme === files.scheme,
    )
    const cell = cellAt(notebook, 1)
    await commands.executeCommand('notebook.cell.execute', {
      ranges: [{start: 1, end: 2}],
      document: notebook.uri,
    })
    const answer = await until(() =>
      cell.outputs
        .flatMap(({items}) => items.map(({data}) => new TextDecoder().decode(data)))
        .find((text) => text.includes('Play the harp again')),
    )
    assert.match(answer, /\]\(clients\/c-900\/2026-11-0\d\.md#L\d\)/)
    const edit = new WorkspaceEdit()
    edit.insert(cellAt(notebook, 0).document.uri, new Position(0, 7), ' of wins')
    await workspace.applyEdit(edit)
    await notebook.save()
    assert.equal(files.text(`${HOME}/review.md`), '# Month of wins\n\n```strengths\ngoals of c-900\n```\n')
  })

  it('has the page of its person', async () => {
    await window.showTextDocument(uriOf(NOTE_PATH))
    await commands.executeCommand('strengths.showPersonPage')
    const pages = await openPages()
    const page = await until(() => pages.open[0])
    await until(() => page.body.includes('Play the harp again'))
  })
})
