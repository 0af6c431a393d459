import assert from 'node:assert/strict'
import {commands, Selection, type CompletionItem, type TextEditor} from 'vscode'
import {closeAll, openText, rangeOf, strengthsNotes, type, until} from './hands.ts'
import {bring} from './new-note-hands.ts'
import {detailOf, labelOf, labelsAt, suggestionsAt} from './suggestion-hands.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A note with the cursor at the bar, and what is offered there once `wanted` is among it. */
async function offered(
  yaml: string,
  wanted: string,
  body = '',
  client = 'c-021',
): Promise<{editor: TextEditor; items: CompletionItem[]}> {
  const text = `---\nclient: ${client}\ndate: 2026-11-20\n${yaml}\n---\n\n${body}\n`
  const editor = await openText(text.replace('¦', ''))
  const at = editor.document.positionAt(text.indexOf('¦'))
  const items = await until(
    async () => suggestionsAt(editor.document, at),
    (found) => found.some((item) => labelOf(item) === wanted),
  )
  return {editor, items}
}

describe('completion in a note', () => {
  before(strengthsNotes)
  after(closeAll)

  it('offers keys with what they are for', async () => {
    const {items} = await offered('¦', 'reflections')
    const goals = items.find((item) => labelOf(item) === 'goals')
    assert.equal(goals && detailOf(goals), 'Goal-setting and action planning')
    assert.match(textOf(goals?.documentation), /What the person wants/)
    assert.equal(
      items.some((item) => labelOf(item) === 'client'),
      false,
    )
  })

  it('offers words with what they mean', async () => {
    const {items} = await offered('resources:\n  - name: choir\n    status: ¦', 'waiting')
    const waiting = items.find((item) => labelOf(item) === 'waiting')
    assert.equal(waiting && detailOf(waiting), 'applied, and an answer is due')
  })

  it('offers goals of earlier notes in the person’s words', async () => {
    const {items} = await offered('wins:\n  - what: Up early\n    goals: [¦]', 'Tune the piano downstairs')
    const goal = items.find((item) => labelOf(item) === 'Tune the piano downstairs')
    assert.equal(goal?.insertText, 'g-piano')
    assert.equal(goal && detailOf(goal), 'active since 15 Oct')
  })

  it('offers days in words, and places', async () => {
    const {items} = await offered('follow_up:\n  on: ¦', '+2 weeks')
    assert.match(textOf(items.find((item) => labelOf(item) === '+2 weeks')?.insertText), /^\d{4}-\d\d-\d\d$/)
    const {items: people} = await offered('specialist: ¦', 'ot')
    assert.equal(labelOf(people[0] as CompletionItem), 'ot')
  })

  it('offers goals after # in the body', async () => {
    const {items} = await offered('', 'Tune the piano downstairs', 'Closer to #¦')
    const goal = items.find((item) => labelOf(item) === 'Tune the piano downstairs')
    assert.equal(goal?.insertText, '“Tune the piano downstairs”')
  })

  it('offers resources after @ in the body', async () => {
    const takeAway = await bring()
    try {
      const {items} = await offered('', 'rowing club', 'He went to @¦', 'c-050')
      const club = items.find((item) => labelOf(item) === 'rowing club')
      assert.equal(club?.insertText, 'rowing club')
      assert.equal(club?.filterText, '@rowing club')
    } finally {
      await takeAway()
    }
  })

  it('writes what is taken from the list', async () => {
    const editor = await openText(
      '---\nclient: c-021\ndate: 2026-11-20\nwins:\n  - what: Up early\n    goals:\n---\n',
    )
    const {end} = rangeOf(editor.document, 'goals:')
    editor.selection = new Selection(end, end)
    await type(' ')
    await until(async () => {
      await commands.executeCommand('acceptSelectedSuggestion')
      return editor.document.getText().includes('goals: g-piano') || undefined
    })
  })

  it('is silent in a file that is no session note', async () => {
    const editor = await openText('---\nlayout: post\nkind: \n---\n', 'manual/draft.md')
    const labels = await labelsAt(editor.document, rangeOf(editor.document, 'kind: ').end)
    assert.equal(labels.includes('individual'), false)
  })
})
